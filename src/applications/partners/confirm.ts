import {
  type Application,
  chainOf,
  claimKey,
  findPartner,
  hashOfPart,
  keepLocation,
  lockApplication,
  markConfirmed,
  type Partner,
  type Refusal,
  tellApplicant,
} from "#src/life/index.ts";
import { act, memberRole, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { errorAt } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { titleOf } from "./mails.ts";
import { endPart } from "./manage.ts";
import { declarationsFor, readProject, throughPartner } from "./project.ts";

export type PartnerOutcome =
  | { readonly kind: "done"; readonly location: string }
  | { readonly kind: "absent" | "forbidden" }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] };

/**
 * Confirms a part as it stands: whole, its declarations ticked one by one. `seen` is the hash of what the page showed:
 * what changed since is read again first.
 */
export function confirmPart(
  world: World,
  visitor: SignedVisitor,
  partnerId: string,
  key: string,
  seen: string,
  ticked: readonly string[],
): Promise<PartnerOutcome> {
  return inTransaction(world.db, throughPartner(visitor, partnerId, true), async (tx): Promise<PartnerOutcome> => {
    const at = world.clock.now();
    const location = urls.partnership.href({ partner: partnerId });
    const partner = await findPartner(tx, partnerId);
    const locked = partner === null ? null : await lockApplication(tx, partner.applicationId);
    const project = locked === null ? null : await readProject(world, tx, partnerId);
    if (partner === null || locked?.state !== "draft" || project === null) return { kind: "forbidden" };
    const claim = { key, person: visitor.person.id, act: `partner-confirmed:${partnerId}` };
    const claimed = await claimKey(tx, claim, at);
    if (claimed.kind !== "new") return claimed.kind === "done" ? { kind: "done", location } : { kind: "absent" };
    const hash = hashOfPart(project.consortium, locked.raw, project.own.part.path);
    const refusals = refusalsOf(project, ticked, seen === hash);
    if (refusals.length > 0) {
      await tx.deleteFrom("act_key").where("key", "=", key).execute();
      return { kind: "refused", refusals };
    }
    const declarations = declarationsFor(project).map(({ id }) => id);
    await markConfirmed(tx, partnerId, visitor.person.id, at, { hash, declarations });
    await record(tx, {
      chain: chainOf(locked.id),
      at,
      actor: visitor.person.id,
      organisation: locked.organisationId,
      act: "partner-confirmed",
      details: { partner: partnerId, part: hash, declarations },
      framework: locked.framework,
      visibleToApplicant: true,
    });
    await tellApplicant(world, tx, locked, at, {
      subject: `${partner.name} a confirmé sa partie`,
      lines: [`${partner.name} a relu et confirmé sa partie de ${titleOf(locked)}.`],
    });
    await keepLocation(tx, key, location);
    return { kind: "done", location };
  });
}

type Project = NonNullable<Awaited<ReturnType<typeof readProject>>>;

function refusalsOf(project: Project, ticked: readonly string[], isAsSeen: boolean): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const { path, label, message } of project.missing) refusals.push({ path, message: errorAt(label, message) });
  for (const [path, message] of project.errors) refusals.push({ path, message });
  if (!isAsSeen)
    refusals.push({ message: "Votre partie a changé depuis que cette page est ouverte\u00a0: relisez-la." });
  for (const { id, label } of declarationsFor(project)) {
    if (!ticked.includes(id))
      refusals.push({ path: `declarations.${id}`, message: `Cochez cette déclaration\u00a0: «\u202f${label}\u202f»` });
  }
  return refusals;
}

/** Leaves a project before it is filed: the part goes, nothing of it is left in what will be filed, and the lead is told. */
export function leaveProject(
  world: World,
  visitor: SignedVisitor,
  partnerId: string,
  key: string,
): Promise<PartnerOutcome> {
  return act(world, visitor, async ({ tx, at, note }): Promise<PartnerOutcome> => {
    const location = urls.dashboard.href();
    const claim = { key, person: visitor.person.id, act: `partner-left:${partnerId}` };
    const claimed = await claimKey(tx, claim, at);
    if (claimed.kind !== "new") return claimed.kind === "done" ? { kind: "done", location } : { kind: "absent" };
    const found = await findPartner(tx, partnerId);
    const application = found === null ? null : await lockApplication(tx, found.applicationId);
    const partner = await findPartner(tx, partnerId);
    const refused = refusedTo(visitor, partner, application);
    if (refused !== null || partner === null || application === null) {
      await tx.deleteFrom("act_key").where("key", "=", key).execute();
      return refused ?? { kind: "absent" };
    }
    await endPart(tx, application, partner, "left", { page: "partenaires", person: visitor.person.id, at });
    await note({
      chain: chainOf(application.id),
      act: "partner-left",
      organisation: application.organisationId,
      details: { partner: partnerId },
    });
    await tellApplicant(world, tx, application, at, {
      subject: `${partner.name} ne prend plus part à votre projet`,
      lines: [
        `${partner.name} a quitté ${titleOf(application)}\u00a0: sa partie n’y figure plus. Vérifiez ce qui parlait d’elle ailleurs dans le projet, et votre convention de partenariat.`,
      ],
    });
    await keepLocation(tx, key, location);
    return { kind: "done", location };
  });
}

/** By whom and when a project is left: owners and editors of a partner that takes part, until it is filed. */
function refusedTo(
  visitor: SignedVisitor,
  partner: Partner | null,
  application: Application | null,
): PartnerOutcome | null {
  const role = partner?.organisationId == null ? null : memberRole(visitor, partner.organisationId);
  if (role === null || partner === null || partner.acceptedAt === null || partner.endedAt !== null)
    return { kind: "absent" };
  return role === "reader" || application?.state !== "draft" ? { kind: "forbidden" } : null;
}

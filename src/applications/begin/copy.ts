import type { Temporal } from "temporal-polyfill";
import { frameworkOn, withoutTies } from "#policy/index.ts";
import { refusedByClock } from "#src/calls/index.ts";
import {
  type Claimed,
  claimKey,
  createDraft,
  findApplication,
  keepLocation,
  mayCopy,
  mayDelete,
  mayRead,
  policyDay,
} from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { enqueue } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { deleteDraft } from "../draft/drafts.ts";
import { tellPartners, titleOf } from "../partners/mails.ts";

export type Done = { readonly kind: "done"; readonly location: string } | { readonly kind: "absent" | "forbidden" };

/** A new draft with the answers of a request; its papers are to be joined anew. One draft a key. */
export function copyApplication(
  world: World,
  visitor: SignedVisitor,
  id: string,
  key: string,
  locationOf: (id: string) => string,
): Promise<Done> {
  return inTransaction(world.db, readerOf(visitor), async (tx): Promise<Done> => {
    const at = world.clock.now();
    const application = await findApplication(tx, id);
    if (application === null || !mayRead(visitor, application)) return { kind: "absent" };
    if (!mayCopy(visitor, application)) return { kind: "forbidden" };
    const claimed = await claimKey(tx, { key, person: visitor.person.id, act: `application-copied:${id}` }, at);
    if (claimed.kind !== "new") return again(claimed);
    const { scheme, organisationId, call } = application;
    // Its partners are asked anew: what they confirmed was another project.
    const raw = withoutTies(application.raw);
    // A request to a call is taken up while the call is open; afterwards there is nothing to answer.
    if (call !== null && refusedByClock(call, at) !== null) return { kind: "forbidden" };
    const framework = frameworkOn(policyDay(at)).version;
    const copy = await createDraft(
      tx,
      { scheme, framework, organisationId, raw, copyOf: id, ...(call === null ? null : { callId: call.id }) },
      visitor.person.id,
      at,
    );
    const location = locationOf(copy);
    await keepLocation(tx, key, location);
    return { kind: "done", location };
  });
}

/** Gives up a draft: its answers and its papers are forgotten. The same key twice leads to the same place. */
export function giveUpDraft(
  world: World,
  visitor: SignedVisitor,
  id: string,
  key: string,
  location: string,
): Promise<Done> {
  return inTransaction(world.db, readerOf(visitor), async (tx): Promise<Done> => {
    const at = world.clock.now();
    const claimed = await claimKey(tx, { key, person: visitor.person.id, act: `draft-deleted:${id}` }, at);
    if (claimed.kind !== "new") return again(claimed);
    const papers = await tx.selectFrom("attachment").select("file_id").where("application_id", "=", id).execute();
    await tellGivenUp(world, tx, visitor, id, at);
    const outcome = await deleteDraft(tx, visitor, id, at);
    if (outcome !== "deleted") {
      await tx.deleteFrom("act_key").where("key", "=", key).execute();
      return { kind: outcome };
    }
    for (const paper of papers) await enqueue(tx, "forget-file", { file: paper.file_id });
    await keepLocation(tx, key, location);
    return { kind: "done", location };
  });
}

/** Those who took part in a project that is given up are told; nothing where it is not this visitor's to give up. */
async function tellGivenUp(
  world: World,
  tx: Tx,
  visitor: SignedVisitor,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  const application = await findApplication(tx, id);
  if (application === null || !mayDelete(visitor, application)) return;
  await tellPartners(world, tx, application, at, {
    subject: "Un projet commun est abandonné",
    lines: [`${application.organisationName} a abandonné ${titleOf(application)}\u00a0: rien n’en est gardé.`],
  });
}

function again(claimed: Exclude<Claimed, { readonly kind: "new" }>): Done {
  return claimed.kind === "done" ? { kind: "done", location: claimed.location } : { kind: "absent" };
}

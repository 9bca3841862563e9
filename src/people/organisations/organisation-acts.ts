import { sirenOf } from "#policy/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { addMember } from "../people.ts";
import type { SignedVisitor } from "../visitor.ts";
import type { Lookup } from "./directory.ts";
import type { Establishment, Organisation, OrganisationProfile } from "./organisation.ts";
import { actOnOrganisation, type FORBIDDEN, noteOnOrganisation } from "./organisation-act.ts";
import { identityOf } from "./organisation-form.ts";
import { addEstablishments, createOrganisation, loadOrganisation, saveProfile } from "./organisation-store.ts";

const UNIQUE_VIOLATION = "23505";

/** Creates an organisation whose first owner is the visitor. Null when its SIREN came here in the meantime. */
export async function registerOrganisation(
  world: World,
  visitor: SignedVisitor,
  profile: OrganisationProfile,
  establishments: readonly Establishment[],
  lookup: Lookup,
): Promise<string | null> {
  const siren = sirenOf(establishments[0]?.siret ?? "");
  const found = lookup.status === "found";
  try {
    return await inTransaction(world.db, "system", async (tx) => {
      const id = await createOrganisation(tx, {
        ...profile,
        siren,
        source: found ? "directory" : "declared",
        lookedUpAt: found ? lookup.at : null,
        establishments,
      });
      await addMember(tx, id, visitor.person.id, "owner");
      await noteOnOrganisation(tx, world.clock.now(), visitor, id, "organisation-registered", {
        siren,
        source: lookup.status,
      });
      return id;
    });
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return null;
    throw error;
  }
}

/**
 * Saves what its people typed, and says in the journal which fields that changed. What the directory gave in the
 * meantime stays: `profile` was typed on a page that may be older than it.
 */
export function changeProfile(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  profile: OrganisationProfile,
): Promise<typeof FORBIDDEN | undefined> {
  return actOnOrganisation(world, visitor, organisationId, "edit", async ({ tx, note }) => {
    const current = await lockedOrganisation(tx, organisationId);
    const saved = current.source === "directory" ? { ...profile, ...identityOf(current) } : profile;
    const changed = (Object.keys(saved) as (keyof OrganisationProfile)[]).filter(
      (key) => JSON.stringify(saved[key]) !== JSON.stringify(current[key]),
    );
    await saveProfile(tx, organisationId, saved);
    if (changed.length > 0) await note("organisation-changed", { changed });
    return undefined;
  });
}

/** Takes over what the directory says now: declared data become verified ones. What its people typed stays. */
export function takeFromDirectory(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  lookup: Extract<Lookup, { status: "found" }>,
): Promise<typeof FORBIDDEN | undefined> {
  return actOnOrganisation(world, visitor, organisationId, "edit", async ({ tx, note }) => {
    const current = await lockedOrganisation(tx, organisationId);
    await saveProfile(tx, organisationId, { ...current, ...identityOf(lookup.company) });
    await tx
      .updateTable("organisation")
      .set({ source: "directory", looked_up_at: lookup.at.toString() })
      .where("id", "=", organisationId)
      .execute();
    const here = new Set(current.establishments.map((one) => one.siret));
    const known = lookup.company.establishments.filter((one) => here.has(one.siret));
    await addEstablishments(tx, organisationId, known);
    await note("organisation-verified", { siren: current.siren });
    return undefined;
  });
}

/** Adds an establishment, unless its SIRET is one of another organisation. */
export function addEstablishment(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  establishment: Establishment,
): Promise<"added" | "foreign" | typeof FORBIDDEN> {
  return actOnOrganisation(world, visitor, organisationId, "edit", async ({ tx, note }) => {
    const { siren } = await lockedOrganisation(tx, organisationId);
    if (siren !== sirenOf(establishment.siret)) return "foreign";
    await addEstablishments(tx, organisationId, [establishment]);
    await note("establishment-added", { siret: establishment.siret });
    return "added";
  });
}

/** The organisation as it stands under the act's lock: what the page showed may be older. */
async function lockedOrganisation(tx: Tx, id: string): Promise<Organisation> {
  const current = await loadOrganisation(tx, id);
  if (current === null) throw new Error(`organisation ${id}: its members act on it, and it is not there`);
  return current;
}

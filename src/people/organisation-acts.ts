import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import type { Lookup } from "./directory.ts";
import type { Establishment, Organisation, OrganisationProfile } from "./organisation.ts";
import { actOnOrganisation, type FORBIDDEN, noteOnOrganisation } from "./organisation-act.ts";
import { identityOf } from "./organisation-form.ts";
import { addEstablishments, createOrganisation, loadOrganisation, saveProfile } from "./organisation-store.ts";
import { addMember } from "./people.ts";
import { sirenOf } from "./siret.ts";
import type { SignedVisitor } from "./visitor.ts";

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

/** Saves what its people changed, and says in the journal which fields. */
export function changeProfile(
  world: World,
  visitor: SignedVisitor,
  organisation: Organisation,
  profile: OrganisationProfile,
): Promise<typeof FORBIDDEN | undefined> {
  const changed = (Object.keys(profile) as (keyof OrganisationProfile)[]).filter(
    (key) => JSON.stringify(profile[key]) !== JSON.stringify(organisation[key]),
  );
  return actOnOrganisation(world, visitor, organisation.id, "edit", async ({ tx, note }) => {
    await saveProfile(tx, organisation.id, profile);
    if (changed.length > 0) await note("organisation-changed", { changed });
    return undefined;
  });
}

/** Takes over what the directory says now: declared data become verified ones. */
export function takeFromDirectory(
  world: World,
  visitor: SignedVisitor,
  organisation: Organisation,
  lookup: Extract<Lookup, { status: "found" }>,
): Promise<typeof FORBIDDEN | undefined> {
  return actOnOrganisation(world, visitor, organisation.id, "edit", async ({ tx, note }) => {
    await saveProfile(tx, organisation.id, { ...organisation, ...identityOf(lookup.company) });
    await tx
      .updateTable("organisation")
      .set({ source: "directory", looked_up_at: lookup.at.toString() })
      .where("id", "=", organisation.id)
      .execute();
    const here = new Set(organisation.establishments.map((one) => one.siret));
    const known = lookup.company.establishments.filter((one) => here.has(one.siret));
    await addEstablishments(tx, organisation.id, known);
    await note("organisation-verified", { siren: organisation.siren });
    return undefined;
  });
}

/** Adds an establishment. False when that SIRET is one of another organisation. */
export function addEstablishment(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  establishment: Establishment,
): Promise<boolean | typeof FORBIDDEN> {
  return actOnOrganisation(world, visitor, organisationId, "edit", async ({ tx, note }) => {
    const current = await loadOrganisation(tx, organisationId);
    if (current === null || current.siren !== sirenOf(establishment.siret)) return false;
    await addEstablishments(tx, organisationId, [establishment]);
    await note("establishment-added", { siret: establishment.siret });
    return true;
  });
}

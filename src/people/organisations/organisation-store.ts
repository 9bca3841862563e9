import type { Selectable } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Database, Tx } from "#src/platform/database/database.ts";
import type {
  Establishment as EstablishmentRow,
  Organisation as OrganisationRow,
} from "#src/platform/database/schema.ts";
import type {
  Establishment,
  Organisation,
  OrganisationKind,
  OrganisationProfile,
  OrganisationSource,
  QualiopiCategory,
} from "./organisation.ts";

export interface NewOrganisation extends Partial<Omit<OrganisationProfile, "kind" | "name">> {
  readonly id?: string;
  readonly kind: OrganisationKind;
  readonly siren: string;
  readonly name: string;
  readonly source: OrganisationSource;
  readonly lookedUpAt?: Temporal.Instant | null;
  readonly establishments?: readonly NewEstablishment[];
}

export type NewEstablishment = Pick<Establishment, "siret"> & Partial<Establishment>;

/** Adds an organisation with its establishments, without members. Returns the id. Throws on a SIREN already here. */
export async function createOrganisation(tx: Tx, organisation: NewOrganisation): Promise<string> {
  const { id } = await tx
    .insertInto("organisation")
    .values({
      ...(organisation.id === undefined ? {} : { id: organisation.id }),
      siren: organisation.siren,
      ...profileColumns({ ...emptyProfile, ...organisation }),
      source: organisation.source,
      looked_up_at: organisation.lookedUpAt?.toString() ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addEstablishments(tx, id, organisation.establishments ?? []);
  return id;
}

/** Adds establishments; one that is here is brought up to date. */
export async function addEstablishments(
  tx: Tx,
  id: string,
  establishments: readonly NewEstablishment[],
): Promise<void> {
  for (const { siret, ...one } of establishments) {
    const columns = {
      name: one.name ?? null,
      address: one.address ?? null,
      postcode: one.postcode ?? null,
      commune: one.commune ?? null,
      is_head: one.isHead ?? false,
      is_open: one.isOpen ?? true,
    };
    await tx
      .insertInto("establishment")
      .values({ organisation_id: id, siret, ...columns })
      .onConflict((conflict) => conflict.column("siret").doUpdateSet(columns))
      .execute();
  }
}

export async function saveProfile(tx: Tx, id: string, profile: OrganisationProfile): Promise<void> {
  await tx
    .updateTable("organisation")
    .set({ ...profileColumns(profile), updated_at: new Date().toISOString() })
    .where("id", "=", id)
    .execute();
}

export async function loadOrganisation(db: Database | Tx, id: string): Promise<Organisation | null> {
  const row = await db.selectFrom("organisation").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : withEstablishments(db, row);
}

export async function loadOrganisationBySiren(db: Database | Tx, siren: string): Promise<Organisation | null> {
  const row = await db.selectFrom("organisation").selectAll().where("siren", "=", siren).executeTakeFirst();
  return row === undefined ? null : withEstablishments(db, row);
}

async function withEstablishments(db: Database | Tx, row: Selectable<OrganisationRow>): Promise<Organisation> {
  const establishments = await db
    .selectFrom("establishment")
    .selectAll()
    .where("organisation_id", "=", row.id)
    .orderBy("is_head", "desc")
    .orderBy("siret")
    .execute();
  return {
    id: row.id,
    siren: row.siren,
    kind: row.kind as OrganisationKind,
    name: row.name,
    legalCategory: row.legal_category,
    mainActivity: row.main_activity,
    createdOn: row.created_on,
    headcount: row.headcount,
    headcountBand: row.headcount_band,
    declarationNumber: row.declaration_number,
    qualiopi: row.qualiopi,
    qualiopiCategories: row.qualiopi_categories as QualiopiCategory[],
    opco: row.opco,
    source: row.source as OrganisationSource,
    lookedUpAt: row.looked_up_at,
    establishments: establishments.map(readEstablishment),
  };
}

function readEstablishment(row: Selectable<EstablishmentRow>): Establishment {
  return {
    siret: row.siret,
    name: row.name,
    address: row.address,
    postcode: row.postcode,
    commune: row.commune,
    isHead: row.is_head,
    isOpen: row.is_open,
  };
}

const emptyProfile: Omit<OrganisationProfile, "kind" | "name"> = {
  legalCategory: null,
  mainActivity: null,
  createdOn: null,
  headcount: null,
  headcountBand: null,
  declarationNumber: null,
  qualiopi: null,
  qualiopiCategories: [],
  opco: null,
};

function profileColumns(profile: OrganisationProfile) {
  return {
    kind: profile.kind,
    name: profile.name,
    legal_category: profile.legalCategory,
    main_activity: profile.mainActivity,
    created_on: profile.createdOn,
    headcount: profile.headcount,
    headcount_band: profile.headcountBand,
    declaration_number: profile.declarationNumber,
    qualiopi: profile.qualiopi,
    qualiopi_categories: [...profile.qualiopiCategories],
    opco: profile.opco,
  };
}

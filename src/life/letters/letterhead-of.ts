import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { LEGAL_TIME_ZONE, legalDay } from "#src/platform/clock.ts";
import type { Config } from "#src/platform/config.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import type { Appeals, Letterhead, LocalMoment, Signatory } from "#src/platform/documents/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import type { Application } from "../application.ts";

/** The head of a letter about a file, from the funder's settings. */
export function letterheadOf(
  config: Pick<Config, "funder" | "demo">,
  application: Pick<Application, "number" | "organisationName">,
  scheme: string,
  issuedAt: Temporal.Instant,
  address: readonly string[] = [],
): Letterhead {
  const { funder } = config;
  const lines = linesOf(funder.address);
  return {
    issuer: { name: funder.name, address: lines },
    office: { name: funder.service, address: lines, phone: funder.phone, email: funder.email },
    references: [
      { label: "Dossier", value: application.number ?? "en projet" },
      { label: "Dispositif", value: scheme },
    ],
    issuedOn: legalDay(issuedAt).toString(),
    recipient: { name: application.organisationName, address },
    ...(config.demo ? { notice: "Données de démonstration : personnes et organismes sont fictifs." } : {}),
  };
}

/** Where an organisation is written to, as the directory gave it. */
export interface HeadOffice {
  readonly address: string | null;
  readonly postcode: string | null;
  /** INSEE code. */
  readonly commune: string | null;
}

/** The seat of an organisation; null where none is known. */
export async function seatOf(tx: Tx, organisationId: string): Promise<HeadOffice | null> {
  return (await seatsOf(tx, [organisationId])).get(organisationId) ?? null;
}

/** The seats of organisations, where they are known. */
export async function seatsOf(tx: Tx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, HeadOffice>> {
  const rows = await tx
    .selectFrom("establishment")
    .distinctOn("organisation_id")
    .select(["organisation_id", "address", "postcode", "commune"])
    .modifyFront(plannedOnce)
    .where("organisation_id", "=", sql<string>`ANY (${[...organisationIds]}::uuid[])`)
    .orderBy("organisation_id")
    .orderBy("is_head", "desc")
    .orderBy("siret")
    .execute();
  return new Map(rows.map(({ organisation_id, ...seat }) => [organisation_id, seat]));
}

/** The lines under the name on an envelope; none where nothing is known. A street that repeats the postcode ends before it. */
export function postalLines(seat: HeadOffice | null | undefined): readonly string[] {
  if (seat === null || seat === undefined) return [];
  const { address } = seat;
  const place = communeByCode(seat.commune ?? "");
  // A commune that has but one postcode tells it.
  const [only, another] = place?.postcodes ?? [];
  const postcode = seat.postcode ?? (another === undefined ? (only ?? null) : null);
  const end = postcode === null || address === null ? -1 : address.lastIndexOf(postcode);
  const street = (end === -1 ? (address ?? "") : (address ?? "").slice(0, end)).trim().replace(/,$/, "");
  const town = place?.name ?? "";
  const last = [postcode ?? "", town].filter((part) => part !== "").join(" ");
  return [street, last].filter((line) => line !== "");
}

/** Who signs for the funder, as its settings say it; `otherwise`, the quality in which this document is signed without them. */
export function signatoryOf({ funder }: Pick<Config, "funder">, otherwise: string): Signatory {
  const { quality, name, onBehalf } = funder.signatory;
  return {
    role: quality ?? otherwise,
    ...(name === null ? null : { name }),
    ...(onBehalf === null ? null : { onBehalf }),
  };
}

/** Ways and delays of appeal, as the funder's settings have them; drafts say while its lawyers have not confirmed them. */
export function appealsOf(config: Pick<Config, "funder">): Appeals {
  const { name, address, legal } = config.funder;
  return {
    months: 2,
    review: { name: `${name}, à l’attention de la présidence`, address: linesOf(address) },
    court: { name: legal.court.name, address: linesOf(legal.court.address), online: legal.court.online },
    confirmed: legal.confirmed,
  };
}

/** The time of an instant on the clock of Paris, as letters write it. */
export function localMoment(at: Temporal.Instant): LocalMoment {
  return at.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDateTime().toString({ smallestUnit: "minute" });
}

function linesOf(address: string): readonly string[] {
  return address
    .split(",")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

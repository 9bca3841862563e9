import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { LEGAL_TIME_ZONE, legalDay } from "#src/platform/clock.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { type Letterhead, template } from "#src/platform/documents/index.ts";
import type { World } from "#src/platform/world.ts";
import { formatDay, formatNumber, pluralOf } from "#src/ui/index.ts";

/** What a certificate says, frozen the day it is issued. */
export interface CertificateData {
  readonly name: string;
  readonly email: string;
  readonly structure: string;
  readonly course: string;
  readonly objective: string;
  readonly results: string;
  readonly hours: number;
  readonly courseHours: number;
  /** ISO days. */
  readonly from: string;
  readonly to: string;
  readonly where: string;
  readonly operator: string;
  readonly activityNumber: string;
}

export interface Certificate {
  readonly registrationId: string;
  /** ATT-2026-00042. */
  readonly number: string;
  readonly data: CertificateData;
  readonly issuedAt: Temporal.Instant;
}

/** Issues a certificate, once; its number has no hole in the year. */
export async function issueCertificate(
  tx: Tx,
  at: Temporal.Instant,
  registrationId: string,
  data: CertificateData,
): Promise<void> {
  const known = await findCertificate(tx, registrationId);
  if (known !== null) return;
  const year = at.toZonedDateTimeISO(LEGAL_TIME_ZONE).year;
  const number = `ATT-${year}-${String(await nextNumber(tx, `certificate-${year}`)).padStart(5, "0")}`;
  await tx
    .insertInto("certificate")
    .values({ registration_id: registrationId, number, data: json(data), issued_at: at.toString() })
    .execute();
}

/** The next number of a series without holes; the series is held until the end of the transaction. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    INSERT INTO counter AS c (name, value) VALUES (${series}, 1)
    ON CONFLICT (name) DO UPDATE SET value = c.value + 1 RETURNING value`.execute(tx);
  return rows[0]?.value ?? 1;
}

export async function findCertificate(tx: Tx, registrationId: string): Promise<Certificate | null> {
  const row = await tx
    .selectFrom("certificate")
    .select(["registration_id", "number", "data", "issued_at"])
    .where("registration_id", "=", registrationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    registrationId: row.registration_id,
    number: row.number,
    data: row.data as CertificateData,
    issuedAt: row.issued_at,
  };
}

/** The certificate on paper. */
export interface PrintedCertificate {
  readonly letterhead: Letterhead;
  readonly name: string;
  readonly course: string;
  readonly objective: string;
  readonly results: string;
  readonly hours: string;
  readonly when: string;
  readonly where: string;
  readonly operator: string;
  readonly activityNumber: string;
}

export const certificateLetter = template<PrintedCertificate>("agenda/letters/certificate.typ");

export function printedCertificate(world: Pick<World, "config">, certificate: Certificate): PrintedCertificate {
  const { data } = certificate;
  const hours = (many: number) => `${formatNumber(many)}\u00a0${pluralOf(many, "heure")}`;
  const isWhole = data.hours >= data.courseHours;
  return {
    letterhead: letterheadOf(world, certificate.number, certificate.issuedAt, data.operator),
    name: data.name,
    course: data.course,
    objective: data.objective,
    results: data.results,
    hours: isWhole ? hours(data.courseHours) : `${hours(data.hours)} sur ${hours(data.courseHours)}`,
    when: data.from === data.to ? `le ${formatDay(data.from)}` : `du ${formatDay(data.from)} au ${formatDay(data.to)}`,
    where: data.where,
    operator: data.operator,
    activityNumber: data.activityNumber,
  };
}

/** The head of a paper of the training programme: the funder's, with its own reference. */
export function letterheadOf(
  world: Pick<World, "config">,
  number: string,
  at: Temporal.Instant,
  operator: string,
): Letterhead {
  const { funder, demo } = world.config;
  const address = funder.address.split(",").map((line) => line.trim());
  return {
    issuer: { name: funder.name, address },
    office: { name: operator, address, phone: funder.phone, email: funder.email },
    references: [{ label: "Référence", value: number }],
    issuedOn: legalDay(at).toString(),
    ...(demo ? { notice: "Données de démonstration : personnes et organismes sont fictifs." } : {}),
  };
}

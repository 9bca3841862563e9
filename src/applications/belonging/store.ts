import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { sirenOf } from "#policy/index.ts";
import { mayWriteFor, type ScanState } from "#src/life/index.ts";
import { act, readerOf, type SignedVisitor, workplacesOf } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { allOf, andThen, ask, type Read, rowsOf } from "#src/platform/database/read.ts";
import type { World } from "#src/platform/world.ts";
import { type Evident, type Proof, type Standing, standingOf, type Way } from "./belonging.ts";
import { domainOf, isSharedMail } from "./shared-mail.ts";

function query(tx: Tx) {
  return tx
    .selectFrom("belonging_proof as b")
    .leftJoin("file as f", "f.id", "b.file_id")
    .leftJoin("person as p", "p.id", "b.person_id")
    .select(["b.id", "b.way", "b.what", "b.page", "b.file_id", "b.given_at", "b.answered_at", "b.accepted", "b.reason"])
    .select(["f.name as file_name", "f.scan", "p.name as person_name"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>["executeTakeFirstOrThrow"]>>;

function read(row: Row): Proof {
  return {
    id: row.id,
    way: row.way as Way,
    what: row.what,
    page: row.page,
    file:
      row.file_id === null || row.file_name === null
        ? null
        : { id: row.file_id, name: row.file_name, scan: row.scan as ScanState },
    by: row.person_name,
    givenAt: row.given_at,
    answeredAt: row.answered_at,
    accepted: row.accepted,
    reason: row.reason,
  };
}

/** What was given for an organisation, last first. */
export function proofsOf(tx: Tx, organisationId: string): Promise<readonly Proof[]> {
  return ask(tx, proofsRead(organisationId));
}

function proofsRead(organisationId: string): Read<readonly Proof[]> {
  return rowsOf(
    sql<Row>`
      SELECT b.id, b.way, b.what, b.page, b.file_id, b.given_at, b.answered_at, b.accepted, b.reason,
        f.name AS file_name, f.scan, p.name AS person_name
      FROM belonging_proof b LEFT JOIN file f ON f.id = b.file_id LEFT JOIN person p ON p.id = b.person_id
      WHERE b.organisation_id = ${organisationId} ORDER BY b.given_at DESC, b.id DESC LIMIT 50`,
    (rows) =>
      rows.map((row) =>
        read({
          ...row,
          given_at: Temporal.Instant.from(row.given_at),
          answered_at: row.answered_at === null ? null : Temporal.Instant.from(row.answered_at),
        }),
      ),
  );
}

/** Where an organisation stands, for who writes in its name; null for its readers, who file nothing. */
export async function standingFor(
  world: Pick<World, "db">,
  visitor: SignedVisitor,
  organisationId: string,
): Promise<Standing | null> {
  if (!mayWriteFor(visitor, organisationId)) return null;
  return inTransaction(world.db, readerOf(visitor), (tx) => belongingOf(tx, organisationId));
}

/** Where an organisation stands, for a reader who may see what was given for it. */
export function belongingOf(tx: Tx, organisationId: string): Promise<Standing> {
  return ask(tx, standingRead(organisationId));
}

/** The same, to be read with other things. */
export function standingRead(organisationId: string): Read<Standing> {
  return andThen(allOf({ proofs: proofsRead(organisationId), evident: evidentRead(organisationId) }), (found) =>
    standingOf(found.proofs, found.evident),
  );
}

/** One who writes for an organisation, with what the service knows of where they are from. */
interface Acting {
  readonly id: string;
  readonly email: string;
  readonly isConfirmed: boolean;
  readonly siren: string;
  readonly sirets: readonly string[];
  readonly domains: readonly string[];
}

/**
 * What shows by itself that one of those who write for an organisation belongs to it: ProConnect's SIRET is of its SIREN,
 * or the address that they confirmed is at a domain known to be its own.
 */
export function evidentProof(tx: Tx, organisationId: string): Promise<Evident | null> {
  return ask(tx, evidentRead(organisationId));
}

function evidentRead(organisationId: string): Read<Evident | null> {
  return rowsOf(
    sql<Acting>`
      SELECT p.id, p.email, p.email_verified AS "isConfirmed", o.siren,
        ${workplacesOf(sql`p.id`)} AS sirets,
        ARRAY(SELECT d.domain FROM known_domain d WHERE d.siren = o.siren) AS domains
      FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
      WHERE m.organisation_id = ${organisationId} AND m.role IN ('owner', 'editor') ORDER BY m.since`,
    (people) => evidentIn(people),
  );
}

function evidentIn(people: readonly Acting[]): Evident | null {
  for (const { id, email, isConfirmed, siren, sirets, domains } of people) {
    const siret = sirets.find((one) => sirenOf(one) === siren);
    if (siret !== undefined) return { way: "proconnect", what: siret, person: id };
    const domain = domainOf(email);
    if (isConfirmed && !isSharedMail(domain) && domains.includes(domain))
      return { way: "mail", what: domain, person: id };
  }
  return null;
}

export interface KnownDomain {
  readonly siren: string;
  readonly domain: string;
  /** Where it was seen to be theirs. */
  readonly source: string;
  readonly by: string | null;
}

/** Keeps a domain as an organisation's own. Throws on one where anyone may open a letter box. */
export async function addKnownDomain(tx: Tx, known: KnownDomain, at: Temporal.Instant): Promise<void> {
  if (isSharedMail(known.domain)) throw new Error(`${known.domain} is shared by all`);
  await tx
    .insertInto("known_domain")
    .values({
      siren: known.siren,
      domain: known.domain,
      source: known.source,
      recorded_by: known.by,
      recorded_at: at.toString(),
    })
    .onConflict((conflict) => conflict.columns(["siren", "domain"]).doNothing())
    .execute();
}

export interface NewProof {
  readonly organisationId: string;
  readonly person: string;
  readonly way: Way;
  readonly what: string;
  readonly page?: string;
  readonly fileId?: string;
  /** True for what holds by itself; what an agent must look at waits. */
  readonly isEvident?: boolean;
}

/** Adds what was given; the service alone may. */
export async function addProof(tx: Tx, proof: NewProof, at: Temporal.Instant): Promise<void> {
  const answered = proof.isEvident === true ? { answered_at: at.toString(), accepted: true } : {};
  await tx
    .insertInto("belonging_proof")
    .values({
      organisation_id: proof.organisationId,
      person_id: proof.person,
      way: proof.way,
      what: proof.what,
      page: proof.page ?? null,
      file_id: proof.fileId ?? null,
      given_at: at.toString(),
      ...answered,
    })
    .execute();
}

/** A proof on an agent's desk, with whom it is about. */
export interface DeskProof extends Proof {
  readonly organisation: { readonly id: string; readonly name: string; readonly siren: string };
  readonly email: string | null;
}

/** Those that wait for an agent, the oldest first, then the last that were answered. */
/** How many wait for an agent's answer, for a reader who may see them. */
export async function countWaitingProofs(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom("belonging_proof")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("answered_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

export async function listDesk(tx: Tx): Promise<readonly DeskProof[]> {
  const all = () =>
    query(tx)
      .innerJoin("organisation as o", "o.id", "b.organisation_id")
      .select(["o.id as organisation_id", "o.name as organisation_name", "o.siren", "p.email"]);
  const waiting = await all().where("b.answered_at", "is", null).orderBy("b.given_at").limit(100).execute();
  const answered = await all()
    .where("b.answered_at", "is not", null)
    .where("b.answered_by", "is not", null)
    .orderBy("b.answered_at", "desc")
    .limit(20)
    .execute();
  return [...waiting, ...answered].map((row) => ({
    ...read(row),
    organisation: { id: row.organisation_id, name: row.organisation_name, siren: row.siren },
    email: row.email,
  }));
}

/**
 * The paper of a proof, for an agent who may see it; the reading is written down. Null where there is none, where it
 * waits for the antivirus, or failed it.
 */
export function openPaper(world: World, agent: SignedVisitor, proofId: string) {
  return act(world, agent, async ({ tx, note }) => {
    const row = await tx
      .selectFrom("belonging_proof as b")
      .innerJoin("file as f", "f.id", "b.file_id")
      .select(["b.organisation_id", "f.id", "f.name", "f.media_type", "f.size", "f.scan"])
      .where("b.id", "=", proofId)
      .executeTakeFirst();
    if (row === undefined || row.scan === "pending" || row.scan === "infected") return null;
    await note({
      chain: `organisation:${row.organisation_id}`,
      act: "belonging-paper-read",
      organisation: row.organisation_id,
      details: { proof: proofId },
      visible: false,
    });
    return { fileId: row.id, name: row.name, mediaType: row.media_type, size: Number(row.size) };
  });
}

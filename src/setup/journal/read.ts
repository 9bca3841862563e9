import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { readWrittenDay } from "#policy/index.ts";
import { endOfLegalDay, LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { cutText, oneLine } from "#text/index.ts";

/** What of the journal is looked for, as typed. */
export interface JournalFilter {
  /** Part of a person's name or address. */
  readonly person: string;
  readonly act: string;
  /** Part of an organisation's name, or its SIREN. */
  readonly organisation: string;
  readonly from: string;
  readonly until: string;
}

/** One line of the journal, across files. */
export interface JournalLine {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly act: string;
  readonly actor: string | null;
  readonly inPlaceOf: string | null;
  readonly chain: string;
  readonly position: number;
  readonly number: string | null;
  readonly applicationId: string | null;
  /** The version of the text and the scheme of its file, where it is about one. */
  readonly framework: string | null;
  readonly scheme: string | null;
  readonly organisation: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export function readFilter(query: (name: string) => string | undefined): JournalFilter {
  const value = (name: string) => cutText(oneLine(query(name) ?? ""), 120);
  return {
    person: value("personne"),
    act: value("acte"),
    organisation: value("organisme"),
    from: value("du"),
    until: value("au"),
  };
}

/** What cannot be read of it, by the name of the field. */
export function filterErrors({ from, until }: JournalFilter): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const [name, typed] of [
    ["du", from],
    ["au", until],
  ] as const) {
    if (typed === "") continue;
    const read = readWrittenDay(typed);
    if ("error" in read) errors[name] = read.error;
  }
  return errors;
}

export const JOURNAL_PAGE = 100;

/** Lines of the journal that a reader may see, the newest first; `before` is the id of the last one of the page before. */
export async function readJournal(
  tx: Tx,
  filter: JournalFilter,
  before: number | null,
  limit = JOURNAL_PAGE,
): Promise<readonly JournalLine[]> {
  let query = tx
    .selectFrom("journal as j")
    .leftJoin("person as p", "p.id", "j.actor")
    .leftJoin("organisation as o", "o.id", "j.organisation_id")
    .leftJoin("application as a", (join) => join.on(sql<boolean>`j.chain = 'application:' || a.id::text`))
    .leftJoin("person as absent", (join) => join.on(sql<boolean>`absent.id = j.details ->> 'inPlaceOf'`))
    .select(["j.id", "j.at", "j.act", "j.chain", "j.position", "j.details", "j.hash", "j.actor"])
    .select([
      "p.name",
      "o.name as organisation",
      "a.number",
      "a.id as application_id",
      "a.framework",
      "a.scheme",
      "absent.name as absent_name",
    ]);
  if (filter.person !== "") {
    const like = `%${escaped(filter.person)}%`;
    query = query.where((eb) => eb.or([eb("p.name", "ilike", like), eb("p.email", "ilike", like)]));
  }
  if (filter.act !== "") query = query.where("j.act", "=", filter.act);
  if (filter.organisation !== "") {
    const siren = filter.organisation.replace(/\s/g, "");
    const like = `%${escaped(filter.organisation)}%`;
    query = query.where((eb) => eb.or([eb("o.name", "ilike", like), eb("o.siren", "=", siren)]));
  }
  const [from, until] = [dayOf(filter.from), dayOf(filter.until)];
  if (from !== null) query = query.where("j.at", ">=", from.toZonedDateTime(LEGAL_TIME_ZONE).toInstant());
  if (until !== null) query = query.where("j.at", "<", endOfLegalDay(until));
  if (before !== null) query = query.where("j.id", "<", before);
  const rows = await query.orderBy("j.id", "desc").limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    act: row.act,
    actor: row.name ?? row.actor,
    inPlaceOf: row.absent_name,
    chain: row.chain,
    position: row.position,
    number: row.number,
    applicationId: row.application_id,
    framework: row.framework,
    scheme: row.scheme,
    organisation: row.organisation,
    details: row.details as Readonly<Record<string, unknown>>,
    hash: row.hash,
  }));
}

/** The acts that the journal holds, to choose among. */
export async function actsInJournal(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom("journal").select("act").distinct().orderBy("act").execute();
  return rows.map(({ act }) => act);
}

function dayOf(typed: string): Temporal.PlainDate | null {
  if (typed === "") return null;
  const read = readWrittenDay(typed);
  return "error" in read ? null : Temporal.PlainDate.from(read.value);
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (one) => `\\${one}`);
}

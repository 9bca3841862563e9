import { stringify } from "csv-stringify/sync";
import { proveFilings } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { type Routes, respondPage } from "#src/people/web/index.ts";
import { textCell } from "#src/platform/csv.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import type { World } from "#src/platform/world.ts";
import { type Query, urls } from "#src/urls.ts";
import type { FunderWords } from "#text/index.ts";
import { actTitle } from "../journal/act-words.ts";
import {
  actsInJournal,
  filterErrors,
  JOURNAL_PAGE,
  type JournalFilter,
  type JournalLine,
  readFilter,
  readJournal,
} from "../journal/read.ts";
import { requireSetup } from "./guard.ts";
import { JournalPage, ProofPage, sayDetails } from "./journal-page.tsx";

/** So many lines at once: more are exported by period. */
const MOST_EXPORTED = 50_000;
/** Spreadsheets then read accents. */
const BOM = "\ufeff";

/** The journal across files: looked through, exported, proved. */
export function journalRoutes(routes: Routes, world: World): void {
  routes.get(urls.journal.pattern, async (c) => {
    const visitor = requireSetup(c, "see");
    const filter = readFilter((name) => c.req.query(name));
    const errors = filterErrors(filter);
    const before = /^\d{1,15}$/.test(c.req.query("avant") ?? "") ? Number(c.req.query("avant")) : null;
    const { lines, acts } = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
      lines: Object.keys(errors).length > 0 ? [] : await readJournal(tx, filter, before),
      acts: await actsInJournal(tx),
    }));
    const query = queryOf(filter);
    const last = lines.length === JOURNAL_PAGE ? lines.at(-1)?.id : undefined;
    const page = (
      <JournalPage
        filter={filter}
        errors={errors}
        lines={lines}
        acts={acts}
        exportHref={urls.journalExport.href({}, query)}
        {...(last === undefined ? null : { next: urls.journal.href({}, { ...query, avant: last }) })}
      />
    );
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return respondPage(
      c,
      world,
      { title: "Journal", current: urls.administration.href(), density: "compact", status },
      page,
    );
  });
  routes.get(urls.journalExport.pattern, async (c) => {
    const visitor = requireSetup(c, "see");
    const filter = readFilter((name) => c.req.query(name));
    const lines = await inTransaction(world.db, readerOf(visitor), (tx) =>
      readJournal(tx, filter, null, MOST_EXPORTED),
    );
    const csv =
      BOM + stringify([HEADERS, ...lines.map((line) => cellsOf(line, world.config.funder.words))], { delimiter: ";" });
    return c.body(csv, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="journal.csv"',
      "cache-control": "private, no-store",
    });
  });
  routes.post(urls.journalProof.pattern, async (c) => {
    requireSetup(c, "see");
    const [journal, filings] = [await verifyJournal(world.db, []), await proveFilings(world)];
    const page = <ProofPage journal={journal} filings={filings} />;
    return respondPage(c, world, { title: "Preuve du journal", current: urls.administration.href() }, page);
  });
}

const HEADERS = [
  "Quand",
  "Acte",
  "Code",
  "Qui",
  "À la place de",
  "Dossier",
  "Organisme",
  "Détail",
  "Chaîne",
  "Rang",
  "Empreinte",
];

function cellsOf(line: JournalLine, funder: FunderWords): readonly string[] {
  return [
    line.at.toString(),
    actTitle(line.act, funder),
    line.act,
    textCell(line.actor ?? ""),
    textCell(line.inPlaceOf ?? ""),
    line.number ?? "",
    textCell(line.organisation ?? ""),
    textCell(sayDetails(line)),
    line.chain,
    String(line.position),
    line.hash,
  ];
}

function queryOf({ person, act, organisation, from, until }: JournalFilter): Query {
  return { personne: person, acte: act, organisme: organisation, du: from, au: until };
}

import type { JSX } from "preact";
import { gridLines } from "#policy/index.ts";
import { Disclosure, Timeline, type TimelineEvent, useFunder } from "#src/ui/index.ts";
import type { FunderWords } from "#text/index.ts";
import type { JournalRow } from "../file/file-store.ts";
import type { ReviewedView } from "../file/file-view.tsx";
import { factWords } from "./journal-words.ts";

const RECENT = 8;
/** A paper read is kept, and changes nothing: it does not stand among acts. */
const READ = "attachment-read";

/** All that happened, the last first, as the hash-chained journal holds it; what is older is folded, and so are readings. */
export function Journal(props: { readonly view: ReviewedView }): JSX.Element {
  const { journal } = props.view.file;
  const acts = journal.filter((entry) => entry.act !== READ);
  const readings = journal.filter((entry) => entry.act === READ);
  const older = acts.slice(RECENT);
  const titles = new Map(gridLines(props.view.scheme.grid).map((line) => [line.id, line.title]));
  const funder = useFunder();
  const eventOf = (entry: JournalRow) => told(entry, (subject) => titles.get(subject) ?? subject, funder);
  return (
    <>
      <Timeline label="Journal" events={acts.slice(0, RECENT).map(eventOf)} />
      {older.length > 0 && (
        <Disclosure summary={`Entrées plus anciennes (${older.length})`}>
          <Timeline label="Journal, entrées plus anciennes" events={older.map(eventOf)} />
        </Disclosure>
      )}
      {readings.length > 0 && (
        <Disclosure summary={`Consultations de pièces (${readings.length})`}>
          <Timeline label="Consultations de pièces" events={readings.map(eventOf)} />
        </Disclosure>
      )}
    </>
  );
}

function told(entry: JournalRow, subjectWord: (subject: string) => string, funder: FunderWords): TimelineEvent {
  const words = factWords(entry.act, entry.details, subjectWord, funder);
  return {
    id: String(entry.id),
    at: entry.at,
    title: words.title,
    icon: words.icon,
    who: entry.actor ?? "le service",
    ...(words.more === "" ? {} : { children: <p>{words.more}</p> }),
  };
}

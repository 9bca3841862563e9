import type { JSX } from "preact";
import { DataTable, formatDateTime, Notice, Section, SummaryList } from "#src/ui/index.ts";
import { type Askable, PAPERS } from "../completion/completion.ts";
import { Asked, Before, correction } from "./file-read.tsx";
import { answerId, type FileView } from "./file-view.tsx";

const causes = {
  submission: "dépôt",
  completion: "compléments du demandeur",
  correction: "correction par le service",
  track: "réponse de l’autre financeur",
} as const;

/** All that was answered, section by section: short answers of a list as a table, the others one under the other. */
export function Answers(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const { revision, previous } = view.file;
  const sections = [...new Set(view.asked.map((one) => one.section))].filter((section) => section !== PAPERS);
  return (
    <>
      <p class="es-hint">
        Version {revision.number} ({causes[revision.cause]}), {formatDateTime(revision.madeAt)}. Empreinte{" "}
        <code>{revision.hash.slice(0, 16)}</code>.
      </p>
      {previous !== null && <Changed view={view} />}
      {sections.map((section) => (
        <Section key={section} title={section} level={3}>
          {blocksOf(view.asked.filter((one) => one.section === section)).map((block, index) =>
            block.kind === "table" ? (
              <ListTable key={index} view={view} block={block} />
            ) : (
              <SummaryList key={index} compact items={block.answers.map((one) => itemOf(view, one))} />
            ),
          )}
        </Section>
      ))}
    </>
  );
}

function Changed(props: { readonly view: FileView }): JSX.Element {
  const changed = [...props.view.changed.values()];
  return (
    <Notice
      tone="info"
      title={changed.length === 0 ? "Rien n’a changé depuis la version précédente" : "Ce qui a changé"}
    >
      {changed.length > 0 && (
        <ul>
          {changed.map((one) => (
            <li key={one.path}>
              <a href={`#${answerId(one.path)}`}>{one.label}</a> : <del>{one.before}</del> devient{" "}
              <ins>{one.after}</ins>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function itemOf(view: FileView, one: Askable) {
  const action = correction(view, one.path, one.label);
  return {
    id: answerId(one.path),
    label: <Asked one={one} />,
    value: one.isMissing ? <strong>{one.answer}</strong> : one.answer,
    ...(view.changed.has(one.path) ? { note: <Before view={view} path={one.path} /> } : {}),
    ...(action === null ? {} : { action }),
  };
}

/** A list whose items answer a few short questions reads as a table: one row an item. */
interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly Askable[];
  readonly rows: readonly (readonly (Askable | undefined)[])[];
}
type Block = TableBlock | { readonly kind: "answers"; readonly answers: readonly Askable[] };

const MOST_COLUMNS = 5;
const LONGEST_CELL = 80;

/** The answers of a section in order, those of lists that fit apart as tables. */
export function blocksOf(answers: readonly Askable[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: Askable[] = [];
  const lists = byList(answers);
  const done = new Set<string>();
  const flush = () => {
    if (run.length > 0) blocks.push({ kind: "answers", answers: run });
    run = [];
  };
  for (const one of answers) {
    const list = listOf(one);
    const items = list === null ? undefined : lists.get(list);
    if (list === null || items === undefined || !fits(items)) {
      run.push(one);
      continue;
    }
    if (done.has(list)) continue;
    done.add(list);
    flush();
    blocks.push(tableOf(items));
  }
  flush();
  return blocks;
}

/** `people.*` of `people.*.name`; null where the question is of the file itself. */
function listOf({ question, path }: Askable): string | null {
  const star = question.path.lastIndexOf("*");
  if (star < 0) return null;
  // A list within a list is one table an outer item.
  const depth = question.path.slice(0, star).split(".").length - 1;
  return path.split(".").slice(0, depth).join(".");
}

function byList(answers: readonly Askable[]): ReadonlyMap<string, readonly Askable[]> {
  const lists = new Map<string, Askable[]>();
  for (const one of answers) {
    const list = listOf(one);
    if (list !== null) lists.set(list, [...(lists.get(list) ?? []), one]);
  }
  return lists;
}

function fits(items: readonly Askable[]): boolean {
  const columns = new Set(items.map(({ question }) => question.path));
  return columns.size > 1 && columns.size <= MOST_COLUMNS && items.every(({ answer }) => answer.length <= LONGEST_CELL);
}

function tableOf(items: readonly Askable[]): TableBlock {
  const columns = [...new Map(items.map((one) => [one.question.path, one])).values()];
  const rows = new Map<string, Askable[]>();
  for (const one of items) {
    const row = one.path.slice(0, one.path.length - lastPart(one).length);
    rows.set(row, [...(rows.get(row) ?? []), one]);
  }
  return {
    kind: "table",
    columns,
    rows: [...rows.values()].map((row) =>
      columns.map((column) => row.find((one) => one.question.path === column.question.path)),
    ),
  };
}

/** What follows the item in a path: `name`. */
function lastPart({ question }: Askable): string {
  return question.path.slice(question.path.lastIndexOf("*") + 1);
}

function ListTable(props: { readonly view: FileView; readonly block: TableBlock }): JSX.Element {
  const { view, block } = props;
  return (
    <DataTable
      caption={block.columns.map(({ question }) => question.label).join(", ")}
      captionHidden
      columns={[
        { key: "place", header: "N°", cell: (_row, index) => String(index + 1), narrow: true },
        ...block.columns.map((column, at) => ({
          key: column.question.path,
          header: column.question.label,
          cell: (row: readonly (Askable | undefined)[]) => <Cell view={view} one={row[at]} />,
        })),
      ]}
      rows={block.rows}
      rowKey={(row, index) => row[0]?.path ?? String(index)}
    />
  );
}

function Cell(props: { readonly view: FileView; readonly one: Askable | undefined }): JSX.Element | null {
  const { view, one } = props;
  if (one === undefined) return null;
  return (
    <span id={answerId(one.path)}>
      {one.isMissing ? <strong>{one.answer}</strong> : one.answer} <Before view={view} path={one.path} />{" "}
      {correction(view, one.path, one.label)}
    </span>
  );
}

import type { JSX } from "preact";
import type { Group, Item } from "#policy/index.ts";
import { DataTable, formatDateTime, Notice, Section, SummaryList } from "#src/ui/index.ts";
import { type Askable, PAPERS } from "../completion/completion.ts";
import { answerId, type ReviewedView } from "../file/file-view.tsx";
import { blocksOf, type TableBlock } from "./answer-blocks.ts";
import { Asked, Before, correction } from "./file-read.tsx";

const causes = {
  submission: "dépôt",
  completion: "compléments du demandeur",
  correction: "correction par le service",
  track: "réponse de l’autre financeur",
} as const;

/** All that was answered, section by section: short answers of a list as a table, the others one under the other. */
export function Answers(props: { readonly view: ReviewedView }): JSX.Element {
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

function Changed(props: { readonly view: ReviewedView }): JSX.Element {
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

function itemOf(view: ReviewedView, one: Askable) {
  const action = correction(view, one.path, one.label);
  return {
    id: answerId(one.path),
    label: <Asked one={one} />,
    value: one.isMissing ? <strong>{one.answer}</strong> : one.answer,
    ...(view.changed.has(one.path) ? { note: <Before view={view} path={one.path} /> } : {}),
    ...(action === null ? {} : { action }),
  };
}

/** « Intervenants »: how the form names the list that a question is of. */
function listName({ scheme }: ReviewedView, column: Askable | undefined): string {
  const path = column?.question.path.replace(/\.\*\.[^*]*$/, "");
  const groups = (items: readonly Item[]): readonly Group[] =>
    items.flatMap((one) => (one.type === "group" ? [one, ...groups(one.items)] : []));
  const lists = groups(scheme.form.sections.flatMap(({ items }) => items));
  return lists.find((one) => one.path.join(".") === path)?.label ?? "Réponses";
}

function ListTable(props: { readonly view: ReviewedView; readonly block: TableBlock }): JSX.Element {
  const { view, block } = props;
  return (
    <DataTable
      caption={listName(view, block.columns[0])}
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

function Cell(props: { readonly view: ReviewedView; readonly one: Askable | undefined }): JSX.Element | null {
  const { view, one } = props;
  if (one === undefined) return null;
  return (
    <span id={answerId(one.path)}>
      {one.isMissing ? <strong>{one.answer}</strong> : one.answer} <Before view={view} path={one.path} />{" "}
      {correction(view, one.path, one.label)}
    </span>
  );
}

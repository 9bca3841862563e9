import type { JSX } from "preact";
import { DataTable, ProvisionId } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Askable } from "../completion/completion.ts";
import { answerId, may, type ReviewedView } from "../file/file-view.tsx";
import { blocksOf, type TableBlock } from "./answer-blocks.ts";
import { PaperInPlace } from "./file-papers.tsx";

/** What a point of the judgement reads: the answers as filed, then the papers that prove them, shown in place. */
export function Read(props: {
  readonly view: ReviewedView;
  /** Dotted paths of the answers. */
  readonly paths: readonly string[];
  /** The condition whose papers are shown. */
  readonly criterion: string;
}): JSX.Element {
  const { view } = props;
  const read = new Set(props.paths);
  const answers = view.asked.filter(({ path }) => read.has(path));
  const papers = papersFor(view, props.criterion);
  return (
    <>
      {blocksOf(answers).map((block, index) =>
        block.kind === "table" ? (
          <ListRead key={index} view={view} block={block} />
        ) : (
          <dl key={index} class="es-read">
            {block.answers.map((one) => (
              <div key={one.path} data-changed={view.changed.has(one.path) ? "" : undefined}>
                <dt>
                  <a href={`#${answerId(one.path)}`}>{one.label}</a>
                </dt>
                <dd>
                  <Said view={view} one={one} />
                </dd>
              </div>
            ))}
          </dl>
        ),
      )}
      {papers.map(({ attachment, label }) => (
        <PaperInPlace key={attachment.id} view={view} attachment={attachment} label={label} />
      ))}
      {answers.length + papers.length === 0 && (
        <p class="es-hint">Ce point se lit dans l’ensemble du dossier, pas dans une réponse.</p>
      )}
    </>
  );
}

/** A list reads as the table that it is: an item a row, each answer leading to its place. */
function ListRead({ view, block }: { readonly view: ReviewedView; readonly block: TableBlock }): JSX.Element {
  return (
    <div class="es-read-table">
      <DataTable
        caption={block.columns.map(({ question }) => question.label).join(", ")}
        captionHidden
        columns={block.columns.map((column, at) => ({
          key: column.question.path,
          header: column.question.label,
          cell: (row: TableBlock["rows"][number]) => <ListCell view={view} one={row[at]} />,
        }))}
        rows={block.rows}
        rowKey={(row, index) => row[0]?.path ?? String(index)}
      />
    </div>
  );
}

function ListCell({
  view,
  one,
}: {
  readonly view: ReviewedView;
  readonly one: Askable | undefined;
}): JSX.Element | null {
  if (one === undefined) return null;
  return (
    <a href={`#${answerId(one.path)}`}>
      <Said view={view} one={one} />
    </a>
  );
}

function Said({ view, one }: { readonly view: ReviewedView; readonly one: Askable }): JSX.Element {
  return (
    <>
      {one.isMissing ? <strong>{one.answer}</strong> : one.answer}
      <Before view={view} path={one.path} />
    </>
  );
}

/** What an answer was before its last change. */
export function Before(props: { readonly view: ReviewedView; readonly path: string }): JSX.Element | null {
  const before = props.view.changed.get(props.path)?.before;
  if (before === undefined) return null;
  return (
    <span class="es-before">
      <span class="es-new">Modifié</span> avant : <del>{before === "" ? "rien" : before}</del>
    </span>
  );
}

/** Leads to the correction of an evident slip in an answer. */
export function correction(view: ReviewedView, path: string, label: string): JSX.Element | null {
  if (!may(view, "correct")) return null;
  return (
    <a href={urls.reviewCorrection.href({ id: view.file.application.id }, { ...view.list.query, champ: path })}>
      Corriger<span class="ds-sr-only"> : {label}</span>
    </a>
  );
}

/** An answer's label with the provision that asks for it. */
export function Asked(props: { readonly one: ReviewedView["asked"][number]; readonly label?: string }): JSX.Element {
  const { one } = props;
  return (
    <>
      {props.label ?? one.label} {one.provision !== null && <ProvisionId id={one.provision} />}
    </>
  );
}

function papersFor(view: ReviewedView, criterion: string) {
  const labels = new Map(
    view.scheme.documents.filter((one) => one.provision === criterion).map((one) => [one.id, one.label]),
  );
  return view.file.revision.attachments.flatMap((attachment) => {
    const label = labels.get(attachment.key.split(":")[0] ?? "");
    return label === undefined ? [] : [{ attachment, label }];
  });
}

import type { JSX } from "preact";
import type { Question } from "#policy/index.ts";
import { type Content, DataTable } from "#src/ui/index.ts";
import type { ToldAnswer, ToldBlock } from "./told-blocks.ts";

/** A section's answers read again, each block a table with its name. */
export function ToldBlocks(props: { readonly title: string; readonly blocks: readonly ToldBlock[] }): JSX.Element {
  return (
    <>
      {props.blocks.map((block) =>
        block.kind === "answers" ? (
          <AnswersTable key={block.answers[0]?.path} of={props.title} block={block} />
        ) : (
          <ItemsTable key={block.title} block={block} />
        ),
      )}
    </>
  );
}

function AnswersTable(props: {
  readonly of: string;
  readonly block: Extract<ToldBlock, { readonly kind: "answers" }>;
}): JSX.Element {
  const { title, answers } = props.block;
  return (
    <table class="es-told">
      <caption class={title === "" ? "ds-sr-only" : undefined}>{title === "" ? props.of : title}</caption>
      <thead class="ds-sr-only">
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Réponse</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((one) => (
          <tr key={one.path}>
            <th scope="row">{one.question.label}</th>
            <td>
              <Said answer={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said(props: { readonly answer: ToldAnswer | undefined }): JSX.Element {
  const { answer } = props;
  if (answer === undefined) return <span class="es-none">Sans objet</span>;
  return (
    <>
      {answer.answer === "" ? <span class="es-none">Non renseigné</span> : answer.answer}
      {answer.error !== undefined && <div class="es-summary-note">{answer.error}</div>}
    </>
  );
}

type ItemsBlock = Extract<ToldBlock, { readonly kind: "table" }>;
type Line = ItemsBlock["lines"][number];

/** A line an item; its longer answers under it. */
function ItemsTable(props: { readonly block: ItemsBlock }): JSX.Element {
  const { title, columns, lines } = props.block;
  const wide = columns.filter(isLong);
  return (
    <DataTable
      caption={title}
      columns={[
        {
          key: "item",
          header: "N°",
          rowHeader: true,
          narrow: true,
          cell: (_line: Line, index) => String(index + 1),
        },
        ...columns
          .filter((one) => !isLong(one))
          .map((question) => ({
            key: question.id,
            header: question.short ?? question.label,
            numeric: ["decimal", "integer", "money"].includes(question.control.kind),
            cell: (line: Line) => <Said answer={line.get(question.id)} />,
          })),
      ]}
      rows={lines}
      rowKey={(_line, index) => String(index)}
      detail={(line) => (wide.length === 0 ? null : <Long line={line} questions={wide} />)}
    />
  );
}

function isLong({ control }: Question): boolean {
  return control.kind === "long-text" || control.kind === "choices";
}

function Long(props: { readonly line: Line; readonly questions: readonly Question[] }): Content {
  return props.questions.map((question) => (
    <div key={question.id}>
      {question.short ?? question.label} : <Said answer={props.line.get(question.id)} />
    </div>
  ));
}

import type { JSX } from "preact";
import type { TableColumn } from "#policy/index.ts";
import { textOf } from "#src/life/index.ts";
import { Cell, fieldId, formatMoneyExact, Icon } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { buttons } from "../draft/form-question.tsx";
import { shownText } from "./cells.ts";
import { namesFor } from "./figures.ts";
import type { LineNote, LineState } from "./line-state.ts";
import { NoteRow } from "./note-row.tsx";
import { cellQuestion, type WrittenLine } from "./table.ts";
import type { TableState } from "./table-state.ts";

/** A line of the budget: its cells, what it counts for, and under it why it does not count in whole. */
export function LineRow(props: {
  readonly state: TableState;
  readonly line: WrittenLine;
  readonly note: LineNote;
  readonly stamp: string;
}): JSX.Element {
  const { state, line, note, stamp } = props;
  const { table } = state;
  const what = `ligne ${line.number}`;
  return (
    <>
      <tr class="es-line" data-line={line.path} data-state={note.state} data-stamp={stamp} id={fieldId(line.path)}>
        <th scope="row" class="es-line-number">
          <span class="ds-sr-only">Ligne </span>
          <span data-number={String(line.number)}>{line.number}</span>
        </th>
        {table.columns.map((column) => (
          <td key={column.label} class={`es-line-${column.width}`}>
            <ColumnCell {...props} column={column} />
          </td>
        ))}
        <td class="es-line-kept" data-kept>
          <Kept note={note} />
        </td>
        <td class="es-line-acts">
          <a href={urls.applicationBudgetLine.href({ id: state.id, line: String(line.index) })}>
            <Icon name="pen" />
            <span class="es-line-edit">Modifier</span>
            <span class="ds-sr-only"> {state.mayEdit ? `tout ce que dit la ${what}` : `la ${what}`}</span>
          </a>
          {state.mayEdit && (
            <>
              <RowButton name={buttons.duplicateLine} value={line.path} icon="copy" label={`Dupliquer la ${what}`} />
              <RowButton name={buttons.remove} value={line.path} icon="trash" label={`Supprimer la ${what}`} />
            </>
          )}
        </td>
      </tr>
      <NoteRow state={state} line={line} note={note} />
      {state.notes(line.path).map(([path, content]) => (
        <tr key={path} class="es-line-note">
          <td />
          <td colSpan={table.columns.length + 2}>{content}</td>
        </tr>
      ))}
    </>
  );
}

function RowButton(props: {
  readonly name: string;
  readonly value: string;
  readonly icon: "copy" | "trash";
  readonly label: string;
}): JSX.Element {
  return (
    <button type="submit" name={props.name} value={props.value} title={props.label} data-act={props.name}>
      <Icon name={props.icon} />
      <span class="ds-sr-only">{props.label}</span>
    </button>
  );
}

function ColumnCell(props: {
  readonly state: TableState;
  readonly line: WrittenLine;
  readonly note: LineNote;
  readonly column: TableColumn;
}): JSX.Element | null {
  const { state, line, note, column } = props;
  const { table, raw, answers } = state;
  const question = cellQuestion(table, column, line.heading);
  if (question === null) return null;
  const path = `${line.path}.${question.id}`;
  const text = textOf(raw, path);
  const isName = column.width === "name";
  const brief = isName ? briefOf(state, line) : "";
  return (
    <>
      {state.mayEdit ? (
        <Cell
          question={question}
          path={path}
          text={text}
          label={`${column.label}, ligne ${line.number}`}
          isWrong={note.wrong.has(question.id)}
          noteId={`${fieldId(line.path)}-note`}
          names={namesFor(table, question.id, answers)}
          isName={isName}
        />
      ) : (
        <span class="es-cell">{shownText(question, text)}</span>
      )}
      {brief !== "" && (
        <span class="es-line-brief" aria-hidden="true">
          {brief}
        </span>
      )}
    </>
  );
}

/** What the columns that a small screen hides say: « Ingénierie, 640 h ». */
function briefOf({ table, raw }: TableState, line: WrittenLine): string {
  return table.columns
    .slice(1, -1)
    .flatMap((column) => {
      const question = cellQuestion(table, column, line.heading);
      const said = question === null ? "" : shownText(question, raw[`${line.path}.${question.id}`]);
      if (question === null || said === "") return [];
      const { control } = question;
      if (control.kind === "yes-no") return said === "oui" ? [column.label.toLowerCase()] : [];
      return [control.kind === "decimal" && control.unit !== "" ? `${said} ${control.unit.slice(0, 1)}` : said];
    })
    .join(", ");
}

const words: Readonly<Partial<Record<LineState, string>>> = {
  cut: "écarté",
  "to-judge": "à apprécier",
  waiting: "sans montant",
  wrong: "à corriger",
};

/** What of a line counts: its amount, or the word that takes its place. */
export function Kept({ note }: { readonly note: LineNote }): JSX.Element {
  const word = words[note.state];
  if (word !== undefined) return <b>{word}</b>;
  return <span>{note.kept === null ? "" : formatMoneyExact(note.kept).replace(/[\u00a0\u202f]?€$/, "")}</span>;
}

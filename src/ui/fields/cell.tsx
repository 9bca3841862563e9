import type { JSX } from "preact";
import type { Question } from "#policy/index.ts";
import { fieldId } from "./wiring.tsx";

export interface CellProps {
  readonly question: Question;
  /** Name of the field: `lines.3.amount`. */
  readonly path: string;
  readonly text: string;
  /** What it is, for who does not see the column: « Montant HT, ligne 12 ». */
  readonly label: string;
  readonly isWrong: boolean;
  /** Id of what is said under the line. */
  readonly noteId: string;
  /** The only words that it takes, where these are not its own options: the phases of the file. */
  readonly names?: readonly string[] | null;
  /** Its text may take several lines. */
  readonly isName?: boolean;
}

/** One cell of the table, as a field: what is typed in it travels with the form, with or without scripts. */
export function Cell(props: CellProps): JSX.Element {
  const { question, path, text, label, isWrong, noteId } = props;
  const shared = {
    id: fieldId(path),
    name: path,
    "aria-label": label,
    "aria-invalid": isWrong ? ("true" as const) : undefined,
    "aria-describedby": isWrong ? noteId : undefined,
    "data-cell": question.id,
  };
  const options = optionsOf(props);
  if (options !== null) {
    return (
      <select class="es-cell" {...shared}>
        <option value="" selected={text === ""}>
          Choisir…
        </option>
        {options.map(([value, word]) => (
          <option key={value} value={value} selected={value === text}>
            {word}
          </option>
        ))}
      </select>
    );
  }
  if (props.isName === true) {
    return (
      <textarea class="es-cell" rows={1} {...shared}>
        {text}
      </textarea>
    );
  }
  const isFigure = figures.has(question.control.kind);
  return (
    <input
      class="es-cell"
      type="text"
      inputMode={isFigure ? "decimal" : undefined}
      autocomplete="off"
      value={text}
      {...shared}
    />
  );
}

const figures: ReadonlySet<Question["control"]["kind"]> = new Set(["money", "decimal", "integer", "share"]);

/** The words to choose from; what is written and is none of them stays to be seen and corrected. */
function optionsOf({ question, names, text }: CellProps): readonly (readonly [string, string])[] | null {
  const { control } = question;
  const own = ((): readonly (readonly [string, string])[] | null => {
    if (control.kind === "choice") return control.options.map(({ value, label }) => [value, label]);
    if (control.kind === "yes-no")
      return [
        ["oui", "Oui"],
        ["non", "Non"],
      ];
    return names == null || names.length === 0 ? null : names.map((name) => [name, name]);
  })();
  if (own === null || text === "" || own.some(([value]) => value === text)) return own;
  return [[text, text], ...own];
}

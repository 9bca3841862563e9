import type { JSX } from "preact";
import type { OpenScheme } from "#policy/index.ts";
import { fieldId } from "#src/ui/index.ts";

/** The marks of the scale side by side, each with its word; in a grid judged in words, its answers. */
export function MarkField(props: {
  readonly name: string;
  readonly grid: OpenScheme["grid"];
  readonly line: string;
  /** What is marked: a legend that many groups share is told apart by it. */
  readonly about: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly readOnly: boolean;
}): JSX.Element {
  const { name, value, error } = props;
  const id = fieldId(name);
  const options = optionsOf(props.grid, props.line);
  return (
    <fieldset class="es-marks" id={id} tabIndex={-1} data-marks>
      <legend class="ds-label">
        {props.grid.kind === "scored" ? `Note de 0 à ${props.grid.scale.most}` : "Ce critère est-il rempli ?"}
        <span class="ds-sr-only">{`, ${props.about}`}</span>
      </legend>
      {error !== undefined && <p class="es-error">{error}</p>}
      <div class="es-marks-row">
        {options.map((option) => (
          <label key={option.value} class="es-mark-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={props.readOnly && option.value !== value}
              aria-invalid={error === undefined ? undefined : true}
            />
            {option.figure !== null && <span class="es-mark-figure">{option.figure}</span>}{" "}
            <span class="es-mark-word">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface MarkOption {
  readonly value: string;
  readonly label: string;
  readonly figure: string | null;
}

function optionsOf(grid: OpenScheme["grid"], line: string): readonly MarkOption[] {
  if (grid.kind === "judged") {
    const answers: Readonly<Record<string, string>> = grid.lines.find(({ id }) => id === line)?.answers ?? {};
    return Object.entries(answers).map(([value, label]) => ({ value, label, figure: null }));
  }
  return Array.from({ length: grid.scale.most + 1 }, (_, mark) => ({
    value: String(mark),
    label: grid.scale.marks[mark] ?? "",
    figure: String(mark),
  }));
}

import type { JSX } from "preact";
import { fieldId, Icon, type IconName, quoted } from "#src/ui/index.ts";
import type { LineNote, LineState } from "./line-state.ts";
import type { WrittenLine } from "./table.ts";
import type { TableState } from "./table-state.ts";

/** Under a line, why it does not count in whole, or what is wrong with a cell; nothing where there is nothing to say. */
export function NoteRow(props: {
  readonly state: TableState;
  readonly line: WrittenLine;
  readonly note: LineNote;
}): JSX.Element | null {
  const { state, line, note } = props;
  const told = said[note.state];
  if (told === undefined && note.wrong.size === 0) return null;
  return (
    <tr class="es-line-note" data-note={line.path} data-tone={note.wrong.size > 0 ? "wrong" : told?.tone}>
      <td />
      <td colSpan={state.table.columns.length + 2} id={`${fieldId(line.path)}-note`}>
        {[...note.wrong].map(([id, message]) => (
          <p key={id} class="es-line-wrong" data-wrong={id}>
            <Icon name="warning" />
            <span>
              {labelOf(state, id)} : {message}
            </span>
          </p>
        ))}
        {told !== undefined && note.wrong.size === 0 && <Reason {...props} icon={told.icon} />}
      </td>
    </tr>
  );
}

const said: Readonly<Partial<Record<LineState, { readonly icon: IconName; readonly tone: string }>>> = {
  cut: { icon: "unmet", tone: "cut" },
  partly: { icon: "scale", tone: "judge" },
  "to-judge": { icon: "user", tone: "judge" },
  estimate: { icon: "question", tone: "estimate" },
};

function labelOf({ table }: TableState, id: string): string {
  return (table.questions.find((one) => one.id === id)?.label ?? id).replace(/[\s\u00a0\u202f]*\?$/, "");
}

function Reason(props: {
  readonly state: TableState;
  readonly line: WrittenLine;
  readonly note: LineNote;
  readonly icon: IconName;
}): JSX.Element {
  const { state, line, note } = props;
  const rules = state.figures.lines.get(line.path)?.rules ?? [];
  const quotations = rules.flatMap((rule) => state.quotations[rule] ?? state.quotations[ruleOf(rule)] ?? []);
  return (
    <div class="es-line-reason">
      <Icon name={props.icon} />
      <span>{note.reason}</span>
      {note.provision !== "" && (
        <details class="es-line-why">
          <summary>
            Pourquoi ?<span class="ds-sr-only"> (ligne {line.number})</span>
          </summary>
          <div>
            {[...new Set(quotations)].map((text) => (
              <p key={text}>{quoted(text)}</p>
            ))}
            <p class="es-hint">Le texte : {note.provision}.</p>
          </div>
        </details>
      )}
    </div>
  );
}

/** « T-8 » of « T-8-activity »: several rules may come from one sentence of the text. */
function ruleOf(rule: string): string {
  return /^[A-Z0-9]+-\d+/.exec(rule)?.[0] ?? rule;
}

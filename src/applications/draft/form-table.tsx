import type { JSX } from "preact";
import type { Group, Question } from "#policy/index.ts";
import { conditionsAt } from "#src/eligibility/web/index.ts";
import { Button, Condition, conditionId, fieldId, QuestionField } from "#src/ui/index.ts";
import type { FormState } from "./form-state.ts";

/** Longer answers stand on a line of their own, under the others. */
function isWide({ control }: Question): boolean {
  return control.kind === "long-text" || control.kind === "choices";
}

/** What its column takes; a day's example is told once. */
function headHint({ hint, control }: Question): string | undefined {
  return hint ?? (control.kind === "day" ? "par exemple 03/03/2026." : undefined);
}

interface FormTableProps {
  readonly state: FormState;
  readonly group: Group;
  readonly path: string;
  readonly count: number;
  /** Name of the button that takes a line away. */
  readonly removeName: string;
}

/** The items of a group as a table one types in, a line each; on a small screen each line is a sheet. */
export function FormTable(props: FormTableProps): JSX.Element {
  const { group, path, count } = props;
  const questions = group.items.filter((item): item is Question => item.type === "question");
  const columns = questions.filter((one) => !isWide(one));
  const mayRemove = group.continues !== true && count > group.min;
  return (
    <>
      <Hints path={path} columns={columns} />
      <table class="es-typed">
        <caption class="ds-sr-only">{group.label}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="ds-sr-only">{group.itemLabel}</span>
            </th>
            {columns.map((question) => (
              <th key={question.id} scope="col">
                {question.short ?? question.label}
              </th>
            ))}
            {mayRemove && (
              <th scope="col">
                <span class="ds-sr-only">Retirer</span>
              </th>
            )}
          </tr>
        </thead>
        {Array.from({ length: count }, (_, index) => (
          <Line
            key={index}
            {...props}
            index={index}
            columns={columns}
            wide={questions.filter(isWide)}
            mayRemove={mayRemove}
          />
        ))}
      </table>
    </>
  );
}

/** What each column takes, told once above the table; once too for columns that take the same. */
function Hints(props: { readonly path: string; readonly columns: readonly Question[] }): JSX.Element | null {
  const hinted = Map.groupBy(props.columns, headHint);
  hinted.delete(undefined);
  if (hinted.size === 0) return null;
  return (
    <ul class="es-typed-hints es-hint">
      {[...hinted].map(([hint, questions]) => (
        <li key={hint} id={questions.map((one) => hintId(props.path, one)).at(0)}>
          <strong>{questions.map((one) => one.short ?? one.label).join(", ")}</strong> : {hint}
        </li>
      ))}
    </ul>
  );
}

const hintId = (path: string, question: Question) => `${fieldId(`${path}.${question.id}`)}-aide`;

/** The id of the hint that a question shares with the first column that takes the same. */
function hintedBy(path: string, columns: readonly Question[], question: Question): string {
  const hint = headHint(question);
  const first = hint === undefined ? undefined : columns.find((one) => headHint(one) === hint);
  return first === undefined ? "" : hintId(path, first);
}

interface LineProps extends FormTableProps {
  readonly index: number;
  readonly columns: readonly Question[];
  readonly wide: readonly Question[];
  readonly mayRemove: boolean;
}

function Line(props: LineProps): JSX.Element {
  const { state, group, path, index, columns, wide, mayRemove } = props;
  const here = `${path}.${index}`;
  const line = `${group.itemLabel} ${index + 1}`;
  const span = columns.length + (mayRemove ? 2 : 1);
  return (
    <tbody id={fieldId(here)} tabIndex={-1}>
      <tr>
        <th scope="row">
          <span class="es-typed-word">{group.itemLabel} </span>
          {index + 1}
        </th>
        {columns.map((question) => (
          <td key={question.id}>
            <Cell
              state={state}
              question={question}
              path={`${here}.${question.id}`}
              hintedBy={hintedBy(path, columns, question)}
              line={line}
            />
          </td>
        ))}
        {mayRemove && (
          <td class="es-typed-remove">
            <Button variant="tertiary" size="sm" icon="trash" name={props.removeName} value={here} context={line}>
              <span class="es-typed-word">Retirer</span>
            </Button>
          </td>
        )}
      </tr>
      <tr class="es-typed-told">
        <td colSpan={span}>
          {columns.map((question) => (
            <Told key={question.id} state={state} path={`${here}.${question.id}`} />
          ))}
        </td>
      </tr>
      {wide.map((question) => (
        <tr key={question.id} class="es-typed-wide">
          <td colSpan={span}>
            <QuestionField
              question={index === 0 ? question : withoutWhy(question)}
              path={`${here}.${question.id}`}
              raw={state.raw}
              error={state.errors.get(`${here}.${question.id}`)}
              condition={conditionsAt(state.reading.unmet, `${here}.${question.id}`, state.reading.assessment)}
              after={state.notes.get(`${here}.${question.id}`)}
            />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** Why it is asked is told once, on the first line. */
function withoutWhy({ why: _why, ...question }: Question): Question {
  return question;
}

function Cell(props: {
  readonly state: FormState;
  readonly question: Question;
  readonly path: string;
  readonly hintedBy: string;
  readonly line: string;
}): JSX.Element {
  const { state, question, path } = props;
  const ids = [props.hintedBy, conditionId(fieldId(path))];
  return (
    <QuestionField
      question={question}
      path={path}
      raw={state.raw}
      error={state.errors.get(path)}
      cell={{ line: props.line, hintedBy: ids.filter((id) => id !== "").join(" ") }}
    />
  );
}

/** Under the line: what the rules say of an answer, and what another person wrote in its place. */
function Told(props: { readonly state: FormState; readonly path: string }): JSX.Element {
  const { state, path } = props;
  return (
    <>
      <Condition id={fieldId(path)}>
        {conditionsAt(state.reading.unmet, path, state.reading.assessment) ?? ""}
      </Condition>
      {state.notes.get(path)}
    </>
  );
}

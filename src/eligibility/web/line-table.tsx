import type { JSX } from "preact";
import { type Group, isRequired, type Question, visibilityOf } from "#policy/index.ts";
import { Button, Cell, fieldId, formatMoneyExact, HiddenField, Icon } from "#src/ui/index.ts";
import { controlNames, pasteBox } from "../query.ts";
import type { Simulator } from "../simulator.ts";

interface LineTableProps {
  readonly simulator: Simulator;
  readonly group: Group;
  readonly path: string;
  readonly count: number;
  readonly min: number;
  readonly errors: ReadonlyMap<string, string>;
}

/** Name of the button that adds a line: the keys press it. */
export function addId(path: string): string {
  return fieldId(`${path}-ajouter`);
}

/** A long flat list, as a project's costs, in a short table: what each line always says in columns, the rest beside. */
export function LineTable(props: LineTableProps): JSX.Element {
  const { group, path, count } = props;
  const columns = group.items.filter((item): item is Question => item.type === "question" && isColumn(item));
  return (
    <div
      class="es-question"
      data-key={path}
      data-island="grid"
      data-add={addId(path)}
      data-box={fieldId(pasteBox(path))}
    >
      <HiddenField name={`${path}.length`} value={String(count)} />
      <table class="es-budget-table es-short-table">
        <caption class="ds-sr-only">{group.label}</caption>
        <thead>
          <tr>
            <th scope="col" class="es-line-number">
              <span class="ds-sr-only">Numéro</span>
            </th>
            {columns.map(({ id, label, control }) => (
              <th key={id} scope="col" class={control.kind === "money" ? "es-line-figure" : "es-line-words"}>
                {label}
              </th>
            ))}
            <th scope="col" class="es-line-name">
              Précisions
            </th>
            <th scope="col" class="es-line-acts">
              <span class="ds-sr-only">Sur la ligne</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, index) => (
            <Line key={index} {...props} columns={columns} index={index} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Asked of every line, and short: its heading, its amount. */
function isColumn({ control, visible }: Question): boolean {
  return visible === undefined && (control.kind === "choice" || control.kind === "money");
}

interface LineProps extends LineTableProps {
  readonly columns: readonly Question[];
  readonly index: number;
}

function Line(props: LineProps): JSX.Element {
  const { simulator, group, path, columns, index, count, min } = props;
  const here = `${path}.${index}`;
  const noteId = `${fieldId(here)}-note`;
  const name = `${group.itemLabel} ${index + 1}`;
  const shown = group.items.filter(
    (item): item is Question =>
      item.type === "question" && !columns.includes(item) && visibilityOf(item, simulator.answers, [index]) === "met",
  );
  return (
    <>
      <tr class="es-line" data-line={here} id={fieldId(here)}>
        <th scope="row" class="es-line-number">
          <span class="ds-sr-only">{group.itemLabel} </span>
          {index + 1}
        </th>
        {columns.map((question) => (
          <td key={question.id} class={question.control.kind === "money" ? "es-line-figure" : "es-line-words"}>
            <span class="es-line-brief" aria-hidden="true">
              {question.label}
            </span>
            <LineCell {...props} question={question} noteId={noteId} />
          </td>
        ))}
        <td class="es-line-name">
          <div class="es-short-cells" id={`precisions-${here.replaceAll(".", "-")}`} data-live-target data-live-fields>
            {shown.map((question) => (
              <div key={question.id} class="es-short-cell" data-key={`${here}.${question.id}`}>
                <span aria-hidden="true">
                  {question.label}
                  {!isRequired(question.required, simulator.answers, [index]) && <small> facultatif</small>}
                </span>
                <LineCell {...props} question={question} noteId={noteId} />
              </div>
            ))}
          </div>
        </td>
        <td class="es-line-acts">
          {count > min && (
            <button type="submit" name={controlNames.remove} value={here} title={`Retirer ${name}`} data-act="remove">
              <Icon name="trash" />
              <span class="ds-sr-only">Retirer {name}</span>
            </button>
          )}
        </td>
      </tr>
      <tr class="es-line-note">
        <td />
        <td colSpan={columns.length + 2} id={noteId}>
          <div id={`dit-${here.replaceAll(".", "-")}`} data-live-target>
            <Told {...props} />
          </div>
        </td>
      </tr>
    </>
  );
}

function LineCell(props: LineProps & { readonly question: Question; readonly noteId: string }): JSX.Element {
  const { simulator, question, path, index, errors, noteId } = props;
  const name = `${path}.${index}.${question.id}`;
  const value = simulator.raw[name];
  return (
    <Cell
      question={question}
      path={name}
      text={typeof value === "string" ? value : (value?.[0] ?? "")}
      label={`${question.label.replace(/[\s\u00a0\u202f]*\?$/, "")}, ligne ${index + 1}`}
      isWrong={errors.has(name)}
      noteId={noteId}
    />
  );
}

/** What is wrong with a line's cells, else what the rules say of it once it has an amount. */
function Told({ simulator, group, path, index, errors }: LineProps): JSX.Element | null {
  const here = `${path}.${index}`;
  const wrong = group.items.flatMap((item) => {
    const message = errors.get(`${here}.${item.id}`);
    return item.type !== "question" || message === undefined ? [] : [{ item, message }];
  });
  if (wrong.length > 0)
    return (
      <>
        {wrong.map(({ item, message }) => (
          <p key={item.id} class="es-line-wrong">
            <Icon name="warning" />
            <span>
              {item.label} : {message}
            </span>
          </p>
        ))}
      </>
    );
  const line = simulator.assessment.costs.find((one) => one.path === here);
  if (line === undefined || line.cost === null) return null;
  if (line.status === "eligible")
    return line.eligible === null ? null : <p class="es-hint">Retenu : {formatMoneyExact(line.eligible)}</p>;
  if (line.rules.length === 0) return null;
  return (
    <p class="es-line-reason">
      <Icon name={line.status === "not-eligible" ? "unmet" : "user"} />
      <span>{line.reason}</span>
    </p>
  );
}

/** The button under the table. */
export function AddLine(props: { readonly group: Group; readonly path: string }): JSX.Element {
  return (
    <Button id={addId(props.path)} variant="secondary" icon="plus" name={controlNames.add} value={props.path}>
      {props.group.addLabel}
    </Button>
  );
}

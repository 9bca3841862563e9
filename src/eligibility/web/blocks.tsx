import type { JSX } from "preact";
import { type Group, itemCount, mayGrow, type Question, type Status } from "#policy/index.ts";
import {
  Button,
  type Content,
  Disclosure,
  Fieldset,
  fieldId,
  HiddenField,
  LongTextField,
  QuestionField,
} from "#src/ui/index.ts";
import { isLongList } from "../line-lists.ts";
import { bounds } from "../moves.ts";
import { pasteColumns } from "../paste.ts";
import { controlNames, pasteBox } from "../query.ts";
import type { Simulator } from "../simulator.ts";
import { pathAt } from "../steps.ts";
import { AddLine, LineTable } from "./line-table.tsx";
import { conditionsAt } from "./unmet.tsx";

/** One question of the simulator, with what was typed and what is wrong with it. */
export function Asked(props: {
  readonly simulator: Simulator;
  readonly question: Question;
  readonly path: string;
  readonly errors: ReadonlyMap<string, string>;
}): JSX.Element {
  const { simulator, question, path } = props;
  return (
    <QuestionField
      question={question}
      path={path}
      raw={simulator.raw}
      error={props.errors.get(path)}
      commune={simulator.boxes.get(path)}
      condition={conditionsAt(simulator.unmet, path, simulator.assessment)}
    />
  );
}

/** A repeated block, its items one under the other, with the buttons that add and take away. */
export function Blocks(props: {
  readonly simulator: Simulator;
  readonly group: Group;
  readonly at: readonly number[];
  readonly errors: ReadonlyMap<string, string>;
  readonly children: (index: number) => Content;
}): JSX.Element {
  const { simulator, group, at } = props;
  const path = pathAt(group.path, at);
  const limits = bounds(group);
  const count = itemCount(simulator.raw, path, group);
  if (isLongList(group)) {
    return (
      <>
        <LineTable
          simulator={simulator}
          group={group}
          path={path}
          count={count}
          min={limits.min}
          errors={props.errors}
        />
        <div data-key={`${path}.tableur`}>
          <PasteBox group={group} path={path} />
        </div>
        <MoreItems
          group={group}
          path={path}
          count={count}
          may={mayGrow({ ...group, ...limits }, simulator.answers, at, count)}
        />
      </>
    );
  }
  // What is under the items follows the answers: the live script keeps the block, and replaces what has no key.
  return (
    <>
      <div class="es-question" data-key={path}>
        <HiddenField name={`${path}.length`} value={String(count)} />
        {Array.from({ length: count }, (_, index) => (
          <Fieldset
            key={`${path}.${index}`}
            id={fieldId(`${path}.${index}`)}
            legend={count === 1 ? group.itemLabel : `${group.itemLabel} ${index + 1}`}
          >
            {props.children(index)}
            {count > limits.min && (
              <Button
                variant="tertiary"
                size="sm"
                icon="trash"
                name={controlNames.remove}
                value={`${path}.${index}`}
                context={`${group.itemLabel} ${index + 1}`}
              >
                Retirer
              </Button>
            )}
          </Fieldset>
        ))}
      </div>
      <MoreItems
        group={group}
        path={path}
        count={count}
        may={mayGrow({ ...group, ...limits }, simulator.answers, at, count)}
      />
    </>
  );
}

/** The lines of a spreadsheet, one item each: it works with and without scripts. */
function PasteBox(props: { readonly group: Group; readonly path: string }): JSX.Element {
  const { group, path } = props;
  const columns = pasteColumns(group);
  return (
    <Disclosure summary="Coller depuis un tableur">
      <LongTextField
        id={fieldId(pasteBox(path))}
        name={pasteBox(path)}
        label={`${group.label}, une ligne chacune`}
        hint={`Colonnes, dans cet ordre : ${columns.map(({ label }) => label.replace(/\s*\?$/, "")).join(" ; ")}. Les dernières peuvent manquer.`}
        required={false}
        maxLength={12_000}
      />
      <Button variant="secondary" icon="plus" name={controlNames.paste} value={path}>
        Ajouter ces lignes
      </Button>
    </Disclosure>
  );
}

/** The button that adds an item, or why there is none. */
function MoreItems(props: {
  readonly group: Group;
  readonly path: string;
  readonly count: number;
  readonly may: Status;
}): JSX.Element | null {
  const { group, path, count } = props;
  const { max } = bounds(group);
  if (count >= max) {
    return <p class="es-hint">Le simulateur s’arrête à {max}. Votre demande pourra en nommer davantage.</p>;
  }
  if (props.may === "not-met") return null;
  return (
    <div class="es-question">
      <AddLine group={group} path={path} />
    </div>
  );
}

/** The first button of a form is the one that Enter presses: this one is never seen. */
export function EnterButton(props: { readonly value: string }): JSX.Element {
  return (
    <button
      class="ds-sr-only"
      type="submit"
      name={controlNames.go}
      value={props.value}
      tabIndex={-1}
      aria-hidden="true"
    >
      Continuer
    </button>
  );
}

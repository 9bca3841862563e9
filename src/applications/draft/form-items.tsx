import type { JSX } from "preact";
import { type Group, type Item, itemCount, mayGrow, PARTNER_ID } from "#policy/index.ts";
import { isShown, textOf } from "#src/life/index.ts";
import { Button, Disclosure, Fieldset, fieldId, LiveRegion, Notice, plural, quoted } from "#src/ui/index.ts";
import { buttons, FormQuestion } from "./form-question.tsx";
import type { FormState } from "./form-state.ts";
import { FormTable } from "./form-table.tsx";
import { writeRemoval } from "./removals.ts";

/** The items of a section, groups as blocks that grow and shrink by buttons. */
export function FormItems(props: {
  readonly state: FormState;
  readonly items: readonly Item[];
  readonly id: string;
}): JSX.Element {
  return (
    <LiveRegion id={props.id} fields>
      {props.items.map((item) => (
        <FormItem key={item.path.join(".")} state={props.state} item={item} base="" at={[]} />
      ))}
    </LiveRegion>
  );
}

interface Placed<I> {
  readonly state: FormState;
  readonly item: I;
  readonly base: string;
  readonly at: readonly number[];
}

/** One item of a form: a question, or a group of them. */
export function FormItem({ state, item, base, at }: Placed<Item>): JSX.Element | null {
  const path = base === "" ? item.id : `${base}.${item.id}`;
  if (item.type === "group") return <FormGroup state={state} item={item} base={path} at={at} />;
  if (!isShown({ question: item, path, at }, state.reading.answers, state.reading.raw)) return null;
  return <FormQuestion state={state} question={item} path={path} />;
}

function FormGroup({ state, item: group, base: path, at }: Placed<Group>): JSX.Element {
  const count = itemCount(state.raw, path, group);
  const grows = group.continues !== true && mayGrow(group, state.reading.answers, at, count) !== "not-met";
  // The button follows the answers: the live script keeps the block, and replaces what has no key.
  return (
    <>
      <div class="es-question" data-key={path} id={fieldId(path)} tabIndex={-1}>
        <GroupHint group={group} />
        <Removed state={state} group={group} path={path} />
        {group.inTable === true ? (
          <FormTable state={state} group={group} path={path} count={count} removeName={buttons.remove} />
        ) : (
          Array.from({ length: count }, (_, index) => (
            <GroupItem
              key={`${path}.${index}`}
              state={state}
              group={group}
              path={path}
              at={at}
              index={index}
              count={count}
            />
          ))
        )}
      </div>
      {grows && (
        <div class="es-question">
          <Button variant="secondary" icon="plus" name={buttons.add} value={path}>
            {group.addLabel}
          </Button>
        </div>
      )}
    </>
  );
}

/** What a list is for, where its name does not say it: told before its first item, and while it has none. */
function GroupHint({ group }: { readonly group: Group }): JSX.Element | null {
  if (group.hint === undefined) return null;
  return (
    <>
      <p>
        <strong>{group.label}</strong>
      </p>
      <p class="es-hint">{group.hint}</p>
    </>
  );
}

/** Above what is left of the group: what was taken away, and the way back. */
function Removed(props: {
  readonly state: FormState;
  readonly group: Group;
  readonly path: string;
}): JSX.Element | null {
  const { group, path } = props;
  const { removal } = props.state;
  if (!removal?.item.startsWith(`${path}.`) || removal.item.slice(path.length + 1).includes(".")) return null;
  const label = `${group.itemLabel} ${Number(removal.item.slice(path.length + 1)) + 1}`;
  return (
    <div role="status" tabIndex={-1} data-focus-on-load>
      <Notice tone="info" title={`${quoted(label)} n’est plus dans votre demande.`}>
        <Button
          variant="secondary"
          size="sm"
          icon="undo"
          name={buttons.putBack}
          value={writeRemoval(removal)}
          context={`le retrait de ${quoted(label)}`}
        >
          Annuler
        </Button>
      </Notice>
    </div>
  );
}

function GroupItem(props: {
  readonly state: FormState;
  readonly group: Group;
  readonly path: string;
  readonly at: readonly number[];
  readonly index: number;
  readonly count: number;
}): JSX.Element {
  const { state, group, path, index, count } = props;
  const here = `${path}.${index}`;
  const at = [...props.at, index];
  const label = count === 1 ? group.itemLabel : `${group.itemLabel} ${index + 1}`;
  const name = textOf(state.raw, `${here}.legalName`) || textOf(state.raw, `${here}.name`);
  const inside = (
    <>
      <LiveRegion id={`${fieldId(here)}-champs`} fields>
        {group.items.map((item) => (
          <FormItem key={item.id} state={state} item={item} base={here} at={at} />
        ))}
      </LiveRegion>
      {group.continues !== true && count > group.min && !isTied(state, here) && (
        <Button variant="tertiary" size="sm" icon="trash" name={buttons.remove} value={here} context={label}>
          Retirer
        </Button>
      )}
    </>
  );
  // Who asks for itself names no structure: its questions stand in the section, in no box of their own.
  if (count === 1 && group.several !== undefined && group.items.length > 0) {
    return (
      <div class="es-alone" id={fieldId(here)} tabIndex={-1}>
        {inside}
      </div>
    );
  }
  const legend = name === "" || count === 1 ? label : `${label} : ${name}`;
  if (count <= 3) {
    return (
      <Fieldset id={fieldId(here)} legend={legend}>
        {inside}
      </Fieldset>
    );
  }
  const missing = gapsIn(state, here);
  return (
    <Disclosure
      id={fieldId(here)}
      summary={missing === 0 ? legend : `${legend}, ${plural(missing, "réponse attendue", "réponses attendues")}`}
      open={missing > 0}
    >
      {inside}
    </Disclosure>
  );
}

/** An organisation that was invited is taken away on the page of the partners, with a word to it. */
function isTied(state: FormState, item: string): boolean {
  return textOf(state.raw, `${item}.${PARTNER_ID}`) !== "";
}

function gapsIn(state: FormState, base: string): number {
  const { gaps, errors } = state.reading;
  const inside = (path: string) => path.startsWith(`${base}.`);
  return gaps.filter((gap) => inside(gap.path)).length + [...errors.keys()].filter(inside).length;
}

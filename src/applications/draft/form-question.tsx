import type { JSX } from "preact";
import { type Counted, type Question, valueAtPath } from "#policy/index.ts";
import { conditionsAt } from "#src/eligibility/web/index.ts";
import { isAnsweredHere, possibleAid, type RawValue, type Reading, sayAnswer, textOf } from "#src/life/index.ts";
import { type Content, fieldId, HiddenField, Money, Notice, QuestionField } from "#src/ui/index.ts";
import { communeBox } from "./communes.ts";
import type { FormState } from "./form-state.ts";

/** Names of the buttons of a section beside those of its questions. */
export const buttons = {
  go: "aller",
  add: "ajouter",
  remove: "retirer",
  putBack: "retablir",
  addLine: "ligne-ajouter",
  duplicateLine: "ligne-dupliquer",
} as const;

/** One question as a field; the one that the ledger answers is told, not asked. */
export function FormQuestion(props: {
  readonly state: FormState;
  readonly question: Question;
  readonly path: string;
}): JSX.Element {
  const { state, question, path } = props;
  if (state.reading.decided.has(path)) return <DecidedAnswer {...props} />;
  if (isAnsweredHere(state.reading, question, path)) return <LedgerAnswer {...props} />;
  const field = (
    <QuestionField
      question={question}
      path={path}
      raw={state.raw}
      error={state.errors.get(path)}
      commune={question.control.kind === "commune" ? communeBox(state.raw, path) : undefined}
      condition={conditionsAt(state.reading.unmet, path, state.reading.assessment)}
      after={
        state.reading.declaredPast.has(path) ? (
          <ToBeChecked counted={state.reading.scheme.counted}>{state.notes.get(path)}</ToBeChecked>
        ) : (
          state.notes.get(path)
        )
      }
    />
  );
  if (question.control.kind !== "choices") return field;
  // No ticked box sends nothing: this says that the boxes were there.
  return (
    <div data-key={path}>
      <HiddenField name={path} value="" />
      {field}
    </div>
  );
}

/** What another funder decided, once the service wrote it down: read there, answered by nobody. */
function DecidedAnswer({ state, question, path }: Parameters<typeof FormQuestion>[0]): JSX.Element {
  return (
    <div class="es-question" data-key={path} id={fieldId(path)}>
      <Notice tone="info" title={question.label}>
        {sayAnswer(question, valueAtPath(state.reading.answers, path))}
        <p class="es-hint">Écrit par le service, d’après la décision de l’autre financeur.</p>
      </Notice>
    </div>
  );
}

/** Another organisation's past is its own: who asks for it declares it, and the service counts. */
function ToBeChecked(props: { readonly counted: Counted | undefined; readonly children: Content }): JSX.Element {
  return (
    <>
      <p class="es-hint">{props.counted?.toCheck}</p>
      {props.children}
    </>
  );
}

function LedgerAnswer(props: {
  readonly state: FormState;
  readonly question: Question;
  readonly path: string;
}): JSX.Element | null {
  const { reading } = props.state;
  const index = Number(props.path.split(".")[1] ?? "0");
  const { counted } = reading.scheme;
  if (counted === undefined) return null;
  const had = valueAtPath(reading.answers, props.path);
  const left = reading.assessment.funding.parties[index]?.measures[counted.measure]?.allowed ?? null;
  return (
    <div class="es-question" data-key={props.path} id={fieldId(props.path)}>
      {typeof had === "number" ? (
        <Notice tone="info" title={counted.known.title(had)}>
          {counted.known.say(left)}
          <ReplacedAnswer reading={reading} path={props.path} />
        </Notice>
      ) : (
        <p class="es-hint">{counted.toCount}</p>
      )}
    </div>
  );
}

/** What was answered before, in the simulator most often, is not dropped without a word. */
function ReplacedAnswer(props: { readonly reading: Reading; readonly path: string }): JSX.Element | null {
  const { reading, path } = props;
  const typed = textOf(reading.typed, path).replace(".", ",");
  if (typed === "" || typed === textOf(reading.raw, path)) return null;
  const region = possibleAid(reading);
  return (
    <p>
      Cette réponse remplace celle que vous aviez donnée ({typed})
      {region === null ? (
        "."
      ) : (
        <>
          {" "}
          : l’aide calculée est maintenant de{" "}
          <strong>
            <Money cents={region} />
          </strong>
          .
        </>
      )}
    </p>
  );
}

/** A text as it was typed, read where it can be: the words of its option, the name of its commune. */
export function answerOfRaw(question: Question, value: RawValue, communeName: (code: string) => string): string {
  const { control } = question;
  const list = typeof value === "string" ? [value] : value;
  const say = (one: string): string => {
    if (control.kind === "commune") return communeName(one);
    if (control.kind === "yes-no") return one === "oui" ? "Oui" : one === "non" ? "Non" : one;
    if (!("options" in control)) return one;
    return control.options.find((option) => option.value === one)?.label ?? one;
  };
  return list.map(say).join(", ");
}

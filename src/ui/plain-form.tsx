import type { JSX } from "preact";
import {
  asker,
  type Day,
  day,
  type Form,
  missingAnswers,
  type Question,
  type Raw,
  type RecordOf,
  readRaw,
  record,
  refs,
  type ValueOf,
} from "#policy/index.ts";
import { errorAt } from "./format.ts";
import { QuestionField } from "./question.tsx";

type Fields = RecordOf["fields"];

interface Asked {
  readonly label: string;
  readonly hint?: string;
  readonly why?: string;
  readonly required?: "always" | "optional";
}

/** A short form: fields declared once, one question each, on the form engine of the policy. */
export interface PlainForm<F extends Fields> {
  readonly declared: RecordOf<F>;
  readonly form: Form;
}

export function plainForm<F extends Fields>(fields: F, asked: { readonly [K in keyof F]: Asked }): PlainForm<F> {
  const declared = record(fields);
  const ask = asker(declared);
  const terms = refs<RecordOf>(declared);
  const items = Object.keys(fields).map(
    (name): Question => ask(terms[name] as Parameters<typeof ask>[0], asked[name as keyof F]),
  );
  return { declared, form: { sections: [{ id: "form", title: "", items }], documents: [], declarations: [] } };
}

export type AnswersOf<P> = P extends PlainForm<infer F> ? ValueOf<RecordOf<F>> : never;

/** What was sent, read: every answer, or what is wrong field by field. */
export interface ReadForm<A> {
  readonly answers: A;
  readonly errors: ReadonlyMap<string, string>;
}

/** No check of these forms reads the day. */
const anyDay: Day = day("2025-07-15");

export function readPlainForm<F extends Fields>(plain: PlainForm<F>, raw: Raw): ReadForm<ValueOf<RecordOf<F>>> {
  const { answers, errors } = readRaw(plain.form, raw);
  const messages = new Map(errors.map(({ path, message }) => [path, message]));
  for (const { path, message } of missingAnswers(plain.form, answers, [], anyDay)) {
    if (!messages.has(path)) messages.set(path, message);
  }
  return { answers: answers as ValueOf<RecordOf<F>>, errors: messages };
}

/** The errors of a form for the summary at the head of the page, each with the field that it leads to. */
export function summaryOf(
  plain: { readonly form: Form },
  errors: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly message: string }[] {
  const items = plain.form.sections.flatMap((section) => section.items);
  return [...errors].map(([name, message]) => {
    const item = items.find((one) => one.id === name);
    return { name, message: item === undefined ? message : errorAt(item.label, message) };
  });
}

/** Every question of a short form, as it was typed, each error at its field. */
export function PlainFields(props: {
  readonly of: { readonly form: Form };
  readonly raw: Raw;
  readonly errors?: ReadonlyMap<string, string> | undefined;
}): JSX.Element {
  const questions = props.of.form.sections.flatMap(({ items }) => items as readonly Question[]);
  return (
    <>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          path={question.id}
          raw={props.raw}
          error={props.errors?.get(question.id)}
        />
      ))}
    </>
  );
}

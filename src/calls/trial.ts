import {
  type Assessment,
  type Day,
  documentsOf,
  type Form,
  type Missing,
  missingAnswers,
  type OpenScheme,
  type Raw,
  readRaw,
} from "#policy/index.ts";
import { readExample } from "#src/eligibility/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import { communeByCode } from "#src/territory/index.ts";
import { withSection } from "./typed.ts";
import { type CallSaid, underCall } from "./under.ts";

/** A filing tried before the call opens: what an applicant would be told. Nothing of it is kept. */
export interface Trial {
  readonly form: Form;
  readonly raw: Raw;
  /** By path: what cannot be read. */
  readonly errors: ReadonlyMap<string, string>;
  /** What would still keep the file from being filed; papers are told apart. */
  readonly gaps: readonly Missing[];
  readonly papers: readonly string[];
  readonly assessment: Assessment;
}

/** Reads what was typed in a trial as a draft of this call would be read on a day. */
export function tryFiling(scheme: OpenScheme, call: CallSaid, sent: FormFields, today: Day): Trial {
  const opened = underCall(scheme, call);
  const { form } = opened;
  const raw = form.sections.reduce<Raw>((before, section) => withSection(before, section, sent), {});
  const read = readRaw(form, raw, (code) => communeByCode(code) !== null);
  const errors = new Map(read.errors.map(({ path, message }) => [path, message]));
  const papers = documentsOf(form, read.answers).filter(({ required }) => required);
  const present = papers.map(({ key }) => key);
  return {
    form,
    raw,
    errors,
    gaps: missingAnswers(form, read.answers, present, today).filter(({ path }) => !errors.has(path)),
    papers: papers.map(({ label }) => label),
    assessment: opened.evaluate(read.answers, { today }),
  };
}

/** The worked example of the scheme, with the terms of this call as they stand. */
export function exampleUnder(scheme: OpenScheme, call: CallSaid): Assessment {
  return underCall(scheme, call).evaluate(readExample(scheme), { today: scheme.words.example.on });
}

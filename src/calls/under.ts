import type { DocumentAsked, Form, OpenScheme, Question } from "#policy/index.ts";
import { NBSP } from "#src/ui/index.ts";
import type { PublishedCall } from "./call.ts";
import { readCall } from "./content.ts";
import type { CallContent } from "./fields.ts";

/** What of a call a request that answers it is read with. */
export type CallOfFile = Pick<PublishedCall, "id" | "slug" | "title" | "raw" | "opensAt" | "closesAt">;

/**
 * The scheme as a call opens it: judged with the call's terms, its form and papers followed by the call's own. What the
 * scheme computes at first use stays so: it stands behind, and is not copied.
 */
export function underCall(scheme: OpenScheme, call: Pick<CallOfFile, "raw">): OpenScheme {
  const { content, terms } = readCall(scheme, call.raw);
  const form = withOwnQuestions(scheme.form, content);
  const over: Pick<OpenScheme, "form" | "documents" | "evaluate" | "compile"> = {
    form,
    documents: form.documents,
    evaluate: (facts, context) => scheme.evaluate(facts, { ...context, terms }),
    compile: (today, closedDoubts, own) => scheme.compile(today, closedDoubts, own ?? terms),
  };
  return Object.assign(Object.create(scheme) as OpenScheme, over);
}

function withOwnQuestions(form: Form, { questions, documents }: CallContent): Form {
  const items = (questions ?? []).map((one, place) => questionOf(one, place));
  const papers = (documents ?? []).map((one, place) => paperOf(one, place));
  if (items.length + papers.length === 0) return form;
  const section = { id: "appel", title: "Les questions de l’appel", items };
  return {
    ...form,
    sections: items.length === 0 ? form.sections : [...form.sections, section],
    documents: [...form.documents, ...papers],
  };
}

/** What an office writes or scans. */
const PAPERS = ["application/pdf", "image/jpeg", "image/png"];

type OwnQuestion = NonNullable<CallContent["questions"]>[number];
type OwnDocument = NonNullable<CallContent["documents"]>[number];

const LONGEST = { text: 300, "long-text": 4_000 } as const;

function questionOf({ label, quote, kind, eliminatory }: OwnQuestion, place: number): Question {
  const hints = [
    ...(quote == null ? [] : [`Le texte de l’appel${NBSP}: ${quote}`]),
    ...(eliminatory === true ? ["Cette condition est éliminatoire."] : []),
  ];
  const answered = kind ?? "text";
  const path = ["call", `q${place + 1}`];
  return {
    type: "question",
    id: path.join("."),
    path,
    label: label ?? "",
    ...(hints.length === 0 ? null : { hint: hints.join(" ") }),
    control: answered === "yes-no" ? { kind: "yes-no" } : { kind: answered, maxLength: LONGEST[answered] },
    required: "always",
  };
}

function paperOf({ label, hint, mandatory }: OwnDocument, place: number): DocumentAsked {
  return {
    id: `call-${place + 1}`,
    label: label ?? "",
    ...(hint == null ? null : { hint }),
    provision: "AX2C-44",
    required: mandatory === true ? "always" : "optional",
    origin: "service",
    accept: PAPERS,
  };
}

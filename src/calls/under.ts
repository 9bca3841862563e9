import {
  type Consortium,
  type DocumentAsked,
  type Form,
  type OpenScheme,
  type OwnCriterion,
  ownFacts,
  type Path,
  parseRecord,
  type Question,
  withOwnCriteria,
} from "#policy/index.ts";
import { NBSP } from "#src/ui/index.ts";
import type { PublishedCall } from "./call.ts";
import { readCall } from "./content.ts";
import type { CallContent } from "./fields.ts";

/** What of a call a request that answers it is read with. */
export type CallOfApplication = Pick<
  PublishedCall,
  "id" | "slug" | "title" | "version" | "raw" | "opensAt" | "closesAt"
>;

/** A call as one of its versions says it. */
export type CallSaid = Pick<CallOfApplication, "id" | "version" | "raw">;

/**
 * The scheme as a call opens it: judged with the call's terms, its regime of aid and its own criteria, its form and papers
 * followed by the call's own. What the scheme computes at first use stays so: it stands behind, and is not copied.
 */
export function underCall(scheme: OpenScheme, call: CallSaid): OpenScheme {
  const opened = openedBy.get(scheme) ?? new Map<string, Opened>();
  const known = opened.get(call.id);
  if (known?.version === call.version) return known.scheme;
  const made = openedUnder(scheme, call);
  openedBy.set(scheme, opened.set(call.id, { version: call.version, scheme: made }));
  return made;
}

/** By scheme and call, what its last version made: each page of a file reads it, and a version never changes. */
const openedBy = new WeakMap<OpenScheme, Map<string, Opened>>();

interface Opened {
  readonly version: number;
  readonly scheme: OpenScheme;
}

/** What a call makes its own of a scheme. */
type Own =
  | "aidRegime"
  | "figures"
  | "form"
  | "simulatorForm"
  | "documents"
  | "consortium"
  | "evaluate"
  | "compile"
  | "parseFacts"
  | "agreement";

function openedUnder(scheme: OpenScheme, call: CallSaid): OpenScheme {
  const { content, terms } = readCall(scheme, call.raw);
  const { consortium } = scheme;
  const each = consortium?.each;
  const own = ownCriteriaOf(content, each);
  const form = withOwnQuestions(scheme.form, content, each);
  const regime = content.aidRegime == null ? null : { aidRegime: content.aidRegime };
  const over: Pick<OpenScheme, Own> = {
    ...regime,
    figures: scheme.figuresUnder(terms),
    form,
    simulatorForm: withCriteria(scheme.simulatorForm, content, each),
    documents: form.documents,
    ...(consortium === undefined ? null : { consortium: withOwnFields(consortium, own) }),
    evaluate: (facts, context) => {
      const told = scheme.evaluate(facts, { ...context, ...regime, terms });
      return withOwnCriteria(told, own, facts, context);
    },
    compile: (today, closedDoubts, other) => scheme.compile(today, closedDoubts, other ?? terms),
    parseFacts: (json, isCommune) => parseWithOwn(scheme, own, json, isCommune),
    agreement: (to) => scheme.agreement({ ...to, terms }),
  };
  return Object.assign(Object.create(scheme) as OpenScheme, over);
}

/**
 * The call's own questions as criteria, each answer under `call.q1`, `call.q2`… What every organisation of a project is
 * asked is answered so in each part.
 */
function ownCriteriaOf({ questions }: CallContent, each: Path | undefined): readonly OwnCriterion[] {
  return (questions ?? []).map(({ label, quote, kind, eliminatory, answeredBy }, place) => ({
    name: `q${place + 1}`,
    ...(answeredBy === "everyone" && each !== undefined ? { each } : null),
    question: label ?? "",
    quote: quote ?? "",
    kind: kind ?? "text",
    eliminatory: eliminatory === true,
  }));
}

/**
 * Facts from JSON, the answers to the call's own questions beside those that the scheme declares. Those of each part come
 * from the form alone: over HTTP they stay to be given.
 */
function parseWithOwn(
  scheme: OpenScheme,
  own: readonly OwnCriterion[],
  json: unknown,
  isCommune: Parameters<OpenScheme["parseFacts"]>[1],
): ReturnType<OpenScheme["parseFacts"]> {
  if (typeof json !== "object" || json === null || !("call" in json)) return scheme.parseFacts(json, isCommune);
  const { call, ...facts } = json;
  const read = scheme.parseFacts(facts, isCommune);
  const answers = parseRecord(ownFacts(own.filter(({ each }) => each === undefined)), call);
  if (read.ok && answers.ok) return { ok: true, facts: { ...read.facts, call: answers.facts } };
  const wrong = answers.ok ? [] : answers.errors.map((one) => ({ ...one, pointer: `/call${one.pointer}` }));
  return { ok: false, errors: [...(read.ok ? [] : read.errors), ...wrong] };
}

/** Partners write and confirm what the call asks of each of them. */
function withOwnFields(consortium: Consortium, own: readonly OwnCriterion[]): Consortium {
  const fields = own.flatMap(({ name, each }) => (each === undefined ? [] : [`call.${name}`]));
  return { ...consortium, writes: [...consortium.writes, ...fields] };
}

function withOwnQuestions(form: Form, { questions, documents }: CallContent, each: Path | undefined): Form {
  const items = (questions ?? []).map((one, place) => questionOf(one, place, each));
  const papers = (documents ?? []).map((one, place) => paperOf(one, place));
  if (items.length + papers.length === 0) return form;
  return { ...withItems(form, items, each), documents: [...form.documents, ...papers] };
}

/** The simulator asks of the call's questions those that decide something. */
function withCriteria(form: Form, { questions }: CallContent, each: Path | undefined): Form {
  const asked = (questions ?? []).flatMap((one, place) =>
    one.eliminatory === true ? [questionOf(one, place, each)] : [],
  );
  return withItems(form, asked, each);
}

/** What each organisation answers stands at the end of its part; the rest makes a section of its own. */
function withItems(form: Form, items: readonly Question[], each: Path | undefined): Form {
  const list = each?.join(".");
  const apart = items.filter(({ path }) => !path.includes("*"));
  const inParts = items.filter(({ path }) => path.includes("*"));
  const sections = form.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.type === "group" && item.path.join(".") === list ? { ...item, items: [...item.items, ...inParts] } : item,
    ),
  }));
  const own = { id: "appel", title: "Les questions de l’appel", items: apart };
  return { ...form, sections: apart.length === 0 ? sections : [...sections, own] };
}

/** What an office writes or scans. */
const PAPERS = ["application/pdf", "image/jpeg", "image/png"];

type OwnQuestion = NonNullable<CallContent["questions"]>[number];
type OwnDocument = NonNullable<CallContent["documents"]>[number];

const LONGEST = { text: 300, "long-text": 4_000 } as const;

function questionOf(
  { label, quote, kind, eliminatory, answeredBy }: OwnQuestion,
  place: number,
  each: Path | undefined,
): Question {
  const hints = [
    ...(quote == null ? [] : [`Le texte de l’appel${NBSP}: ${quote}`]),
    ...(eliminatory === true ? ["Cette condition est éliminatoire."] : []),
  ];
  const answered = kind ?? "text";
  const own = ["call", `q${place + 1}`];
  return {
    type: "question",
    id: own.join("."),
    path: answeredBy === "everyone" && each !== undefined ? [...each, "*", ...own] : own,
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
    provision: "appel à projets",
    required: mandatory === true ? "always" : "optional",
    origin: "service",
    accept: PAPERS,
  };
}

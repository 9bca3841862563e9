import {
  asker,
  type Form,
  formatAnswer,
  type Group,
  type Item,
  integer,
  type ListOf,
  type OpenScheme,
  type Question,
  type RecordOf,
  record,
  type Scalar,
  type ScoredGridLine,
  type Section,
  type Value,
} from "#policy/index.ts";
import { capital, NBSP } from "#src/ui/index.ts";
import { answers, assessing, calendar, funds, judging, own, presentation } from "./fields.ts";

type Fields = RecordOf["fields"];
type Asked = Partial<Pick<Question, "hint" | "required" | "visible">> & { readonly label?: string };

/** The form of a call for this scheme, one section a page: the call's own fields, the terms that the scheme lets it fix, the weights. */
export function callForm(scheme: OpenScheme): Form {
  let form = forms.get(scheme);
  if (form === undefined) {
    form = { sections: sectionsOf(scheme), documents: [], declarations: [] };
    forms.set(scheme, form);
  }
  return form;
}

const forms = new WeakMap<OpenScheme, Form>();

const MOST_WEIGHT = 100;

/** The lines that a call weighs; none where the grid is judged in words. */
export function weighedLines({ grid }: Pick<OpenScheme, "grid">): readonly ScoredGridLine[] {
  return grid.kind === "scored" ? grid.headings.flatMap(({ lines }) => lines) : [];
}

function sectionsOf(scheme: OpenScheme): readonly Section[] {
  const weights = record(
    Object.fromEntries(
      weighedLines(scheme).map((line) => [line.id, integer(line.title, { min: 0, max: MOST_WEIGHT }, line.provision)]),
    ),
  );
  const analysis = weighedLines(scheme).length > 0 ? assessing : judging;
  const declared = record({ ...own.fields, ...analysis, terms: scheme.terms.declared, weights });
  const part = (fields: Fields, base: readonly string[] = [], of: Hints = hints) => itemsOf(declared, fields, base, of);
  const sections: Section[] = [
    { id: "presentation", title: "Présentation", items: part(presentation) },
    { id: "calendrier", title: "Calendrier", intro: "Les heures sont celles de Paris.", items: part(calendar) },
    { id: "argent", title: "Enveloppe et régime d’aide", items: part(funds) },
    {
      id: "modalites",
      title: "Modalités financières",
      intro: "Ce que le texte voté laisse à l’appel est demandé ; ce qu’il fixe reste tel quel si vous ne dites rien.",
      items: part(scheme.terms.declared.fields, ["terms"], termHints(scheme)),
    },
    { id: "reponses", title: "Questions et pièces propres", items: part(answers) },
    { id: "analyse", title: "Analyse des projets", items: part(analysis) },
  ];
  if (weighedLines(scheme).length === 0) return sections;
  const grille = part(weights.fields, ["weights"], weightHints(scheme));
  return [...sections, { id: "grille", title: "Poids de la grille", intro: gridIntro, items: grille }];
}

const gridIntro =
  "Le texte ne donne ni poids ni échelle. Ceux que le service propose sont à voter par le comité avant l’ouverture.";

type Hints = (path: string) => Asked;

const said: Readonly<Record<string, Asked>> = {
  purpose: { hint: "L’objet, les attendus, ce qui est financé et ce qui ne l’est pas." },
  opensAtHour: { hint: "Par exemple : 9 h." },
  closesAtHour: { hint: "Par exemple : 12 h. Un dépôt qui arrive à cette heure ou après est refusé." },
  questionsUntil: { hint: "Les questions se posent sur la page de l’appel jusqu’à ce jour compris." },
  aidRegimeName: {
    required: { when: regimeIs("other") },
    visible: regimeIs("other"),
  },
  "questions.*.quote": { required: "optional" },
  "questions.*.answeredBy": { hint: "Chaque membre répond dans sa partie, et la confirme." },
  "documents.*.hint": { required: "optional" },
  note: { hint: "Elle permet de vous orienter, et ne décide rien." },
  bodies: { required: "optional" },
  threshold: { required: "optional", hint: "Sur 100. Sans note plancher, seule l’enveloppe arrête le classement." },
  completionDays: {
    required: "optional",
    hint: "Le même délai pour tous : les pièces qui manquent et des précisions, jamais ce qui est évalué.",
  },
  conflictLimit: { hint: "Entre deux analyses du même projet, sur 100." },
};

function hints(path: string): Asked {
  return said[path] ?? {};
}

function regimeIs(value: string) {
  const regime = own.fields.aidRegime;
  return {
    op: "equals" as const,
    left: { op: "fact" as const, path: ["aidRegime"], kind: regime.kind, name: regime.name },
    right: { op: "value" as const, kind: regime.kind, value },
  };
}

/** What the text says of each term: asked only where it says nothing. */
function termHints(scheme: OpenScheme): Hints {
  return (path) => {
    const [, name = "", ...deeper] = path.split(".");
    const voted = scheme.terms.voted[name];
    if (voted == null || deeper.length > 0) return {};
    const field = scheme.terms.declared.fields[name];
    if (field === undefined || field.kind === "record" || field.kind === "list") return { required: "optional" };
    const question = asker(scheme.terms.declared)(
      { op: "fact", path: [name], kind: field.kind, name: field.name },
      { label: "" },
    );
    return { required: "optional", hint: `Le texte dit${NBSP}: ${sayTerm(question, voted)}.` };
  };
}

export function sayTerm(question: Question, value: Value | null | undefined): string {
  return formatAnswer(question, value);
}

function weightHints(scheme: OpenScheme): Hints {
  const lines = new Map(weighedLines(scheme).map((line) => [`weights.${line.id}`, line]));
  return (path) => {
    const line = lines.get(path);
    return line === undefined ? {} : { hint: `${line.question} Proposition du service${NBSP}: ${line.weight}.` };
  };
}

function itemsOf(declared: RecordOf, fields: Fields, base: readonly string[], of: Hints): readonly Item[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Item[] => {
    const path = [...base, name];
    if (field.kind === "record") return itemsOf(declared, field.fields, path, of);
    return [field.kind === "list" ? groupOf(declared, field, path, of) : questionOf(declared, field, path, of)];
  });
}

function questionOf(declared: RecordOf, field: Scalar, path: readonly string[], of: Hints): Question {
  const { label = capital(field.name), ...asked } = of(path.join("."));
  return asker(declared)({ op: "fact", path, kind: field.kind, name: field.name }, { label, ...asked });
}

function groupOf(declared: RecordOf, list: ListOf, path: readonly string[], of: Hints): Group {
  return {
    type: "group",
    id: path.slice(path.lastIndexOf("*") + 1).join("."),
    path,
    label: capital(list.name),
    itemLabel: "Ligne",
    addLabel: "Ajouter une ligne",
    min: 0,
    max: list.max,
    items: itemsOf(declared, list.item.fields, [...path, "*"], of),
  };
}

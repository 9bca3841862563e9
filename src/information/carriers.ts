import {
  type Carrier,
  type Form,
  type Framework,
  gridLines,
  type Item,
  type OpenScheme,
  type Question,
} from "#policy/index.ts";
import { openSchemes } from "#src/eligibility/index.ts";
import { urls } from "#src/urls.ts";

/** What carries a statement, as a person reads it: with its address where it can be opened, its file where it is code. */
export interface ShownCarrier {
  readonly label: string;
  readonly href?: string;
  readonly file?: string;
}

const letterWords: Readonly<Record<string, string>> = {
  "src/agreements/letters/grant-agreement.ts": "la convention",
  "src/awards/letters/award-letter.ts": "la lettre de notification",
};

const pageNames: readonly (readonly [path: string, name: string])[] = [
  [urls.versions.href(), "Les versions du texte"],
  [urls.strategy.href(), "La stratégie"],
  [urls.agenda.href(), "Agenda"],
  [urls.digitalMaturity.href(), "Maturité numérique"],
  [urls.sustainability.href(), "Développement durable"],
  [urls.remainingCost.href(), "Le reste à charge"],
  [urls.catalogue.href(), "Formations"],
  [urls.practices.href(), "Les pratiques partagées"],
  [urls.governance.href(), "La gouvernance"],
  [urls.community.href(), "La communauté"],
];

/** Null: what the line names is not there. */
export function shownCarrier(framework: Framework, { kind, target }: Carrier): ShownCarrier | null {
  const open = openSchemes(framework);
  switch (kind) {
    case "rule":
      return named("règle", found(open, target, "criteria")?.title, rulesAt(open, target, "criteria"));
    case "doubt":
      return named("doute", found(open, target, "doubts")?.question, rulesAt(open, target, "doubts"));
    case "form":
      return named("question", questionAt(open, target)?.label);
    case "paper":
      return named("pièce", found(open, target, "documents")?.label);
    case "declaration":
      return named("déclaration", found(open, target, "declarations")?.why.replace(/\.$/, ""));
    case "grid":
      return named(
        "grille d’analyse",
        open.flatMap((scheme) => gridLines(scheme.grid)).find((line) => line.id === target)?.title,
      );
    case "scheme": {
      const [slug = ""] = target.split(" ");
      return named("page", framework.scheme(slug)?.name, urls.scheme.href({ scheme: slug }));
    }
    case "page":
      return named("page", pageNames.find(([path]) => target.startsWith(path))?.[1], target);
    case "letter":
      return letterWords[target] === undefined ? null : { label: letterWords[target], file: target };
    case "code":
      return { label: `code ${basename(target)}`, file: target };
    case "tag":
      return named("étiquette", framework.tags.find((tag) => tag.id === target)?.label);
    case "source":
      return named("source", framework.sources.find((source) => source.code === target)?.label);
    case "later": {
      const words = framework.provisions.later[target];
      return words === undefined ? null : { label: `à venir : ${words}` };
    }
  }
}

/** « ledger.ts », of a path and of the name that the file exports. */
function basename(place: string): string {
  return place.replace(/#.*$/, "").replace(/^.*\//, "");
}

function named(what: string, name: string | undefined, href?: string): ShownCarrier | null {
  if (name === undefined) return null;
  return { label: `${what} « ${name} »`, ...(href === undefined ? {} : { href }) };
}

type Listed = "criteria" | "doubts" | "documents" | "declarations";

function found<L extends Listed>(open: readonly OpenScheme[], id: string, list: L): OpenScheme[L][number] | undefined {
  return open.flatMap((scheme): readonly OpenScheme[L][number][] => scheme[list]).find((one) => one.id === id);
}

/** Its place on the page of the rules of the first scheme that has it. */
function rulesAt(open: readonly OpenScheme[], id: string, list: "criteria" | "doubts"): string {
  const scheme = open.find((one) => one[list].some((rule: { readonly id: string }) => rule.id === id));
  return `${scheme === undefined ? urls.algorithm.href() : urls.algorithmOf.href({ scheme: scheme.slug })}#${id}`;
}

function questionAt(open: readonly OpenScheme[], path: string): Question | undefined {
  return open.flatMap((scheme) => everyQuestion(scheme.form)).find((question) => question.path.join(".") === path);
}

function everyQuestion(form: Form): readonly Question[] {
  const within = (item: Item): readonly Question[] => (item.type === "question" ? [item] : item.items.flatMap(within));
  return form.sections.flatMap((section) => section.items.flatMap(within));
}

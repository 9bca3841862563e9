import type { ClosedDoubts } from "../rules/criterion.ts";
import type { Values } from "../values/field.ts";
import { canonicalJson, sha256 } from "../values/hash.ts";
import type { Assessment } from "./assessment.ts";
import type { DeclaredScheme } from "./declared.ts";
import { evaluate } from "./evaluate.ts";
import type { Figures } from "./figures.ts";
import type { EvaluationContext } from "./reckon.ts";

/** A reading of a scheme: the engine's own, unless a test tries another. */
type Assess<F extends Values, T extends Values, G extends Figures> = (
  scheme: DeclaredScheme<F, T, G>,
  facts: F,
  context: EvaluationContext,
) => Assessment;

/**
 * The proof of what a file was judged with: the rules as data, both readings of each doubt in their words, and what
 * the computation answers on chosen files in every reading. A change of the arithmetic alone changes it too; a
 * corrected spelling elsewhere does not.
 */
export function ruleSetHashOf<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  assess: Assess<F, T, G> = evaluate,
): string {
  const decisive = {
    scheme: scheme.slug,
    framework: scheme.framework,
    facts: withoutWords(scheme.facts),
    criteria: [...scheme.criteria, ...scheme.costs.rules].map(({ id, each, expression, alternatives }) =>
      withoutWords({ id, each, expression, alternatives }),
    ),
    doubts: scheme.doubts.map(({ precisely, ...doubt }) => ({ ...doubt, precisely: withoutWords(precisely ?? []) })),
    terms: { declared: withoutWords(scheme.terms.declared), voted: scheme.terms.voted },
    answers: answersOf(scheme, assess),
  };
  return sha256(canonicalJson(decisive));
}

function withoutWords(rule: unknown): unknown {
  if (Array.isArray(rule)) return rule.map(withoutWords);
  if (typeof rule !== "object" || rule === null) return rule;
  const kept = Object.entries(rule).filter(([key, value]) => key !== "name" || typeof value !== "string");
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === "options" ? Object.keys(value).sort() : withoutWords(value)]),
  );
}

/** What the rules answer on each chosen file, in the text's own reading and with each doubt closed the other way. */
function answersOf<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  assess: Assess<F, T, G>,
): readonly unknown[] {
  const closings: readonly ClosedDoubts[] = [{}, ...scheme.doubts.map(({ id }) => ({ [id]: "alternative" as const }))];
  const today = scheme.words.example.on;
  const underTerms = [{}, ...(scheme.sampleTerms === undefined ? [] : [{ terms: scheme.sampleTerms }])];
  return underTerms.flatMap((terms) =>
    scheme.samples.flatMap((file) =>
      closings.map((closedDoubts) => answered(assess(scheme, file, { today, closedDoubts, ...terms }))),
    ),
  );
}

/** An assessment without its words. */
function answered({ eligibility, criteria, missing, costs, funding, doubts }: Assessment): unknown {
  const { steps: _, sources, ...amounts } = funding;
  return {
    eligibility,
    criteria: criteria.map(({ id, status, party }) => ({ id, status, party })),
    missing,
    costs: costs.map(({ status, cost, eligible, kept }) => ({ status, cost, eligible, kept })),
    amounts: { ...amounts, sources: sources.map(({ source, kind, amount }) => ({ source, kind, amount })) },
    doubts: doubts.map(({ id, party, effect }) => ({ id, party, effect })),
  };
}

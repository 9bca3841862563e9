import type { OpenScheme } from "../framework/scheme.ts";
import { contradictions } from "../questions/contradictions.ts";
import { jsonSchemaOf } from "../questions/json-schema.ts";
import { type Parsed, parseRecord } from "../questions/parse.ts";
import type { Values } from "../values/field.ts";
import type { DeclaredScheme, Terms } from "./declared.ts";
import { evaluate } from "./evaluate.ts";
import type { Figures } from "./figures.ts";
import { compileScheme } from "./portfolio.ts";
import { ruleSetHashOf } from "./proof.ts";
import { termErrors, termsInForce } from "./terms.ts";
import { toWire } from "./wire.ts";

/** A scheme that can be asked for, from its declaration: the one thing that the rest of the service knows of it. */
export function openScheme<F extends Values, T extends Values, G extends Figures>(
  declared: DeclaredScheme<F, T, G>,
): OpenScheme {
  const { facts, factChecks, fund: _, tell: __, shown, samples: ___, sampleTerms: ____, ...presented } = declared;
  let hash: string | null = null;
  return {
    ...presented,
    status: "open",
    figures: shown(declared.terms.voted),
    figuresUnder: (terms) => shown(termsInForce(declared, terms, {})),
    costs: declared.costs as OpenScheme["costs"],
    doubts: declared.doubts as OpenScheme["doubts"],
    factsSchema: jsonSchemaOf(facts),
    termsSchema: jsonSchemaOf(declared.terms.declared),
    /** Computed at first use: it asks the rules about many files. */
    get ruleSetHash() {
      hash ??= ruleSetHashOf(declared);
      return hash;
    },
    // Facts of the form and of the API have the shape that the scheme declares: readers made them from it.
    evaluate: (read, context) => evaluate(declared, read as F, context),
    compile: (today, closedDoubts, terms) => {
      const verdict = compileScheme(declared, today, closedDoubts, terms);
      return (read) => verdict(read as F);
    },
    parseFacts: (json, isCommune): Parsed<Values> => {
      const read = parseRecord(facts, json, isCommune);
      const errors = read.ok ? contradictions(factChecks, read.facts as Values) : [];
      return errors.length > 0 ? { ok: false, errors } : (read as Parsed<Values>);
    },
    parseTerms: (json): Parsed<Terms> => {
      const read = parseRecord(declared.terms.declared, json) as Parsed<Terms>;
      const errors = read.ok ? termErrors(declared.terms, read.facts) : [];
      return errors.length > 0 ? { ok: false, errors } : read;
    },
    toWire: (assessment) => (declared.toWire ?? toWire)(assessment),
  };
}

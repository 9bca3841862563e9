import { say } from "../values/french.ts";
import { type Comparison, type Expression, kindOf, type Literal } from "./expression.ts";

/** The French sentence of one line of reasoning. It depends on the rule alone, never on the file. */
export function sentenceOf(expression: Expression): string {
  switch (expression.op) {
    case "all":
      return "toutes ces conditions";
    case "any":
      return "l’une de ces conditions au moins";
    case "every":
      return `pour chacun (${expression.name})`;
    case "some":
      return `pour l’un au moins (${expression.name})`;
    case "not":
      return "le contraire de";
    case "if-known":
      return "si l’information est donnée";
    case "doubtful":
      return "à apprécier sinon";
    case "awaited":
      return "à compléter sinon";
    case "more-than":
    case "at-least":
    case "less-than":
    case "at-most":
    case "equals":
      return compared(expression.op, expression.left, expression.right);
    case "one-of":
      return `${nameOf(expression.of)}\u00a0: ${expression.values.map((value) => wordFor(expression.of, value)).join(", ou ")}`;
    case "begins-with":
      return `${nameOf(expression.of)} commence par ${expression.prefixes.join(", ")}${expression.every === true ? ", pour chacune" : ""}`;
    case "includes":
      return `${nameOf(expression.of)} comprend «\u202f${wordFor(expression.of, expression.value)}\u202f»`;
    case "filled":
    case "known":
      return `${nameOf(expression.of)}\u00a0: indiqué`;
    case "choose":
      return `selon que ${sentenceOf(expression.test)}`;
    case "fact":
    case "value":
    case "today":
    case "years-after":
    case "times":
    case "start":
    case "count":
    case "total":
      return nameOf(expression);
  }
}

function compared(op: Comparison, left: Expression, right: Expression): string {
  if (kindOf(right) !== "day") return `${nameOf(left)} ${verbs[op]} ${nameOf(right)}`;
  // A day of the calendar takes « le »; that of a fact goes by the fact's own name, whatever its article.
  const isCalendar = right.op === "value" || right.op === "today";
  return `${nameOf(left)} ${isCalendar ? onDay[op](`le ${nameOf(right)}`) : besideDay[op](`«\u202f${nameOf(right)}\u202f»`)}`;
}

type Said = Readonly<Record<Comparison, (day: string) => string>>;

/** Days have no size: one comes before, or after. */
const onDay: Said = {
  "more-than": (day) => `après ${day}`,
  "at-least": (day) => `${day} ou après`,
  "less-than": (day) => `avant ${day}`,
  "at-most": (day) => `au plus tard ${day}`,
  equals: (day) => day,
};
const besideDay: Said = {
  "more-than": (day) => `après ${day}`,
  "at-least": (day) => `pas plus tôt que ${day}`,
  "less-than": (day) => `avant ${day}`,
  "at-most": (day) => `pas plus tard que ${day}`,
  equals: (day) => `le même jour que ${day}`,
};

const verbs = {
  "more-than": "supérieur à",
  "at-least": "au moins égal à",
  "less-than": "inférieur à",
  "at-most": "au plus égal à",
  equals: "égal à",
} as const;

function wordFor(of: Expression, value: Literal): string {
  return (of.op === "fact" ? of.options?.[String(value)] : undefined) ?? String(value);
}

function nameOf(expression: Expression): string {
  switch (expression.op) {
    case "fact":
    case "count":
    case "total":
      return expression.name;
    case "value":
      return say(expression.kind, expression.value);
    case "today":
      return "jour du dépôt";
    case "years-after":
      return `${nameOf(expression.of)} plus ${expression.years} ${expression.years < 2 ? "an" : "ans"}`;
    case "start":
      return `début de ${nameOf(expression.of)}`;
    case "times":
      return `${expression.factor} fois ${nameOf(expression.of)}`;
    default:
      return sentenceOf(expression);
  }
}

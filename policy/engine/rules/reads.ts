import type { Expression } from "./expression.ts";

/** Third reading: the facts an expression may read, as dotted paths (`people.*.age`), each once. */
export function factsOf(expression: Expression): readonly string[] {
  const found = new Set<string>();
  collect(expression, found);
  return [...found];
}

function collect(expression: Expression, found: Set<string>): void {
  switch (expression.op) {
    case "fact":
      found.add(expression.path.join("."));
      return;
    case "count":
      found.add(expression.list.join("."));
      if (expression.of !== undefined) collect(expression.of, found);
      return;
    case "every":
    case "some":
    case "total":
      found.add(expression.list.join("."));
      collect(expression.of, found);
      return;
    case "all":
    case "any":
      for (const of of expression.of) collect(of, found);
      return;
    case "choose":
      collect(expression.test, found);
      collect(expression.met, found);
      collect(expression.otherwise, found);
      return;
    case "value":
    case "today":
      return;
    case "more-than":
    case "at-least":
    case "less-than":
    case "at-most":
    case "equals":
      collect(expression.left, found);
      collect(expression.right, found);
      return;
    default:
      collect(expression.of, found);
  }
}

import { labelHere, questionsOf } from "#policy/index.ts";
import { errorAt } from "#src/ui/index.ts";
import type { Simulator } from "../simulator.ts";

/** Each error with the field it is about, by its name. */
export function namedErrors(
  simulator: Simulator,
  errors: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly message: string }[] {
  const asked = questionsOf(simulator.scheme.simulatorForm, simulator.answers);
  return [...errors].map(([name, message]) => {
    const here = asked.find((one) => one.path === name);
    return {
      name,
      message: here === undefined ? message : errorAt(labelHere(here.question.label, here.situation), message),
    };
  });
}

import type { asker, Question } from "../../../engine/questions/form.ts";
import { type Condition, includes, known, not } from "../../../engine/rules/expression.ts";
import { record, text } from "../../../engine/values/field.ts";
import { transitions } from "../references.ts";

type Name = keyof typeof transitions;
const names = Object.keys(transitions) as readonly Name[];

/** AX2C-06: a transition is addressed where the project says which problem it meets and how it answers: a tick is not enough. */
const addressed = record({
  problem: text("long-text", "problème auquel le projet répond", 1_000, "SEL-3"),
  answer: text("long-text", "réponse du projet", 1_000, "SEL-3"),
});

/** What is said of each transition: addressed, or not harmed. */
export const saidOfTransitions = {
  addressed: record(Object.fromEntries(names.map((name) => [name, addressed])) as Record<Name, typeof addressed>),
  unharmed: record(
    Object.fromEntries(
      names.map((name) => [name, text("long-text", "absence de tort à cette transition", 1_000, "SEL-3")]),
    ) as Record<Name, ReturnType<typeof text>>,
  ),
};

/** Their paths, for the grid and the pages. */
export const addressedPaths: readonly string[] = names.flatMap((name) => [
  `project.addressed.${name}.problem`,
  `project.addressed.${name}.answer`,
]);
/** AX2C-06: several are worth more than one, and only those that the project justifies count. */
export const justifiedTransitions = names.map((name) => ({
  label: transitions[name],
  paths: [`project.addressed.${name}.problem`, `project.addressed.${name}.answer`],
}));
export const unharmedPaths: readonly string[] = names.map((name) => `project.unharmed.${name}`);

type Ask = ReturnType<typeof asker>;
type Fact = Parameters<Ask>[0];
interface Project {
  readonly transitions: Parameters<typeof includes<Name>>[0];
  readonly addressed: Readonly<Record<Name, { readonly problem: Fact; readonly answer: Fact }>>;
  readonly unharmed: Readonly<Record<Name, Fact>>;
}

const short = (name: Name) => transitions[name].charAt(0).toLowerCase() + transitions[name].slice(1);

/** For each transition ticked, the problem and the answer; for each other one, how it is not harmed. */
export function transitionQuestions(ask: Ask, p: Project): readonly Question[] {
  const isTicked = (name: Name): Condition => includes(p.transitions, name);
  return [
    ...names.flatMap((name) => {
      const when = isTicked(name);
      return [
        ask(p.addressed[name].problem, {
          label: `${transitions[name]}\u00a0: à quel problème répondez-vous\u202f?`,
          why: "Cocher ne suffit pas\u00a0: seules comptent les transitions justifiées.",
          required: { when },
          visible: when,
        }),
        ask(p.addressed[name].answer, {
          label: `${transitions[name]}\u00a0: qu’est-ce que le projet y change\u202f?`,
          required: { when },
          visible: when,
        }),
      ];
    }),
    ...names.map((name) => {
      const when = allKnown(p, not(isTicked(name)));
      return ask(p.unharmed[name], {
        label: `Comment évitez-vous de nuire à la ${short(name)}\u202f?`,
        hint: "Vous ne la traitez pas\u00a0: dites ce que le projet lui fait, et ce que vous faites pour ne pas lui nuire.",
        required: { when },
        visible: when,
      });
    }),
  ];
}

function allKnown(p: Project, of: Condition): Condition {
  return { op: "all", of: [known(p.transitions), of] };
}

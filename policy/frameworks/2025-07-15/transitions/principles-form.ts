import type { asker, Question } from "../../../engine/questions/form.ts";
import { any, type Condition, is } from "../../../engine/rules/expression.ts";
import { choice, record, text } from "../../../engine/values/field.ts";

/** EL-6: the four moments at which equality and non-discrimination are honoured. */
const moments = {
  design: "l’élaboration",
  implementation: "la mise en œuvre",
  followUp: "le suivi",
  evaluation: "l’évaluation",
} as const;
type Moment = keyof typeof moments;
const momentNames = Object.keys(moments) as readonly Moment[];

const atEach = (what: string) =>
  record(
    Object.fromEntries(
      momentNames.map((moment) => [moment, text("long-text", `${what}, à ${moments[moment]}`, 800, "EL-6")]),
    ) as Record<Moment, ReturnType<typeof text>>,
  );

/** The six environmental objectives of « do no significant harm » (regulation 2020/852, article 9). */
export const harms = {
  climate: "Climat\u00a0: émissions de gaz à effet de serre",
  adaptation: "Adaptation aux effets du changement climatique",
  water: "Eau et milieux aquatiques",
  circularity: "Matières, déchets, équipements",
  pollution: "Pollution de l’air, de l’eau ou des sols",
  biodiversity: "Biodiversité et écosystèmes",
} as const;
type Harm = keyof typeof harms;
const harmNames = Object.keys(harms) as readonly Harm[];

const effect = choice(
  "effet du projet",
  {
    none: "Aucun effet notable",
    better: "Un effet favorable",
    reduced: "Un effet défavorable, que nous réduisons",
    harmful: "Un effet défavorable, que nous ne pouvons pas réduire",
  },
  "EL-6",
);

/** What the project does to each objective; at the root of the answers, where conditions read it. */
export const saidOfHarm = record(
  Object.fromEntries(harmNames.map((name) => [name, effect])) as Record<Harm, typeof effect>,
);

/** What is said of the three horizontal principles, beside the yes or no that the rules read. */
export const saidOfPrinciples = {
  equalityAt: atEach("égalité"),
  nonDiscriminationAt: atEach("non-discrimination"),
  harmDetail: text("long-text", "effets réduits ou compensés", 2_000, "EL-6"),
  sustainabilityDetail: text("long-text", "choix de développement durable", 2_000, "EL-6"),
};

/** Their paths, for the grid. */
export const harmPaths: readonly string[] = [...harmNames.map((name) => `harm.${name}`), "principles.harmDetail"];

type Ask = ReturnType<typeof asker>;
type Fact = Parameters<Ask>[0];

/** One short answer a moment, once the principle is said to be honoured. */
export function momentQuestions(
  ask: Ask,
  of: Readonly<Record<Moment, Fact>>,
  about: string,
  visible: Condition,
): readonly Question[] {
  return momentNames.map((moment) =>
    ask(of[moment], { label: `${about}, à ${moments[moment]}`, required: { when: visible }, visible }),
  );
}

/** A short questionnaire: one line an objective, and how the unfavourable effects are reduced. */
export function harmQuestions(
  ask: Ask,
  harm: Readonly<Record<Harm, Parameters<typeof is<"none" | "better" | "reduced" | "harmful">>[0]>>,
  harmDetail: Fact,
): readonly Question[] {
  const isAdverse = any(...harmNames.flatMap((name) => [is(harm[name], "reduced"), is(harm[name], "harmful")]));
  return [
    ...harmNames.map((name) => ask(harm[name], { label: harms[name] })),
    ask(harmDetail, {
      label: "Quels effets défavorables, et que faites-vous pour les réduire\u202f?",
      required: { when: isAdverse },
      visible: isAdverse,
    }),
  ];
}

import type { Tag, TagFamily, TagKind, TransitionWord } from "../../engine/framework/tag.ts";
import { axes } from "./axes.ts";
import { commitments, expectations, learningModes, objectives, purposes, themes, transitions } from "./references.ts";

export const tagFamilies: readonly TagFamily[] = [
  { kind: "axis", label: "Axes", open: false },
  { kind: "objective", label: "Objectifs", open: false },
  { kind: "purpose", label: "Finalités", open: false },
  { kind: "transition", label: "Transitions", open: false },
  { kind: "unmapped-transition", label: "Transitions citées par le seul CPRDFOP", open: false },
  { kind: "commitment", label: "Engagements transverses du CPRDFOP 2024-2027", open: false },
  { kind: "learning-mode", label: "Modes d’apprentissage", open: true },
  { kind: "expectation", label: "Attentes des publics et des entreprises", open: false },
  { kind: "theme", label: "Thèmes de transformation", open: true },
];

/** One list for schemes, events, courses and results. */
export const tags: readonly Tag[] = [
  ...axes.map(({ id, label, provision }): Tag => ({ id, kind: "axis", label, provision })),
  ...family("objective", objectives, "GOV-4"),
  ...family("purpose", purposes, "GOV-4"),
  ...family("transition", transitions, "GOV-3"),
  ...family("unmapped-transition", { technological: "Transition technologique et scientifique" }, "D-08"),
  ...family("commitment", commitments, "CTX-15"),
  ...family("learning-mode", learningModes, "GOV-4"),
  ...family("expectation", expectations, "CTX-01"),
  ...family("theme", themes, "AX1-02"),
];

function family(kind: TagKind, list: Readonly<Record<string, string>>, provision: string): readonly Tag[] {
  return Object.entries(list).map(([id, label]) => ({ id, kind, label, provision }));
}

/** The text lists the transitions three times, in three ways; figures count them under the four tags (D-08). */
export const transitionWords: readonly TransitionWord[] = [
  ...worded("I, III, 2.c et 2.d", "GOV-3", [
    ["numérique", "digital"],
    ["écologique", "ecological"],
    ["démographique", "demographic"],
    ["sociétale", "societal"],
  ]),
  ...worded("I, engagement transverse 2 du CPRDFOP", "CTX-16", [
    ["écologiques", "ecological"],
    ["numériques", "digital"],
    ["technologiques et scientifiques", null],
    ["sociales et sociétales", "societal"],
  ]),
  ...worded("2.d, exemples de dépenses", "MO-8", [
    ["numérique", "digital"],
    ["énergétique et écologique", "ecological"],
  ]),
];

function worded(
  place: string,
  provision: string,
  words: readonly (readonly [word: string, tag: keyof typeof transitions | null])[],
): readonly TransitionWord[] {
  return words.map(([word, tag]) => ({ place, provision, word, tag }));
}

import { expect, it } from "vitest";
import { frameworks } from "#policy/index.ts";
import { GRID_KEY, OPENING_KEY, PAPERS_KEY, readingKey } from "#src/schemes/index.ts";
import { tellChange } from "./tell.ts";

const subject = `${frameworks[0]?.version}/${frameworks[0]?.schemes[0]?.slug}`;
const changes: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  ["a setting", { key: "funder.name", subject: "", before: "Avant", after: "Après" }, / : Avant devient Après$/],
  [
    "one set for the first time",
    { key: "funder.logo", subject: "", before: null, after: { type: "image/png" } },
    / : rien devient Image jointe$/,
  ],
  [
    "an opening",
    { key: OPENING_KEY, subject, before: null, after: { open: false, note: "En mars" } },
    / : rien devient Fermé, « En mars »$/,
  ],
  [
    "papers",
    { key: PAPERS_KEY, subject, before: null, after: { worded: { a: {} }, added: [{ label: "Plan" }] } },
    / : rien devient 1 pièces? redites?, ajoutées : Plan$/,
  ],
  [
    "a grid taken back",
    { key: GRID_KEY, subject, before: { lines: { a: {}, b: {} } }, after: null },
    / : 2 lignes redites devient rien$/,
  ],
  [
    "a doctrine",
    { key: readingKey("D-1"), subject, before: null, after: { reading: "alternative" } },
    / : rien devient Autre lecture$/,
  ],
  ["what no page tells", { before: { a: "x", b: [1, true] }, after: {} }, /^x, 1, oui devient rien$/],
];

it.each(changes)("the journal tells %s without the signs of its storage", (_name, details, said) => {
  expect(tellChange(details)).toMatch(said);
  expect(tellChange(details)).not.toMatch(/[{}"[\]]/);
});

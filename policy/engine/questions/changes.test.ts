import { describe, expect, it } from "vitest";
import { frameworks } from "../../index.ts";
import type { Framework } from "../framework/scheme.ts";
import { changesBetween } from "./changes.ts";

const [now] = frameworks;
if (now === undefined) throw new Error("no framework");

/** A later version: a rule is worded otherwise, a paper is dropped, a scheme goes, a figure and a tag change. */
const next: Framework = {
  ...now,
  version: "2027-01-01",
  contextFigures: now.contextFigures.map((one, index) => (index === 0 ? { ...one, value: "environ 200 M€" } : one)),
  tags: [...now.tags, { id: "peer", kind: "learning-mode", label: "Apprentissage entre pairs", provision: "GOV-4" }],
  schemes: now.schemes
    .filter((scheme) => scheme.slug !== "e3d")
    .map((scheme) =>
      scheme.status === "open"
        ? {
            ...scheme,
            criteria: scheme.criteria.map((one) =>
              one.id === "CS-4" ? { ...one, question: "Plus de 3\u202f?" } : one,
            ),
            documents: scheme.slug === "appui-conseil" ? scheme.documents.slice(1) : scheme.documents,
          }
        : scheme,
    ),
};

describe("what changed between two versions", () => {
  it("is nothing from a version to itself", () => {
    expect(changesBetween(now, now)).toEqual([]);
  });

  it("is each thing said otherwise, added or dropped, with its provision", () => {
    const changes = changesBetween(now, next);
    const rule = changes.find((one) => one.provision === "CS-4");
    expect(rule).toMatchObject({
      part: "Appui conseil",
      what: "Règle CS-4",
      after: "Plus de 5 salariés. Plus de 3\u202f?",
    });
    expect(rule?.before).toContain("plus de 5 salariés");
    expect(changes.find((one) => one.after === "Apprentissage entre pairs")?.before).toBeNull();
    expect(changes.filter((one) => one.after === null).map((one) => one.what)).toEqual([
      "Dispositif",
      "De quoi s’agit-il\u202f?",
      "Un enjeu pour tous les appuis",
      "Pièce demandée",
    ]);
    expect(changes.map((one) => one.after)).toContain("environ 200 M€");
  });

  it("reads the other way round with before and after exchanged", () => {
    const turned = changesBetween(next, now).map((one) => ({ ...one, before: one.after, after: one.before }));
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
    expect(sorted(turned)).toEqual(sorted(changesBetween(now, next)));
  });
});

import { describe, expect, it } from "vitest";
import { framework20250715 as framework } from "../../frameworks/2025-07-15/framework.ts";
import { type Fork, follow, longest, type Oriented } from "./orientation.ts";

const start = framework.orientation;

function ends(here: Fork | Oriented): readonly Oriented[] {
  return here.kind === "oriented" ? [here] : here.choices.flatMap(({ leads }) => ends(leads));
}

describe("which aid for a project", () => {
  it("is told by four questions at most, and every way out exists and says why", () => {
    expect(longest(start)).toBeLessThanOrEqual(4);
    for (const { first, others, title, because } of ends(start)) {
      for (const way of [first, ...others]) {
        if (way.kind === "scheme") expect(framework.scheme(way.slug), way.slug).not.toBeNull();
      }
      expect(title.length).toBeGreaterThan(10);
      expect(because).toMatch(/\.$/);
    }
  });

  it("leads to each scheme that one can ask for", () => {
    const led = new Set(ends(start).flatMap(({ first }) => (first.kind === "scheme" ? [first.slug] : [])));
    for (const { slug, status } of framework.schemes) if (status === "open") expect(led).toContain(slug);
  });

  it.each([
    [{ projet: "conseil", taille: "oui", lieu: "oui" }, "appui-conseil"],
    [{ projet: "creer", public: "oui", lieu: "oui" }, "transitions"],
    [{ projet: "moderniser", coeur: "non", lieu: "oui" }, "modernisation"],
    [{ projet: "moderniser", coeur: "oui", public: "oui", lieu: "oui" }, "transitions"],
  ])("follows %j", (answers, slug) => {
    expect(follow(start, answers).here).toMatchObject({ kind: "oriented", first: { kind: "scheme", slug } });
  });

  it("stops at the first answer that is none, and keeps what was answered before", () => {
    const { answered, here } = follow(start, { projet: "conseil", taille: "peut-être", lieu: "oui" });
    expect(answered.map(({ id }) => id)).toEqual(["projet"]);
    expect(here).toMatchObject({ kind: "fork", id: "taille" });
    expect(follow(start, {}).here).toBe(start);
  });
});

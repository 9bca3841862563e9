import { describe, expect, it } from "vitest";
import { openScheme } from "#policy/engine/grants/open.ts";
import { toyScheme } from "#policy/engine/grants/toy.fixture.ts";
import { callParts, openSchemeOf } from "./calls.fixture.ts";
import { readCall } from "./content.ts";
import { callForm } from "./form.ts";
import { withSection } from "./typed.ts";
import { weightErrors, weightOrigin } from "./weights.ts";

const toy = openScheme(toyScheme);

describe("the form of a call", () => {
  it("asks the terms that the text leaves to it, and lets the others be", () => {
    const items = callForm(toy).sections.find(({ id }) => id === "modalites")?.items ?? [];
    const asked = items.flatMap((item) => (item.type === "question" ? [[item.id, item.required]] : []));
    const voted = Object.entries(toy.terms.voted).filter(([, value]) => value != null);
    expect(asked).toHaveLength(Object.keys(toy.terms.declared.fields).length);
    for (const [name] of voted) expect(asked).toContainEqual([`terms.${name}`, "optional"]);
    expect(readCall(toy, {}).missing.map(({ path }) => path)).toContain("terms.rate");
  });

  it("gives the terms that it fixes, as the rules read them, and nothing of what it leaves", () => {
    expect(readCall(toy, { "terms.rate": "20", "terms.base": "people" }).terms).toEqual({ rate: 0.2, base: "people" });
  });

  it("asks nothing that compares marks where projects are judged in words", () => {
    const analysis = (slug: string) => callForm(openSchemeOf(slug)).sections.find(({ id }) => id === "analyse")?.items;
    expect(analysis("modernisation")?.map(({ id }) => id)).toEqual([
      "bodies",
      "assessors",
      "completionDays",
      "tieRule",
    ]);
    expect(analysis("transitions")?.map(({ id }) => id)).toContain("conflictLimit");
    const told = readCall(openSchemeOf("modernisation"), { tieRule: "spreading", conflictLimit: "5" });
    expect([told.errors.get("tieRule"), told.content.conflictLimit]).toEqual([expect.any(String), undefined]);
  });

  it("takes no window that ends before it begins, typed or over HTTP (MO-3, TR-6)", () => {
    for (const slug of ["modernisation", "transitions"]) {
      const days = { "terms.costsFrom": "01/01/2027", "terms.costsUntil": "31/12/2026" };
      expect([...readCall(openSchemeOf(slug), days).errors.keys()]).toEqual(["terms.costsUntil"]);
      const read = openSchemeOf(slug).parseTerms({ costsFrom: "2027-01-01", costsUntil: "2026-12-31" });
      expect(read).toMatchObject({ ok: false, errors: [{ pointer: "/costsUntil" }] });
    }
  });

  it("proposes a weight for each line of the grid, and keeps the call's own", () => {
    expect(readCall(toy, {}).weights).toEqual({ "need-shown": 1 });
    expect(readCall(toy, { "weights.need-shown": "3" }).weights).toEqual({ "need-shown": 3 });
  });

  it("closes up the lines that were left blank, and keeps what other parts said", () => {
    const section = callForm(toy).sections.find(({ id }) => id === "calendrier");
    if (section === undefined) throw new Error("no calendar");
    const sent = { ...callParts.calendrier, "steps.0.on": "", "steps.0.what": " ", "steps.2.on": "1/4/2026" };
    const raw = withSection({ title: "T", "steps.5.what": "ancien" }, section, sent);
    expect(raw.title).toBe("T");
    expect(raw["steps.0.on"]).toBe("1/4/2026");
    expect(Object.keys(raw).filter((name) => name.startsWith("steps."))).toEqual(["steps.0.on", "steps.0.what"]);
  });
});

describe("the weights of a grid (D-29)", () => {
  const lines = [
    { id: "several", title: "Plusieurs transitions", must: "positive" as const },
    { id: "spreading", title: "Essaimage", must: "highest" as const },
    { id: "need", title: "Besoin" },
  ];

  it("refuses nothing for several transitions, and anything above spreading", () => {
    expect([...weightErrors(lines, { several: 0, spreading: 3, need: 2 }).keys()]).toEqual(["several"]);
    expect([...weightErrors(lines, { several: 1, spreading: 3, need: 4 }).keys()]).toEqual(["spreading"]);
    expect(weightErrors(lines, { several: 1, spreading: 4, need: 4 }).size).toBe(0);
  });

  it("says where each comes from", () => {
    const vote = { on: "2026-03-01", by: "Comité" };
    expect([weightOrigin({ weight: 2 }, 2, null), weightOrigin({ weight: 2 }, 3, null)]).toEqual([
      "proposed",
      "changed",
    ]);
    expect(weightOrigin({ weight: 2 }, 3, vote)).toBe("voted");
  });
});

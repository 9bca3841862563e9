import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Raw } from "../questions/raw.ts";
import { type Consortium, partAt, partOf, partsIn, sharedRaw } from "./consortium.ts";

const consortium: Consortium = {
  provision: "toy",
  each: ["partners"],
  role: { field: "role", lead: "lead", partner: "partner" },
  writes: ["name", "does"],
  confirms: [],
  agreement: "agreement",
  discreet: { headings: ["people"], shown: ["label", "hours", "amount"] },
};
const costs = { each: ["costs"], heading: "heading" };

const raw: Raw = {
  "partners.length": "3",
  "partners.0.name": "Tête",
  "partners.1.name": "Deux",
  "partners.1.role": "partner",
  "partners.1.partnerId": "b",
  "partners.2.does": ["x", "y"],
  "partners.2.role": "partner",
};

describe("a project of several", () => {
  it("knows whose part each item is", () => {
    expect(partsIn(consortium, raw)).toEqual([
      { path: "partners.0", place: 0, partnerId: null, isLead: true },
      { path: "partners.1", place: 1, partnerId: "b", isLead: false },
      { path: "partners.2", place: 2, partnerId: null, isLead: false },
    ]);
    expect(partAt(consortium, raw, "b")).toBe("partners.1");
    expect(partAt(consortium, raw, "c")).toBeNull();
  });

  it("confirms what a partner writes, and nothing beside", () => {
    expect(partOf(consortium, raw, "partners.1")).toEqual({ name: "Deux" });
    expect(partOf(consortium, { ...raw, "partners.1.does": "", "partners.2.name": "x" }, "partners.1")).toEqual({
      name: "Deux",
    });
    expect(partOf(consortium, raw, "partners.2")).toEqual({ does: ["x", "y"] });
  });
});

describe("what partners read of a line", () => {
  const heading = fc.constantFrom("people", "goods", "");
  const field = fc.constantFrom("label", "hours", "amount", "yearlyCost", "hourlyCost", "pay", "person", "a.b");
  const lines = fc.array(fc.record({ heading, fields: fc.uniqueArray(field) }), { maxLength: 4 });
  const written = lines.map((all) =>
    Object.fromEntries(
      all.flatMap(({ heading: of, fields }, at) => [
        [`costs.${at}.heading`, of],
        ...fields.map((name) => [`costs.${at}.${name}`, "1"]),
      ]),
    ),
  );

  it("is never pay: of a person's line, or of one whose heading is not told, only what may be shown", () => {
    fc.assert(
      fc.property(written, (typed: Raw) => {
        const shown = sharedRaw({ consortium, costs }, { ...typed, title: "T" });
        expect(shown.title).toBe("T");
        for (const path of Object.keys(typed)) {
          const [, place, name = ""] = /^costs\.(\d+)\.(.+)$/.exec(path) ?? [];
          const isOpen = typed[`costs.${place}.heading`] === "goods";
          expect(path in shown).toBe(isOpen || ["heading", "label", "hours", "amount"].includes(name));
        }
      }),
    );
  });

  it("is everything where a scheme has no partners", () => {
    expect(sharedRaw({ costs }, { "costs.0.pay": "1" })).toEqual({ "costs.0.pay": "1" });
  });
});

import { describe, expect, it } from "vitest";
import { closedDoubtsOf, conclude, type Finding, kindOf, standingsOf } from "./finding.ts";

const finding = (over: Partial<Finding>): Finding => ({
  id: "f",
  revision: 1,
  subject: "CS-4",
  about: "party.0",
  machineStatus: "met",
  conclusion: "met",
  reason: "",
  madeBy: "Agent",
  madeAt: "2026-03-10T09:00:00.000000Z",
  ...over,
});

const input = { subject: "CS-4", about: "", conclusion: "met", reason: "" };

describe("a conclusion", () => {
  it("that agrees with the machine needs no words", () => {
    expect(conclude(input, "criterion", "met")).toEqual({ ok: "met" });
  });
  it.each([
    ["criterion", "not-met", "met"],
    ["criterion", "met", "not-met"],
    ["criterion", "met", "unknown"],
    ["criterion", "met", "to-assess"],
    ["doubt", "default", null],
    ["doubt", "alternative", null],
    ["grid", "to-complete", null],
    ["grid", "insufficient", null],
  ] as const)("on a %s that says %s against %s is never silent", (kind, conclusion, machine) => {
    const silent = conclude({ ...input, conclusion }, kind, machine);
    expect("refusals" in silent && silent.refusals[0]?.field).toBe("motif");
    expect(conclude({ ...input, conclusion, reason: "Vu." }, kind, machine)).toEqual({ ok: conclusion });
  });
  it("on a reminder takes note of it: there is no other reading to choose", () => {
    const reminder = { subject: "D-22", about: "", reason: "Rappelé au demandeur." };
    expect(conclude({ ...reminder, conclusion: "default" }, "reminder", null)).toEqual({ ok: "default" });
    expect(conclude({ ...reminder, conclusion: "alternative" }, "reminder", null)).toEqual({
      refusals: [{ field: "conclusion", message: "Ce point n’a pas d’autre lecture." }],
    });
    const doubts = [{ id: "D-18", alternative: "L’aide" }, { id: "D-22" }];
    expect(["D-18", "D-22", "D-99"].map((id) => kindOf(id, { criteria: [], doubts, grid: [] }))).toEqual([
      "doubt",
      "reminder",
      null,
    ]);
  });
  it.each(["", "maybe", "default"])("of a criterion cannot be « %s »", (conclusion) => {
    expect(conclude({ ...input, conclusion, reason: "Vu." }, "criterion", "met")).toHaveProperty("refusals");
  });
});

describe("findings", () => {
  it("keep those they replace, the newest first", () => {
    const first = finding({ id: "1", madeAt: "2026-03-10T09:00:00.000000Z" });
    const second = finding({ id: "2", madeAt: "2026-03-11T09:00:00.000000Z" });
    const third = finding({ id: "3", madeAt: "2026-03-12T09:00:00.000000Z" });
    const standing = standingsOf([third, first, second]).get("CS-4@party.0");
    expect(standing?.last.id).toBe("3");
    expect(standing?.earlier.map((one) => one.id)).toEqual(["2", "1"]);
  });
  it("close doubts by the last word said", () => {
    const doubt = (conclusion: "default" | "alternative", madeAt: string) =>
      finding({ subject: "D-18", about: "", conclusion, madeAt });
    const findings = [
      doubt("alternative", "2026-03-12T09:00:00.000000Z"),
      doubt("default", "2026-03-10T09:00:00.000000Z"),
    ];
    expect(closedDoubtsOf(findings, ["D-18"])).toEqual({ "D-18": "alternative" });
    expect(closedDoubtsOf(findings, [])).toEqual({});
  });
});

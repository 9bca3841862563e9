import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { day, frameworkByVersion, gridLines, type OpenScheme, type Raw, readRaw } from "#policy/index.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { type Finding, keyOfSubject } from "../checks/finding.ts";
import { askables, requestCompletion } from "../completion/completion.ts";
import { type AcceptedCost, acceptCosts, applyAccepted, budgetLines } from "../costs/accepted-costs.ts";
import { fundingPlan, planLines } from "../costs/funding-plan.ts";
import { judgementOf } from "../opinions/judgement.ts";
import { giveOpinion, groundsOf } from "../opinions/opinion.ts";
import { applyHistory, hadFrom } from "./history.ts";
import { concludedEligibility, instruct } from "./instruction.ts";

const scheme = frameworkByVersion("2025-07-15")?.scheme("appui-conseil") as OpenScheme;
const filedOn = day("2026-03-10");

const unsettled = { framework: "2025-07-15", scheme: scheme.slug, otherDecision: null, retainedCosts: null };

const days = (first: string, second: string, price = "1000"): Raw => ({
  "structures.0.phases.0.days": first,
  "structures.0.phases.1.days": second,
  "structures.0.phases.0.dailyCost": price,
  "structures.0.phases.1.dailyCost": price,
  otherPublicFunding: "0",
  "structures.0.daysAlreadyFunded": "0",
  "structures.0.isPublicBuyer": "non",
});
const answersOf = (twist: Raw) => readRaw(scheme.form, demoApplication(1, twist).raw).answers;

const at = (twist: Raw, findings: readonly Finding[] = [], accepted: readonly AcceptedCost[] = []) =>
  instruct({ scheme, answers: answersOf(twist), filedOn, findings, accepted });

const found = (subject: string, conclusion: Finding["conclusion"], over: Partial<Finding> = {}): Finding => ({
  id: subject,
  revision: 1,
  subject,
  about: "",
  machineStatus: null,
  conclusion,
  reason: "Vu.",
  madeBy: "Agent",
  madeAt: "2026-03-12T09:00:00.000000Z",
  ...over,
});

const grid = () => gridLines(scheme.grid).map((line) => found(line.id, "satisfying"));

describe("an instruction", () => {
  it("computes what the rules allow on what is asked, then on what is accepted", () => {
    expect(at(days("5", "10")).ceiling).toBe(1_050_000);
    const cut = [{ line: "structures.0.phases.1", values: { days: 8 }, reason: "x" }];
    const instruction = at(days("5", "10"), [], cut);
    expect(instruction.asked.funding.aid).toBe(1_050_000);
    expect(instruction.ceiling).toBe(910_000);
  });

  it("is judged on what a selection retained, whatever is concluded in the same sending", () => {
    const read: unknown[] = [];
    const told: OpenScheme = {
      ...scheme,
      evaluate(answers, context) {
        read.push(context.retained);
        return scheme.evaluate(answers, context);
      },
    };
    const answers = answersOf(days("5", "10"));
    const file = { scheme: told, answers, filedOn, findings: [], costs: [], history: [], retained: 1_000_000 };
    const input = { points: [], sharedReason: "", restIsSatisfying: true, costs: null, opinion: null };
    expect(judgementOf(input, file, { name: null, at: "", revision: 1, mayDepart: false })).toHaveProperty("ok");
    expect(read).toContain(1_000_000);
  });

  it("gives the reason that several points share to those that need one and have none", () => {
    const answers = days("8", "12", "1200");
    const file = { scheme, answers: answersOf(answers), filedOn, findings: [], costs: [], history: [], retained: null };
    const point = (key: string, conclusion: string, reason = "") => ({ key, conclusion, reason });
    const key = (id: string) => {
      const check = at(answers).checks.find(({ result }) => result.id === id);
      return keyOfSubject(id, check?.about ?? "");
    };
    const line = gridLines(scheme.grid)[0]?.id ?? "";
    const input = {
      points: [
        point("D-18", "default"),
        point(key("CS-4"), "not-met", "Le sien."),
        point(key("CS-10"), "met"),
        point(line, "satisfying"),
      ],
      sharedReason: "Vu avec la structure.",
      restIsSatisfying: false,
      costs: null,
      opinion: null,
    };
    const judged = judgementOf(input, file, { name: null, at: "", revision: 1, mayDepart: false });
    const reasons = "ok" in judged ? judged.ok.findings.map(({ subject, reason }) => [subject, reason]) : judged;
    expect(reasons).toEqual([
      ["D-18", "Vu avec la structure."],
      ["CS-4", "Le sien."],
      ["CS-10", ""],
      [line, ""],
    ]);
  });

  it("waits for the grid, and for nothing else where all is met", () => {
    expect(at(days("5", "10")).left.map((one) => one.kind)).toEqual(gridLines(scheme.grid).map(() => "grid"));
    expect(at(days("5", "10"), grid()).left).toEqual([]);
  });

  it("shows a doubt with both amounts, and takes the reading that a person chose", () => {
    const dear = days("8", "12", "1200");
    const open = at(dear).doubts.find(({ doubt }) => doubt.id === "D-18");
    expect(open?.doubt.effect).toEqual({ default: 1_400_000, alternative: 1_680_000 });
    expect(at(dear).left.some((one) => one.subject === "D-18")).toBe(true);
    expect(at(dear, [found("D-18", "alternative")]).ceiling).toBe(1_680_000);
    expect(at(dear, [found("D-18", "default")]).ceiling).toBe(1_400_000);
  });

  it("lets a person overrule the machine, until the machine's answer changes", () => {
    const overruled = found("CS-4", "not-met", { about: "party.0", machineStatus: "met" });
    expect(concludedEligibility(at(days("5", "10"), [overruled]).checks)).toBe("not-eligible");
    const smaller = { ...days("5", "10"), "structures.0.headcount": "5" };
    const check = at(smaller, [overruled]).checks.find((one) => one.result.id === "CS-4");
    expect(check).toMatchObject({ status: "not-met", isStale: true });
    const agreed = found("CS-4", "met", { about: "party.0", machineStatus: "not-met" });
    expect(concludedEligibility(at(smaller, [agreed]).checks)).toBe("eligible");
  });
});

describe("an opinion", () => {
  const good = { sense: "favorable", proposedAid: 1_050_000, grounds: [], body: "Projet clair.", reason: "" };
  const fieldsOf = (input: Parameters<typeof giveOpinion>[0], instruction = at(days("5", "10"), grid())) => {
    const given = giveOpinion(input, instruction);
    return "refusals" in given ? given.refusals.map((one) => one.field) : [];
  };

  it("may propose the whole ceiling, less, and not a cent more", () => {
    expect(fieldsOf(good)).toEqual([]);
    expect(fieldsOf({ ...good, proposedAid: 1 })).toEqual(["raison"]);
    expect(fieldsOf({ ...good, proposedAid: 1, reason: "Les crédits sont partagés." })).toEqual([]);
    expect(giveOpinion({ ...good, reason: "Sans objet." }, at(days("5", "10"), grid()))).toMatchObject({
      ok: { reason: "" },
    });
    expect(fieldsOf({ ...good, proposedAid: 1_050_001 })).toEqual(["aide"]);
    expect(fieldsOf({ ...good, proposedAid: 0 })).toEqual(["aide"]);
    expect(fieldsOf({ ...good, proposedAid: null })).toEqual(["aide"]);
  });
  it("says all that is missing at once", () => {
    expect(fieldsOf({ sense: "", proposedAid: null, grounds: [], body: "", reason: "" })).toEqual(["sens", "avis"]);
    expect(fieldsOf(good, at(days("5", "10")))).toEqual(gridLines(scheme.grid).map(() => "sens"));
  });
  it("is not favourable over a condition not met, and rests on grounds that the file holds when unfavourable", () => {
    const unmet = at({ ...days("5", "10"), "structures.0.headcount": "5" }, grid());
    expect(fieldsOf(good, unmet)).toEqual(["sens"]);
    expect(groundsOf(unmet).map((one) => one.key)).toEqual(["CS-4@party.0"]);
    // A letter states what is not met; it asks nothing, and numbers no structure that stands alone.
    expect(groundsOf(unmet)[0]).toMatchObject({
      label: "CS-4, Plus de 5 salariés",
      rule: "Condition non remplie : Plus de 5 salariés",
    });
    const bad = {
      sense: "defavorable",
      proposedAid: null,
      grounds: ["CS-4@party.0"],
      body: "Cinq salariés.",
      reason: "",
    };
    expect(fieldsOf(bad, unmet)).toEqual([]);
    expect(fieldsOf({ ...bad, grounds: [] }, unmet)).toEqual(["motifs"]);
    expect(fieldsOf({ ...bad, grounds: ["CS-2@party.0"] }, unmet)).toEqual(["motifs"]);
  });
  it("may rest on a line of the grid found insufficient, or on days that are all spent", () => {
    const weak = grid().map((one) => (one.subject === "need" ? { ...one, conclusion: "insufficient" as const } : one));
    expect(groundsOf(at(days("5", "10"), weak)).map((one) => one.key)).toEqual(["need"]);
    const spent = at({ ...days("5", "10"), "structures.0.daysAlreadyFunded": "25" }, grid());
    expect(spent.ceiling).toBe(0);
    expect(groundsOf(spent).map((one) => one.key)).toEqual(["CS-9"]);
    // D-20 is left to conclude, and nothing is left to fund.
    expect(fieldsOf(good, spent)).toEqual(["sens", "sens"]);
    const together = at(
      {
        ...days("5", "10"),
        route: "collective",
        "structures.0.daysAlreadyFunded": "25",
        "structures.1.daysAlreadyFunded": "0",
      },
      grid(),
    );
    expect(groundsOf(together)).toEqual([]);
  });
});

describe("what structures had since the filing", () => {
  const had = (daysThen: number) => ({
    days: { whole: daysThen, year: daysThen },
    aid: { whole: daysThen * 70_000, year: daysThen * 70_000 },
  });
  const live = (twist: Raw, now: number, findings: readonly Finding[] = []) =>
    instruct({ scheme, answers: answersOf(twist), filedOn, findings, accepted: [], history: [had(now)] });

  it("is what opinion and vote are reckoned on, both numbers and their euros being told", () => {
    const instruction = live(days("5", "10"), 20);
    expect(instruction.changed).toEqual([{ party: 0, filed: 0, now: 20 }]);
    expect(instruction.filed.funding.aid).toBe(1_050_000);
    expect([instruction.asked.funding.aid, instruction.ceiling]).toEqual([350_000, 350_000]);
    expect(live(days("5", "10"), 0).changed).toEqual([]);
  });

  it("says that nothing is left to fund where no day remains", () => {
    const instruction = live(days("5", "10"), 25);
    const check = instruction.checks.find(({ result }) => result.id === "CS-9");
    expect(check?.result.reason).toContain("déjà financés sur les 25 possibles");
    expect(instruction.ceiling).toBe(0);
    expect(groundsOf(instruction).map((one) => one.key)).toEqual(["CS-9"]);
  });

  it("lets a file rest on the true cause of an aid of nothing", () => {
    const nothingGranted = { days: { whole: 0, year: 0 }, aid: { whole: 0, year: 0 } };
    const labelsOf = (twist: Raw, aid: number) =>
      groundsOf(
        instruct({
          scheme,
          answers: answersOf(twist),
          filedOn,
          findings: grid(),
          accepted: [],
          history: [{ ...nothingGranted, aid: { whole: aid, year: aid } }],
        }),
      ).map((one) => one.label);
    expect(labelsOf(days("5", "10"), 1_750_000)).toEqual(["CS-9, aide déjà accordée"]);
    expect(labelsOf({ ...days("5", "10"), otherPublicFunding: "100 000" }, 0)).toEqual([
      "CS-8, autres financements publics",
    ]);
    expect(labelsOf(days("5", "10"), 0)).toEqual([]);
  });

  it("says both readings of D-20 as the civil year has them", () => {
    const effect = live(days("5", "10"), 20).doubts.find(({ doubt }) => doubt.id === "D-20")?.doubt.effect;
    expect(effect).toEqual({ default: 350_000, alternative: 350_000 });
  });

  it("counts what was granted or paid, and of which in the year of filing", () => {
    const entry = { applicationId: null, measures: { days: 3, aid: 210_000 } } as const;
    const entries = [
      { ...entry, basis: "asked", grantedOn: null },
      { ...entry, basis: "granted", grantedOn: "2026-02-01" },
      { ...entry, basis: "paid", grantedOn: "2025-12-31" },
    ] as const;
    const ledger = { siren: "000000018", measures: { days: 9, aid: 630_000 }, entries };
    expect(hadFrom(ledger, "2026")).toEqual({ days: { whole: 6, year: 3 }, aid: { whole: 420_000, year: 210_000 } });
  });
});

describe("the plan of financing", () => {
  const cut = [{ line: "structures.0.phases.1", values: { days: 8, dailyCost: 90_000 }, reason: "Prix du marché." }];
  const twist = days("5", "10", "1100");

  it.each([
    ["1200", [], null, 100_000],
    ["1200", [found("D-18", "alternative")], null, 120_000],
    ["1200", [], 90_000, 90_000],
    ["800", [], null, 80_000],
  ] as const)(
    "counts a day asked at %s, in the readings of %o, accepted at %s, for %s",
    (asked, findings, accepted, counted) => {
      const twist = days("2.5", "3", asked);
      const cut =
        accepted === null ? [] : [{ line: "structures.0.phases.0", values: { dailyCost: accepted }, reason: "x" }];
      const instruction = at(twist, findings, cut);
      const [line] = planLines(scheme, answersOf(twist), cut, instruction);
      expect(line).toMatchObject({ values: { dailyCost: Number(asked) * 100 }, counted: { dailyCost: counted } });
    },
  );

  it("keeps the quotes beside what is eligible, and says what really remains to pay", () => {
    const instruction = at(twist, [], cut);
    expect(fundingPlan(unsettled, instruction, 800_000)).toEqual({
      presented: 1_650_000,
      eligible: 1_220_000,
      aid: 800_000,
      other: 0,
      own: 850_000,
      rate: 6_558,
    });
    const lines = planLines(scheme, answersOf(twist), cut, instruction);
    expect(lines).toMatchObject([
      { presented: 550_000, kept: 500_000, counted: { days: 5 }, values: { days: 5, dailyCost: 110_000 } },
      {
        presented: 1_100_000,
        kept: 720_000,
        counted: { days: 8 },
        values: { days: 10, dailyCost: 110_000 },
        why: "Prix du marché.",
      },
    ]);
    expect(lines[0]?.why).toContain("plafonné");
  });

  it("adds up to the cent whatever is cut", () => {
    const half = fc.integer({ min: 0, max: 40 }).map((one) => one / 2);
    const number = (one: number) => String(one).replace(".", ",");
    const price = fc.integer({ min: 0, max: 150_000 });
    fc.assert(
      fc.property(half, half, price, fc.integer({ min: 0, max: 100 }), (first, second, cents, part) => {
        const asked = days(number(first), number(second), number(cents / 100));
        const accepted = [
          { line: "structures.0.phases.0", values: { days: Math.floor((first * part) / 100) }, reason: "x" },
        ];
        const instruction = at(asked, [], accepted);
        const plan = fundingPlan(unsettled, instruction, instruction.ceiling ?? 0);
        const lines = planLines(scheme, answersOf(asked), accepted, instruction);
        expect(lines.reduce((sum, line) => sum + line.presented, 0)).toBe(plan.presented);
        expect(lines.reduce((sum, line) => sum + line.kept, 0)).toBe(plan.eligible);
        expect(plan.aid + plan.other + plan.own).toBe(plan.presented);
      }),
      { numRuns: 60 },
    );
  });
});

it("is no estimate any more once a person has found every condition met", () => {
  const twist = { ...days("5", "10"), "structures.0.headcount": "5" };
  expect(at(twist).isEstimate).toBe(true);
  expect(at(twist, [found("CS-4", "met", { about: "party.0", machineStatus: "not-met" })]).isEstimate).toBe(false);
});

describe("accepted costs", () => {
  const lines = () => budgetLines(scheme, answersOf(days("5", "10", "1 100,50")));
  it("read the budget line by line", () => {
    expect(lines()).toMatchObject([
      { line: "structures.0.phases.0", label: "Diagnostic partagé", values: { days: 5, dailyCost: 110_050 } },
      { line: "structures.0.phases.1", label: "Accompagnement", values: { days: 10, dailyCost: 110_050 } },
    ]);
  });
  it("keep only what differs from what is asked", () => {
    const same = { line: "structures.0.phases.0", values: { days: 5, dailyCost: 110_050 }, reason: "" };
    const empty = { line: "structures.0.phases.1", values: {}, reason: "oubli" };
    expect(acceptCosts(scheme, lines(), [same, empty])).toEqual({ ok: [] });
  });
  it.each([
    [{ values: { days: 6 }, reason: "x" }, ["structures.0.phases.0.days"]],
    [{ values: { days: 4.25 }, reason: "x" }, ["structures.0.phases.0.days"]],
    [{ values: { dailyCost: 110_051 }, reason: "x" }, ["structures.0.phases.0.dailyCost"]],
    [{ values: { days: 4, dailyCost: 100_000 }, reason: "" }, ["structures.0.phases.0.reason"]],
    [{ values: { days: 0 }, reason: "Hors champ." }, []],
  ])("%o is refused for %o", (input, fields) => {
    const result = acceptCosts(scheme, lines(), [{ line: "structures.0.phases.0", ...input }]);
    expect("refusals" in result ? result.refusals.map((one) => one.field) : []).toEqual(fields);
  });
  it("put history in place of what was filed, structure by structure", () => {
    const answers = applyHistory(scheme, answersOf(days("5", "10")), [
      { days: { whole: 20, year: 20 }, aid: { whole: 1_400_000, year: 1_400_000 } },
    ]);
    expect(scheme.evaluate(answers, { today: filedOn }).funding.parties[0]?.measures.days?.allowed).toBe(5);
    expect(applyAccepted(scheme, answers, [])).toBe(answers);
  });
});

describe("a request for completion", () => {
  const today = Temporal.PlainDate.from("2026-03-10");
  const known = () => askables(scheme, answersOf(days("5", "10")), []);
  const input = { items: [{ path: "document:quote", message: "" }], note: "", dueOn: day("2026-04-09") };
  it("offers every field shown and every paper, those missing said to be", () => {
    const quote = known().find((one) => one.path === "document:quote");
    expect(quote).toMatchObject({ isMissing: true, answer: "Aucune pièce" });
    expect(known().find((one) => one.path === "structures.0.commune")?.answer).not.toMatch(/^\d/);
  });
  it("gives words to an item left without any", () => {
    expect(requestCompletion(input, known(), today)).toMatchObject({
      ok: { items: [{ path: "document:quote", message: "Joignez cette pièce." }] },
    });
  });
  it.each([
    [{ items: [] }, ["champ"]],
    [{ items: [{ path: "inconnu", message: "" }] }, ["champ"]],
    [{ dueOn: null }, ["echeance"]],
    [{ dueOn: day("2026-03-10") }, ["echeance"]],
    [{ dueOn: day("2026-03-11") }, []],
    [{ dueOn: day("2026-09-06") }, []],
    [{ dueOn: day("2026-09-07") }, ["echeance"]],
    [{ note: "x".repeat(4001) }, ["note"]],
  ])("%o is refused for %o", (over, fields) => {
    const result = requestCompletion({ ...input, ...over }, known(), today);
    expect("refusals" in result ? result.refusals.map((one) => one.field) : []).toEqual(fields);
  });
});

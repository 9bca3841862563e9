import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { modernisationCall } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/call.ts";
import { cents, day, frameworkByVersion, type OpenScheme } from "#policy/index.ts";
import { underCall } from "#src/calls/index.ts";

import { agreementNumber, readSignature } from "./agreement.ts";
import { amendmentDue, readAmendment, type ToAmend } from "./amend.ts";
import { paymentRules } from "./duties.ts";

describe("an amendment", () => {
  const [withdrawnOn, today] = [day("2026-03-10"), day("2026-03-20")];
  const cause = { selected: false, decidedOn: withdrawnOn, reference: "FSE-1", retained: null };
  const withdrawn = (agreed: number): ToAmend => ({ cause, agreed, most: null, broken: [] });
  const typed = { deliberation: "CP-1", decidedOn: day("2026-03-15"), reason: "Dépenses déjà faites." };

  it("only lowers the aid, and says why where some of it stays", () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.integer({ min: 1, max: 4_000_000 }), (aid, agreed) => {
        const fields = (reason: string) => {
          const read = readAmendment({ ...typed, aid, reason }, withdrawn(agreed), today);
          return "refusals" in read ? read.refusals.map(({ field }) => field) : [];
        };
        expect(fields(typed.reason)).toEqual(aid < agreed ? [] : ["aide"]);
        expect(fields("")).toEqual(aid >= agreed ? ["aide"] : aid > 0 ? ["raison"] : []);
      }),
    );
  });

  it.each([
    ["2026-03-09", ["date"]],
    ["2026-03-10", []],
    ["2026-03-20", []],
    ["2026-03-21", ["date"]],
  ])("is voted after the other aid is taken back, and not in days to come: %s", (decidedOn, fields) => {
    const read = readAmendment({ ...typed, aid: 0, decidedOn: day(decidedOn) }, withdrawn(1_000), today);
    expect("refusals" in read ? read.refusals.map(({ field }) => field) : []).toEqual(fields);
  });
});

describe("an amendment that follows a drop", () => {
  const cause = { selected: true, decidedOn: "2026-03-10", reference: "FSE-2", retained: 8_000_000 };
  const lowered: ToAmend = { cause, agreed: 2_000_000, most: 1_600_000, broken: [] };
  const typed = { deliberation: "CP-1", decidedOn: day("2026-03-15"), reason: "" };
  const refused = (aid: number, reason = "", due = lowered) => {
    const read = readAmendment({ ...typed, aid, reason }, due, day("2026-03-20"));
    return "refusals" in read ? read.refusals.map(({ field }) => field) : [];
  };

  it("gives the share of what is retained, more never, less with its reason (D-31, D-32)", () => {
    expect([refused(1_600_000), refused(1_600_001), refused(1_000_000)]).toEqual([[], ["aide"], ["raison"]]);
    expect(refused(1_000_000, "Deux livrables abandonnés.")).toEqual([]);
  });

  it("says why an aid stays where a condition no longer holds (D-48)", () => {
    const broken = { ...lowered, broken: ["Un soutien du FSE+ de 15 000 € au moins"] };
    expect([refused(1_600_000, "", broken), refused(1_600_000, "Vu.", broken)]).toEqual([["raison"], []]);
  });

  it("is due while the other funder's last word is lower than what was agreed, or last amended", () => {
    const file = (retained: number | null, selected = true, state = "signed" as const) => ({
      state,
      otherDecision: { ...cause, retained, selected },
    });
    const award = { eligibleCosts: 10_000_000 };
    const made = (word: Partial<typeof cause>) => [{ cause: { ...cause, ...word } }] as never;
    expect(amendmentDue(file(10_000_000), award, [])).toBeNull();
    expect(amendmentDue(file(8_000_000), award, [])).toMatchObject({ retained: 8_000_000 });
    expect(amendmentDue(file(8_000_000), award, made({}))).toBeNull();
    expect(amendmentDue(file(7_000_000), award, made({}))).toMatchObject({ retained: 7_000_000 });
    expect(amendmentDue(file(null, false), award, made({}))).toMatchObject({ selected: false });
    expect(amendmentDue(file(null, false), award, made({ selected: false }))).toBeNull();
  });
});

describe("a signature", () => {
  const made = day("2026-03-10");
  const today = day("2026-03-20");
  it.each([
    ["2026-03-10", "Camille Exemple, présidente", []],
    ["2026-03-20", "Camille Exemple, présidente", []],
    ["2026-03-09", "Camille Exemple, présidente", ["date"]],
    ["2026-03-21", "Camille Exemple, présidente", ["date"]],
    [null, "", ["date", "signataire"]],
  ] as const)("of %s by « %s » is refused for %o", (on, signatory, fields) => {
    const read = readSignature(
      { signedOn: on === null ? null : day(on), signatory },
      { on: made, said: "Trop tôt." },
      today,
    );
    expect("refusals" in read ? read.refusals.map((one) => one.field) : []).toEqual(fields);
  });
});

it("numbers agreements by year", () => {
  expect(agreementNumber(2026, 12)).toBe("CONV-2026-00012");
});

it("keeps the capitals of a structure's name in the words of the last instalment", () => {
  const scheme = openScheme("appui-conseil");
  const line = { path: "", party: 0, values: {}, counted: {}, kept: 1 };
  const party = { name: "", commune: "", measures: {}, eligibleCosts: 0, aid: 0 };
  const { instalments } = scheme.agreement({
    answers: {},
    aid: cents(100),
    lines: [
      { ...line, label: "Diagnostic", partyName: "Atelier" },
      { ...line, label: "Accompagnement", partyName: "Campus des Métiers du Pays d’Auge" },
    ],
    parties: [party, party],
    decidedOn: "2026-03-03",
    funder: { the: "la Région", of: "de la Région", capital: "La Région" },
  });
  expect(instalments.at(-1)?.label).toBe("Solde, après accompagnement, Campus des Métiers du Pays d’Auge");
});

it("says what is owed of each cost by the rule of its scheme, and of its call where the text fixes none (MO-3, MO-7)", () => {
  const opened = openScheme("modernisation");
  const [opensOn, closesOn] = [Temporal.PlainDate.from("2026-02-09"), Temporal.PlainDate.from("2026-04-10")];
  const call = { id: randomUUID(), version: 1, raw: modernisationCall(2026, opensOn, closesOn) };
  const vote = { answers: {}, aid: cents(100), lines: [], parties: [], decidedOn: "2026-03-03" };
  const funder = { the: "la Région", of: "de la Région", capital: "La Région" };
  const under = underCall(opened, call).agreement({ ...vote, funder });
  expect(under).toMatchObject({
    owed: "50\u00a0% des dépenses acceptées",
    publicityMention:
      "Projet mis en œuvre avec le soutien de la Région Normandie et du Plan d’Investissement dans les compétences",
  });
  expect(openScheme("transitions").agreement({ ...vote, funder }).owed).toBe("20\u00a0% des dépenses acceptées");
  expect(openScheme("appui-conseil").agreement({ ...vote, funder }).owed).toBe("70\u00a0% des dépenses acceptées");
});

it("pays the aid in instalments that add up to it, to the cent", () => {
  const phases = fc.array(
    fc.record({
      label: fc.constant("Phase"),
      weight: fc.integer({ min: 0, max: 2_500_000 }),
      condition: fc.constant(""),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), phases, (aid, list) => {
      const { instalments } = paymentRules(aid, { instalments: list, supportingDocuments: [] }, true);
      expect(instalments.reduce((sum, one) => sum + one.cents, 0)).toBe(aid);
      expect(instalments.every((one) => one.cents >= 0)).toBe(true);
    }),
  );
});

function openScheme(slug: string): OpenScheme {
  const scheme = frameworkByVersion("2025-07-15")?.scheme(slug);
  if (scheme?.status !== "open") throw new Error(`${slug} is not open`);
  return scheme;
}

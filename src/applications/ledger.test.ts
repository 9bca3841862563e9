import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerFrom, type PastGrant, type Share } from "./ledger.ts";
import { STATES } from "./lifecycle.ts";

const SIREN = "000000018";

function share(state: string, more: Partial<Share> = {}): Share {
  return {
    siren: SIREN,
    state,
    asked_days: 10,
    asked_aid: 700_000,
    granted_days: null,
    granted_aid: null,
    granted_on: null,
    paid_days: null,
    paid_aid: null,
    application_id: "a",
    ...more,
  };
}

describe("the ledger of a structure (CS-9, D-20)", () => {
  it.each(["draft", "rejected", "refused", "withdrawn", "abandoned"])("does not count what is %s", (state) => {
    expect(ledgerFrom(SIREN, [share(state, { granted_days: 8, granted_aid: 560_000 })]).days).toBe(0);
  });

  it.each([
    ["asked", share("under-review"), 10, 700_000],
    ["granted", share("signed", { granted_days: 8, granted_aid: 560_000 }), 8, 560_000],
    [
      "paid",
      share("signed", { granted_days: 8, granted_aid: 560_000, paid_days: 6.5, paid_aid: 455_000 }),
      6.5,
      455_000,
    ],
    ["paid", share("abandoned", { paid_days: 2, paid_aid: 140_000 }), 2, 140_000],
  ] as const)("counts what was %s, in place of what came before", (basis, one, days, aid) => {
    const ledger = ledgerFrom(SIREN, [one]);
    expect([ledger.days, ledger.aid, ledger.entries[0]?.basis]).toEqual([days, aid, basis]);
  });

  it("adds up every route and the grants of before the service, of this structure alone", () => {
    const past: PastGrant = {
      siren: SIREN,
      scheme: "appui-conseil",
      grantedOn: "2025-09-01",
      days: 3.5,
      aid: 245_000,
      source: "tableau",
    };
    const ledger = ledgerFrom(
      SIREN,
      [share("submitted"), share("signed"), share("signed", { siren: "000000026" })],
      [past],
    );
    expect([ledger.days, ledger.aid]).toEqual([23.5, 1_645_000]);
  });

  it("never counts less than nothing, nor more than was asked where nothing is granted", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATES), { maxLength: 8 }), (states) => {
        const { days } = ledgerFrom(
          SIREN,
          states.map((state) => share(state)),
        );
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(states.length * 10);
      }),
    );
  });
});

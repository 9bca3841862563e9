import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES } from "../lifecycle.ts";
import { ledgerFrom, type PartyInApplication, type PastGrant } from "./ledger.ts";

const SIREN = "000000018";

function share(state: string, more: Partial<PartyInApplication> = {}): PartyInApplication {
  return {
    siren: SIREN,
    state,
    asked: { days: 10, aid: 700_000 },
    granted: null,
    granted_on: null,
    paid: null,
    application_id: "a",
    ...more,
  };
}

describe("the ledger of a structure ", () => {
  it.each(["draft", "rejected", "refused", "withdrawn", "abandoned"])("does not count what is %s", (state) => {
    expect(ledgerFrom(SIREN, [share(state, { granted: { days: 8, aid: 560_000 } })]).measures.days ?? 0).toBe(0);
  });

  it.each([
    ["asked", share("under-review"), 10, 700_000],
    ["granted", share("signed", { granted: { days: 8, aid: 560_000 } }), 8, 560_000],
    ["paid", share("signed", { granted: { days: 8, aid: 560_000 }, paid: { days: 6.5, aid: 455_000 } }), 6.5, 455_000],
    ["paid", share("abandoned", { paid: { days: 2, aid: 140_000 } }), 2, 140_000],
  ] as const)("counts what was %s, in place of what came before", (basis, one, days, aid) => {
    const ledger = ledgerFrom(SIREN, [one]);
    expect([ledger.measures.days, ledger.measures.aid, ledger.entries[0]?.basis]).toEqual([days, aid, basis]);
  });

  it("adds up every route and the grants of before the service, of this structure alone", () => {
    const past: PastGrant = {
      siren: SIREN,
      scheme: "appui-conseil",
      grantedOn: "2025-09-01",
      measures: { days: 3.5, aid: 245_000 },
      source: "tableau",
    };
    const ledger = ledgerFrom(
      SIREN,
      [share("submitted"), share("signed"), share("signed", { siren: "000000026" })],
      [past],
    );
    expect([ledger.measures.days, ledger.measures.aid]).toEqual([23.5, 1_645_000]);
  });

  it("never counts less than nothing, nor more than was asked where nothing is granted", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATES), { maxLength: 8 }), (states) => {
        const { measures } = ledgerFrom(
          SIREN,
          states.map((state) => share(state)),
        );
        expect(measures.days ?? 0).toBeGreaterThanOrEqual(0);
        expect(measures.days ?? 0).toBeLessThanOrEqual(states.length * 10);
      }),
    );
  });
});

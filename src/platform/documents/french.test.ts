import { expect, it } from "vitest";
import { bareLetterheadFixture } from "./letterhead.fixture.ts";
import type { Letterhead } from "./letterhead.ts";
import { pullProof } from "./proof.ts";
import { template } from "./template.ts";

interface Example {
  readonly kind: "money" | "day" | "moment" | "count" | "percent" | "size";
  readonly value: number | string;
}

const specimen = template<{ letterhead: Letterhead; subject: string; words: string; examples: readonly Example[] }>(
  "platform/documents/specimen.typ",
);

it.each<[Example["kind"], number | string, string]>([
  ["money", 1_750_000, "17 500 € = dix-sept mille cinq cents euros"],
  ["money", 1_890_000, "18 900 € = dix-huit mille neuf cents euros"],
  ["money", 8_000_000, "80 000 € = quatre-vingt mille euros"],
  ["money", 8_000, "80 € = quatre-vingts euros"],
  ["money", 8_100, "81 € = quatre-vingt-un euros"],
  ["money", 7_100, "71 € = soixante et onze euros"],
  ["money", 9_100, "91 € = quatre-vingt-onze euros"],
  ["money", 9_900, "99 € = quatre-vingt-dix-neuf euros"],
  ["money", 7_700, "77 € = soixante-dix-sept euros"],
  ["money", 2_100, "21 € = vingt et un euros"],
  ["money", 20_000, "200 € = deux cents euros"],
  ["money", 20_100, "201 € = deux cent un euros"],
  ["money", 20_000_000, "200 000 € = deux cent mille euros"],
  ["money", 100_000, "1 000 € = mille euros"],
  ["money", 100_000_000, "1 000 000 € = un million d’euros"],
  ["money", 200_000_100, "2 000 001 € = deux millions un euros"],
  ["money", 123_456, "1 234,56 € = mille deux cent trente-quatre euros et cinquante-six centimes"],
  ["money", 101, "1,01 € = un euro et un centime"],
  ["money", 0, "0 € = zéro euro"],
  ["day", "2026-03-01", "1er mars 2026"],
  ["day", "2026-12-31", "31 décembre 2026"],
  ["moment", "2026-03-03T09:05", "3 mars 2026 à 9 h 05"],
  ["moment", "2026-03-03T00:00", "3 mars 2026 à 0 h 00"],
  ["moment", "2026-03-03T23:59", "3 mars 2026 à 23 h 59"],
  ["count", 1.5, "1,5 jour"],
  ["count", 2, "2 jours"],
  ["count", 0, "0 jour"],
  ["count", 24.5, "24,5 jours"],
  ["percent", 7_000, "70 %"],
  ["percent", 1_250, "12,5 %"],
  ["size", 999, "999 octets"],
  ["size", 184_220, "184 ko"],
  ["size", 2_345_678, "2,3 Mo"],
])("writes the %s %s as %s", (kind, value, written) => {
  const proof = pullProof(specimen, {
    letterhead: bareLetterheadFixture(),
    subject: "Formats",
    words: "",
    examples: [{ kind, value }],
  });
  expect(proof.text).toContain(`•${written.replaceAll(" ", "")}Unequestion?`);
});

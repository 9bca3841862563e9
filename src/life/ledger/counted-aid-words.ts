import { type CountedAid, cents, sayDay, sayMoney } from "#policy/index.ts";

const known: Readonly<Record<CountedAid["by"], string>> = {
  declared: "déclarée dans la demande",
  service: "accordée dans ce service",
  both: "accordée dans ce service et déclarée : comptée une fois",
};

/** « 12 000 € le 3 mars 2026, un dispositif, dossier 2026-0007 (accordée dans ce service) ». */
export function sayCountedAid({ amount, grantedOn, source, by }: CountedAid): string {
  const from = source === "" ? "" : `, ${source}`;
  return `${sayMoney(cents(amount))} le ${sayDay(grantedOn)}${from} (${known[by]})`;
}

import { cents, type Day, sayDay, sayMoney } from "#policy/index.ts";

/** What the officer writes down of another funder's selection. Money in cents. */
export interface OutsideInput {
  readonly isSelected: boolean | null;
  readonly decidedOn: Day | null;
  readonly reference: string;
  readonly retained: number | null;
}

/** Why it cannot be written down as it was typed, by field. `most`: what the file has of eligible costs. */
export function refusalsOf({ isSelected, decidedOn, reference, retained }: OutsideInput, most: number, now: string) {
  const refusals: { path: string; message: string }[] = [];
  if (isSelected === null) refusals.push({ path: "selected", message: "Dites si le projet est retenu." });
  if (decidedOn === null) refusals.push({ path: "decidedOn", message: "Indiquez la date, par exemple 03/03/2026." });
  else if (decidedOn > now)
    refusals.push({ path: "decidedOn", message: `Cette date est à venir\u00a0: ${sayDay(decidedOn)}.` });
  if (reference === "") refusals.push({ path: "reference", message: "Indiquez la référence de la décision." });
  else if (reference.length > 120) refusals.push({ path: "reference", message: "120 caractères au plus." });
  if (isSelected === true && (retained === null || retained <= 0)) {
    refusals.push({ path: "retained", message: "Indiquez le total retenu, en euros." });
  } else if (isSelected === true && retained !== null && retained > most) {
    refusals.push({ path: "retained", message: `Le dossier n’a que ${sayMoney(cents(most))} de coûts éligibles.` });
  }
  return refusals;
}

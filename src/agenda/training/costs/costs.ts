import {
  type CostBase,
  cents,
  costBases,
  type Money,
  type RemainingCost,
  type RemainingCostRule,
  remainingCost,
  type SeatCosts,
} from "#policy/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { readEuros } from "../amounts.ts";

/** A seat that was attended, for which nothing was asked yet. */
export interface AttendedSeat {
  readonly registrationId: string;
  readonly name: string;
  readonly session: string;
  readonly year: number;
  readonly opcoPays: string;
}

export interface SeatCost {
  readonly registrationId: string;
  readonly seat: SeatCosts;
  readonly computed: Money;
}

const bases = Object.keys(costBases) as CostBase[];
/** How the form names each cost. */
export const costFields: Readonly<Record<CostBase, string>> = {
  wages: "salaire",
  travel: "deplacement",
  replacement: "remplacement",
};

/** Reads the costs of one seat, its fields named with a prefix; an empty box is nothing. */
export function readSeat(typed: FormFields, prefix: string, errors: Record<string, string>): SeatCosts {
  const amount = (name: string): Money => {
    const field = `${prefix}${name}`;
    const written = text(typed, field);
    if (written === "") return cents(0);
    const read = readEuros(written);
    if (read === undefined) errors[field] = "Donnez un montant, comme 240 €.";
    return read ?? cents(0);
  };
  const costs = Object.fromEntries(bases.map((base) => [base, amount(costFields[base])]));
  return { costs: costs as Record<CostBase, Money>, paidByOthers: amount("opco") };
}

/** Reads a request for these seats: those that are ticked, each with its costs. */
export function readRequest(
  typed: FormFields,
  seats: readonly AttendedSeat[],
  rule: RemainingCostRule,
): { readonly lines: readonly SeatCost[] } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const lines = seats
    .filter((seat) => text(typed, `place.${seat.registrationId}.choisie`) === "oui")
    .map((seat) => {
      const prefix = `place.${seat.registrationId}.`;
      const costs = readSeat(typed, prefix, errors);
      const found = remainingCost(rule, costs);
      if (found.kind === "computed" && found.amount === 0 && Object.keys(errors).length === 0) {
        errors[`${prefix}salaire`] =
          `Pour ${seat.name}, il ne reste rien à la charge de l’employeur : rien n’est à demander.`;
      }
      if (seat.opcoPays !== "no" && costs.paidByOthers === 0) {
        errors[`${prefix}opco`] =
          `L’OPCO paie une part de la place de ${seat.name}, comme dit à l’inscription : donnez ce qu’il paie.`;
      }
      return { registrationId: seat.registrationId, seat: costs, computed: amountOf(found) };
    });
  if (lines.length === 0) errors.places = "Cochez au moins une place.";
  return Object.keys(errors).length > 0 ? { errors } : { lines };
}

export function amountOf(found: RemainingCost): Money {
  return found.kind === "computed" ? found.amount : cents(0);
}

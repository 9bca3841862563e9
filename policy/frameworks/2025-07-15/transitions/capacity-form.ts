import { calendarDay, choices, decimal, integer, money, record } from "../../../engine/values/field.ts";
import { euros } from "../../../engine/values/money.ts";

const most = euros(1_000_000_000);

/** EL-4, D-47: facts from which an officer concludes; the text gives no measure. */
export const account = record({
  year: integer("exercice", { min: 2000, max: 2100 }, "EL-4"),
  income: money("produits", most, "€", "EL-4"),
  result: decimal("résultat, en euros", { min: -1_000_000_000, max: 1_000_000_000 }, "EL-4"),
  equity: decimal("fonds propres, en euros", { min: -1_000_000_000, max: 1_000_000_000 }, "EL-4"),
  cash: money("trésorerie", most, "€", "EL-4"),
});

/** What a plan of cash is drawn with, beside the costs and their days. */
export const cashFacts = {
  cashAtStart: money("trésorerie disponible au début", most, "€", "EL-4"),
  regionPaidOn: calendarDay("paiement de la Région attendu le", "EL-4"),
  esfPaidOn: calendarDay("paiement du FSE+ attendu le", "EL-4"),
};

/** D-28: for whom what is made is free. */
export const freeFor = choices(
  "publics pour qui c’est gratuit",
  {
    learners: "Apprenants",
    partners: "Partenaires du projet",
    actors: "Acteurs de l’emploi et de la formation",
    everyone: "Tous les publics",
  },
  "EL-8",
);

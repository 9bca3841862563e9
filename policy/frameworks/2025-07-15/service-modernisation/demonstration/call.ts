import type { Temporal } from "temporal-polyfill";
import type { DemoCall } from "../../../../demonstration/declared.ts";
import { typedDay } from "../../../../demonstration/typed.ts";
import type { Raw } from "../../../../engine/questions/raw.ts";

/** What an administrator types of a fictional call for the modernisation of services (2.d). */
export function modernisationCall(year: number, opensOn: Temporal.PlainDate, closesOn: Temporal.PlainDate): Raw {
  return {
    title: `Moderniser les services des structures de formation, ${year} (appel fictif)`,
    summary:
      "Pour les structures qui changent leur organisation : accueil, services à distance, outils communs. Appel de démonstration, sans valeur.",
    purpose:
      "La Région soutient les projets par lesquels une structure de formation transforme son offre de services ou son organisation, hors pédagogie.\n\nUn projet dit le besoin, ce qui change, pour qui, et comment le résultat sera partagé.",
    applicants:
      "Les structures de formation qui interviennent en Normandie, seules.\n\nLe projet se tient au moins en partie en Normandie.",
    contact: "appels@region.example",
    opensOn: typedDay(opensOn),
    opensAtHour: "9 h",
    closesOn: typedDay(closesOn),
    closesAtHour: "12 h",
    questionsUntil: typedDay(closesOn.subtract({ days: 10 })),
    "steps.0.on": typedDay(closesOn.add({ days: 30 })),
    "steps.0.what": "Comité de sélection, avec la DREETS",
    "steps.1.on": typedDay(closesOn.add({ days: 60 })),
    "steps.1.what": "Vote de la Commission permanente",
    "envelope.0.funder": "region",
    "envelope.0.year": String(closesOn.year),
    "envelope.0.section": "running",
    "envelope.0.committed": "400 000",
    "envelope.0.payable": "120 000",
    "envelope.1.funder": "region",
    "envelope.1.year": String(closesOn.year + 1),
    "envelope.1.section": "running",
    "envelope.1.committed": "0",
    "envelope.1.payable": "280 000",
    "envelope.2.funder": "region",
    "envelope.2.year": String(closesOn.year),
    "envelope.2.section": "investment",
    "envelope.2.committed": "60 000",
    "envelope.2.payable": "60 000",
    aidRegime: "de-minimis",
    heldUntilBalance: "20",
    "terms.rate": "50",
    "terms.maxAid": "30 000",
    "terms.costsFrom": typedDay(opensOn),
    "terms.costsUntil": `31/12/${closesOn.year + 2}`,
    "terms.acceptsStaff": "oui",
    "terms.investment": "judged",
    "terms.countsVat": "oui",
    "questions.0.label": "Le projet est-il porté par une seule structure ?",
    "questions.0.kind": "yes-no",
    "questions.0.answeredBy": "lead",
    "questions.0.eliminatory": "non",
    note: "non",
    bodies: ["dreets"],
    assessors: "2",
    tieRule: "cost",
  };
}

const yearly = (opens: number, closes: number, year: number): DemoCall => ({
  opens,
  closes,
  typed: (today, opensOn, closesOn) => ({
    ...modernisationCall(today.year + year, opensOn, closesOn),
    // A short note may be sent first, for an orientation.
    note: year < 0 ? "non" : "oui",
  }),
});

/** One call a year: one is over, one is open, one is to come. */
export const calls: readonly DemoCall[] = [yearly(-150, -90, -1), yearly(-20, 40, 0), yearly(75, 135, 1)];

import type { Temporal } from "temporal-polyfill";
import type { DemoCall } from "../../../../demonstration/declared.ts";
import { typedDay } from "../../../../demonstration/typed.ts";
import type { Raw } from "../../../../engine/questions/raw.ts";

/** What an administrator types of a fictional call for transitions (2.c): its money is little, so that not all is funded. */
export function transitionsCall(year: number, opensOn: Temporal.PlainDate, closesOn: Temporal.PlainDate): Raw {
  return {
    title: `Transitions ${year} (appel fictif)`,
    summary:
      "Pour les projets d’ingénierie pédagogique qui répondent aux transitions et se partagent. Appel de démonstration, sans valeur.",
    purpose:
      "La Région complète le FSE+ pour des projets dont les résultats sont libres et gratuits.\n\nChaque projet dit le besoin, les transitions traitées, et comment d’autres s’en serviront.",
    applicants: "Les structures de formation qui interviennent en Normandie, seules ou à plusieurs.",
    contact: "appels@region.example",
    opensOn: typedDay(opensOn),
    opensAtHour: "9 h",
    closesOn: typedDay(closesOn),
    closesAtHour: "12 h",
    questionsUntil: typedDay(closesOn.subtract({ days: 10 })),
    "steps.0.on": typedDay(closesOn.add({ days: 60 })),
    "steps.0.what": "Comité de sélection",
    "envelope.0.funder": "region",
    "envelope.0.year": String(closesOn.year),
    "envelope.0.section": "running",
    "envelope.0.committed": "90 000",
    "envelope.0.payable": "60 000",
    "envelope.1.funder": "region",
    "envelope.1.year": String(closesOn.year + 1),
    "envelope.1.section": "running",
    "envelope.1.committed": "25 000",
    "envelope.1.payable": "30 000",
    "envelope.2.funder": "esf-plus-2021-2027",
    "envelope.2.year": String(closesOn.year),
    "envelope.2.section": "running",
    "envelope.2.committed": "420 000",
    "envelope.2.payable": "420 000",
    aidRegime: "none",
    heldUntilBalance: "20",
    "questions.0.label": "Le projet est-il nouveau pour votre structure ?",
    "questions.0.kind": "yes-no",
    "questions.0.answeredBy": "lead",
    "questions.0.eliminatory": "non",
    note: "non",
    bodies: ["managing-authority"],
    assessors: "3",
    conflictLimit: "20",
    threshold: "50",
    completionDays: "15",
    tieRule: "spreading",
  };
}

const session = (opens: number, closes: number, rank: string): DemoCall => ({
  opens,
  closes,
  typed: (today, opensOn, closesOn) => ({
    ...transitionsCall(today.year + 1, opensOn, closesOn),
    title: `Transitions ${today.year + 1}, ${rank} session (appel fictif)`,
    // Soon after it closes: its projects begin within the months that the text leaves them.
    "steps.0.on": typedDay(closesOn.add({ days: 21 })),
  }),
});

/** One open, one to come: the one that is over is led to its committee elsewhere. */
export const sessions: readonly DemoCall[] = [session(-20, 27, "première"), session(38, 66, "seconde")];

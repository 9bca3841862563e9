import type { asker } from "../../../engine/questions/form.ts";
import { moreThan, type Term } from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";

/** What is asked of each cost, by the schemes whose projects are a list of costs. */

type CostLine = Readonly<Record<"phase" | "supplier", Term<"text">>> &
  Readonly<Record<"servedFrom" | "servedTo" | "invoicedOn" | "paidOn", Term<"day">>> &
  Readonly<Record<"vatRecoverable" | "paidElsewhere", Term<"yes-no">>> & { readonly vat: Term<"money"> };

const optional = { required: "optional" } as const;

/** The questions of one line, by name: each scheme puts its own between them. */
export function lineQuestions(ask: ReturnType<typeof asker>, of: CostLine) {
  const hasVat = moreThan(of.vat, euros(0));
  return {
    phase: ask(of.phase, { label: "Phase", hint: "Le nom d’une phase de votre calendrier.", ...optional }),
    vatRecoverable: ask(of.vatRecoverable, {
      label: "Récupérez-vous cette TVA\u202f?",
      required: { when: hasVat },
      visible: hasVat,
    }),
    paidElsewhere: ask(of.paidElsewhere, {
      label: "Un marché, un OPCO ou un autre fonds la paie-t-il déjà\u202f?",
      why: "Une même dépense ne se finance pas deux fois.",
      ...optional,
    }),
    dates: [
      ask(of.servedFrom, { label: "Service rendu du", ...optional }),
      ask(of.servedTo, { label: "au", ...optional }),
      ask(of.invoicedOn, { label: "Facturée le", hint: "Si elle l’est déjà.", ...optional }),
      ask(of.paidOn, { label: "Payée le", hint: "Si elle l’est déjà.", ...optional }),
    ],
  } as const;
}

/** Who is paid: « s’il est déjà choisi ». */
export const supplier = {
  label: "Prestataire ou fournisseur",
  hint: "S’il est déjà choisi.",
  ...optional,
} as const;

/** The list of costs, by the words of its screens. */
export const costsGroup = {
  label: "Dépenses",
  itemLabel: "Dépense",
  addLabel: "Ajouter une dépense",
  min: 1,
} as const;

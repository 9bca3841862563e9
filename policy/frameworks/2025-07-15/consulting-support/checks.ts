import type { Check } from "../../../engine/questions/form.ts";
import {
  all,
  atMost,
  is,
  lessThan,
  moreThan,
  not,
  same,
  some,
  start,
  today,
} from "../../../engine/rules/expression.ts";
import { phaseEndsAfterStart } from "../common/checks.ts";
import { a } from "./answers.ts";
import { f } from "./facts.ts";

/** The first digits of a SIRET: the company, whichever its establishment. */
const SIREN = 9;

const s = f.structures.item;
const phase = a.structures.item.phases.item;

/** Facts of which one is a part of another, and cannot be more than it: no request can hold them together. */
export const factChecks: readonly Check[] = [
  {
    id: "days-of-the-year-are-among-all",
    path: ["structures", "*", "daysFundedThisYear"],
    provision: "CS-9",
    message:
      "Les jours financés dans l’année font partie de tous les jours déjà financés : ils ne peuvent pas les dépasser.",
    fails: moreThan(s.daysFundedThisYear, s.daysAlreadyFunded),
  },
  {
    id: "aid-of-the-year-is-part-of-all",
    path: ["structures", "*", "aidGrantedThisYear"],
    provision: "CS-9",
    message: "L’aide accordée dans l’année fait partie de toute l’aide déjà accordée : elle ne peut pas la dépasser.",
    fails: moreThan(s.aidGrantedThisYear, s.aidAlreadyGranted),
  },
  {
    id: "days-of-this-version-are-among-all",
    path: ["structures", "*", "daysAlreadyFunded"],
    provision: "CS-9",
    message: "Les jours déjà financés font partie de ceux financés depuis 2020 : ils ne peuvent pas les dépasser.",
    fails: moreThan(s.daysAlreadyFunded, s.daysFundedSince2020),
  },
  {
    id: "aid-of-this-version-is-part-of-all",
    path: ["structures", "*", "aidAlreadyGranted"],
    provision: "CS-9",
    message: "L’aide déjà accordée fait partie de celle accordée depuis 2020 : elle ne peut pas la dépasser.",
    fails: moreThan(s.aidAlreadyGranted, s.aidGrantedSince2020),
  },
];

/** Answers that contradict each other, or that no request can hold, told before the file is submitted. */
export const checks: readonly Check[] = [
  {
    id: "phase-has-days",
    path: ["structures", "*", "phases", "*", "days"],
    provision: "CS-9",
    message: "Indiquez plus de 0 jour, en jours et demi-journées, par exemple 2,5.",
    fails: atMost(phase.days, 0),
  },
  phaseEndsAfterStart(["structures", "*", "phases", "*"], phase, "CS-10"),
  {
    id: "phase-not-begun",
    path: ["structures", "*", "phases", "*", "startsOn"],
    provision: "CS-10",
    message:
      "Ce début est passé, alors que la prestation n’est pas commencée selon vos réponses\u00a0: corrigez l’un ou l’autre.",
    fails: all(not(a.workStarted), lessThan(phase.startsOn, today)),
  },
  {
    id: "provider-is-another",
    path: ["provider", "siret"],
    provision: "CS-10",
    message: "Le prestataire ne peut pas être la structure bénéficiaire\u00a0: vérifiez ce SIRET.",
    fails: some(a.structures, (one) => same(one.siret, a.provider.siret)),
  },
  {
    id: "provider-is-another-company",
    path: ["provider", "siret"],
    provision: "CS-10",
    message:
      "Ce SIRET est celui d’un autre établissement de la structure bénéficiaire\u00a0: le prestataire choisi doit être une autre entreprise.",
    fails: some(a.structures, (one) =>
      all(same(start(one.siret, SIREN), start(a.provider.siret, SIREN)), not(same(one.siret, a.provider.siret))),
    ),
  },
  {
    id: "provider-is-created",
    path: ["provider", "createdOn"],
    provision: "CS-11",
    message: "Cette date de création est à venir\u00a0: vérifiez-la.",
    fails: moreThan(a.provider.createdOn, today),
  },
  {
    id: "partner-contract-comes-first",
    path: ["provider", "partnerStartsOn"],
    provision: "CS-15",
    message:
      "Le contrat avec l’organisme partenaire doit être signé avant son premier jour\u00a0: vérifiez ces deux dates.",
    fails: all(
      is(a.provider.partnerBody, "contracted"),
      atMost(a.provider.partnerStartsOn, a.provider.partnerSignedOn),
    ),
  },
];

import { refs } from "../../../engine/rules/expression.ts";
import {
  calendarDay,
  choice,
  choices,
  listOf,
  money,
  record,
  share,
  text,
  type ValueOf,
  yesNo,
} from "../../../engine/values/field.ts";
import { euros } from "../../../engine/values/money.ts";
import { contact } from "../common/contact.ts";
import { legalKinds } from "../common/legal-kinds.ts";
import { objectives, purposes, themes, transitions } from "../references.ts";
import { consultantFacts, maxStructures, phaseFacts, providerFacts, requestFacts, structureFacts } from "./facts.ts";

/** What a whole application says: the facts of the rules, at the same paths, and what persons read. */

const opcos = {
  afdas: "Afdas",
  akto: "AKTO",
  atlas: "Atlas",
  constructys: "Constructys",
  "opco-2i": "OPCO 2i",
  "opco-ep": "OPCO EP",
  "opco-mobilites": "OPCO Mobilités",
  "opco-sante": "OPCO Santé",
  opcommerce: "L’Opcommerce",
  ocapiat: "Ocapiat",
  uniformation: "Uniformation",
} as const;

const phase = record({
  ...phaseFacts,
  endsOn: calendarDay("fin de la phase", "CS-10"),
  deliverables: text("long-text", "livrables de la phase", 1_000, "CS-18"),
});

const structure = record({
  ...structureFacts,
  siret: text("siret", "SIRET", 14),
  legalName: text("text", "nom de la structure", 200),
  legalKind: choice("forme juridique", legalKinds),
  nda: text("code", "numéro de déclaration d’activité", 11, "CS-3"),
  trainingShare: share("part de la formation dans l’activité", "CS-3"),
  jobSeekersPlan: text("long-text", "projet vers les personnes en recherche d’emploi", 2_000, "CS-5"),
  procurement: text("long-text", "procédure de commande publique", 1_000),
  phases: listOf("phases", phase, 50),
});

const consultant = record({
  ...consultantFacts,
  name: text("text", "nom de l’intervenant", 120, "CS-12"),
  expertise: text("text", "domaine d’expérience", 300, "CS-12"),
});

export const answers = record({
  ...requestFacts,
  contact,
  bearer: record({
    name: text("text", "nom du porteur collectif", 200, "CS-6"),
    siret: text("siret", "SIRET du porteur collectif", 14, "CS-6"),
    mandated: yesNo("mandat du porteur", "CS-6"),
    opco: choice("OPCO", opcos, "CS-6"),
    sharing: text("long-text", "partage des journées communes", 1_000, "CS-9"),
  }),
  structures: listOf("structures bénéficiaires", structure, maxStructures),
  title: text("text", "titre du projet", 150),
  needs: text("long-text", "besoin de transformation", 3_000, "CS-1"),
  themes: choices("thèmes", themes, "CS-1"),
  objectives: choices("objectifs", objectives, "GOV-4"),
  purposes: choices("finalités", purposes, "GOV-4"),
  transitions: choices("transitions", transitions, "GOV-3"),
  sustainability: text("long-text", "développement durable", 2_000, "E3D-2"),
  stakeholders: text("long-text", "acteurs associés", 2_000, "CS-1"),
  territorialImpact: text("long-text", "impacts territoriaux", 2_000, "CS-1"),
  provider: record({
    ...providerFacts,
    siret: text("siret", "SIRET du prestataire", 14, "CS-10"),
    legalName: text("text", "nom du prestataire", 200, "CS-10"),
    capacityDetail: text("long-text", "moyens du prestataire", 2_000, "CS-13"),
    partnerName: text("text", "nom de l’organisme partenaire", 200, "CS-15"),
    partnerPurpose: text("long-text", "apport de l’organisme partenaire", 1_000, "CS-15"),
    partnerSignedOn: calendarDay("signature du contrat avec l’organisme partenaire", "CS-15"),
    partnerStartsOn: calendarDay("premier jour de l’organisme partenaire", "CS-15"),
    consultants: listOf("intervenants", consultant, 100),
  }),
  otherPublicFunders: text("long-text", "autres financeurs publics", 1_000, "CS-8"),
  otherPrivateFunding: money("autres financements privés", euros(10_000_000), "€", "CS-8"),
});

export type ConsultingAnswers = ValueOf<typeof answers>;

/** References to the answers, for the form. */
export const a = refs(answers);

import {
  appealsFixture,
  bareLetterheadFixture,
  letterheadFixture,
} from "#src/platform/documents/letterhead.fixture.ts";
import type { PrintedSection } from "./answers.ts";
import type { ReceiptLetter } from "./receipt-letter.ts";

const hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

export const sectionsFixture: readonly PrintedSection[] = [
  {
    title: "Votre organisme",
    questions: [
      {
        question: "Nom de l’organisme",
        answer: { kind: "text", text: "Les Ateliers du Bocage (association fictive)" },
      },
      {
        question: "Combien de salariés compte votre organisme ?",
        answer: { kind: "number", value: 14, unit: "salariés" },
      },
      { question: "Accueillez-vous des personnes en recherche d’emploi ?", answer: { kind: "yes-no", yes: true } },
      { question: "Page de présentation", answer: { kind: "none" } },
    ],
  },
  {
    title: "Votre projet",
    questions: [
      {
        question: "Décrivez votre projet en quelques lignes",
        answer: {
          kind: "text",
          text: "Nous voulons repenser nos parcours pour les rendre plus courts et plus souples.\n\nLe diagnostic associera l’équipe, les stagiaires, les prescripteurs et les entreprises voisines : chacun dira ce qui l’aide et ce qui le freine.",
        },
      },
      {
        question: "Transitions auxquelles le projet répond",
        answer: { kind: "choices", labels: ["Transition numérique", "Transition écologique"] },
      },
      { question: "Début souhaité", answer: { kind: "day", day: "2026-06-01" } },
    ],
  },
  {
    title: "Approche et calendrier",
    questions: [],
    items: [
      {
        title: "Phase 1 : diagnostic partagé",
        questions: [
          { question: "Nombre de jours", answer: { kind: "number", value: 7.5, unit: "jours" } },
          { question: "Prix d’une journée, hors taxes", answer: { kind: "money", cents: 95_000 } },
        ],
      },
      {
        title: "Phase 2 : accompagnement",
        questions: [
          { question: "Nombre de jours", answer: { kind: "number", value: 12, unit: "jours" } },
          { question: "Prix d’une journée, hors taxes", answer: { kind: "money", cents: 110_050 } },
        ],
      },
    ],
  },
];

export const attachmentsFixture = [
  { name: "devis-cabinet-fictif.pdf", kind: "Devis du prestataire", bytes: 184_220, sha256: hash },
  { name: "cv-consultante.pdf", kind: "CV des consultants", bytes: 2_345_678, sha256: hash.replace("9f", "1a") },
];

export const richReceipt: ReceiptLetter = {
  letterhead: letterheadFixture(),
  fileNumber: "AC-2026-0042",
  applicant: { name: "Les Ateliers du Bocage (association fictive)", siret: "000 000 000 00000" },
  submittedBy: "la personne déclarée comme responsable du dossier",
  scheme: "l’appui conseil à la transformation",
  frameworkOf: "2025-07-15",
  projectTitle: "Des parcours plus courts, une équipe plus solide",
  receivedAt: "2026-03-03T09:05",
  implicitRefusalOn: "2026-05-03",
  missing: [
    {
      what: "Le CV de chaque consultant",
      where: "Prestataire et consultants",
      why: "le dossier nomme deux consultants et n’en joint qu’un.",
    },
  ],
  missingBy: "2026-04-01",
  nextSteps: [
    "Un agent vérifie que votre dossier est complet. S’il manque quelque chose, il vous écrit et vous indique l’endroit exact du formulaire.",
    "Le service instruit votre demande et rend un avis.",
    "La Commission permanente décide. Vous recevez sa décision par courrier électronique et dans votre espace.",
  ],
  appeals: appealsFixture(),
  revision: { number: 1, sha256: hash },
  sections: sectionsFixture,
  attachments: attachmentsFixture,
  declarations: [
    "Les renseignements donnés sont exacts et sincères.",
    "L’organisme a souscrit le contrat d’engagement républicain.",
    "Les autres aides publiques demandées ou obtenues pour ce projet sont déclarées.",
  ],
};

export const minimalReceipt: ReceiptLetter = {
  letterhead: bareLetterheadFixture(),
  fileNumber: "AC-2026-0001",
  applicant: { name: "Organisme fictif" },
  scheme: "l’appui conseil",
  frameworkOf: "2025-07-15",
  projectTitle: "Projet",
  receivedAt: "2026-03-01T00:00",
  implicitRefusalOn: "2026-05-01",
  missing: [],
  nextSteps: [],
  appeals: appealsFixture(false),
  revision: { number: 1, sha256: hash },
  sections: [],
  attachments: [],
  declarations: [],
};

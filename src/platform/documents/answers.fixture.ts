import type { PrintedAttachment, PrintedSection } from "./answers.ts";

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

export const attachmentsFixture: readonly [PrintedAttachment, ...PrintedAttachment[]] = [
  { name: "devis-cabinet-fictif.pdf", kind: "Devis du prestataire", bytes: 184_220, sha256: hash },
  { name: "cv-consultante.pdf", kind: "CV des consultants", bytes: 2_345_678, sha256: hash.replace("9f", "1a") },
];

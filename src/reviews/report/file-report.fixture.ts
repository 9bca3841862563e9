import { attachmentsFixture, sectionsFixture } from "#src/platform/documents/answers.fixture.ts";
import { bareLetterheadFixture, letterheadFixture } from "#src/platform/documents/letterhead.fixture.ts";
import type { InstructionReport } from "./file-report.ts";

const { recipient: _, ...internal } = letterheadFixture();

export const richInstructionReport: InstructionReport = {
  letterhead: internal,
  fileNumber: "AC-2026-0042",
  applicant: { name: "Les Ateliers du Bocage (association fictive)", siret: "000 000 000 00000" },
  scheme: "Appui conseil",
  frameworkOf: "2025-07-15",
  projectTitle: "Des parcours plus courts, une équipe plus solide",
  state: "En cours d’instruction",
  receivedAt: "2026-03-03T09:05",
  aid: { requested: 1_423_035, proposed: 1_338_750 },
  vote: { aid: 1_300_000, on: "2026-06-15", deliberation: "CP-2026-06-15" },
  plan: { presented: 2_033_100, eligible: 1_912_500, aid: 1_300_000, other: 0, own: 733_100, rate: 6_798 },
  opinion: {
    favourable: true,
    words: "Projet cohérent avec la stratégie.\n\nLe diagnostic associe les prescripteurs et les entreprises.",
    by: "Le service instructeur",
    on: "2026-04-20",
  },
  checks: [
    {
      title: "Plus de 5 salariés",
      status: "met",
      reason: "L’organisme déclare 14 salariés.",
      provision: "CS-4, cadre d’intervention, 1.b, public visé",
    },
    {
      title: "Expérience de chaque consultant",
      status: "unknown",
      reason: "L’expérience d’une consultante n’est pas donnée.",
      provision: "CS-12, cadre d’intervention, 1.b, qualité du prestataire",
      finding: { status: "met", reason: "CV reçu le 12 mars.", by: "Le service instructeur", on: "2026-03-13" },
    },
    {
      title: "Développement durable",
      status: "to-assess",
      reason: "Une personne apprécie la réponse.",
      provision: "E3D-2",
    },
    { title: "Sans sous-traitance", status: "not-met", reason: "Le devis nomme un sous-traitant.", provision: "CS-15" },
  ],
  budget: [
    { label: "Diagnostic partagé : 7,5 jours à 950 €", requested: 712_500, accepted: 712_500 },
    {
      label: "Accompagnement : 12 jours à 1 100,50 €",
      requested: 1_320_600,
      accepted: 1_200_000,
      why: "le coût éligible est limité à 1 000 € hors taxes par jour.",
    },
  ],
  sections: sectionsFixture,
  attachments: attachmentsFixture,
  history: [
    { at: "2026-03-03T09:05", what: "Demande déposée", who: "Le demandeur" },
    { at: "2026-03-10T16:40", what: "Compléments demandés", who: "Le service instructeur" },
  ],
};

export const minimalInstructionReport: InstructionReport = {
  letterhead: bareLetterheadFixture(),
  fileNumber: "AC-2026-0001",
  applicant: { name: "Organisme fictif" },
  scheme: "Appui conseil",
  frameworkOf: "2025-07-15",
  projectTitle: "Projet",
  state: "Brouillon",
  checks: [],
  budget: [],
  sections: [],
  attachments: [],
  history: [],
};

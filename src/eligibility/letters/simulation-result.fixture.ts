import { sectionsFixture } from "#src/platform/documents/answers.fixture.ts";
import { bareLetterheadFixture, letterheadFixture } from "#src/platform/documents/letterhead.fixture.ts";
import type { SimulationResult } from "./simulation-result.ts";

const { recipient: _, ...general } = letterheadFixture({
  references: [{ label: "Simulateur", value: "Appui conseil" }],
});

export const richSimulation: SimulationResult = {
  letterhead: general,
  scheme: "Appui conseil à la transformation",
  frameworkOf: "2025-07-15",
  simulatedAt: "2026-03-03T18:30",
  status: "to-assess",
  headline: "Oui, vous pouvez demander jusqu’à 14 000 €",
  summary: "Vous remplissez les conditions que vos réponses permettent de vérifier. Une personne appréciera le reste.",
  amount: { cents: 1_400_000, isEstimate: false },
  payers: [
    { label: "Aide au plus, selon les règles (estimation)", cents: 1_400_000 },
    { label: "Votre part", cents: 1_000_000 },
  ],
  reasons: [
    {
      status: "met",
      title: "En Normandie",
      reason: "Votre établissement est à Alençon, dans l’Orne.",
      provision: "CS-2, 1.b, public visé",
    },
    {
      status: "met",
      title: "Plus de 5 salariés",
      reason: "Vous déclarez 14 salariés.",
      provision: "CS-4, 1.b, public visé",
    },
    {
      status: "to-assess",
      title: "Développement durable",
      reason: "Une personne appréciera votre démarche.",
      provision: "E3D-2, 1",
    },
  ],
  steps: [
    { label: "Coût réel : 20 jours à 1 200 €", cents: 2_400_000 },
    { label: "Coût éligible : 1 000 € au plus par jour", cents: 2_000_000, provision: "CS-7" },
    { label: "Taux", value: "70 %", provision: "CS-8" },
    { label: "Aide", cents: 1_400_000 },
  ],
  missing: [],
  documents: ["Le devis du prestataire", "Le CV de chaque consultant", "Votre dernier bilan pédagogique et financier"],
  doubts: [
    {
      id: "D-18",
      question: "Les 1 000 € limitent-ils le coût d’une journée ou l’aide par journée ?",
      applied: "ils limitent le coût éligible d’une journée.",
      alternative: "ils limitent l’aide par journée.",
      effect: { applied: 1_400_000, alternative: 1_680_000 },
    },
  ],
  sections: sectionsFixture,
  link: {
    whole: "https://demarches.region.exemple.fr/simulateur/appui-conseil?salaries=14&jours=20",
    short: "demarches.region.exemple.fr/simulateur/appui-conseil",
  },
};

export const minimalSimulation: SimulationResult = {
  letterhead: bareLetterheadFixture(),
  scheme: "Appui conseil",
  frameworkOf: "2025-07-15",
  simulatedAt: "2026-03-01T08:00",
  status: "unknown",
  headline: "Il nous manque des réponses",
  reasons: [],
  steps: [],
  missing: ["Le nombre de salariés"],
  documents: [],
  doubts: [],
  sections: [],
};

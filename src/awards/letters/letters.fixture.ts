import {
  appealsFixture,
  bareLetterheadFixture,
  letterheadFixture,
} from "#src/platform/documents/letterhead.fixture.ts";
import type { AwardLetter } from "./award-letter.ts";
import type { RefusalLetter } from "./refusal-letter.ts";

const deliberation = {
  number: "CP-2026-06-15",
  day: "2026-06-15",
  body: "la Commission permanente du Conseil régional",
};
const signatory = {
  onBehalf: "Pour le Président et par délégation",
  role: "La directrice de la formation",
  name: "Camille Fictive",
};

export const richAward: AwardLetter = {
  letterhead: letterheadFixture({
    issuedOn: "2026-06-22",
    recipient: { name: "Réseau des Deux Rives (groupement fictif)", address: ["4 quai des Essais", "76000 Rouen"] },
  }),
  scheme: "l’appui conseil à la transformation",
  projectTitle: "Des parcours plus courts, une équipe plus solide",
  beneficiary: "Réseau des Deux Rives (groupement fictif)",
  deliberation,
  plan: { presented: 3_090_000, eligible: 2_700_000, aid: 1_800_000, other: 100_000, own: 1_190_000, rate: 6_667 },
  less: { computed: 1_890_000, why: "Les crédits de la session sont partagés entre tous les projets retenus." },
  reductions: [
    {
      what: "Accompagnement, Les Ateliers du Bocage",
      why: "La structure a déjà bénéficié de 18 jours : il lui en reste 7 sur 25.",
      presented: 1_000_000,
      kept: 700_000,
    },
  ],
  shares: [
    { name: "Les Ateliers du Bocage (association fictive)", quantity: 7, cents: 466_668 },
    { name: "Formation Grand Large (société fictive)", quantity: 10, cents: 666_666 },
    { name: "École du Marais (organisme fictif)", quantity: 10, cents: 666_666 },
  ],
  counted: "Jours éligibles",
  conditions: [
    "Signer la convention avant le premier versement.",
    "Ne pas payer une phase avant d’avoir accepté ses livrables.",
  ],
  nextSteps: [
    "Nous vous envoyons la convention dans les prochaines semaines.",
    "Vous la signez et la déposez dans votre espace.",
    "Vous demandez chaque versement en ligne, avec vos justificatifs.",
  ],
  appeals: appealsFixture(),
  signatory,
};

export const minimalAward: AwardLetter = {
  letterhead: bareLetterheadFixture(),
  scheme: "l’appui conseil",
  projectTitle: "Projet",
  beneficiary: "Organisme fictif",
  deliberation,
  plan: { presented: 176_366, eligible: 176_366, aid: 123_456, other: 0, own: 52_910, rate: 7_000 },
  reductions: [],
  shares: [],
  conditions: [],
  nextSteps: [],
  appeals: appealsFixture(false),
  signatory: { role: "La directrice de la formation" },
};

export const richRefusal: RefusalLetter = {
  letterhead: letterheadFixture({ issuedOn: "2026-06-22" }),
  scheme: "l’appui conseil à la transformation",
  projectTitle: "Refonte du site",
  applicant: "Les Ateliers du Bocage (association fictive)",
  receivedOn: "2026-03-03",
  deliberation,
  criteria: [
    {
      title: "Besoin repéré et justifié",
      strength: "Employeurs interrogés directement.",
      weakness: "Une seule source, ancienne.",
    },
  ],
  grounds: [
    {
      rule: "La structure doit compter plus de 5 salariés.",
      finding: "Votre organisme déclare 5 salariés au jour du dépôt, ce que confirme l’attestation jointe.",
      provision: "Cadre d’intervention du 15 juillet 2025, 1.b, public visé (CS-4)",
    },
    {
      rule: "Le prestataire ne sous-traite pas l’appui.",
      finding: "Le devis confie trois journées à un organisme tiers, sans contrat préalable avec vous et la Région.",
      provision: "Cadre d’intervention du 15 juillet 2025, 1.b, qualité du prestataire (CS-15)",
    },
  ],
  otherWays: [
    "Rejoindre une demande collective portée par un réseau dont chaque structure remplit les conditions.",
    "Déposer une nouvelle demande quand votre situation aura changé.",
  ],
  appeals: appealsFixture(false),
  signatory,
};

export const minimalRefusal: RefusalLetter = {
  letterhead: bareLetterheadFixture(),
  scheme: "l’appui conseil",
  projectTitle: "Projet",
  applicant: "Organisme fictif",
  receivedOn: "2026-03-01",
  deliberation,
  criteria: [],
  grounds: [{ rule: "Se trouver en Normandie.", finding: "Aucun lieu en Normandie.", provision: "CS-2" }],
  otherWays: [],
  appeals: appealsFixture(),
  signatory: { role: "La directrice de la formation" },
};

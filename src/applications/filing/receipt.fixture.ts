import { attachmentsFixture, sectionsFixture } from "#src/platform/documents/answers.fixture.ts";
import {
  appealsFixture,
  bareLetterheadFixture,
  letterheadFixture,
} from "#src/platform/documents/letterhead.fixture.ts";
import type { ReceiptLetter } from "./receipt-letter.ts";

const hash = attachmentsFixture[0].sha256;

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
  funding: {
    plan: { presented: 1_500_000, eligible: 1_300_000, aid: 910_000, other: 100_000, own: 490_000, rate: 7_000 },
    sources: [
      { label: "Région d’Exemple", cents: 910_000, share: 6_067 },
      { label: "Autres financements publics", cents: 100_000, share: 667 },
      { label: "Les Ateliers du Bocage (association fictive)", cents: 490_000, share: 3_266 },
    ],
  },
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

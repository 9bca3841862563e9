import { bareLetterheadFixture, letterheadFixture } from "#src/platform/documents/letterhead.fixture.ts";
import type { CompletionLetter } from "./completion-request.ts";

export const richCompletionRequest: CompletionLetter = {
  letterhead: letterheadFixture(),
  scheme: "l’appui conseil à la transformation",
  projectTitle: "Des parcours plus courts, une équipe plus solide",
  receivedOn: "2026-03-03",
  items: [
    {
      what: "Le CV de la seconde consultante",
      why: "Il montre ses deux années d’expérience. Le dossier nomme deux personnes et ne joint qu’un CV.",
      where: "Prestataire et consultants",
      provision: "Cadre d’intervention, 1.b, qualité du prestataire",
    },
    {
      what: "Les dates de la phase d’accompagnement",
      why: "La date de fin est antérieure à la date de début.",
      where: "Approche et calendrier",
    },
  ],
  replyBy: "2026-04-01",
  suspendedSince: "2026-03-10",
  implicitRefusalOn: "2026-05-25",
  replyAt: "demarches.region.exemple.fr/demandes/AC-2026-0042/complements",
  signatory: { onBehalf: "Pour le Président et par délégation", role: "La cheffe du service", name: "Camille Fictive" },
};

export const minimalCompletionRequest: CompletionLetter = {
  letterhead: bareLetterheadFixture(),
  scheme: "l’appui conseil",
  projectTitle: "Projet",
  receivedOn: "2026-03-01",
  items: [{ what: "Un devis", why: "Il manque.", where: "Budget" }],
  replyBy: "2026-03-31",
  suspendedSince: "2026-03-01",
  implicitRefusalOn: "2026-05-31",
  replyAt: "exemple.fr",
  signatory: { role: "Le chef du service" },
};

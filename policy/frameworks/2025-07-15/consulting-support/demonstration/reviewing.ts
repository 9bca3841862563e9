import type { DemoReviewing } from "../../../../demonstration/declared.ts";

/** What officers find in the requests that lack something, and say of them. */
export const reviewing: DemoReviewing = {
  lacks: [
    {
      path: "document:quote",
      message: "Le devis ne dit pas le coût par jour hors taxes : joignez une version détaillée.",
    },
    { path: "structures.0.headcount", message: "L’effectif diffère du justificatif joint : précisez-le." },
  ],
  cut: { column: "days", reason: "Une journée de restitution est comptée deux fois dans le devis." },
  unmet: {
    subject: "CS-3",
    about: "party.0",
    reason: "Le bilan pédagogique et financier montre que la formation représente moins du tiers de l’activité.",
  },
  opinions: {
    favourable:
      "Le besoin est partagé par l’équipe, la démarche est progressive et les livrables permettent de suivre les effets.",
    unfavourable:
      "La structure ne remplit pas la condition d’activité principale ; une orientation vers d’autres appuis lui a été proposée.",
  },
};

export const templates = [
  {
    title: "Références du prestataire",
    body: "Bonjour,\n\nPour le dossier {numero}, « {titre} », pouvez-vous joindre deux attestations de missions semblables menées par votre prestataire ?\n\n{agent}",
  },
  {
    title: "Devis à détailler",
    body: "Bonjour,\n\nLe devis du dossier {numero} ne dit pas le nombre de jours de chaque phase. Pouvez-vous en joindre un qui le détaille ?\n\n{agent}",
  },
  {
    title: "Dossier en cours",
    body: "Bonjour,\n\nVotre demande déposée le {depot} au titre du dispositif « {dispositif} » est en cours d’instruction. Nous revenons vers vous dès que possible.\n\n{agent}",
  },
];

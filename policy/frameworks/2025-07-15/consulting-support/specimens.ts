import type { PaperSpecimen } from "../../../engine/questions/form.ts";

const fictional = "Organisme fictif";
const structure = "Les Ateliers du Bocage (association fictive)";
const provider = "Cabinet Colibri (entreprise fictive)";

/** What each paper that the service asks may look like: what it must show, on one page, with fictional names. */
export const specimens: Readonly<Record<string, PaperSpecimen>> = {
  quote: {
    issuer: provider,
    facts: [
      ["Devis nº", "2026-014"],
      ["Date", "2 mars 2026"],
      ["Pour", structure],
      ["Prestation", "Appui conseil\u00a0: diagnostic, puis accompagnement"],
    ],
    table: {
      head: ["Phase", "Jours", "Prix d’une journée HT", "Total HT"],
      rows: [
        ["Diagnostic", "5", "900,00 €", "4 500,00 €"],
        ["Accompagnement", "10", "900,00 €", "9 000,00 €"],
      ],
    },
    shows: [
      "la date du devis et le nom du prestataire",
      "le nombre de jours de chaque phase",
      "le prix d’une journée hors taxes",
    ],
  },
  cv: {
    issuer: "Camille Fictive, consultante",
    facts: [
      ["Entreprise", provider],
      ["Domaine", "Ingénierie de formation, modalités hybrides"],
    ],
    table: {
      head: ["Période", "Mission"],
      rows: [
        ["2019 à 2026", "Conseil à des organismes de formation : 40 missions"],
        ["2014 à 2019", "Responsable pédagogique"],
      ],
    },
    shows: [
      "le nom de l’intervenant, tel que la demande le donne",
      "les dates de chaque expérience",
      "le domaine d’intervention",
    ],
  },
  headcount: {
    issuer: structure,
    facts: [
      ["Document", "Déclaration sociale nominative (DSN)"],
      ["Mois", "Février 2026"],
      ["SIREN", "000 000 000"],
      ["Effectif en fin de mois", "12 salariés"],
    ],
    shows: ["le nom ou le SIREN de la structure", "le mois déclaré", "le nombre de salariés"],
  },
  "training-activity": {
    issuer: structure,
    facts: [
      ["Document", "Bilan pédagogique et financier (BPF)"],
      ["Exercice", "2025"],
      ["Numéro de déclaration d’activité", "00 00 00000 00"],
    ],
    table: {
      head: ["Ligne", "Montant ou nombre"],
      rows: [
        ["Produits de la formation", "310 000 €"],
        ["Stagiaires", "420"],
        ["Heures-stagiaires", "18 600"],
      ],
    },
    shows: ["l’exercice, le dernier clos", "le numéro de déclaration d’activité", "les produits de la formation"],
  },
  "bank-details": {
    issuer: "Banque fictive",
    facts: [
      ["Titulaire du compte", structure],
      ["IBAN", "FR00 0000 0000 0000 0000 0000 000"],
      ["BIC", "XXXXXXXX"],
    ],
    shows: ["le nom du titulaire : celui de la structure aidée", "l’IBAN et le BIC entiers"],
  },
  statutes: {
    issuer: structure,
    facts: [
      ["Document", "Statuts adoptés en assemblée générale"],
      ["Date d’adoption", "12 juin 2018"],
      ["Objet", "La formation continue et en alternance"],
    ],
    shows: ["le nom et l’objet", "la date d’adoption", "qui représente l’association ou la fondation"],
  },
  "job-seekers-plan": {
    issuer: structure,
    facts: [
      ["Projet", "Ouvrir aux personnes en recherche d’emploi"],
      ["Début", "Septembre 2026"],
    ],
    shows: ["les formations que vous ouvrirez", "le calendrier", "avec qui : prescripteurs, entreprises, financeurs"],
  },
  diagnosis: {
    issuer: provider,
    facts: [
      ["Document", "Rapport de diagnostic"],
      ["Structure", structure],
      ["Date", "15 janvier 2026"],
    ],
    shows: ["la structure concernée et la date", "les constats", "les actions proposées, que l’accompagnement suivra"],
  },
  "partner-contract": {
    issuer: provider,
    facts: [
      ["Document", "Contrat avec l’organisme partenaire"],
      ["Partenaire", fictional],
      ["Expertise apportée", "Accessibilité des contenus"],
    ],
    shows: ["l’expertise précise du partenaire", "la signature de la structure", "la signature de la Région"],
  },
  mandate: {
    issuer: structure,
    facts: [
      ["Document", "Mandat"],
      ["Donné à", "Réseau fictif des formateurs"],
      ["Pour", "Déposer et suivre la demande d’appui conseil"],
    ],
    shows: ["le nom de chaque structure qui donne mandat", "ce que le mandat permet", "la date et la signature"],
  },
  "opco-agreement": {
    issuer: "OPCO fictif",
    facts: [
      ["Document", "Accord de prise en charge"],
      ["Structures", structure],
      ["Date", "20 février 2026"],
    ],
    shows: ["les structures concernées", "ce que l’OPCO porte", "la date et la signature"],
  },
  procurement: {
    issuer: "Établissement public fictif",
    facts: [
      ["Document", "Rapport d’analyse des offres"],
      ["Procédure", "Procédure adaptée"],
      ["Offres reçues", "3"],
      ["Prestataire retenu", provider],
    ],
    shows: ["la procédure suivie", "les offres comparées", "la raison du choix"],
  },
  "other-funding": {
    issuer: "Financeur public fictif",
    facts: [
      ["Document", "Décision d’attribution"],
      ["Bénéficiaire", structure],
      ["Montant", "3 000,00 €"],
      ["Date", "5 février 2026"],
    ],
    shows: ["le montant accordé", "la prestation financée : la même que celle de la demande", "la date de la décision"],
  },
};

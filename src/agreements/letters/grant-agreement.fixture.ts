import { cents, frameworkByVersion, type Values } from "#policy/index.ts";
import { bareLetterheadFixture, letterheadFixture } from "#src/platform/documents/letterhead.fixture.ts";
import type { GrantAgreement } from "./grant-agreement.ts";

const { recipient: _, ...internal } = letterheadFixture({
  references: [
    { label: "Convention", value: "2026-AC-0051" },
    { label: "Dossier", value: "AC-2026-0051" },
  ],
  issuedOn: "2026-06-29",
});

type Phase = readonly [string, string, string, number, number, number, number];
type Supported = readonly [string, string, number, number, number];

/** What consulting support puts into an agreement on these phases, structures and provider. */
function partsOf(
  phases: readonly Phase[],
  structures: readonly Supported[],
  provider: Values = {},
): GrantAgreement["parts"] {
  const scheme = frameworkByVersion("2025-07-15")?.scheme("appui-conseil");
  if (scheme?.status !== "open") throw new Error("consulting support is not open");
  const parts = scheme.agreement({
    answers: {
      needs:
        "Trois structures partagent un diagnostic, puis chacune est accompagnée dans la transformation de ses plateaux techniques.",
      structures: [{ phases: phases.map(([, startsOn, endsOn]) => ({ startsOn, endsOn })) }],
      provider,
    },
    aid: cents(1_890_000),
    lines: phases.map(([label, , , days, dailyCost, counted, price], at) => ({
      path: `structures.0.phases.${at}`,
      party: 0,
      partyName: "",
      label,
      values: { days, dailyCost },
      counted: { days: counted, dailyCost: price },
      kept: counted * price,
    })),
    parties: structures.map(([name, commune, days, eligibleCosts, aid]) => ({
      ...{ name, commune, eligibleCosts, aid },
      measures: { days },
    })),
    decidedOn: "2026-06-15",
    funder: { the: "la Région", of: "de la Région", capital: "La Région" },
  });
  return { ...parts, startsOn: parts.startsOn ?? "2026-09-01", endsOn: parts.endsOn ?? "2027-03-31" };
}

export const minimalAgreement: GrantAgreement = {
  letterhead: bareLetterheadFixture(),
  agreementNumber: "2026-AC-0001",
  funder: {
    name: "Région d’Exemple",
    address: [],
    representedBy: "son Président",
    calledBelow: "la Région",
  },
  beneficiary: { name: "Organisme fictif", address: [], representedBy: "sa directrice" },
  visas: [],
  scheme: "l’appui conseil",
  frameworkOf: "2025-07-15",
  projectTitle: "Projet",
  plan: { presented: 2_500_000, eligible: 2_500_000, aid: 1_750_000, other: 0, own: 750_000, rate: 7_000 },
  parts: {
    ...partsOf([["Diagnostic partagé", "2026-09-01", "2027-03-31", 25, 100_000, 25, 90_000]], []),
    deliverables: [],
  },
  payment: { instalments: [], supportingDocuments: [], confirmed: false },
  publicity: { mention: "Avec le soutien de la Région d’Exemple", duties: [], confirmed: false },
  budget: [],
  fundingPlan: [],
  reportWithinMonths: 6,
  keepYears: 10,
  republicanCommitment: false,
  openData: false,
  dataProtection: { officer: "dpo@region.exemple.fr", retention: "Elles sont conservées dix ans." },
  court: "tribunal administratif de Caen",
  signatories: { funder: { role: "Le Président" }, beneficiary: { role: "La directrice" } },
};

export const richAgreement: GrantAgreement = {
  ...minimalAgreement,
  letterhead: internal,
  agreementNumber: "2026-AC-0051",
  funder: {
    name: "Région d’Exemple",
    siret: "000 000 000 00000",
    address: ["1 place de la Démonstration", "14000 Caen"],
    representedBy: "son Président, habilité par la délibération nº CP-2026-06-15 du 15 juin 2026",
    calledBelow: "la Région",
  },
  beneficiary: {
    name: "Réseau des Deux Rives (groupement fictif)",
    legalForm: "association régie par la loi du 1er juillet 1901",
    siret: "000 000 000 00000",
    address: ["4 quai des Essais", "76000 Rouen"],
    representedBy: "sa présidente, habilitée par ses statuts",
  },
  visas: [
    "Vu la loi nº 2000-321 du 12 avril 2000, notamment ses articles 9-1 et 10",
    "Vu le décret nº 2001-495 du 6 juin 2001",
    "Vu la délibération nº CP-2026-06-15 de la Commission permanente du 15 juin 2026",
  ],
  scheme: "l’appui conseil à la transformation",
  projectTitle: "Trois structures face à la transition écologique",
  plan: { presented: 3_090_000, eligible: 2_700_000, aid: 1_890_000, other: 0, own: 1_200_000, rate: 7_000 },
  budgetLine: "chapitre fictif 000",
  parts: {
    ...partsOf(
      [
        ["Diagnostic partagé et plan d’action", "2026-09-01", "2026-11-30", 12, 100_000, 12, 90_000],
        ["Accompagnement et évaluation prospective", "2026-12-01", "2027-03-31", 18, 105_000, 15, 90_000],
      ],
      [
        ["Les Ateliers du Bocage", "Alençon", 7, 700_000, 490_000],
        ["Formation Grand Large", "Le Havre", 10, 1_000_000, 700_000],
        ["École du Marais", "Carentan-les-Marais", 10, 1_000_000, 700_000],
      ],
      {
        legalName: "Cabinet Fictif",
        siret: "000 000 000 00000",
        createdOn: "2015-02-01",
        fields: ["sustainable-development", "human-resources"],
        consultants: [
          { name: "une consultante, douze ans d’expérience" },
          { name: "un consultant, quatre ans d’expérience" },
        ],
        partnerBody: "contracted",
        partnerName: "Bureau d’Études Fictif",
        partnerPurpose: "bilan des émissions",
      },
    ),
    deliverables: [
      {
        phase: "1",
        title: "Diagnostic partagé",
        content: "Besoins de chaque structure, vus avec tous ceux qui interagissent avec elle.",
        dueOn: "2026-11-15",
      },
      { phase: "1", title: "Plan d’action", content: "Objectifs, étapes, moyens, indicateurs.", dueOn: "2026-11-30" },
      {
        phase: "2",
        title: "Évaluation prospective",
        content: "Effets attendus sur le territoire.",
        dueOn: "2027-03-31",
      },
    ],
  },
  payment: {
    instalments: [
      {
        label: "Fin de la phase 1",
        cents: 840_000,
        condition: "Diagnostic et plan d’action acceptés, facture acquittée.",
      },
      {
        label: "Solde",
        cents: 1_050_000,
        condition: "Livrables de la phase 2 acceptés, compte rendu financier et bilan remis.",
      },
    ],
    supportingDocuments: [
      "les factures acquittées du prestataire ;",
      "l’état des jours d’intervention par structure, signé.",
    ],
    confirmed: false,
  },
  publicity: {
    mention: "Projet réalisé avec le soutien financier de la Région d’Exemple",
    duties: [
      "Faire figurer le logo de la Région et cette mention sur les supports qui présentent le projet.",
      "Inviter la Région aux événements publics qui le concernent.",
    ],
    confirmed: false,
  },
  budget: [
    { label: "Diagnostic partagé : 12 jours à 1 000 €", requested: 1_200_000, accepted: 1_200_000 },
    {
      label: "Accompagnement : 18 jours à 1 050 €",
      requested: 1_890_000,
      accepted: 1_500_000,
      why: "trois jours dépassent le plafond d’une structure, et le coût éligible est limité à 1 000 € hors taxes par jour.",
    },
  ],
  fundingPlan: [
    { label: "Région d’Exemple", cents: 1_890_000, share: 6_117 },
    { label: "Réseau des Deux Rives et ses membres", cents: 1_200_000, share: 3_883 },
  ],
  republicanCommitment: true,
  openData: true,
  stateAid: "règlement (UE) 2023/2831 relatif aux aides de minimis",
  signatories: {
    funder: { role: "Le Président" },
    beneficiary: { role: "La présidente" },
  },
};

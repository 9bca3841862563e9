import { bareLetterheadFixture, letterheadFixture } from "#src/platform/documents/letterhead.fixture.ts";
import { funderWords } from "#text/index.ts";
import type { CommissionReport, ReportedApplication } from "./commission-report.ts";

const { recipient: _, ...internal } = letterheadFixture({
  references: [{ label: "Rapport", value: "CP-2026-06-15-R12" }],
  issuedOn: "2026-05-28",
});

const { voter } = funderWords({ name: "Région d’Exemple", voter: "la Commission permanente" });

const file: ReportedApplication = {
  fileNumber: "AC-2026-0042",
  organisation: "Les Ateliers du Bocage (association fictive)",
  commune: "Alençon (61)",
  purpose: "Diagnostic et refonte des parcours",
  summary:
    "L’organisme forme chaque année deux cents personnes en recherche d’emploi. Il veut raccourcir ses parcours et les adapter à chacun. Le diagnostic associera prescripteurs et entreprises.",
  requested: 1_423_035,
  plan: { presented: 2_033_100, eligible: 1_912_500, aid: 1_338_750, other: 0, own: 694_350, rate: 7_000 },
  reductions: [
    { what: "Accompagnement", why: "Le prix d’un jour est plafonné.", presented: 1_320_600, kept: 1_200_000 },
  ],
  opinion: "favourable",
  grounds: ["Projet cohérent avec la stratégie, calendrier réaliste, prestataire qualifié."],
  conditions: ["Transmettre le plan d’action à l’issue du diagnostic."],
  counted: { label: "Jours éligibles", quantity: 19.5 },
};

export const richCommissionReport: CommissionReport = {
  letterhead: internal,
  voter,
  title: "Appui conseil : attribution de subventions",
  sessionOn: "2026-06-15",
  scheme: "l’appui conseil à la transformation des structures de formation",
  context:
    "La Région soutient la transformation des structures de formation par un appui conseil de vingt-cinq jours au plus.\n\nTrois demandes complètes sont présentées à cette séance.",
  files: [
    { ...file, less: { computed: 1_400_000, why: "Les crédits de la session sont partagés." } },
    {
      ...file,
      fileNumber: "AC-2026-0051",
      organisation: "Réseau des Deux Rives (groupement fictif)",
      commune: "Rouen (76)",
      purpose: "Appui collectif de trois structures à la transition écologique",
      requested: 2_100_000,
      plan: { presented: 3_000_000, eligible: 2_700_000, aid: 1_890_000, other: 100_000, own: 1_010_000, rate: 7_000 },
      conditions: [],
      counted: { label: "Jours éligibles", quantity: 27 },
      organisations: ["Formation Grand Large", "École du Marais", "Les Ateliers du Bocage"],
    },
    {
      ...file,
      fileNumber: "AC-2026-0057",
      organisation: "Petit Atelier (société fictive)",
      commune: "Cherbourg-en-Cotentin (50)",
      purpose: "Diagnostic numérique",
      requested: 700_000,
      plan: { presented: 1_000_000, eligible: 0, aid: 0, other: 0, own: 1_000_000, rate: 0 },
      opinion: "unfavourable",
      grounds: [
        "La structure compte 5 salariés : le cadre d’intervention en demande plus de 5 (1.b, public visé).",
        "Le prestataire a moins de trois ans.",
      ],
      conditions: [],
      counted: { label: "Jours éligibles", quantity: 10 },
    },
  ],
  budgetLine: "chapitre fictif 000, autorisation d’engagement « Modernisation de la formation »",
  deliberation: {
    visas: [
      "Vu le code général des collectivités territoriales",
      "Vu la loi nº 2000-321 du 12 avril 2000 relative aux droits des citoyens dans leurs relations avec les administrations",
      "Vu le cadre d’intervention adopté le 15 juillet 2025",
    ],
    articles: [
      "D’attribuer les subventions figurant au tableau annexé, pour un montant total de 32 287,50 €.",
      "D’autoriser le Président à signer les conventions correspondantes.",
    ],
  },
};

export const minimalCommissionReport: CommissionReport = {
  letterhead: bareLetterheadFixture(),
  voter,
  title: "Attribution d’une subvention",
  sessionOn: "2026-06-01",
  scheme: "l’appui conseil",
  context: "Une demande.",
  files: [{ ...file, reductions: [], grounds: [], conditions: [] }],
  deliberation: { visas: [], articles: ["D’attribuer la subvention."] },
};

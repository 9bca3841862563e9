import type { ScoredGrid, ScoredGridLine, ScoredHeading } from "../../../engine/grants/grid.ts";
import { harmPaths } from "./principles-form.ts";
import { addressedPaths, justifiedTransitions, unharmedPaths } from "./transitions-form.ts";

type Line = Omit<ScoredGridLine, "provision" | "origin">;

function heading(id: string, title: string, provision: string, lines: readonly Line[]): ScoredHeading {
  return { id, title, provision, lines: lines.map((line) => ({ ...line, provision, origin: "service" })) };
}

const headings: readonly ScoredHeading[] = [
  heading("strategy", "Cohérence avec la stratégie", "SEL-1", [
    {
      id: "strategy-fit",
      title: "Inscription dans la stratégie et complémentarité",
      question: "Le projet s’inscrit-il dans la stratégie, et complète-t-il ce qui existe sur le territoire\u202f?",
      hint: "Rapprochez-le des projets et des formations déjà connus.",
      reads: ["project.objectives", "project.coherence", "project.complementarity", "project.existingSearch"],
      weight: 2,
    },
    {
      id: "strategy-sustainability",
      title: "Développement durable",
      question: "Les principes du développement durable sont-ils pris en compte\u202f?",
      hint: "Des choix précis comptent plus qu’une intention.",
      reads: ["principles.sustainabilityDetail", ...harmPaths],
      weight: 1,
    },
  ]),
  heading("context", "Contexte et diagnostic", "SEL-2", [
    {
      id: "context-need",
      title: "Besoin repéré et justifié",
      question: "Le besoin est-il établi par des enquêtes, des analyses ou des bilans\u202f?",
      hint: "Au regard des transitions, du public et des acteurs du territoire.",
      reads: ["project.need", "project.needSources"],
      weight: 2,
    },
    {
      id: "context-aim",
      title: "Inscription dans les transitions, les publics et les territoires visés",
      question: "Le projet vise-t-il clairement des transitions, des publics et des territoires\u202f?",
      hint: "Et la place des personnes en recherche d’emploi.",
      reads: [...addressedPaths, "project.audiences", "project.territory", "project.jobSeekers"],
      weight: 2,
    },
  ]),
  heading("transversality", "Transversalité", "SEL-3", [
    {
      id: "transversality-several",
      title: "Plusieurs transitions",
      question: "Le projet répond-il vraiment à plusieurs transitions\u202f?",
      hint: "Comptez celles qui sont justifiées, non celles qui sont cochées. Compté une seule fois.",
      reads: ["project.transitions", ...addressedPaths],
      weight: 2,
      must: "positive",
      counts: { of: justifiedTransitions, least: 2 },
    },
    {
      id: "transversality-no-harm",
      title: "Aucun tort aux autres transitions",
      question: "Le projet évite-t-il de nuire aux transitions qu’il ne traite pas\u202f?",
      hint: "Une transition après l’autre.",
      reads: [...unharmedPaths, "project.transitions"],
      weight: 1,
    },
  ]),
  heading("relevance", "Pertinence du projet", "SEL-4", [
    {
      id: "relevance-objectives",
      title: "Capacité d’atteindre les objectifs",
      question: "Le projet peut-il atteindre ses objectifs\u202f?",
      hint: "",
      reads: ["project.summary", "phases.*.actions"],
      weight: 1,
    },
    {
      id: "relevance-skills",
      title: "Compétences visées",
      question: "Les compétences visées, et leur reconnaissance, sont-elles identifiées\u202f?",
      hint: "La reconnaissance, quand il y a lieu.",
      reads: ["project.skills"],
      weight: 1,
    },
    {
      id: "relevance-pedagogy",
      title: "Plus-value et innovation pédagogiques",
      question: "Les modalités pédagogiques apportent-elles quelque chose de nouveau\u202f?",
      hint: "",
      reads: ["project.pedagogy", "project.toolEngineering", "project.otherKind"],
      weight: 2,
    },
    {
      id: "relevance-steering",
      title: "Pilotage et suivi",
      question: "Le projet est-il piloté et suivi\u202f?",
      hint: "",
      reads: ["project.steering"],
      weight: 1,
    },
    {
      id: "relevance-governance",
      title: "Gouvernance",
      question: "Sait-on qui décide, et avec qui\u202f?",
      hint: "Place des partenaires et des apprenants.",
      reads: ["project.governance", "partners.*.contribution"],
      weight: 1,
    },
    {
      id: "relevance-means",
      title: "Moyens matériels et humains",
      question: "Les moyens sont-ils à la mesure du projet\u202f?",
      hint: "Comparez avec le budget.",
      reads: ["project.means", "costs.*.heading", "costs.*.label", "costs.*.amount"],
      weight: 1,
    },
    {
      id: "relevance-calendar",
      title: "Calendrier",
      question: "Le calendrier est-il réaliste\u202f?",
      hint: "L’opération se termine avant la date limite du texte.",
      reads: ["project.startsOn", "project.endsOn", "phases.*.startsOn", "phases.*.endsOn"],
      weight: 1,
    },
    {
      id: "relevance-deliverables",
      title: "Livrables",
      question: "Les livrables sont-ils précis, et utiles à d’autres\u202f?",
      hint: "",
      reads: ["deliverables.*.title", "deliverables.*.kind", "deliverables.*.dueOn", "deliverables.*.accessibility"],
      weight: 1,
    },
    {
      id: "relevance-indicators",
      title: "Indicateurs",
      question: "Les indicateurs disent-ils ce qui sera fait, et ce qui aura réussi\u202f?",
      hint: "Une valeur de départ et une valeur visée.",
      reads: [
        "indicators.*.kind",
        "indicators.*.title",
        "indicators.*.baseline",
        "indicators.*.target",
        "indicators.*.source",
      ],
      weight: 1,
    },
  ]),
  heading("spreading", "Essaimage", "SEL-5", [
    {
      id: "spreading-lasting",
      title: "Durée des bénéfices et promotion",
      question: "Les structures sauront-elles ensemble faire durer les bénéfices du projet et le promouvoir\u202f?",
      hint: "Le texte fait de l’essaimage un élément central.",
      reads: ["sharing.lasting", "sharing.sustainedBy", "partners.*.contribution"],
      weight: 3,
      must: "highest",
    },
    {
      id: "spreading-sharing",
      title: "Expérimentation et partage gratuit",
      question: "Les livrables seront-ils partagés gratuitement, et transférés à d’autres\u202f?",
      hint: "Licence, diffusion des résultats, transfert de méthode ou d’outils.",
      reads: [
        "sharing.licence",
        "sharing.thirdParties",
        "sharing.freeFor",
        "sharing.freeYears",
        "sharing.channels",
        "sharing.transfer",
      ],
      weight: 3,
      must: "highest",
    },
  ]),
];

/** The five headings of the text. Its scale and weights are a proposal of the service (D-29): each call votes its own. */
export const grid: ScoredGrid = {
  kind: "scored",
  scale: { most: 4, marks: { 0: "absent", 1: "insuffisant", 2: "à renforcer", 3: "solide", 4: "exemplaire" } },
  origin: "service",
  headings,
};

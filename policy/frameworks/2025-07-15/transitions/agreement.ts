import type { AgreementArticle, AgreementParts, Block, Cell, ToAgree } from "../../../engine/grants/agreement.ts";
import { valueAtPath } from "../../../engine/questions/answers.ts";
import { type Day, day } from "../../../engine/values/day.ts";
import type { Values } from "../../../engine/values/field.ts";
import { sayDay, sayShare } from "../../../engine/values/french.ts";
import { licences } from "./answers.ts";
import { terms } from "./terms.ts";

const { regionRate } = terms.voted;

/** What 2.c puts into its agreement: partners, free sharing, phases, and what the Region pays of accepted costs. */
export function agreement({ answers, lines, funder }: ToAgree): AgreementParts {
  return {
    summary: textAt(answers, "project.summary"),
    startsOn: dayAt(answers, "project.startsOn"),
    endsOn: dayAt(answers, "project.endsOn"),
    owed: `${sayShare(regionRate)} des dépenses acceptées`,
    amount: [
      {
        kind: "text",
        text: [
          "La subvention complète le soutien du FSE+\u00a0: si celui-ci baisse ou est retiré, elle est revue par avenant.",
        ],
      },
    ],
    division: [],
    articles: [...partnership(answers), sharing(answers), ...indicators(answers)],
    deliverablesRule: "Le projet donne lieu aux livrables de l’annexe 3, partagés gratuitement.",
    deliverables: itemsAt(answers, "deliverables").map((one, index) => ({
      phase: String(index + 1),
      title: textAt(one, "title"),
      content: textAt(one, "accessibility"),
      ...dueOn(dayAt(one, "dueOn")),
    })),
    followUp: `Le chef de file rend compte à ${funder.the} de l’avancement, des indicateurs et du temps réellement passé, et l’invite aux comités du projet.`,
    paymentRule:
      "La part d’une demande de paiement suit les dépenses acceptées. Le solde n’est pas versé avant que les livrables aient été reçus et mis à disposition.",
    instalments: [
      {
        label: "Versements sur dépenses acceptées",
        weight: lines.reduce((sum, line) => sum + line.kept, 0),
        condition: "Dépenses payées et justifiées, temps du personnel justifié, livrables reçus pour le solde.",
      },
    ],
    supportingDocuments: [
      "les factures et la preuve de leur paiement\u00a0;",
      "les bulletins de paie, et les lettres de mission ou relevés de temps du personnel\u00a0;",
      "les pièces de la commande publique, pour qui y est soumis\u00a0;",
      "les livrables et l’adresse où ils sont mis à disposition\u00a0;",
      "la décision et les paiements du FSE+.",
    ],
    calendar: calendar(answers),
    publicity: esfPublicity,
    keepYears: 5,
    keptFrom: "à compter du 31 décembre de l’année du dernier paiement reçu, FSE+ compris",
  };
}

/** What the Union asks of what it pays beside the Region: its emblem and its words, never those of 2.d (D-07). */
const esfPublicity = [
  "Faire figurer l’emblème de l’Union européenne et les mots «\u202fCofinancé par l’Union européenne\u202f» sur les documents et les supports du projet, sur son site et sur ses pages de réseaux sociaux.",
  "Afficher à la vue du public une affiche au format A3 au moins, ou un écran équivalent, qui présente le projet et ce soutien.",
];

/** What the results are told by. */
function indicators(answers: Values): readonly AgreementArticle[] {
  const all = itemsAt(answers, "indicators");
  if (all.length === 0) return [];
  const rows = all.map((one): readonly Cell[] =>
    ["title", "baseline", "target", "source"].map((name) => wordsAt(one, name)),
  );
  const columns = [{ header: "Ce qui est compté" }, { header: "Au départ" }, { header: "Visé" }, { header: "Source" }];
  return [{ title: "Les indicateurs", blocks: [{ kind: "table", columns, rows }] }];
}

/** A common project: who takes part, and who bears the costs (TR-15). */
function partnership(answers: Values): readonly AgreementArticle[] {
  const partners = itemsAt(answers, "partners");
  if (partners.length < 2) return [];
  const since = dayAt(answers, "partnershipAgreementOn");
  const agreed = since === null ? "" : ` Leur convention de partenariat a pris effet le ${sayDay(since)}.`;
  return [
    {
      title: "Les partenaires",
      blocks: [
        {
          kind: "text",
          text: [`Le chef de file porte toutes les dépenses du projet et répond de son exécution.${agreed}`],
        },
        {
          kind: "list",
          items: partners.map((one) => `${textAt(one, "legalName")}${isLead(one) ? ", chef de file" : ""}`),
        },
      ],
    },
  ];
}

const isLead = (partner: Values) => textAt(partner, "role") === "lead";

/** What is free, for whom, under which licence (TR-3, EL-8, D-28). */
function sharing(answers: Values): AgreementArticle {
  const chosen = textAt(answers, "sharing.licence");
  const licence =
    chosen === "other" ? textAt(answers, "sharing.otherLicence") : (licences[chosen as keyof typeof licences] ?? "");
  const named = licence === "" || chosen === "undecided" ? "" : ` Elles sont publiées sous la licence ${licence}.`;
  return {
    title: "La mise à disposition gratuite",
    blocks: [
      {
        kind: "text",
        text: [
          `Les productions du projet sont gratuites pour les apprenants, les partenaires et les acteurs de l’emploi et de la formation, au moins le temps de la convention.${named}`,
        ],
      },
    ],
  };
}

function calendar(answers: Values): readonly Block[] {
  const phases = itemsAt(answers, "phases");
  if (phases.length === 0) return [];
  const said = (of: Day | null) => (of === null ? "" : sayDay(of));
  return [
    {
      kind: "table",
      columns: [{ header: "Phase" }, { header: "Du" }, { header: "Au" }],
      rows: phases.map((phase): readonly Cell[] => [
        textAt(phase, "title"),
        said(dayAt(phase, "startsOn")),
        said(dayAt(phase, "endsOn")),
      ]),
    },
  ];
}

function dueOn(due: Day | null): { readonly dueOn?: string } {
  return due === null ? {} : { dueOn: due };
}

function itemsAt(answers: Values, path: string): readonly Values[] {
  const list = valueAtPath(answers, path);
  return Array.isArray(list) ? (list as readonly Values[]) : [];
}

/** A figure or words, as they stand. */
function wordsAt(from: Values, path: string): string {
  const value = valueAtPath(from, path);
  return typeof value === "number" ? String(value).replace(".", ",") : textAt(from, path);
}

function textAt(from: Values, path: string): string {
  const value = valueAtPath(from, path);
  return typeof value === "string" ? value : "";
}

function dayAt(from: Values, path: string): Day | null {
  const text = textAt(from, path);
  return text === "" ? null : day(text);
}

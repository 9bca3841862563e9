import type { AgreementParts, Block, Cell, ToAgree } from "../../../engine/grants/agreement.ts";
import { valueAtPath } from "../../../engine/questions/answers.ts";
import { day } from "../../../engine/values/day.ts";
import type { Values } from "../../../engine/values/field.ts";
import { sayDay, sayShare } from "../../../engine/values/french.ts";
import { mention } from "./mention.ts";

/** What the modernisation of services puts into its agreement: phases, costs, and the words that promotion bears (MO-7). */
export function agreement({ answers, lines, funder, terms }: ToAgree): AgreementParts {
  const phases = phasesOf(answers);
  const days = phases.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).sort();
  return {
    summary: textAt(answers, "project.change"),
    startsOn: days[0] ?? null,
    endsOn: days.at(-1) ?? null,
    // The text fixes no rate (D-03): an agreement has the one of its call.
    owed: typeof terms?.rate === "number" ? `${sayShare(terms.rate)} des dépenses acceptées` : "la part de l’appel",
    amount: [{ kind: "text", text: ["Cette part et le plafond par projet sont ceux de l’appel à projets."] }],
    division: [],
    articles: [],
    deliverablesRule: "Chaque phase donne lieu au résultat décrit à l’annexe 3.",
    deliverables: phases.flatMap(({ title, outcome, endsOn }, at) =>
      outcome === "" ? [] : [{ phase: String(at + 1), title, content: outcome, dueOn: endsOn }],
    ),
    followUp: `Le bénéficiaire rend compte de l’avancement du projet à ${funder.the} et à la DREETS, qui l’instruisent ensemble.`,
    paymentRule:
      "Le solde n’est pas versé avant que la preuve de la mention ait été reçue, pour chaque outil de promotion.",
    instalments: [
      {
        label: "Versement sur dépenses acquittées",
        weight: lines.reduce((sum, line) => sum + line.kept, 0),
        condition: "Dépenses acquittées, résultats des phases reçus, preuve de la mention sur les outils de promotion.",
      },
    ],
    supportingDocuments: [
      "les factures acquittées\u00a0;",
      "une photographie, un fichier ou une adresse pour chaque outil de promotion, où la mention se lit.",
    ],
    calendar: calendar(phases),
    publicityMention: mention.text,
    publicityMentionDoubt:
      "Cette mention est celle du cadre d’intervention, mot pour mot\u00a0; le Plan d’investissement dans les compétences a pris fin, et une autre mention peut être publiée (D-07).",
  };
}

interface AgreedPhase {
  readonly title: string;
  readonly outcome: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The phases that can be placed in time. */
function phasesOf(answers: Values): readonly AgreedPhase[] {
  const list = valueAtPath(answers, "project.phases");
  if (!Array.isArray(list)) return [];
  return (list as readonly Values[])
    .map((phase, index) => ({
      title: textAt(phase, "title") || `Phase ${index + 1}`,
      outcome: textAt(phase, "outcome"),
      startsOn: textAt(phase, "startsOn"),
      endsOn: textAt(phase, "endsOn"),
    }))
    .filter(({ startsOn, endsOn }) => startsOn !== "" && endsOn !== "");
}

function calendar(phases: readonly AgreedPhase[]): readonly Block[] {
  if (phases.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [{ header: "Phase" }, { header: "Du" }, { header: "Au" }],
      rows: phases.map(({ title, startsOn, endsOn }): readonly Cell[] => [
        title,
        sayDay(day(startsOn)),
        sayDay(day(endsOn)),
      ]),
    },
  ];
}

function textAt(from: Values, path: string): string {
  const value = valueAtPath(from, path);
  return typeof value === "string" ? value : "";
}

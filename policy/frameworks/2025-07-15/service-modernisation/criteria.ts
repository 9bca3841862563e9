import { type Criterion, say } from "../../../engine/rules/criterion.ts";
import { readingsFrom } from "../../../engine/rules/doubt.ts";
import {
  all,
  any,
  atMost,
  awaited,
  doubtful,
  equals,
  every,
  filled,
  ifKnown,
  includes,
  known,
  not,
  total,
} from "../../../engine/rules/expression.ts";
import { hasNormanPlace, judged } from "./conditions.ts";
import { doubts } from "./doubts.ts";
import { f } from "./facts.ts";
import { law } from "./law.ts";
import { figures } from "./terms.ts";
import { waysOut } from "./ways-out.ts";

const { project: p } = f;

/**
 * What a project must be (MO-2, MO-4, MO-5), what it costs (MO-6), and the four criteria of selection: MO-4 is the
 * first, MO-9-2 to MO-9-4 the others. They are met or not, or a person judges; none is marked.
 */
const own: readonly Criterion[] = [
  {
    id: "MO-2",
    title: "Transformer sa propre organisation, hors pédagogie",
    provision: "2.d, projets",
    question: "Le projet change-t-il l’organisation de la structure, hors pédagogie ?",
    nature: "declared",
    expression: all(
      not(p.isPedagogical),
      ifKnown(p.changesOwnOrganisation),
      filled(p.kinds),
      doubtful(not(includes(p.kinds, "other"))),
    ),
    reasons: {
      met: say`Le projet change l’organisation de la structure, hors pédagogie : ${p.kinds}.`,
      "not-met": [
        {
          when: p.isPedagogical,
          say: say`Le projet est pédagogique : il relève du dispositif « transitions », pas de celui-ci.`,
        },
        {
          when: not(p.changesOwnOrganisation),
          say: say`Le projet ne change pas l’organisation de la structure qui demande.`,
        },
        { say: say`Aucun type de projet n’est choisi.` },
      ],
      unknown: say`Il reste à dire quel changement le projet apporte à l’organisation, et s’il est pédagogique.`,
      "to-assess": say`Le texte donne des exemples, sans fermer la liste : le service apprécie cet autre changement.`,
    },
  },
  {
    id: "MO-4",
    title: "Se réaliser en Normandie",
    provision: "2.d, publics et sélection",
    question: "Le projet est-il mené en Normandie ?",
    nature: "computed",
    expression: hasNormanPlace,
    reasons: {
      met: say`Le projet est mené en Normandie.`,
      "not-met": say`Aucune commune du projet n’est en Normandie (départements 14, 27, 50, 61 et 76).`,
      unknown: say`La commune du projet n’est pas indiquée.`,
      "to-assess": say`Le lieu du projet est à apprécier.`,
    },
  },
  {
    id: "MO-5",
    title: "Les publics de la Région, ou une méthode transposable",
    provision: "2.d, publics",
    question:
      "Le projet s’adresse-t-il aux publics de la formation continue, de l’alternance, du sanitaire et social, ou peut-il leur être transposé ?",
    nature: "declared",
    expression: any(p.regionalAudience, p.transposable),
    reasons: {
      met: [
        { when: p.regionalAudience, say: say`Le projet s’adresse aux publics des politiques régionales de formation.` },
        { say: say`La méthode du projet peut être transposée à ces publics : cela suffit.` },
      ],
      "not-met": say`Le projet ne s’adresse pas aux publics des politiques régionales, et sa méthode ne peut pas leur être transposée.`,
      unknown: say`Il reste à dire à quels publics le projet s’adresse, ou si sa méthode peut leur être transposée.`,
      "to-assess": say`Les publics du projet sont à apprécier.`,
    },
  },
  {
    id: "MO-6",
    title: "Des dépenses dites une à une",
    provision: "2.d, dépenses",
    question: "Chaque dépense a-t-elle sa nature et son montant ?",
    nature: "declared",
    expression: every(f.costs, (cost) => all(known(cost.nature), known(cost.amount))),
    reasons: {
      met: say`Chaque dépense a sa nature et son montant.`,
      "not-met": say`Des dépenses n’ont pas leur nature ou leur montant.`,
      unknown: say`Il reste à dire ce que le projet coûte, dépense par dépense.`,
      "to-assess": say`Les dépenses sont à apprécier.`,
    },
  },
  {
    id: "MO-9-2",
    title: "Mieux répondre au besoin, pour s’adapter aux transitions",
    provision: "2.d, sélection, 2e critère",
    question: "Le projet améliore-t-il la réponse au besoin de formation repéré, pour s’adapter aux transitions ?",
    nature: "declared",
    expression: all(filled(p.transitions), judged(p.improvesAnswer)),
    reasons: {
      met: say`Le projet améliore la réponse au besoin, en lien avec : ${p.transitions}.`,
      "not-met": [
        { when: filled(p.transitions), say: say`Le projet n’améliore pas la réponse au besoin de formation.` },
        { say: say`Le projet ne répond à aucune des quatre transitions.` },
      ],
      unknown: say`Il reste à dire à quelles transitions le projet répond.`,
      "to-assess": say`Le service lit le besoin décrit et apprécie si le projet y répond mieux.`,
    },
  },
  {
    id: "MO-9-3",
    title: "De quoi juger de la pertinence",
    provision: "2.d, sélection, 3e critère",
    question: "Le dossier donne-t-il de quoi juger des changements, au regard de l’existant et des transitions ?",
    nature: "declared",
    expression: judged(p.givesContext),
    reasons: {
      met: say`Le contexte décrit permet de juger de la pertinence des changements.`,
      "not-met": say`Le contexte décrit ne permet pas de juger de la pertinence des changements.`,
      unknown: say`Le contexte n’est pas encore décrit.`,
      "to-assess": say`Le service lit le contexte décrit et apprécie la pertinence des changements.`,
    },
  },
  {
    id: "MO-9-4",
    title: "Des phases, un calendrier et un plan de financement",
    provision: "2.d, sélection, 4e critère",
    question: "Le projet a-t-il des phases datées et un plan de financement qui couvre son coût ?",
    nature: "computed",
    expression: all(
      every(p.phases, (phase) => awaited(atMost(phase.startsOn, phase.endsOn))),
      awaited(
        equals(
          total(p.funding, (part) => part.amount),
          figures.realCost,
        ),
      ),
    ),
    reasons: {
      met: say`Les phases sont datées et le plan de financement couvre le coût du projet : ${figures.realCost}.`,
      "not-met": say`Les phases ou le plan de financement manquent.`,
      unknown: say`Il reste à dater chaque phase, dans l’ordre, et à équilibrer le plan de financement avec le coût du projet.`,
      "to-assess": say`Le calendrier et le plan de financement sont à apprécier.`,
    },
  },
];

/** Every criterion, with the lines of the text, the other readings and what can change a refusal. */
export const criteria: readonly Criterion[] = own.map((criterion) => ({
  ...criterion,
  ...law[criterion.id],
  ...readingsFrom(doubts, criterion.id),
  ...(waysOut[criterion.id] === undefined ? null : { waysOut: waysOut[criterion.id] }),
}));

import { type Case, say } from "../../../engine/rules/criterion.ts";
import type { Doubt } from "../../../engine/rules/doubt.ts";
import {
  all,
  any,
  atLeast,
  atMost,
  beginsWith,
  type Condition,
  choose,
  type Expression,
  equals,
  every,
  filled,
  ifKnown,
  includes,
  is,
  known,
  lessThan,
  moreThan,
  not,
  oneOf,
  some,
  today,
  total,
  yearsAfter,
} from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { normanDepartments } from "../references.ts";
import { a } from "./answers.ts";
import { asks, asksSupportAlone, hasBegun, isOverFive, isPresented } from "./conditions.ts";
import { f } from "./facts.ts";
import { bounds, said } from "./figures.ts";
import { type FundingRules, fundingRules } from "./funding.ts";

const s = f.structures.item;
const each = f.structures.list;
const p = f.provider;

/** D-13: what is more than that is the main part. */
const HALF = 0.5;

/** CS-4 by the other reading of D-14: what was counted, and the bound. */
const sizeFigures: readonly Case[] = [
  {
    when: known(s.headcountFte),
    say: say`${s.headcountFte} équivalents temps plein, il en faut plus de ${bounds.employees}.`,
  },
  {
    when: known(s.headcountBand),
    say: say`${s.headcountBand} selon l’INSEE, il en faut plus de ${bounds.employees}.`,
  },
];

/** CS-4 by the other reading of D-16: all the structures of the group together. */
function groupFigures(all: Expression, unit: string): readonly Case[] {
  return [
    {
      when: is(f.route, "collective"),
      say: say`${all} ${unit} pour l’ensemble des structures, il en faut plus de ${bounds.employees}.`,
    },
  ];
}

/** Where the text of consulting support can be read in two ways. Order of the register. */
export const doubts: readonly Doubt[] = [
  {
    id: "D-11",
    provision: "CS-1",
    question: "Une phase peut-elle être demandée seule ?",
    defaultReading:
      "Un diagnostic seul est accepté ; un accompagnement seul l’est si un diagnostic existe, d’où qu’il vienne.",
    alternative: "Les deux phases sont exigées dans la même demande.",
    each,
    reads: { "CS-1": all(asks(s, "diagnostic"), asks(s, "accompagnement")) },
    raisedWhen: all(asksSupportAlone, ifKnown(not(s.diagnosisExists))),
  },
  {
    id: "D-12",
    provision: "CS-2",
    question: "Faut-il que le siège soit aussi en Normandie ?",
    defaultReading: "Un établissement ou un lieu de formation en Normandie suffit, où que soit le siège.",
    alternative: "Tous les lieux, siège compris, doivent être en Normandie.",
    each,
    reads: {
      "CS-2": all(
        beginsWith(s.commune, normanDepartments),
        ifKnown(beginsWith(s.headOfficeCommune, normanDepartments)),
      ),
    },
    raisedWhen: all(beginsWith(s.commune, normanDepartments), not(beginsWith(s.headOfficeCommune, normanDepartments))),
  },
  {
    id: "D-13",
    provision: "CS-3",
    question: "« Formation continue et en alternance » : l’une des deux suffit-elle ?",
    defaultReading: "L’une ou l’autre suffit : l’expression désigne le champ de la formation.",
    alternative: "Les deux sont exigées.",
    each,
    reads: {
      "CS-3": all(
        s.mainActivityIsTraining,
        includes(s.trainingKinds, "continuing"),
        includes(s.trainingKinds, "apprenticeship"),
      ),
    },
    raisedWhen: all(
      s.mainActivityIsTraining,
      filled(s.trainingKinds),
      not(all(includes(s.trainingKinds, "continuing"), includes(s.trainingKinds, "apprenticeship"))),
    ),
  },
  {
    id: "D-13-main",
    provision: "CS-3",
    question: "Quelle part de l’activité en fait l’activité principale ?",
    defaultReading:
      "Plus de la moitié du chiffre d’affaires ou des heures-stagiaires, d’après la déclaration et le bilan pédagogique et financier ; le code NAF n’est qu’un indice.",
    each,
    raisedWhen: all(s.mainActivityIsTraining, atMost(a.structures.item.trainingShare, HALF)),
  },
  {
    id: "D-14",
    provision: "CS-4",
    question: "Comment compter les salariés ?",
    defaultReading: "En nombre de personnes dans l’entreprise, au jour du dépôt.",
    alternative: "En équivalents temps plein ; à défaut, par la tranche d’effectif de l’INSEE.",
    precisely: [
      {
        when: known(s.headcountFte),
        say: say`En équivalents temps plein : ${s.headcountFte}, pour ${s.headcount} personnes déclarées.`,
      },
      {
        when: known(s.headcountBand),
        say: say`Par la tranche d’effectif de l’INSEE : ${s.headcountBand}, pour ${s.headcount} personnes déclarées.`,
      },
    ],
    each,
    reads: { "CS-4": isOverFive(s.headcountFte, s.headcountBand) },
    figures: { "CS-4": sizeFigures },
    raisedWhen: any(
      all(moreThan(s.headcount, bounds.employees), atMost(s.headcountFte, bounds.employees)),
      all(atMost(s.headcount, bounds.employees), moreThan(s.headcountFte, bounds.employees)),
      all(moreThan(s.headcount, bounds.employees), oneOf(s.headcountBand, ["00", "01", "02"])),
      all(atMost(s.headcount, bounds.employees), not(oneOf(s.headcountBand, ["00", "01", "02"]))),
    ),
  },
  {
    id: "D-15",
    provision: "CS-2",
    question: "Les quatre conditions sur le public sont-elles cumulatives ?",
    defaultReading: "Oui, elles sont cumulatives, bien que le texte ne l’écrive pas pour l’appui conseil.",
  },
  {
    id: "D-16",
    provision: "CS-6",
    question: "Dans une démarche collective, qui doit remplir les conditions ?",
    defaultReading:
      "Chaque structure accompagnée les remplit ; le groupement doit seulement exister ou avoir un membre mandaté.",
    alternative: "Le groupement est compté dans son ensemble, ce qui admet des structures de 5 salariés ou moins.",
    reads: {
      "CS-4": choose(
        is(f.route, "collective"),
        moreThan(
          total(f.structures, (one) => one.headcount),
          bounds.employees,
        ),
        isOverFive(s.headcount, s.headcountBand),
      ),
    },
    figures: {
      "CS-4": groupFigures(
        total(f.structures, (one) => one.headcount),
        "salariés",
      ),
    },
    raisedWhen: all(
      is(f.route, "collective"),
      some(f.structures, (one) => not(isOverFive(one.headcount, one.headcountBand))),
    ),
  },
  {
    id: "D-17",
    provision: "CS-6",
    question: "Par un OPCO, qui est bénéficiaire ?",
    defaultReading:
      "Le signataire de la convention est payé (structure, groupement ou OPCO) ; les plafonds suivent la structure accompagnée.",
    alternative: "La structure accompagnée est toujours payée elle-même.",
    raisedWhen: is(f.route, "opco"),
  },
  {
    id: "D-18",
    provision: "CS-7",
    question: `Les ${said.dailyCeiling} HT par jour limitent-ils le coût retenu ou l’aide ?`,
    defaultReading: `Le coût retenu : ${said.rate} de ${said.dailyCeiling} au plus par jour.`,
    alternative: `L’aide : ${said.rate} du coût réel, dans la limite de ${said.dailyCeiling} par jour.`,
    moves: { ceilingOn: "aid" } satisfies Partial<FundingRules>,
    onlyIfDiffers: true,
    raisedWhen: some(f.structures, (one) =>
      some(one.phases, (phase) => moreThan(phase.dailyCost, fundingRules.dailyCeiling)),
    ),
  },
  {
    id: "D-19",
    provision: "CS-8",
    question: "Que comprend l’enveloppe mobilisée par le bénéficiaire ?",
    defaultReading:
      "Les seuls coûts HT des journées ; les autres aides comptent pour que l’argent public ne dépasse pas le coût.",
    alternative: "La part que le bénéficiaire supporte vraiment, une fois les autres aides déduites.",
    moves: { base: "own-share" } satisfies Partial<FundingRules>,
    raisedWhen: moreThan(f.otherPublicFunding, euros(0)),
  },
  {
    id: "D-20",
    provision: "CS-9",
    question: `Sur quelle période comptent les ${said.days} jours et les ${said.aid} ?`,
    defaultReading: "Sur toute la durée de cette version du cadre, par entreprise.",
    alternative: "Sur l’année civile : les jours déjà financés les années passées ne comptent plus.",
    each,
    moves: { window: "year" } satisfies Partial<FundingRules>,
    needs: every(f.structures, (one) => any(equals(one.daysAlreadyFunded, 0), known(one.daysFundedThisYear))),
    raisedWhen: moreThan(s.daysAlreadyFunded, 0),
  },
  {
    id: "D-20-2020",
    provision: "CS-9",
    question: `Les ${said.days} jours et les ${said.aid} comprennent-ils ce que la version précédente du cadre a financé ?`,
    defaultReading: "Non : seul compte ce que cette version du cadre a financé.",
    alternative: "Oui : tout ce qui a été financé depuis 2020 compte.",
    each,
    moves: { window: "since-2020" } satisfies Partial<FundingRules>,
    needs: every(f.structures, (one) => known(one.daysFundedSince2020)),
    raisedWhen: moreThan(s.daysFundedSince2020, s.daysAlreadyFunded),
  },
  {
    id: "D-21",
    provision: "CS-9",
    question: "Comment compter une journée commune à plusieurs structures ?",
    defaultReading: "Elle est partagée entre les structures présentes ; les plafonds portent sur la part de chacune.",
    alternative: "Chaque structure présente consomme une journée entière.",
    moves: { sharedDay: "whole" } satisfies Partial<FundingRules>,
    raisedWhen: f.daysAreShared,
  },
  {
    id: "D-22",
    provision: "CS-10",
    question: "Le libre choix du prestataire dispense-t-il de la commande publique ?",
    defaultReading: "Non : une structure soumise à la commande publique dit quelle procédure elle a suivie.",
    each,
    raisedWhen: s.isPublicBuyer,
  },
  {
    id: "D-23",
    provision: "CS-11",
    question: `À quelle date le prestataire doit-il avoir ${bounds.providerYears} ans ?`,
    defaultReading: "Au dépôt de la demande, depuis la création de l’entreprise.",
    alternative: "Au début de la mission.",
    reads: {
      "CS-11": every(f.structures, (one) =>
        every(one.phases, (phase) => atMost(yearsAfter(p.createdOn, bounds.providerYears), phase.startsOn)),
      ),
    },
    figures: {
      "CS-11": [
        {
          when: known(p.createdOn),
          say: say`le prestataire aura ${bounds.providerYears} ans le ${yearsAfter(p.createdOn, bounds.providerYears)}, au début de chaque phase au plus tard.`,
        },
      ],
    },
    raisedWhen: all(
      lessThan(today, yearsAfter(p.createdOn, bounds.providerYears)),
      every(f.structures, (one) =>
        every(one.phases, (phase) => atLeast(phase.startsOn, yearsAfter(p.createdOn, bounds.providerYears))),
      ),
    ),
  },
  {
    id: "D-24",
    provision: "CS-15",
    question: "Qui signe le contrat avec l’organisme partenaire ?",
    defaultReading: "La structure et la Région signent un contrat propre au partenaire avant son premier jour.",
    alternative: "Un avenant à la convention suffit.",
    raisedWhen: is(p.partnerBody, "contracted"),
  },
  {
    id: "D-25",
    provision: "CS-10",
    question: "La prestation peut-elle commencer avant le dépôt ?",
    defaultReading: "Le texte n’en dit rien : la situation est signalée et le service apprécie.",
    alternative: "Une prestation commencée avant le dépôt est refusée.",
    reads: { "CS-10": all(isPresented, ifKnown(not(hasBegun))) },
    raisedWhen: hasBegun,
  },
];

/** What follows when several doubts that read the same criterion are closed on their other readings. */
const jointReadings: Readonly<Record<string, Readonly<Record<string, Condition>>>> = {
  "D-14+D-16": {
    "CS-4": choose(
      is(f.route, "collective"),
      moreThan(
        total(f.structures, (one) => one.headcountFte),
        bounds.employees,
      ),
      isOverFive(s.headcountFte, s.headcountBand),
    ),
  },
};

/** What those joint readings compare. */
const jointFigures: Readonly<Record<string, Readonly<Record<string, readonly Case[]>>>> = {
  "D-14+D-16": {
    "CS-4": [
      ...groupFigures(
        total(f.structures, (one) => one.headcountFte),
        "équivalents temps plein",
      ),
      ...sizeFigures,
    ],
  },
};

/** The figures and bounds of every other reading of a criterion. */
export function figuresOf(criterion: string): Readonly<Record<string, readonly Case[]>> {
  const found: Record<string, readonly Case[]> = {};
  for (const { id, figures } of doubts) if (figures?.[criterion] !== undefined) found[id] = figures[criterion];
  for (const [ids, figures] of Object.entries(jointFigures)) {
    if (figures[criterion] !== undefined) found[ids] = figures[criterion];
  }
  return found;
}

/** Every other reading of a criterion, by the doubts that lead to it. */
export function readingsOf(criterion: string): Readonly<Record<string, Condition>> {
  const found: Record<string, Condition> = {};
  for (const { id, reads } of doubts) if (reads?.[criterion] !== undefined) found[id] = reads[criterion];
  for (const [ids, reads] of Object.entries(jointReadings)) {
    if (reads[criterion] !== undefined) found[ids] = reads[criterion];
  }
  return found;
}

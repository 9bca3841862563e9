import type { Doubt } from "../../../engine/doubt.ts";
import {
  all,
  any,
  atLeast,
  atMost,
  beginsWith,
  every,
  filled,
  ifKnown,
  includes,
  is,
  lessThan,
  moreThan,
  not,
  oneOf,
  some,
  today,
  yearsAfter,
} from "../../../engine/expression.ts";
import { euros } from "../../../engine/money.ts";
import { normanDepartments } from "../references.ts";
import { asksSupportAlone, hasBegun } from "./conditions.ts";
import { f } from "./facts.ts";
import { bounds, said } from "./figures.ts";
import { fundingRules } from "./funding.ts";

const s = f.structures.item;
const each = f.structures.list;
const p = f.provider;

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
    raisedWhen: all(asksSupportAlone, ifKnown(not(s.diagnosisExists))),
  },
  {
    id: "D-12",
    provision: "CS-2",
    question: "Faut-il que le siège soit aussi en Normandie ?",
    defaultReading: "Un établissement ou un lieu de formation en Normandie suffit, où que soit le siège.",
    alternative: "Tous les lieux, siège compris, doivent être en Normandie.",
    each,
    raisedWhen: all(beginsWith(s.commune, normanDepartments), not(beginsWith(s.headOfficeCommune, normanDepartments))),
  },
  {
    id: "D-13",
    provision: "CS-3",
    question: "« Formation continue et en alternance » : l’une des deux suffit-elle ?",
    defaultReading: "L’une ou l’autre suffit : l’expression désigne le champ de la formation.",
    alternative: "Les deux sont exigées.",
    each,
    raisedWhen: all(
      s.mainActivityIsTraining,
      filled(s.trainingKinds),
      not(all(includes(s.trainingKinds, "continuing"), includes(s.trainingKinds, "apprenticeship"))),
    ),
  },
  {
    id: "D-14",
    provision: "CS-4",
    question: "Comment compter les salariés ?",
    defaultReading: "En nombre de personnes dans l’entreprise, au jour du dépôt.",
    alternative: "En équivalents temps plein.",
    each,
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
    defaultReading: "Oui, elles sont cumulatives.",
    alternative: "Le texte ne l’écrit pas pour l’appui conseil.",
  },
  {
    id: "D-16",
    provision: "CS-6",
    question: "Dans une démarche collective, qui doit remplir les conditions ?",
    defaultReading:
      "Chaque structure accompagnée les remplit ; le groupement doit seulement exister ou avoir un membre mandaté.",
    alternative: "Le groupement est compté dans son ensemble, ce qui admet des structures de 5 salariés ou moins.",
    raisedWhen: all(
      not(is(f.route, "individual")),
      some(f.structures, (one) => atMost(one.headcount, bounds.employees)),
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
    raisedWhen: moreThan(f.otherPublicFunding, euros(0)),
  },
  {
    id: "D-20",
    provision: "CS-9",
    question: `Sur quelle période comptent les ${said.days} jours et les ${said.aid} ?`,
    defaultReading: "Sur toute la durée de cette version du cadre, par entreprise.",
    alternative: "Sur l’année civile : les jours déjà financés les années passées ne comptent plus.",
    each,
    raisedWhen: moreThan(s.daysAlreadyFunded, 0),
  },
  {
    id: "D-21",
    provision: "CS-9",
    question: "Comment compter une journée commune à plusieurs structures ?",
    defaultReading: "Elle est partagée entre les structures présentes ; les plafonds portent sur la part de chacune.",
    alternative: "Chaque structure présente consomme une journée entière.",
    raisedWhen: f.daysAreShared,
  },
  {
    id: "D-22",
    provision: "CS-10",
    question: "Le libre choix du prestataire dispense-t-il de la commande publique ?",
    defaultReading: "Non : une structure soumise à la commande publique dit quelle procédure elle a suivie.",
    alternative: "Le choix est libre pour tous.",
    each,
    raisedWhen: s.isPublicBuyer,
  },
  {
    id: "D-23",
    provision: "CS-11",
    question: `À quelle date le prestataire doit-il avoir ${bounds.providerYears} ans ?`,
    defaultReading: "Au dépôt de la demande, depuis la création de l’entreprise.",
    alternative: "Au début de la mission.",
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
    raisedWhen: hasBegun,
  },
];

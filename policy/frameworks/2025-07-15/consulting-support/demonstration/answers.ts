import type { Temporal } from "temporal-polyfill";
import type { DemoOrganisation } from "../../../../demonstration/declared.ts";
import { fictionalSiren, fictionalSiret, pick, randomOf } from "../../../../demonstration/numbers.ts";
import { typedDay } from "../../../../demonstration/typed.ts";
import type { Raw } from "../../../../engine/questions/raw.ts";

type Subject = readonly [title: string, needs: string];

const subjects: readonly [Subject, ...Subject[]] = [
  [
    "Des parcours plus courts et plus souples",
    "Nos parcours sont longs et figés ; les entreprises voisines demandent des modules courts.",
  ],
  [
    "Passer à la formation hybride",
    "Nos formateurs enseignent en salle ; la moitié de nos stagiaires habitent à plus d’une heure.",
  ],
  [
    "Réduire l’empreinte de nos plateaux techniques",
    "Nos plateaux consomment beaucoup d’énergie et de matière ; l’équipe veut les repenser.",
  ],
  [
    "Mieux accueillir les publics éloignés de l’emploi",
    "Un stagiaire sur quatre abandonne le premier mois ; nous voulons revoir l’accueil et l’accompagnement.",
  ],
  [
    "Structurer la fonction ressources humaines",
    "L’équipe a doublé en trois ans sans règles communes ; les départs se multiplient.",
  ],
  [
    "Refonder notre modèle économique",
    "Nos recettes dépendent d’un seul marché ; il faut trouver un équilibre durable.",
  ],
  [
    "Former nos formateurs aux pédagogies actives",
    "Les évaluations disent que les cours restent descendants ; l’équipe veut changer ses pratiques.",
  ],
];

/** The n-th fictional request, whole and within the rules. */
export function wholeAnswers(n: number, organisation: DemoOrganisation): Raw {
  const random = randomOf(n + 7919);
  const [title, needs] = pick(random, subjects);
  return {
    route: "individual",
    ...structureAnswers(0, organisation),
    ...contactAnswers,
    ...projectAnswers(title, needs, random),
    ...phaseAnswers(0, random),
    stakeholders: "L’équipe, les stagiaires, les prescripteurs et les entreprises voisines.",
    territorialImpact: "Un bilan à six mois avec les entreprises et les prescripteurs du bassin d’emploi.",
    workStarted: "non",
    ...providerAnswers(n, random),
    otherPublicFunding: random() < 0.25 ? "1500" : "0",
    otherPublicFunders: "La communauté d’agglomération, réponse attendue.",
  };
}

/** A structure's own answers, at its place in the request. */
export function structureAnswers(index: number, organisation: DemoOrganisation): Raw {
  const at = `structures.${index}`;
  return {
    [`${at}.siret`]: organisation.siret,
    [`${at}.daysAlreadyFunded`]: "0",
    [`${at}.legalName`]: organisation.name,
    [`${at}.commune`]: organisation.commune,
    [`${at}.legalKind`]: organisation.legalKind,
    [`${at}.isPublicBuyer`]: organisation.legalKind === "public-body" ? "oui" : "non",
    [`${at}.procurement`]: "Mise en concurrence de trois cabinets, sur un cahier des charges d’une page.",
    [`${at}.mainActivityIsTraining`]: "oui",
    [`${at}.trainingKinds`]: ["continuing", "apprenticeship"],
    [`${at}.nda`]: organisation.declarationNumber,
    [`${at}.headcount`]: String(organisation.headcount),
    [`${at}.servesJobSeekers`]: "oui",
  };
}

const contactAnswers: Raw = {
  "contact.name": "Camille Exemple",
  "contact.role": "Direction",
  "contact.email": "camille@formation.example",
  "contact.phone": "02 00 00 00 01",
};

function projectAnswers(title: string, needs: string, random: () => number): Raw {
  return {
    title,
    needs: `${needs} Nous voulons un regard extérieur pour décider ensemble, puis tenir le changement.`,
    themes: [pick(random, ["practices", "communication", "trainers"])],
    objectives: ["modernisation", pick(random, ["innovation", "pedagogies", "renewal"])],
    purposes: [pick(random, ["skills", "attractiveness", "mutations"])],
    transitions: [pick(random, ["digital", "ecological"]), pick(random, ["demographic", "societal"])],
    sustainability: "Le diagnostic regarde les déplacements, l’énergie des locaux et la sobriété de nos outils.",
  };
}

/** Two phases: a shared diagnosis, then the support; far ahead, so that none has begun whenever this is filed. */
export function phaseAnswers(structure: number, random: () => number): Raw {
  const at = `structures.${structure}.phases`;
  const price = pick(random, ["850", "950", "1000", "1 100,50", "1 200"]);
  return {
    [`${at}.length`]: "2",
    [`${at}.0.phase`]: "diagnostic",
    [`${at}.0.days`]: pick(random, ["3", "4,5", "5", "6"]),
    [`${at}.0.dailyCost`]: price,
    [`${at}.0.startsOn`]: "01/06/2030",
    [`${at}.0.endsOn`]: "31/07/2030",
    [`${at}.0.deliverables`]: "Un diagnostic partagé et un plan d’action.",
    [`${at}.1.phase`]: "accompagnement",
    [`${at}.1.days`]: pick(random, ["8", "10", "12,5", "15"]),
    [`${at}.1.dailyCost`]: price,
    [`${at}.1.startsOn`]: "01/09/2030",
    [`${at}.1.endsOn`]: "31/03/2031",
    [`${at}.1.deliverables`]: "Les nouveaux outils, les comptes rendus d’ateliers, un bilan.",
  };
}

function providerAnswers(n: number, random: () => number): Raw {
  const siren = fictionalSiren(90_000 + (n % 40));
  return {
    "provider.siret": fictionalSiret(siren),
    "provider.legalName": `Cabinet Exemple ${1 + (n % 40)} (fictif)`,
    "provider.createdOn": pick(random, ["12/04/2009", "01/10/2015", "20/01/2019"]),
    "provider.fields": [
      pick(random, ["digitalisation", "human-resources", "sustainable-development", "pedagogy", "strategy"]),
    ],
    "provider.consultants.length": "1",
    "provider.consultants.0.name": pick(random, ["Dominique Fictif", "Morgan Imaginaire", "Sacha Modèle"]),
    "provider.consultants.0.yearsOfExperience": pick(random, ["4", "8", "12"]),
    "provider.consultants.0.expertise": "Conseil aux organismes de formation.",
    "provider.hasCapacity": "oui",
    "provider.subcontracts": "non",
    "provider.partnerBody": "none",
    "provider.joinsMonitoringCommittees": "oui",
    "provider.providesDeliverables": "oui",
  };
}

/** The same phases, two months after a day: what a request filed then would say. */
export function plannedAfter(raw: Raw, day: Temporal.PlainDate): Raw {
  const first = day.with({ day: 1 }).add({ months: 2 });
  const dates: Readonly<Record<string, Temporal.PlainDate>> = {
    "0.startsOn": first,
    "0.endsOn": first.add({ months: 2 }).subtract({ days: 1 }),
    "1.startsOn": first.add({ months: 3 }),
    "1.endsOn": first.add({ months: 10 }).subtract({ days: 1 }),
  };
  const planned = Object.keys(raw).flatMap((name) => {
    const date = dates[/\.phases\.(\d\.(?:starts|ends)On)$/.exec(name)?.[1] ?? ""];
    return date === undefined ? [] : [[name, typedDay(date)] as const];
  });
  return { ...raw, ...Object.fromEntries(planned) };
}

import type { Fork, Oriented, Way } from "../../engine/framework/orientation.ts";

/** « Quelle aide pour mon projet ? », by three questions at most. It decides nothing: each simulator then checks all. */

const scheme = (slug: string): Way => ({ kind: "scheme", slug });
const part = (name: Extract<Way, { kind: "part" }>["part"]): Way => ({ kind: "part", part: name });

function oriented(title: string, because: string, first: Way, ...others: readonly Way[]): Oriented {
  return { kind: "oriented", title, because, first, others };
}

/** Who does not know goes on as if it fitted: the simulator then asks precisely. */
const unsure = { value: "ne-sait-pas", label: "Je ne sais pas" };

/** MO-4, TR-2, CS-2: asked last, of those for whom the rest fits. */
function inNormandy(leads: Oriented): Fork {
  return {
    kind: "fork",
    id: "lieu",
    question: "Cela se passe-t-il en Normandie, au moins dans un lieu ?",
    choices: [
      { value: "oui", label: "Oui", leads },
      { ...unsure, leads },
      {
        value: "non",
        label: "Non",
        leads: oriented(
          "Ces aides sont pour la Normandie",
          "Un lieu en Normandie suffit ; sans aucun, la Région ne peut pas aider. Le service peut en parler avec vous.",
          part("contact"),
          part("agenda"),
        ),
      },
    ],
  };
}

const advice = oriented(
  "L’appui conseil peut convenir",
  "Un consultant de votre choix fait le point avec vous, puis vous accompagne. La demande se fait toute l’année.",
  scheme("appui-conseil"),
  part("maturity"),
);

const pedagogy = oriented(
  "L’aide « transitions » peut convenir",
  "Elle est pour qui crée une façon nouvelle de former et la partage. Elle complète l’appel du FSE+.",
  scheme("transitions"),
  part("agenda"),
  part("community"),
);

const organisation = oriented(
  "L’aide à la modernisation des services peut convenir",
  "Elle est pour qui change son organisation, hors pédagogie. Son taux et son plafond sont fixés par chaque appel à projets.",
  scheme("modernisation"),
  scheme("appui-conseil"),
);

const size: Fork = {
  kind: "fork",
  id: "taille",
  question: "Votre structure compte-t-elle plus de 5 salariés ?",
  choices: [
    { value: "oui", label: "Oui", leads: inNormandy(advice) },
    { ...unsure, hint: "Le simulateur dit comment compter", leads: inNormandy(advice) },
    {
      value: "non",
      label: "Non",
      leads: oriented(
        "Vous pouvez avancer sans cette aide",
        "L’appui conseil demande plus de 5 salariés. D’autres chemins sont ouverts à toutes les tailles.",
        part("sustainability"),
        part("maturity"),
        part("training"),
        scheme("modernisation"),
      ),
    },
  ],
};

const audience: Fork = {
  kind: "fork",
  id: "public",
  question: "Travaillez-vous avec des personnes en recherche d’emploi ?",
  choices: [
    { value: "oui", label: "Oui", leads: inNormandy(pedagogy) },
    { ...unsure, leads: inNormandy(pedagogy) },
    {
      value: "non",
      label: "Non",
      leads: oriented(
        "Cherchez d’abord un partenaire",
        "L’aide « transitions » est pour les structures qui travaillent avec ces personnes : un projet commun peut en réunir plusieurs.",
        part("community"),
        part("agenda"),
        scheme("transitions"),
      ),
    },
  ],
};

const heart: Fork = {
  kind: "fork",
  id: "coeur",
  question: "Le cœur du projet est-il d’apprendre autrement ?",
  choices: [
    { value: "oui", label: "Oui", hint: "Un module, une méthode, un outil pour former", leads: audience },
    {
      ...unsure,
      leads: oriented(
        "Parlez-en avec le service",
        "Selon ce que le projet change, l’une ou l’autre aide peut convenir\u00a0: les deux pages disent ce que chacune demande.",
        part("contact"),
        scheme("transitions"),
        scheme("modernisation"),
      ),
    },
    {
      value: "non",
      label: "Non",
      hint: "L’offre, la communication, l’accueil, l’énergie",
      leads: inNormandy(organisation),
    },
  ],
};

export const orientation: Fork = {
  kind: "fork",
  id: "projet",
  question: "Que voulez-vous faire ?",
  choices: [
    { value: "conseil", label: "Me faire conseiller", hint: "Faire le point et préparer un changement", leads: size },
    {
      value: "creer",
      label: "Créer une formation, une méthode ou un outil",
      hint: "Et le partager avec les autres",
      leads: audience,
    },
    {
      value: "moderniser",
      label: "Moderniser mon organisation",
      hint: "Offre, communication, accueil, énergie",
      leads: heart,
    },
    {
      value: "equipe",
      label: "Former mon équipe",
      hint: "Sans monter de projet",
      leads: oriented(
        "Le programme de formation est là pour cela",
        "Des formations pour les équipes des structures de formation, avec leurs dates et leurs places.",
        part("training"),
        part("agenda"),
      ),
    },
    {
      value: "durable",
      label: "Progresser en développement durable",
      hint: "Avec le service E3D de la Région",
      leads: oriented(
        "Faites le point, puis parlez-en avec le service E3D",
        "Quelques questions disent où vous en êtes ; le service E3D de la Région peut ensuite vous accompagner.",
        part("sustainability"),
        scheme("e3d"),
      ),
    },
    {
      value: "idee",
      label: "J’ai une idée, pas encore de projet",
      hint: "Trouver des partenaires, s’inspirer",
      leads: oriented(
        "Venez la partager",
        "Les rencontres et la communauté servent à cela : on y trouve des partenaires, et des pratiques à reprendre.",
        part("agenda"),
        part("community"),
        part("maturity"),
      ),
    },
    {
      value: "rencontres",
      label: "Participer à une rencontre ou en proposer une",
      hint: "Ateliers, journées, appels à partenaires",
      leads: oriented(
        "L’agenda est ouvert à tous",
        "On s’y inscrit sans compte\u202f; un membre de la communauté peut y proposer une rencontre.",
        part("agenda"),
        part("community"),
      ),
    },
    {
      value: "autre",
      label: "Je ne suis pas une structure de formation",
      hint: "Consultant, prescripteur, entreprise, particulier",
      leads: oriented(
        "Ces aides vont aux structures de formation",
        "Une structure de formation peut porter un projet avec vous\u202f; les rencontres, l’annuaire et les pratiques sont ouverts à tous.",
        part("community"),
        part("agenda"),
        part("contact"),
      ),
    },
  ],
};

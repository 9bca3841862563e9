import { type CallOfApplication, readCall, sayStep, schemeOfCall } from "#src/calls/index.ts";
import { type Application, courseOf } from "#src/life/index.ts";
import type { Config } from "#src/platform/config.ts";
import { formatDateTime, formatDay, NBSP, plural } from "#src/ui/index.ts";

/** One step of what follows a filing, for who waits. */
export interface StepAhead {
  readonly icon: "file" | "search" | "scale";
  readonly title: string;
  readonly when?: string;
  readonly what: string;
}

/** What happens to a file once it is filed: examined alone, or with all those of its call. */
export function stepsAhead(application: Application, funder: Config["funder"], today: string): readonly StepAhead[] {
  const { call } = application;
  const before = call !== null && courseOf(application).road === "committee" ? ofCall(application, call) : alone;
  return [...before, decision(funder, today)];
}

const alone: readonly StepAhead[] = [
  {
    icon: "file",
    title: "Lecture du dossier",
    what: "Une personne du service vérifie que rien ne manque. S’il manque une pièce, elle vous le dit et le délai s’arrête.",
  },
  {
    icon: "search",
    title: "Avis",
    what: "Elle lit chaque condition, vos jours et vos coûts. Elle peut vous appeler.",
  },
];

/** By the days and the rules that the call published. */
function ofCall(application: Application, call: CallOfApplication): readonly StepAhead[] {
  const { steps, completionDays, assessors } = readCall(schemeOfCall(application), call.raw).content;
  const days = completionDays == null ? "" : `, et vous avez ${plural(completionDays, "jour")}, comme tous`;
  const times = assessors == null || assessors === 1 ? "analysé" : `analysé par ${assessors} personnes`;
  const calendar = (steps ?? []).map(sayStep).join(" ; ");
  return [
    {
      icon: "file",
      title: "Lecture du dossier",
      when: `Après la clôture de l’appel, le ${formatDateTime(call.closesAt)}`,
      what: `Une personne du service vérifie que rien ne manque. S’il manque une pièce, elle vous le dit${days}.`,
    },
    {
      icon: "search",
      title: "Analyse et classement",
      what: `Chaque projet de l’appel est ${times}, puis un comité les examine ensemble et propose ceux qu’il retient.${
        calendar === "" ? "" : ` Calendrier prévu${NBSP}: ${calendar}.`
      }`,
    },
  ];
}

function decision(funder: Config["funder"], today: string): StepAhead {
  const next = funder.commissionDays.find((day) => day >= today);
  return {
    icon: "scale",
    title: `Décision ${funder.words.voter.of}`,
    ...(next === undefined ? {} : { when: `Prochaine séance : ${formatDay(next)}` }),
    what: `Ce sont les élus qui décident. La lettre arrive dans votre espace et par courriel, avec ses raisons.${
      funder.usualDelay === null ? "" : ` Délai habituel : ${funder.usualDelay}.`
    }`,
  };
}

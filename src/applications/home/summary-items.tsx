import { Temporal } from "temporal-polyfill";
import { type Application, isGivenUp, type OpenApplication, possibleAid, shownDeadline } from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { type Content, formatDateTime, formatDay, Money, quoted, type SummaryItem } from "#src/ui/index.ts";
import type { RevisionDifference } from "../web/answers.tsx";
import type { ApplicationPageProps } from "./application-props.tsx";

const granted = ["notified", "agreement-to-sign", "signed"];

/** What a request is at a glance: its number, its amounts, what silence means. */
export function summaryOf(props: ApplicationPageProps): SummaryItem[] {
  const { application } = props.file;
  const items: SummaryItem[] = [
    { label: "Numéro de dossier", value: application.number },
    { label: "Déposée le", value: application.submittedAt === null ? "" : formatDateTime(application.submittedAt) },
  ];
  if (!isGivenUp(application.state)) {
    const aid = possibleAid(props.file.reading) === null ? null : application.requestedAid;
    items.push({
      label: aidLabel(props.differences),
      value: aid === null ? "Aucun montant n’est annoncé" : <Money cents={aid} />,
      ...failedNote(props.file),
    });
  }
  if (granted.includes(application.state) && application.decidedAid !== null) {
    items.push({ label: "Aide accordée", value: <Money cents={application.decidedAid} /> });
  }
  const silence = silenceInWords(application, props.today);
  if (silence !== null) items.push({ label: "Délai de réponse", value: silence });
  return items;
}

const aidCauses: Readonly<Record<RevisionDifference["cause"], string>> = {
  submission: "le dépôt",
  completion: "vos compléments",
  correction: "la correction",
  track: "la réponse de l’autre financeur",
};

/** The aid is that of the last version: said so once there is more than the first. */
function aidLabel([last]: readonly RevisionDifference[]): string {
  if (last === undefined) return "Aide calculée au dépôt";
  const on = aidCauses[last.cause];
  return `Aide recalculée sur ${on} du ${formatDay(legalDay(last.madeAt).toString())} (version ${last.number})`;
}

/** Why no amount is told: it would promise what the rules do not allow. */
function failedNote({ application, reading }: OpenApplication): { readonly note?: Content } {
  const failed = reading.assessment.criteria.filter((one) => one.status === "not-met");
  if (failed.length === 0) return {};
  const titles = [...new Set(failed.map((one) => one.title))].map(quoted).join(", ");
  const condition = failed.length > 1 ? "Des conditions ne sont pas remplies" : "Une condition n’est pas remplie";
  const isTold = application.state === "refused" || granted.includes(application.state);
  const who = isTold ? "Une personne a décidé." : "Une personne décide.";
  return { note: `${condition} d’après vos réponses : ${titles}. ${who}` };
}

/** The law's clock, in words (CRPA L231-4, L114-5). */
export function silenceInWords(application: Application, today: string): Content | null {
  const shown = shownDeadline(application, Temporal.PlainDate.from(today));
  if (shown === null) return null;
  if (shown.paused) {
    return `Suspendu tant que le service attend vos compléments, au plus tard jusqu’au ${formatDay(shown.day)}. Il reprendra à votre réponse.`;
  }
  if (shown.over) {
    return `Le service n’a pas répondu à temps : depuis la fin du ${formatDay(shown.day)}, votre demande est considérée comme refusée. Vous pouvez contester ce refus : l’accusé de réception dit comment. Le service peut encore prendre une décision.`;
  }
  return `Sans réponse au ${formatDay(shown.day)}, votre demande est considérée comme refusée. Vous pouvez alors contester ce refus.`;
}

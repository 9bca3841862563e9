import { z } from "zod";
import { cents, sayMoney } from "#policy/index.ts";
import { letterWord } from "#src/life/index.ts";
import { formatDay, type IconName } from "#src/ui/index.ts";
import { type FunderWords, type Said, say } from "#text/index.ts";
import { conclusionWords } from "../checks/conclusion-words.ts";
import { sayColumn } from "../costs/accepted-costs.ts";

interface FactWords {
  readonly title: string;
  readonly icon: IconName;
  /** What changed, in one line; empty where the title says all. */
  readonly more: string;
}

const titles: Readonly<Record<string, readonly [Said, IconName]>> = {
  "draft-begun": ["Brouillon commencé", "pen"],
  "application-copied": ["Brouillon repris d’une demande précédente", "copy"],
  "track-told": ["Réponse de l’autre financeur notée", "euro"],
  "partner-invited": ["Partenaire invité", "send"],
  "partner-reminded": ["Partenaire relancé", "bell"],
  "partner-accepted": ["Invitation acceptée par un partenaire", "check"],
  "partner-declined": ["Invitation déclinée", "cross"],
  "partner-confirmed": ["Partie confirmée par un partenaire", "check"],
  "partner-left": ["Départ d’un partenaire", "undo"],
  "partner-removed": ["Partenaire retiré", "trash"],
  "attachment-added": ["Pièce ajoutée", "upload"],
  "attachment-removed": ["Pièce retirée", "trash"],
  "attachment-infected": ["Pièce écartée par l’antivirus", "shield"],
  "signed-copy-infected": ["Exemplaire signé écarté par l’antivirus", "shield"],
  "application-submitted": ["Demande déposée", "send"],
  "application-assigned": ["Dossier affecté", "user"],
  "completion-requested": ["Compléments demandés", "pause"],
  "completion-answered": ["Compléments reçus", "send"],
  "completion-closed": ["Demande de compléments close", "minus"],
  "application-declared-complete": ["Dossier déclaré complet", "check"],
  "review-started": ["Instruction commencée", "search"],
  "finding-made": ["Constat", "scale"],
  "costs-accepted": ["Montants acceptés", "euro"],
  "application-corrected": ["Réponse corrigée par le service", "pen"],
  "correction-proposed": ["Correction proposée par le demandeur", "pen"],
  "correction-accepted": ["Correction acceptée", "check"],
  "correction-refused": ["Correction refusée", "cross"],
  "message-sent": ["Message envoyé", "message"],
  "note-written": ["Note interne", "pen"],
  "label-put": ["Étiquette posée", "flag"],
  "label-taken": ["Étiquette retirée", "flag"],
  "file-followed": ["Dossier suivi", "eye"],
  "file-left": ["Dossier laissé", "eye"],
  "task-added": ["Tâche notée", "flag"],
  "task-done": ["Tâche terminée", "check"],
  "likeness-said": ["Dossier comparé à un autre", "copy"],
  "opinion-taken-back": ["Avis repris par l’instructeur", "undo"],
  "agreement-amended": ["Avenant établi", "file"],
  "agreement-amendment-signed": ["Avenant signé joint", "signature"],
  "vote-correction-asked": ["Correction du vote demandée", "pen"],
  "vote-corrected": ["Vote corrigé par une autre personne", "check"],
  "vote-correction-refused": ["Correction du vote écartée", "cross"],
  "interest-declared": ["Intérêt déclaré", "warning"],
  "favourable-opinion-given": ["Avis favorable proposé", "scale"],
  "unfavourable-opinion-given": ["Avis défavorable proposé", "scale"],
  "opinion-sent-back": ["Avis renvoyé à l’instruction", "undo"],
  "favourable-opinion-validated": ["Avis favorable validé", "flag"],
  "unfavourable-opinion-validated": ["Avis défavorable validé", "flag"],
  "application-admitted": ["Admis à l’évaluation", "check"],
  "assessor-impartial": ["Absence d’intérêt déclarée par un évaluateur", "shield"],
  "sheet-sent": ["Fiche d’évaluation envoyée", "send"],
  "body-opinion-given": ["Avis d’un organisme qui instruit avec le financeur", "scale"],
  "body-question-asked": ["Question d’un organisme qui instruit avec le financeur", "question"],
  "assessment-closed": ["Évaluation close", "scale"],
  "application-ranked": ["Classement arrêté", "flag"],
  "feedback-worded": ["Appréciation de la lettre reformulée", "pen"],
  "costs-retained": ["Coûts retenus par le comité", "euro"],
  "outside-selection-recorded": ["Autre sélection enregistrée", "flag"],
  "outside-aid-lowered": ["Total retenu par l’autre financeur baissé", "warning"],
  "outside-aid-withdrawn": ["Aide de l’autre financeur retirée", "warning"],
  "application-selected": ["Retenu par le comité", "check"],
  "application-held-in-reserve": ["Placé en réserve par le comité", "pause"],
  "reserve-called-up": ["Appelé de la réserve", "check"],
  "application-not-selected": ["Non retenu par le comité", "cross"],
  "ranking-reopened": ["Classement repris", "undo"],
  "condition-set": ["Condition posée avant le vote", "warning"],
  "condition-answered": ["Condition répondue par le demandeur", "send"],
  "condition-lifted": ["Condition levée", "check"],
  "aid-awarded": [({ voter }) => `Aide votée par ${voter.the}`, "check"],
  "aid-rejected": [({ voter }) => `Rejet voté par ${voter.the}`, "cross"],
  "award-notified": ["Décision favorable notifiée", "message"],
  "refusal-notified": ["Refus notifié", "message"],
  "agreement-made": ["Convention établie", "file"],
  "agreement-copy-signed": ["Exemplaire signé déposé", "signature"],
  "agreement-signed": ["Convention signée par les deux parties", "signature"],
  "application-abandoned": ["Classé sans suite", "minus"],
  "application-withdrawn": ["Demande retirée", "undo"],
  "attachment-read": ["Pièce consultée", "eye"],
  "document-issued": ["Document émis", "file"],
  "setting-proposed": ["Réglage proposé", "pen"],
  "setting-confirmed": ["Réglage confirmé", "check"],
  "setting-refused": ["Réglage refusé", "cross"],
  "setting-set": ["Réglage changé", "pen"],
  "past-grants-read": ["Tableur d’aides antérieures lu", "upload"],
  "past-grants-confirmed": ["Aides antérieures reprises", "check"],
  "past-grants-removed": ["Aides antérieures retirées", "trash"],
  "leave-noted": ["Absence notée", "calendar"],
  "leave-ended": ["Absence terminée", "calendar"],
  "agent-role-granted": ["Rôle d’agent donné", "user"],
  "agent-role-revoked": ["Rôle d’agent retiré", "user"],
};

/** A fact's title alone; its code where it has no words. */
export function factTitle(act: string, funder: FunderWords): string {
  return say(titles[act]?.[0] ?? act, funder);
}

/** A fact of the journal as agents read it. `subjectWord` names what a finding is about. */
export function factWords(
  act: string,
  details: Readonly<Record<string, unknown>>,
  subjectWord: (subject: string) => string,
  funder: FunderWords,
): FactWords {
  const [title, icon] = titles[act] ?? [act, "info"];
  return { title: say(title, funder), icon, more: factDetails(act, details, subjectWord) };
}

/** What a fact changed, in one line; empty where its title says all. */
export function factDetails(
  act: string,
  details: Readonly<Record<string, unknown>>,
  subjectWord: (subject: string) => string,
): string {
  const text = (name: string) => (typeof details[name] === "string" ? details[name] : "");
  const money = (name: string) => (typeof details[name] === "number" ? sayMoney(cents(details[name])) : "");
  switch (act) {
    case "finding-made":
      return findingLine(subjectWord(text("subject")), text("conclusion"), text("reason"));
    case "application-corrected":
    case "correction-proposed":
    case "correction-accepted":
      return `${text("question")} : ${text("before")} devient ${text("after")}. ${text("reason")}`;
    case "costs-accepted":
      return acceptedLines(details.lines);
    case "completion-requested":
      return text("dueOn") === "" ? "" : `Réponse attendue le ${formatDay(text("dueOn"))} au plus tard.`;
    case "favourable-opinion-given":
      return money("proposedAid") === "" ? "" : `Aide proposée : ${money("proposedAid")}.`;
    case "label-put":
    case "label-taken":
      return `${text("label")}.`;
    case "aid-awarded":
      return `Délibération ${text("deliberation")} : ${money("aid")}.`;
    case "aid-rejected":
      return `Délibération ${text("deliberation")}.`;
    case "message-sent":
      return text("file");
    case "task-added":
      return `${text("body")}, pour le ${formatDay(text("dueOn"))}, ${text("for")}.`;
    case "task-done":
      return text("body");
    case "likeness-said":
      return `${text("other")} : ${details.isSame === true ? "même projet" : "projets distincts"}. ${text("reason")}`;
    case "document-issued":
      return `${letterWord(text("kind"), "funder")}, ${text("number")}.`;
    case "attachment-added":
    case "attachment-removed":
    case "attachment-read":
      return text("name");
    default:
      return text("reason");
  }
}

/** Each line reduced: what was asked, what is accepted of it, why. */
function acceptedLines(lines: unknown): string {
  const cut = acceptedIn.safeParse(lines);
  if (!cut.success) return "";
  if (cut.data.length === 0) return "Tous les montants demandés sont acceptés.";
  return cut.data
    .map(({ label, changes, reason }) => `${label} : ${changes.map(sayChange).join(" ; ")}. ${reason}`)
    .join(" ");
}

function sayChange({ kind, per, asked, accepted }: z.infer<typeof changeIn>): string {
  const said = (value: number) => [sayColumn({ kind }, value), per].filter((word) => word !== "").join(" ");
  return `${asked === null ? "" : `${said(asked)} ramenés à `}${said(accepted)}`;
}

const changeIn = z.object({
  kind: z.enum(["days", "money", "share", "day", "text"]),
  per: z.string(),
  asked: z.number().nullable(),
  accepted: z.number(),
});

const acceptedIn = z.array(z.object({ label: z.string(), changes: z.array(changeIn), reason: z.string() }));

function findingLine(subject: string, conclusion: string, reason: string): string {
  const word = Object.entries(conclusionWords).find(([name]) => name === conclusion)?.[1] ?? conclusion;
  return `${subject} : ${word}.${reason === "" ? "" : ` ${reason}`}`;
}

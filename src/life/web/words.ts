import type { OpenScheme } from "#policy/index.ts";
import { plural, type StateLook } from "#src/ui/index.ts";
import { type FunderWords, say } from "#text/index.ts";
import type { State } from "../lifecycle.ts";
import { stages } from "../stages.ts";

/** How a state looks to the applicant: the funder's inner steps are one, « en cours d’instruction ». */
export function applicantStateLook(state: State): StateLook {
  return stages[state].applicant;
}

/** « Il manque encore 2 éléments et 1 réponse est à corriger »; null where nothing is left to do. */
export function whatIsLeft(left: { readonly missing: number; readonly wrong: number }): string | null {
  const missing = left.missing === 0 ? null : `Il manque encore ${plural(left.missing, "élément")}`;
  const wrong = left.wrong === 0 ? null : plural(left.wrong, "réponse est à corriger", "réponses sont à corriger");
  if (missing !== null && wrong !== null) return `${missing} et ${wrong}`;
  return missing ?? wrong;
}

/** « 1 condition non remplie ». */
export function unmetConditions(count: number): string {
  return plural(count, "condition non remplie", "conditions non remplies");
}

/** What happens next, in one or two sentences to the applicant; once signed, what the scheme pays on. */
export function whatNext(state: State, { words }: Pick<OpenScheme, "words">, funder: FunderWords): string {
  const next = say(stages[state].next, funder);
  return state === "signed" ? `${next} ${words.paid.keep}` : next;
}

/** Facts of the journal as the applicant's history tells them; null for one that says nothing to them. */
export function factSentence(act: string, details: Readonly<Record<string, unknown>>): string | null {
  switch (act) {
    case "draft-begun":
      return "Brouillon commencé";
    case "application-copied":
      return "Brouillon repris d’une demande précédente";
    case "application-submitted":
      return "Demande déposée";
    case "completion-requested":
      return "Compléments demandés par le service";
    case "completion-answered":
      return "Compléments envoyés";
    case "completion-closed":
      return "Demande de compléments close par le service";
    case "application-declared-complete":
      return "Dossier déclaré complet";
    case "application-corrected":
      return "Réponse corrigée par le service, avec votre information";
    case "condition-set":
      return "Condition posée par le comité avant le vote";
    case "condition-answered":
      return "Réponse à la condition envoyée";
    case "condition-lifted":
      return "Condition levée";
    case "award-notified":
      return "Décision favorable notifiée";
    case "refusal-notified":
      return "Décision de refus notifiée";
    case "agreement-made":
      return "Convention établie";
    case "agreement-amended":
      return "Avenant à la convention établi";
    case "agreement-amendment-signed":
      return "Avenant à la convention signé";
    case "agreement-signed":
      return "Convention signée";
    case "agreement-copy-signed":
      return "Exemplaire signé déposé";
    case "application-abandoned":
      return "Dossier clos sans suite";
    case "application-withdrawn":
      return "Demande retirée";
    case "attachment-added":
      return `Pièce ajoutée${named(details)}`;
    case "attachment-removed":
      return `Pièce retirée${named(details)}`;
    case "attachment-infected":
      return `Pièce écartée par l’antivirus${named(details)}`;
    case "signed-copy-infected":
      return `Exemplaire signé écarté par l’antivirus${named(details)}`;
    case "correction-proposed":
      return `Correction proposée${asked(details)}`;
    case "correction-accepted":
      return `Correction acceptée${asked(details)}`;
    case "correction-refused":
      return `Correction refusée${asked(details)}`;
    case "message-sent":
      return "Message envoyé";
    case "track-told":
      return "Réponse de l’autre financeur notée";
    case "partner-invited":
      return "Partenaire invité";
    case "partner-accepted":
      return "Invitation acceptée par un partenaire";
    case "partner-declined":
      return "Invitation déclinée";
    case "partner-confirmed":
      return "Partie confirmée par un partenaire";
    case "partner-left":
      return "Un partenaire a quitté le projet";
    case "partner-removed":
      return "Partenaire retiré du projet";
    default:
      return null;
  }
}

function asked(details: Readonly<Record<string, unknown>>): string {
  return typeof details.question === "string" ? ` : ${details.question}` : "";
}

function named(details: Readonly<Record<string, unknown>>): string {
  return typeof details.name === "string" ? ` : « ${details.name} »` : "";
}

import { plural, type StateLook } from "#src/ui/index.ts";
import type { State } from "../lifecycle.ts";

/** How a state looks to the applicant: the funder's inner steps are one, « en cours d’instruction ». */
export function applicantStateLook(state: State): StateLook {
  switch (state) {
    case "draft":
      return { tone: "neutral", icon: "pen", label: "Brouillon" };
    case "submitted":
      return { tone: "info", icon: "send", label: "Déposée" };
    case "completion-requested":
      return { tone: "warning", icon: "warning", label: "Compléments demandés" };
    case "complete":
      return { tone: "info", icon: "check", label: "Complète" };
    case "under-review":
    case "proposed-favourable":
    case "proposed-unfavourable":
    case "validated-favourable":
    case "validated-unfavourable":
    case "awarded":
    case "rejected":
      return { tone: "info", icon: "search", label: "En cours d’instruction" };
    case "notified":
      return { tone: "success", icon: "check", label: "Acceptée" };
    case "agreement-to-sign":
      return { tone: "warning", icon: "signature", label: "Convention à signer" };
    case "signed":
      return { tone: "success", icon: "signature", label: "Convention signée" };
    case "refused":
      return { tone: "danger", icon: "cross", label: "Refusée" };
    case "abandoned":
      return { tone: "neutral", icon: "stop", label: "Close sans suite" };
    case "withdrawn":
      return { tone: "neutral", icon: "undo", label: "Retirée" };
  }
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

/** What happens next, in one or two sentences to the applicant. */
export function whatNext(state: State): string {
  switch (state) {
    case "draft":
      return "Complétez votre demande, puis déposez-la. Rien n’est transmis tant que vous ne l’avez pas déposée.";
    case "submitted":
      return "Un agent vérifie que votre dossier est complet. S’il manque quelque chose, il vous écrit. Vous n’avez rien à faire pour l’instant.";
    case "completion-requested":
      return "Le service attend des informations ou des pièces. Le délai d’instruction est suspendu jusqu’à votre réponse.";
    case "complete":
      return "Votre dossier est complet. Son instruction va commencer.";
    case "under-review":
    case "proposed-favourable":
    case "proposed-unfavourable":
    case "validated-favourable":
    case "validated-unfavourable":
    case "awarded":
    case "rejected":
      return "Le service étudie votre demande, puis la Commission permanente décide. Sa décision vous est notifiée ici et par courriel.";
    case "notified":
      return "Votre demande est acceptée. Le service prépare la convention à signer.";
    case "agreement-to-sign":
      return "Téléchargez la convention, signez-la, puis déposez l’exemplaire signé.";
    case "signed":
      return "La convention est signée. Gardez les livrables de chaque phase : une phase est payée quand ses livrables sont reçus et acceptés.";
    case "refused":
      return "Votre demande n’est pas acceptée. La lettre dit pourquoi et comment contester cette décision.";
    case "abandoned":
      return "Ce dossier est clos sans suite. Vous pouvez déposer une nouvelle demande.";
    case "withdrawn":
      return "Vous avez retiré cette demande. Vous pouvez la reprendre dans un nouveau brouillon.";
  }
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
    case "award-notified":
      return "Décision favorable notifiée";
    case "refusal-notified":
      return "Décision de refus notifiée";
    case "agreement-made":
      return "Convention établie";
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
    case "message-sent":
      return "Message envoyé";
    default:
      return null;
  }
}

function named(details: Readonly<Record<string, unknown>>): string {
  return typeof details.name === "string" ? ` : « ${details.name} »` : "";
}

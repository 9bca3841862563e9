import type { StateLook } from "#src/ui/index.ts";
import type { Said } from "#text/index.ts";
import type { State } from "./lifecycle.ts";

/** The tabs of the queue: what a file asks of the service. */
export const GROUPS = ["to-do", "completion", "opinion", "agreement", "closed"] as const;
export type Group = (typeof GROUPS)[number];

/** A moment of a file's life, by what one does with it. */
export type Moment = "completeness" | "review" | "decision" | "after";

/** What a state is to those who look at the file: a new state is one row here, and its steps in the lifecycle. */
export interface Stage {
  /** Its tab in the queue; null for a draft, which is in none. */
  readonly group: Group | null;
  readonly moment: Moment;
  /** What was asked, then granted, counts in the ledger of the parties. */
  readonly counts: boolean;
  /** As agents say it. */
  readonly funder: StateLook;
  /** As the applicant reads it: the funder's inner steps are one, « en cours d’instruction ». */
  readonly applicant: StateLook;
  /** What happens next, in one or two sentences to the applicant. */
  readonly next: Said;
  /** What there is to see in an organisation's space, in a few words. */
  readonly situation: string;
}

const studied = {
  applicant: { tone: "info", icon: "search", label: "En cours d’instruction" },
  next: ({ voter }) =>
    `Le service étudie votre demande, puis ${voter.the} décide. Sa décision vous est notifiée ici et par courriel.`,
  situation: "un dossier est en cours d’instruction",
} as const satisfies Pick<Stage, "applicant" | "next" | "situation">;

const assessed = {
  ...studied,
  next: ({ voter }) =>
    `Votre projet est admis : il est évalué, puis le comité de sélection classe les projets de l’appel et ${voter.the} vote. La décision vous est notifiée ici et par courriel.`,
} as const satisfies Pick<Stage, "applicant" | "next" | "situation">;

/** Every state, in the order of a file's life. */
export const stages: Readonly<Record<State, Stage>> = {
  draft: {
    group: null,
    moment: "completeness",
    counts: false,
    funder: { tone: "neutral", icon: "pen", label: "Brouillon" },
    applicant: { tone: "neutral", icon: "pen", label: "Brouillon" },
    next: "Complétez votre demande, puis déposez-la. Rien n’est transmis tant que vous ne l’avez pas déposée.",
    situation: "un brouillon est à terminer",
  },
  submitted: {
    group: "to-do",
    moment: "completeness",
    counts: true,
    funder: { tone: "info", icon: "send", label: "Déposé" },
    applicant: { tone: "info", icon: "send", label: "Déposée" },
    next: "Un agent vérifie que votre dossier est complet. S’il manque quelque chose, il vous écrit. Vous n’avez rien à faire pour l’instant.",
    situation: "un dossier vient d’être déposé",
  },
  "completion-requested": {
    group: "completion",
    moment: "completeness",
    counts: true,
    funder: { tone: "warning", icon: "pause", label: "Compléments demandés" },
    applicant: { tone: "warning", icon: "warning", label: "Compléments demandés" },
    next: "Le service attend des informations ou des pièces. Le délai d’instruction est suspendu jusqu’à votre réponse.",
    situation: "un dossier attend des compléments",
  },
  complete: {
    group: "to-do",
    moment: "completeness",
    counts: true,
    funder: { tone: "info", icon: "check", label: "Complet" },
    applicant: { tone: "info", icon: "check", label: "Complète" },
    next: "Votre dossier est complet. Son instruction va commencer.",
    situation: studied.situation,
  },
  "under-review": {
    group: "to-do",
    moment: "review",
    counts: true,
    funder: { tone: "accent", icon: "search", label: "En instruction" },
    ...studied,
  },
  "proposed-favourable": {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "honey", icon: "scale", label: "Avis favorable à valider" },
    ...studied,
  },
  "proposed-unfavourable": {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "honey", icon: "scale", label: "Avis défavorable à valider" },
    ...studied,
  },
  "validated-favourable": {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "honey", icon: "flag", label: "À décider, avis favorable" },
    ...studied,
  },
  "validated-unfavourable": {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "honey", icon: "flag", label: "À décider, avis défavorable" },
    ...studied,
  },
  admitted: {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "accent", icon: "scale", label: "Admis, en évaluation" },
    ...assessed,
  },
  scored: {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "accent", icon: "scale", label: "Évalué, à classer" },
    ...assessed,
  },
  ranked: {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "honey", icon: "flag", label: "Classé, devant le comité" },
    ...assessed,
  },
  selected: {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "honey", icon: "flag", label: "Retenu, à voter" },
    ...assessed,
  },
  "in-reserve": {
    group: "opinion",
    moment: "decision",
    counts: true,
    funder: { tone: "honey", icon: "pause", label: "En réserve" },
    ...assessed,
  },
  "not-selected": {
    group: "opinion",
    moment: "decision",
    counts: false,
    funder: { tone: "danger", icon: "cross", label: "Non retenu, à voter" },
    ...assessed,
  },
  awarded: {
    group: "agreement",
    moment: "after",
    counts: true,
    funder: { tone: "success", icon: "check", label: "Aide votée, à notifier" },
    ...studied,
  },
  rejected: {
    group: "agreement",
    moment: "after",
    counts: false,
    funder: { tone: "danger", icon: "cross", label: "Rejet voté, à notifier" },
    ...studied,
  },
  notified: {
    group: "agreement",
    moment: "after",
    counts: true,
    funder: { tone: "success", icon: "message", label: "Aide notifiée" },
    applicant: { tone: "success", icon: "check", label: "Acceptée" },
    next: "Votre demande est acceptée. Le service prépare la convention à signer.",
    situation: "une demande est acceptée",
  },
  "agreement-to-sign": {
    group: "agreement",
    moment: "after",
    counts: true,
    funder: { tone: "warning", icon: "signature", label: "Convention à signer" },
    applicant: { tone: "warning", icon: "signature", label: "Convention à signer" },
    next: "Téléchargez la convention, signez-la, puis déposez l’exemplaire signé.",
    situation: "une convention est à signer",
  },
  signed: {
    group: "closed",
    moment: "after",
    counts: true,
    funder: { tone: "success", icon: "signature", label: "Convention signée" },
    applicant: { tone: "success", icon: "signature", label: "Convention signée" },
    next: "La convention est signée.",
    situation: "une convention est signée",
  },
  refused: {
    group: "closed",
    moment: "after",
    counts: false,
    funder: { tone: "danger", icon: "cross", label: "Refusé" },
    applicant: { tone: "danger", icon: "cross", label: "Refusée" },
    next: "Votre demande n’est pas acceptée. La lettre dit pourquoi et comment contester cette décision.",
    situation: "une demande est refusée",
  },
  abandoned: {
    group: "closed",
    moment: "after",
    counts: false,
    funder: { tone: "neutral", icon: "minus", label: "Sans suite" },
    applicant: { tone: "neutral", icon: "stop", label: "Close sans suite" },
    next: "Ce dossier est clos sans suite. Vous pouvez déposer une nouvelle demande.",
    situation: "un dossier est clos sans suite",
  },
  withdrawn: {
    group: "closed",
    moment: "after",
    counts: false,
    funder: { tone: "neutral", icon: "undo", label: "Retiré par le demandeur" },
    applicant: { tone: "neutral", icon: "undo", label: "Retirée" },
    next: "Vous avez retiré cette demande. Vous pouvez la reprendre dans un nouveau brouillon.",
    situation: "une demande est retirée",
  },
};

/** The ledger of an organisation counts asked days in these states, and granted ones after. */
export function countsInLedger(state: State): boolean {
  return stages[state].counts;
}

/** Where a state stands in the queue; a draft is in none. */
export function groupOf(state: State): Group | null {
  return stages[state].group;
}

/** How a person is told: by a mail with the act, in one mail each morning, or on the desk alone. */
export const WAYS = ["now", "morning", "none"] as const;
export type Way = (typeof WAYS)[number];

interface KindRule {
  /** Heads the news, and the mail. */
  readonly title: string;
  /** « Je suis prévenu quand … » */
  readonly when: string;
  /** As the service tells everyone until they choose. */
  readonly usual: Way;
  /** Comes before the name of who did it, where a mail says who. */
  readonly by?: string;
}

const kinds = {
  assigned: { title: "Dossier qui vous est confié", when: "un dossier m’est confié", usual: "now" },
  answered: {
    title: "Réponse à vos compléments",
    when: "un demandeur répond à une demande de compléments",
    usual: "now",
  },
  correction: {
    title: "Correction proposée",
    when: "un demandeur propose une correction sur un dossier que je suis",
    usual: "now",
  },
  message: { title: "Message d’un demandeur", when: "un demandeur écrit sur un dossier que je suis", usual: "now" },
  question: { title: "Question sur un brouillon", when: "une question est posée avant le dépôt", usual: "morning" },
  filed: { title: "Demande déposée", when: "une demande est déposée", usual: "morning" },
  withdrawn: { title: "Demande retirée", when: "un demandeur retire un dossier que je suis", usual: "morning" },
  "to-validate": { title: "Avis à valider", when: "un avis attend ma validation", usual: "morning" },
  "sent-back": { title: "Avis renvoyé", when: "mon avis est renvoyé", usual: "now" },
  validated: { title: "Avis validé", when: "mon avis est validé", usual: "morning" },
  decided: { title: "Décision votée", when: "un dossier que je suis est voté", usual: "morning" },
  "signed-copy": {
    title: "Convention signée reçue",
    when: "un bénéficiaire dépose sa convention signée",
    usual: "now",
  },
  followed: {
    title: "Dossier que vous suivez",
    when: "il se passe quelque chose sur un dossier que j’ai choisi de suivre",
    usual: "morning",
  },
  task: { title: "Tâche pour vous", when: "une tâche m’est confiée", usual: "now", by: "confiée par" },
  "task-due": { title: "Tâche à faire", when: "le jour d’une de mes tâches arrive", usual: "morning" },
  "task-done": { title: "Tâche terminée", when: "une tâche que j’ai confiée est terminée", usual: "morning" },
  deadline: { title: "Échéance proche", when: "une décision tacite approche", usual: "morning" },
  "answer-late": { title: "Réponse attendue en retard", when: "un délai de réponse est passé", usual: "morning" },
  proposal: { title: "Réglage à confirmer", when: "un réglage attend une seconde personne", usual: "morning" },
  refusal: { title: "Proposition refusée", when: "un réglage que j’ai proposé est refusé", usual: "morning" },
} as const satisfies Readonly<Record<string, KindRule>>;

export type NewsKind = keyof typeof kinds;
/** What agents are told of, in the order of their settings. */
export const NEWS_KINDS = Object.keys(kinds) as readonly NewsKind[];
export const newsKinds: Readonly<Record<NewsKind, KindRule>> = kinds;

/** Mails to applicants that they may do without. What the law or the file needs is always sent. */
export const reminderKinds = {
  "draft-reminder": "Me rappeler mes brouillons restés en attente",
  "answer-reminder": "Me rappeler une réponse attendue avant sa date limite",
  "signature-reminder": "Me rappeler une convention à signer",
  "call-reminder": "Me rappeler un brouillon avant la clôture de son appel",
} as const;
export type ReminderKind = keyof typeof reminderKinds;
export const REMINDER_KINDS = Object.keys(reminderKinds) as readonly ReminderKind[];

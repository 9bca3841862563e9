/** Values of the `:name` parts of a path pattern. */
type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & Params<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown;

export interface Url<P extends string> {
  /** What the router matches. */
  readonly pattern: P;
  /** The link, its parts and query encoded. */
  href(
    ...args: keyof Params<P> extends never
      ? [params?: Record<never, never>, query?: Query]
      : [params: Params<P>, query?: Query]
  ): string;
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

function url<const P extends string>(pattern: P): Url<P> {
  return {
    pattern,
    href(...[params, query]) {
      const values = (params ?? {}) as Record<string, string>;
      const path = pattern.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(values[name] ?? ""));
      return path + queryString(query ?? {});
    },
  };
}

/** "?a=1&b=2", or nothing. Empty values are left out; a list repeats its name. */
export function queryString(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** Every address of the service. Links are built from here; nothing else spells a path. */
export const urls = {
  home: url("/"),
  health: url("/healthz"),
  ready: url("/readyz"),

  strategy: url("/strategie"),
  statements: url("/strategie/texte"),
  versions: url("/strategie/versions"),
  version: url("/strategie/versions/:version"),
  scheme: url("/dispositifs/:scheme"),
  simulators: url("/simulateur"),
  simulator: url("/simulateur/:scheme"),
  simulatorResult: url("/simulateur/:scheme/resultat"),
  simulatorPdf: url("/simulateur/:scheme/resultat.pdf"),
  legal: url("/mentions-legales"),
  privacy: url("/donnees-personnelles"),
  accessibility: url("/accessibilite"),
  ecodesign: url("/ecoconception"),
  algorithm: url("/fonctionnement-des-regles"),
  siteMap: url("/plan-du-site"),
  contact: url("/contact"),
  gallery: url("/galerie"),

  api: url("/api"),
  openapi: url("/api/v1/openapi.json"),
  simulations: url("/api/v1/simulations"),
  communes: url("/api/v1/communes"),
  auth: url("/api/auth/*"),

  signIn: url("/connexion"),
  signInSent: url("/connexion/envoye"),
  signInLink: url("/connexion/lien"),
  signInProConnect: url("/connexion/proconnect"),
  signOut: url("/deconnexion"),
  demonstration: url("/demonstration"),
  outbox: url("/courriels"),
  account: url("/compte"),
  accountSessions: url("/compte/sessions"),
  accountSession: url("/compte/sessions/:session/fermeture"),
  accountName: url("/compte/nom"),
  accountPasskey: url("/compte/cles/:passkey/suppression"),
  accountSecondFactor: url("/compte/second-facteur"),
  accountDeletion: url("/compte/suppression"),
  organisations: url("/organisations"),
  newOrganisation: url("/organisations/nouvelle"),
  organisation: url("/organisations/:id"),
  organisationEdit: url("/organisations/:id/modification"),
  organisationLookup: url("/organisations/:id/verification"),
  organisationEstablishments: url("/organisations/:id/etablissements"),
  organisationMembers: url("/organisations/:id/membres"),
  organisationMember: url("/organisations/:id/membres/:person"),
  organisationMemberRemoval: url("/organisations/:id/membres/:person/retrait"),
  organisationTransfer: url("/organisations/:id/transfert"),
  organisationLeaving: url("/organisations/:id/depart"),
  organisationJoining: url("/organisations/rattachement"),
  organisationJoinRequest: url("/organisations/:id/rattachements/:request"),
  organisationInvitations: url("/organisations/:id/invitations"),
  organisationInvitation: url("/organisations/:id/invitations/:invitation/annulation"),
  invitation: url("/invitations/:token"),
  administration: url("/administration"),
  administrationVocabulary: url("/administration/vocabulaire"),
  administrationRoles: url("/administration/roles"),
  administrationRole: url("/administration/roles/:person/:role/retrait"),

  dashboard: url("/accueil"),
  newApplication: url("/demandes/nouvelle"),
  applications: url("/demandes"),
  application: url("/demandes/:id"),
  applicationSection: url("/demandes/:id/formulaire/:section"),
  applicationAttachments: url("/demandes/:id/pieces"),
  applicationAttachment: url("/demandes/:id/pieces/:attachment"),
  applicationAttachmentRemoval: url("/demandes/:id/pieces/:attachment/suppression"),
  applicationSubmission: url("/demandes/:id/depot"),
  applicationFiled: url("/demandes/:id/deposee"),
  applicationCompletion: url("/demandes/:id/complements"),
  applicationWithdrawal: url("/demandes/:id/retrait"),
  applicationCopy: url("/demandes/:id/copie"),
  applicationDeletion: url("/demandes/:id/suppression"),
  applicationMessages: url("/demandes/:id/messages"),
  applicationDocument: url("/demandes/:id/documents/:document"),
  applicationAgreement: url("/demandes/:id/convention"),
  applicationSignedAgreement: url("/demandes/:id/convention/exemplaire"),

  digitalMaturity: url("/maturite"),
  sustainability: url("/developpement-durable"),
  assessmentQuestions: url("/points/:instrument/questions"),
  assessmentResult: url("/points/:instrument/resultat"),
  assessmentOf: url("/points/:instrument/organismes/:id"),
  assessmentReminder: url("/points/:instrument/organismes/:id/rappel"),
  sustainabilityLabel: url("/orientations/labels/:id"),

  referrals: url("/orientations"),
  newReferral: url("/orientations/nouvelle"),
  referral: url("/orientations/:id"),
  referralWithdrawal: url("/orientations/:id/retrait"),
  referralClosing: url("/orientations/:id/bilan"),
  referralQueue: url("/orientations/a-traiter"),
  referralDesk: url("/orientations/a-traiter/:id"),
  referralTaking: url("/orientations/a-traiter/:id/prise-en-charge"),
  referralAnswer: url("/orientations/a-traiter/:id/reponse"),

  community: url("/communaute"),
  actor: url("/communaute/:slug"),
  actorEdit: url("/communaute/adhesions/:id"),
  actorConfirmation: url("/communaute/adhesions/:id/confirmation"),
  actorLeaving: url("/communaute/adhesions/:id/depart"),
  welcome: url("/communaute/adhesions/:id/bienvenue"),
  listings: url("/communaute/annonces"),
  newListing: url("/communaute/annonces/nouvelle"),
  listing: url("/communaute/annonces/:id"),
  listingClosing: url("/communaute/annonces/:id/cloture"),
  listingExchange: url("/communaute/annonces/:id/echanges/:person"),
  practices: url("/communaute/pratiques"),
  newPractice: url("/communaute/pratiques/nouvelle"),
  practice: url("/communaute/pratiques/:slug"),
  practiceEdit: url("/communaute/pratiques/:slug/modification"),
  practiceSubmission: url("/communaute/pratiques/:slug/proposition"),
  practiceComments: url("/communaute/pratiques/:slug/commentaires"),
  practicePieces: url("/communaute/pratiques/:slug/pieces"),
  practicePiece: url("/communaute/pratiques/:slug/pieces/:piece"),
  practiceCaptions: url("/communaute/pratiques/:slug/pieces/:piece/sous-titres"),
  practicePieceRemoval: url("/communaute/pratiques/:slug/pieces/:piece/suppression"),
  moderation: url("/communaute/decisions/:id"),
  appeal: url("/communaute/decisions/:id/recours"),
  newsletter: url("/communaute/lettre"),
  newsletterIssue: url("/communaute/lettre/:number"),
  newsletterConfirmation: url("/communaute/lettre/confirmation/:token"),
  newsletterLeaving: url("/communaute/lettre/depart/:token"),
  governance: url("/communaute/gouvernance"),
  animation: url("/communaute/animation"),
  moderationDesk: url("/communaute/animation/moderation/:about/:id"),
  appealAnswer: url("/communaute/animation/recours/:id"),
  newsletterDesk: url("/communaute/animation/lettre"),
  newsletterSending: url("/communaute/animation/lettre/:id/envoi"),

  committees: url("/instances"),
  committee: url("/instances/:slug"),
  committeeMembers: url("/instances/:slug/membres"),
  committeeMember: url("/instances/:slug/membres/:member"),
  committeeMeetings: url("/instances/:slug/reunions"),
  meeting: url("/instances/:slug/reunions/:number"),
  meetingAgenda: url("/instances/:slug/reunions/:number/ordre-du-jour"),
  meetingStep: url("/instances/:slug/reunions/:number/etapes/:step"),
  meetingAttendance: url("/instances/:slug/reunions/:number/presences"),
  meetingInterest: url("/instances/:slug/reunions/:number/interets"),
  meetingDecision: url("/instances/:slug/reunions/:number/decisions"),
  meetingFollowUp: url("/instances/:slug/reunions/:number/suites"),
  meetingMinutes: url("/instances/:slug/reunions/:number/compte-rendu"),

  queue: url("/instruction"),
  queueExport: url("/instruction/export.csv"),
  queueViews: url("/instruction/vues"),
  queueView: url("/instruction/vues/:view/suppression"),
  queueActions: url("/instruction/actions"),
  commissionReport: url("/instruction/rapport"),
  commissionReportFile: url("/instruction/rapport/:report"),
  review: url("/instruction/dossiers/:id"),
  reviewReport: url("/instruction/dossiers/:id/dossier.pdf"),
  reviewAttachment: url("/instruction/dossiers/:id/pieces/:attachment"),
  reviewDocument: url("/instruction/dossiers/:id/documents/:document"),
  reviewFindings: url("/instruction/dossiers/:id/constats"),
  reviewCosts: url("/instruction/dossiers/:id/couts"),
  reviewCompletion: url("/instruction/dossiers/:id/complements"),
  reviewCompletionClosing: url("/instruction/dossiers/:id/complements/cloture"),
  reviewCorrection: url("/instruction/dossiers/:id/corrections"),
  reviewMessages: url("/instruction/dossiers/:id/messages"),
  reviewNotes: url("/instruction/dossiers/:id/notes"),
  reviewAssignment: url("/instruction/dossiers/:id/affectation"),
  reviewInterest: url("/instruction/dossiers/:id/interet"),
  reviewStep: url("/instruction/dossiers/:id/etapes/:step"),
  reviewOpinion: url("/instruction/dossiers/:id/avis"),
  reviewValidation: url("/instruction/dossiers/:id/validation"),
  reviewDecision: url("/instruction/dossiers/:id/decision"),
  reviewNotification: url("/instruction/dossiers/:id/notification"),
  reviewAgreement: url("/instruction/dossiers/:id/convention"),
  reviewSignature: url("/instruction/dossiers/:id/convention/signature"),
  reviewPreview: url("/instruction/dossiers/:id/apercu/:letter"),

  agenda: url("/agenda"),
  agendaCalendar: url("/agenda.ics"),
  agendaFeed: url("/agenda.atom"),
  agendaProposal: url("/agenda/proposer"),
  agendaItem: url("/agenda/:slug"),
  agendaRegistration: url("/agenda/:slug/inscription"),
  events: url("/api/v1/events"),
  trainingSessions: url("/api/v1/sessions"),
  registration: url("/inscriptions/:ticket"),
  registrationConfirmation: url("/inscriptions/:ticket/confirmation"),
  registrationOffer: url("/inscriptions/:ticket/place"),
  registrationEnd: url("/inscriptions/:ticket/renonciation"),
  doorTicket: url("/porte/billet/:ticket"),
  door: url("/porte/:key"),
  doorCheck: url("/porte/:key/pointage"),
  running: url("/animation"),
  newEvent: url("/animation/evenements/nouveau"),
  runOccasion: url("/animation/:id"),
  runOccasionEdit: url("/animation/:id/modification"),
  runOccasionAnnouncement: url("/animation/:id/annonce"),
  runOccasionCancellation: url("/animation/:id/annulation"),
  runOccasionMove: url("/animation/:id/report"),
  runOccasionCopy: url("/animation/:id/copie"),
  runOccasionMail: url("/animation/:id/courriel"),
  runOccasionCrew: url("/animation/:id/equipe"),
  runOccasionCrewRemoval: url("/animation/:id/equipe/:member/retrait"),
  runOccasionExport: url("/animation/:id/inscrits.csv"),
  runRegistrationEnd: url("/animation/:id/inscrits/:registration/annulation"),
} as const;

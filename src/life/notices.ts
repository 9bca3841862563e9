import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { type Mail, postMails, type Why } from "#src/platform/mail.ts";
import { type DeclaredText, paragraphsOf, type TextField } from "#src/platform/settings/texts.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { Application } from "./application.ts";
import { policyDay, schemeOf } from "./known.ts";
import type { Notice } from "./lifecycle.ts";
import { whyMailed } from "./news/why.ts";

interface NoticeWords {
  readonly to: "applicant" | "funder";
  readonly subject: string;
  readonly lines: readonly string[];
}

/** Who is told of what; a withdrawal is told to both sides. */
const words: Readonly<Record<Notice, NoticeWords | readonly NoticeWords[]>> = {
  "application-received": {
    to: "applicant",
    subject: "Nous avons bien reçu votre demande",
    lines: ["Votre demande est déposée. L’accusé de réception est joint à ce message et reste dans votre espace."],
  },
  "completion-requested": {
    to: "applicant",
    subject: "Des éléments manquent à votre demande",
    lines: [
      "Pour continuer, nous avons besoin d’informations ou de pièces.",
      "Votre espace vous mène à chaque champ concerné.",
    ],
  },
  "completion-answered": {
    to: "funder",
    subject: "Le demandeur a répondu à la demande de compléments",
    lines: ["Une nouvelle version du dossier est à examiner."],
  },
  "application-complete": {
    to: "applicant",
    subject: "Votre dossier est complet",
    lines: ["Nous commençons son instruction. Vous n’avez rien à faire pour l’instant."],
  },
  "award-notified": {
    to: "applicant",
    subject: "Votre demande est acceptée",
    lines: ["La décision est jointe à ce message. La prochaine étape est la signature de la convention."],
  },
  "refusal-notified": {
    to: "applicant",
    subject: "Décision sur votre demande",
    lines: ["La décision, ses motifs et les voies de recours sont joints à ce message."],
  },
  "agreement-to-sign": {
    to: "applicant",
    subject: "Votre convention est à signer",
    lines: ["Téléchargez la convention depuis votre espace, signez-la, puis déposez l’exemplaire signé."],
  },
  "agreement-signed": {
    to: "applicant",
    subject: "Votre convention est signée",
    lines: ["L’exemplaire signé par les deux parties se lit dans votre espace, dès que l’antivirus l’a contrôlé."],
  },
  "agreement-amended": {
    to: "applicant",
    subject: "Un avenant à votre convention est à signer",
    lines: [
      "L’autre aide que cette subvention complète est retirée ou baissée : l’avenant joint dit ce qu’elle devient.",
      "Signez-le, puis déposez l’exemplaire signé dans votre espace, à la page de la convention.",
    ],
  },
  "application-withdrawn": [
    {
      to: "funder",
      subject: "Le demandeur a retiré sa demande",
      lines: ["Le dossier est clos. Le motif est dans le dossier."],
    },
    {
      to: "applicant",
      subject: "Votre demande est retirée",
      lines: [
        "Cette demande a été retirée depuis votre espace : le service ne l’instruira plus, et elle ne compte plus dans vos plafonds.",
        "Vous pouvez la reprendre dans un nouveau brouillon à tout moment.",
      ],
    },
  ],
  "application-abandoned": {
    to: "applicant",
    subject: "Votre dossier est clos sans suite",
    lines: ["Votre dossier est classé. Vous pouvez déposer une nouvelle demande à tout moment."],
  },
};

/** Words of the mails to applicants, as people may set them. */
export const noticeTexts: readonly DeclaredText[] = Object.entries(words).flatMap(([notice, said]) =>
  [said]
    .flat()
    .filter(({ to }) => to === "applicant")
    .flatMap(({ subject, lines }) => [
      {
        ...keyed(notice).subject,
        title: "Objet",
        where: `Courriel « ${subject} »`,
        initial: [subject],
        single: true as const,
      },
      { ...keyed(notice).body, title: "Corps", where: `Courriel « ${subject} »`, initial: lines },
    ]),
);

function keyed(notice: string) {
  return { subject: { key: `text.mail.${notice}.subject` }, body: { key: `text.mail.${notice}.body` } };
}

/** What the fields of a text say of a file. */
export function fieldsOf(
  { funder }: Pick<World["config"], "funder">,
  application: Application,
): Readonly<Partial<Record<TextField, string>>> {
  const { name: financeur, service } = funder;
  const { number, title, organisationName, submittedAt, createdAt } = application;
  const { words } = schemeOf(application, policyDay(submittedAt ?? createdAt)).scheme;
  return {
    dossier: number ?? "",
    projet: title,
    organisme: organisationName,
    financeur,
    lefinanceur: funder.words.the,
    quivote: funder.words.voter.the,
    service,
    versement: words.paid.condition,
  };
}

interface Joined {
  readonly fileId: string;
  readonly name: string;
}

/** One step to tell by mail. */
interface ToTell {
  readonly notice: Notice;
  readonly application: Application;
  readonly more?: readonly string[];
  readonly attachments?: readonly Joined[];
}

/** Tells of a step by mail, in the transaction that takes it. */
export function postNotice(
  world: Pick<World, "config" | "origin">,
  tx: Tx,
  notice: Notice,
  application: Application,
  at: Temporal.Instant,
  more: readonly string[] = [],
): Promise<void> {
  return postNotices(world, tx, at, [{ notice, application, more }]);
}

/** The same for the steps of several files. */
export async function postNotices(
  world: Pick<World, "config" | "origin">,
  tx: Tx,
  at: Temporal.Instant,
  all: readonly ToTell[],
): Promise<void> {
  const said = all.flatMap((one) => wordsOf(world, one));
  const ofApplicants = said.filter(({ to }) => to === "applicant").map(({ application }) => application.organisationId);
  const editors = await editorsOf(tx, ofApplicants);
  const mails = said.flatMap(({ to, application, told }) =>
    to === "applicant"
      ? mailsToApplicant(world, application, editors.get(application.organisationId) ?? [], told)
      : mailsToFunder(world, application, told),
  );
  await postMails(world, tx, at, mails);
}

/** What the mails of a step say, in the words that are set. */
function wordsOf({ config }: Pick<World, "config">, { notice, application, more = [], attachments = [] }: ToTell) {
  const fields = fieldsOf(config, application);
  return [words[notice]].flat().map(({ to, subject, lines }) => {
    const set = to === "applicant" ? config.funder.texts : {};
    const [said = subject] = paragraphsOf(set, { ...keyed(notice).subject, initial: [subject] }, fields);
    const body = paragraphsOf(set, { ...keyed(notice).body, initial: lines }, fields);
    return { to, application, told: { subject: said, lines: [...body, ...more], attachments } };
  });
}

/** What a mail about a file says, beside the file's name and the way to it. */
export interface Told {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly attachments?: readonly Joined[];
}

interface NoticeReader {
  /** The account, where it is one. */
  readonly id?: string;
  readonly email: string;
}

const ACTING = "vous écrivez pour cet organisme : ce qui arrive à ses demandes est toujours envoyé";

/** To the service's own address, while nobody holds the file. */
const unheld: Why = {
  because: "personne ne tient encore ce dossier, et que cette adresse est celle du service",
  always: "Confiez le dossier à un agent : lui seul sera prévenu.",
};

/** Writes about a file to the owners and editors of its organisation, in the transaction of the act. */
export async function tellApplicant(
  world: Pick<World, "config" | "origin">,
  tx: Tx,
  application: Application,
  at: Temporal.Instant,
  told: Told,
): Promise<void> {
  const editors = await editorsOf(tx, [application.organisationId]);
  await postMails(world, tx, at, mailsToApplicant(world, application, [...editors.values()].flat(), told));
}

/** The owners and editors of organisations, the first to come first. */
async function editorsOf(
  tx: Tx,
  organisations: readonly string[],
): Promise<ReadonlyMap<string, readonly Required<NoticeReader>[]>> {
  if (organisations.length === 0) return new Map();
  const people = await tx
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["membership.organisation_id as organisation", "person.id", "person.email"])
    .where("membership.organisation_id", "in", [...new Set(organisations)])
    .where("membership.role", "in", ["owner", "editor"])
    .orderBy("membership.since")
    .execute();
  return Map.groupBy(people, ({ organisation }) => organisation);
}

function mailsToApplicant(
  world: Pick<World, "config" | "origin">,
  application: Application,
  people: readonly NoticeReader[],
  told: Told,
): readonly Mail[] {
  const { service, phone, email } = world.config.funder;
  return mailsAbout(world, application, people, told, [
    `Suivre votre demande : ${world.origin}${urls.application.href({ id: application.id })}`,
    `Une question ? ${service}, ${phone}, ${email}`,
  ]);
}

/** About a file that nobody holds, to the service's address; whoever holds it has it among their news. */
function mailsToFunder(world: Pick<World, "config" | "origin">, application: Application, told: Told): readonly Mail[] {
  const { assignedTo, id } = application;
  if (assignedTo !== null) return [];
  return mailsAbout(world, application, [{ email: world.config.funder.email }], told, [
    `Ouvrir le dossier : ${world.origin}${urls.review.href({ id })}`,
  ]);
}

function mailsAbout(
  world: Pick<World, "config" | "origin">,
  application: Application,
  readers: readonly NoticeReader[],
  told: Told,
  ways: readonly string[],
): readonly Mail[] {
  const { number, title, organisationName, id } = application;
  const attachments = told.attachments ?? [];
  const named = title === "" ? "" : ` « ${title} »`;
  const about = number === null ? [] : [`Dossier ${number}${named}, ${organisationName}.`];
  return readers.map(({ id: person, email }) => ({
    to: email,
    subject: number === null ? told.subject : `${told.subject} (${number})`,
    paragraphs: [...about, ...told.lines, ...ways],
    why: person === undefined ? unheld : whyMailed(world, person, ACTING),
    applicationId: id,
    ...(attachments.length === 0 ? {} : { attachments }),
  }));
}

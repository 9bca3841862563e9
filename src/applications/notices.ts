import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { Application } from "./application.ts";
import type { Notice } from "./lifecycle.ts";

interface NoticeWords {
  readonly to: "applicant" | "funder";
  readonly subject: string;
  readonly lines: readonly string[];
}

const words: Readonly<Record<Notice, NoticeWords>> = {
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
    lines: ["L’exemplaire signé par les deux parties est dans votre espace."],
  },
  "application-withdrawn": {
    to: "funder",
    subject: "Le demandeur a retiré sa demande",
    lines: ["Le dossier est clos. Le motif est dans le dossier."],
  },
  "application-abandoned": {
    to: "applicant",
    subject: "Votre dossier est clos sans suite",
    lines: ["Votre dossier est classé. Vous pouvez déposer une nouvelle demande à tout moment."],
  },
};

/** Tells of a step by mail, in the transaction that takes it. */
export async function postNotice(
  world: Pick<World, "config" | "origin">,
  tx: Tx,
  notice: Notice,
  application: Application,
  at: Temporal.Instant,
  more: readonly string[] = [],
  attachments: readonly { readonly fileId: string; readonly name: string }[] = [],
): Promise<void> {
  const { to, subject, lines } = words[notice];
  const number = application.number ?? "";
  for (const address of await addressesOf(world, tx, to, application)) {
    await postMail(tx, at, {
      to: address,
      subject: number === "" ? subject : `${subject} (${number})`,
      body: bodyOf(world, to, application, [...lines, ...more]),
      applicationId: application.id,
      ...(attachments.length === 0 ? {} : { attachments }),
    });
  }
}

function bodyOf(
  world: Pick<World, "config" | "origin">,
  to: NoticeWords["to"],
  application: Application,
  lines: readonly string[],
): string {
  const { funder } = world.config;
  const path =
    to === "applicant" ? urls.application.href({ id: application.id }) : urls.review.href({ id: application.id });
  return [
    "Bonjour,",
    application.number === null
      ? ""
      : `Dossier ${application.number}${titled(application)}, ${application.organisationName}.`,
    ...lines,
    `${to === "applicant" ? "Suivre votre demande" : "Ouvrir le dossier"} : ${world.origin}${path}`,
    to === "applicant" ? `Une question ? ${funder.service}, ${funder.phone}, ${funder.email}` : "",
    funder.name,
  ]
    .filter((line) => line !== "")
    .join("\n\n");
}

function titled(application: Application): string {
  return application.title === "" ? "" : ` « ${application.title} »`;
}

/** Owners and editors of the organisation; on the funder's side who holds the file, else the service's address. */
async function addressesOf(
  world: Pick<World, "config">,
  tx: Tx,
  to: NoticeWords["to"],
  application: Application,
): Promise<readonly string[]> {
  if (to === "funder") {
    if (application.assignedTo === null) return [world.config.funder.email];
    const officer = await tx
      .selectFrom("person")
      .select("email")
      .where("id", "=", application.assignedTo)
      .executeTakeFirst();
    return [officer?.email ?? world.config.funder.email];
  }
  const rows = await tx
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select("person.email")
    .where("membership.organisation_id", "=", application.organisationId)
    .where("membership.role", "in", ["owner", "editor"])
    .orderBy("membership.since")
    .execute();
  return rows.map((row) => row.email);
}

import {
  type Application,
  findApplication,
  mailChoicesHref,
  type ReminderKind,
  sayApplication,
  whyMailed,
} from "#src/life/index.ts";
import { LEGAL_TIME_ZONE, today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { formatDay } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** A reminder that is due: `about` is the day or the state that it is about, so that it comes once. */
interface Due {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly about: string;
}

const CALL_DAYS = 10;

const words: Readonly<Record<ReminderKind, (due: Due) => { readonly subject: string; readonly line: string }>> = {
  "draft-reminder": () => ({
    subject: "Votre brouillon vous attend",
    line: "Vous avez commencé cette demande sans la déposer. Rien n’est perdu : elle est telle que vous l’avez laissée.",
  }),
  "call-reminder": ({ about }) => ({
    subject: "L’appel auquel vous répondez clôt bientôt",
    line: `Le dépôt est possible jusqu’au ${formatDay(about)}. Votre brouillon n’est pas encore déposé.`,
  }),
  "answer-reminder": ({ about }) => ({
    subject: "Votre réponse est attendue",
    line: `Des éléments sont attendus au plus tard le ${formatDay(about)}. Sans eux, le dossier peut être classé.`,
  }),
  "signature-reminder": () => ({
    subject: "Votre convention attend votre signature",
    line: "La convention se télécharge depuis votre espace. L’aide ne peut pas être versée avant qu’elle soit signée.",
  }),
};

/** Reminds applicants of what waits for them, each thing once. Gives how many files. */
export async function sendReminders(world: World): Promise<number> {
  const due = await inTransaction(world.db, "system", (tx) => dueReminders(world, tx));
  for (const one of due) await inTransaction(world.db, "system", (tx) => remind(world, tx, one));
  return due.length;
}

async function dueReminders(world: World, tx: Tx): Promise<readonly Due[]> {
  const { draftReminder, answerReminder, signatureReminder } = world.config.funder.delays;
  const day = today(world.clock);
  const now = world.clock.now();
  const before = (days: number) => now.subtract({ hours: 24 * days });
  const drafts = await tx
    .selectFrom("application")
    .select(["id", "raw_saved_at", "updated_at"])
    .where("state", "=", "draft")
    .where("updated_at", "<", before(draftReminder))
    .where((eb) => eb.or([eb("raw_saved_at", "is", null), eb("raw_saved_at", "<", before(draftReminder))]))
    .execute();
  const calls = await tx
    .selectFrom("application as a")
    .innerJoin("call as c", "c.id", "a.call_id")
    .select(["a.id", "c.closes_at"])
    .where("a.state", "=", "draft")
    .where("c.closes_at", ">", now)
    .where("c.closes_at", "<", now.add({ hours: 24 * CALL_DAYS }))
    .execute();
  const answers = await tx
    .selectFrom("completion_request")
    .select(["application_id", "due_on"])
    .where("answered_at", "is", null)
    .where("closed_at", "is", null)
    .where("due_on", ">=", day.toString())
    .where("due_on", "<=", day.add({ days: answerReminder }).toString())
    .execute();
  const agreements = await tx
    .selectFrom("application as a")
    .innerJoin("agreement as g", "g.application_id", "a.id")
    .select(["a.id", "g.made_at"])
    .where("a.state", "=", "agreement-to-sign")
    .where("g.signed_on", "is", null)
    .where("g.made_at", "<", before(signatureReminder))
    .execute();
  return [
    ...drafts.map(
      ({ id, raw_saved_at, updated_at }): Due => ({
        id,
        kind: "draft-reminder",
        about: (raw_saved_at ?? updated_at).toString(),
      }),
    ),
    ...calls.map(
      ({ id, closes_at }): Due => ({
        id,
        kind: "call-reminder",
        about: closes_at?.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate().toString() ?? "",
      }),
    ),
    ...answers.map(({ application_id: id, due_on: about }): Due => ({ id, kind: "answer-reminder", about })),
    ...agreements.map(({ id, made_at }): Due => ({ id, kind: "signature-reminder", about: made_at.toString() })),
  ];
}

/** Sends one, with the mark that it was sent: both or neither. */
async function remind(world: World, tx: Tx, due: Due): Promise<void> {
  const at = world.clock.now();
  const { numInsertedOrUpdatedRows: marked } = await tx
    .insertInto("reminder")
    .values({ application: due.id, kind: due.kind, about: due.about, sent_at: at })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirstOrThrow();
  const application = marked === 1n ? await findApplication(tx, due.id) : null;
  if (application === null) return;
  for (const reader of await readersOf(tx, application, due.kind)) await mail(world, tx, application, due, reader);
}

interface MailReader {
  readonly id: string;
  readonly email: string;
}

/** The owners and editors of the organisation who did not do without this reminder. */
function readersOf(tx: Tx, { organisationId }: Application, kind: ReminderKind): Promise<readonly MailReader[]> {
  return tx
    .selectFrom("membership as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .leftJoin("mail_choice as c", (join) => join.onRef("c.person_id", "=", "p.id").on("c.kind", "=", kind))
    .select(["p.id", "p.email"])
    .where("m.organisation_id", "=", organisationId)
    .where("m.role", "in", ["owner", "editor"])
    .where((eb) => eb.or([eb("c.way", "is", null), eb("c.way", "!=", "none")]))
    .orderBy("m.since")
    .execute();
}

async function mail(world: World, tx: Tx, application: Application, due: Due, reader: MailReader): Promise<void> {
  const { subject, line } = words[due.kind](due);
  const { number, id } = application;
  const stop = urls.mailStop.href({ key: mailChoicesHref(world, reader.id).split("/").at(-1) ?? "", kind: due.kind });
  await postMail(world, tx, world.clock.now(), {
    to: reader.email,
    subject: number === null ? subject : `${subject} (${number})`,
    paragraphs: [sayApplication(application), line, `Ouvrir : ${world.origin}${urls.application.href({ id })}`],
    why: whyMailed(world, reader.id, "vous écrivez pour cet organisme"),
    applicationId: id,
    unsubscribeUrl: `${world.origin}${stop}`,
  });
}

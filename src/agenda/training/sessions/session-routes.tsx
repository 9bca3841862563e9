import { coldEvaluation, eventSurvey, hotEvaluation } from "#policy/index.ts";
import { readerOf } from "#src/people/index.ts";
import { notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { capital, formatTime, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { listSigns } from "../../door/store.ts";
import { ended, requirePart } from "../../events/guard.ts";
import { mayOnOccasion } from "../../occasions/may.ts";
import type { Occasion } from "../../occasions/occasion.ts";
import { listSlots } from "../../occasions/slot-store.ts";
import { findOccasion } from "../../occasions/store.ts";
import { sayWhen, sayWhere } from "../../occasions/words.ts";
import { registrationOfTicket } from "../../registrations/links.ts";
import type { Registration } from "../../registrations/registration.ts";
import { findRegistration, listRegistrations } from "../../registrations/store.ts";
import { findCourse } from "../courses/course-store.ts";
import { AttendancePage } from "./attendance-page.tsx";
import { halfDaysOf } from "./attended.ts";
import { badgeOf } from "./badge.ts";
import { certificateLetter, findCertificate, letterheadOf, printedCertificate } from "./certificate.ts";
import { closeSession, notClosedWords } from "./close.ts";
import { EvaluationPage } from "./evaluation-page.tsx";
import { answerEvaluation, listEvaluations, type Moment } from "./evaluations.ts";
import { sessionFolder } from "./folder.ts";
import { momentPath } from "./mails.ts";
import { readAnswersTo } from "./read-answers.ts";
import { findSession } from "./session-store.ts";
import { attendanceSheet } from "./sheet.ts";
import { signAsTrainee, signAsTrainer } from "./signing.ts";

export function sessionRoutes(routes: Routes, world: World): void {
  routes.get(urls.runAttendance.pattern, async (c) => {
    const { visitor, occasion, parts } = await requirePart(c, world, "check-in");
    requireSession(occasion);
    const found = await readSheet(world, readerOf(visitor), occasion);
    const now = world.clock.now().epochMilliseconds;
    const page = (
      <AttendancePage
        occasion={occasion}
        {...found}
        begun={found.slots.map((slot) => slot.startsAt.epochMilliseconds <= now)}
        maySign={mayOnOccasion(parts, "sign-as-trainer")}
      />
    );
    return respondPage(c, world, { title: `Émargement, ${occasion.title}`, current: urls.running.href() }, page);
  });

  routes.post(urls.runAttendance.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "sign-as-trainer");
    requireSession(occasion);
    const present = new Set(texts(await readForm(c), "present"));
    const { signed } = ended(await signAsTrainer(world, visitor, occasion.id, present));
    setFlash(c, "success", `${plural(signed, "présence signée", "présences signées")}.`);
    return c.redirect(urls.runAttendance.href({ id: occasion.id }), 303);
  });

  routes.get(urls.runSheet.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "check-in");
    requireSession(occasion);
    const { pdf } = await funderPdf(world.config, attendanceSheet, await sheetData(world, readerOf(visitor), occasion));
    return pdfResponse(pdf, `emargement-${occasion.slug}.pdf`);
  });

  routes.get(urls.runFolder.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "read-registrations");
    requireSession(occasion);
    const { trainees, isClosed } = await readSheet(world, readerOf(visitor), occasion);
    if (!isClosed) notFound();
    const sheet = await sheetData(world, readerOf(visitor), occasion);
    const course = await inTransaction(world.db, "system", async (tx) => {
      const session = await findSession(tx, occasion);
      return session === null ? null : findCourse(tx, { id: session.courseId });
    });
    if (course === null) return notFound();
    const expected = trainees.map((one) => one.registration);
    return new Response(sessionFolder(world, { occasion, course, sheet, trainees: expected }), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="session-${occasion.slug}.zip"`,
        "cache-control": "private, no-store",
      },
    });
  });

  routes.post(urls.runSessionClosing.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "announce");
    requireSession(occasion);
    const closed = await closeSession(world, visitor, occasion.id);
    if ("notClosed" in closed) setFlash(c, "warning", notClosedWords[closed.notClosed]);
    else {
      const { certificates } = ended(closed);
      setFlash(
        c,
        "success",
        `Session close : ${plural(certificates, "attestation délivrée", "attestations délivrées")}.`,
      );
    }
    return c.redirect(urls.runOccasion.href({ id: occasion.id }), 303);
  });

  routes.post(urls.registrationSignature.pattern, async (c) => {
    const { id, ticket } = requireTicket(c, world);
    const isSigned = await signAsTrainee(world, id, text(await readForm(c), "seance"));
    if (isSigned) setFlash(c, "success", "Votre présence est signée.");
    else setFlash(c, "warning", "Cette demi-journée ne se signe pas maintenant.");
    return c.redirect(urls.registration.href({ ticket }), 303);
  });

  routes.get(urls.registrationCertificate.pattern, async (c) => {
    const { id } = requireTicket(c, world);
    const certificate = (await inTransaction(world.db, "system", (tx) => findCertificate(tx, id))) ?? notFound();
    const { pdf } = await funderPdf(world.config, certificateLetter, printedCertificate(world, certificate));
    return pdfResponse(pdf, `${certificate.number}.pdf`);
  });

  routes.get(urls.registrationBadge.pattern, async (c) => {
    const { id } = requireTicket(c, world);
    const certificate = (await inTransaction(world.db, "system", (tx) => findCertificate(tx, id))) ?? notFound();
    return new Response(JSON.stringify(badgeOf(world, certificate), null, 2), {
      headers: { "content-type": "application/vc+ld+json", "cache-control": "private, no-store" },
    });
  });

  routes.get(urls.registrationEvaluation.pattern, async (c) => {
    const asked = await requireEvaluation(c, world);
    return answerPage(c, world, asked, asked.answers ?? {}, {}, 200);
  });

  routes.post(urls.registrationEvaluation.pattern, async (c) => {
    const asked = await requireEvaluation(c, world);
    const typed = await readForm(c);
    const read = readAnswersTo(asked.questions, typed);
    if ("errors" in read) return answerPage(c, world, asked, typed, read.errors, 422);
    await inTransaction(world.db, "system", (tx) =>
      answerEvaluation(tx, world.clock.now(), asked.registration.id, asked.moment, read.answers),
    );
    setFlash(c, "success", "Merci : vos réponses sont gardées.");
    return c.redirect(urls.registration.href({ ticket: asked.ticket }), 303);
  });
}

function requireSession(occasion: Occasion): void {
  if (occasion.nature !== "session") notFound();
}

function requireTicket(c: RequestContext, world: World): { readonly id: string; readonly ticket: string } {
  const ticket = c.req.param("ticket") ?? "";
  return { id: registrationOfTicket(world, ticket) ?? notFound(), ticket };
}

/** Trainees of a session and the signatures of each half day. */
export async function readSheet(world: World, reader: Parameters<typeof inTransaction>[1], occasion: Occasion) {
  return inTransaction(world.db, reader, async (tx) => {
    const [slots, signs] = [await listSlots(tx, occasion.id), await listSigns(tx, occasion.id)];
    const registered = (await listRegistrations(tx, occasion.id)).filter((one) => one.state === "registered");
    const trainees = registered.map((registration) => ({
      registration,
      halfDays: halfDaysOf(
        slots,
        signs.filter((one) => one.registrationId === registration.id),
      ),
    }));
    return { slots, trainees, signs, isClosed: (await findSession(tx, occasion))?.closedAt !== null };
  });
}

export async function sheetData(world: World, reader: Parameters<typeof inTransaction>[1], occasion: Occasion) {
  const { slots, trainees, signs } = await readSheet(world, reader, occasion);
  const signedAt = (registration: Registration, slotAt: string, signer: string) =>
    signs.find(
      (one) =>
        one.registrationId === registration.id &&
        one.signer === signer &&
        one.present &&
        one.slotAt.toString() === slotAt,
    );
  return {
    letterhead: letterheadOf(world, occasion.slug, world.clock.now(), occasion.organiser || world.config.funder.name),
    title: occasion.title,
    when: capital(sayWhen(occasion)),
    where: sayWhere(occasion),
    operator: occasion.organiser || world.config.funder.name,
    halfDays: slots.map((slot) => capital(sayWhen(slot))),
    trainees: trainees.map(({ registration }) => ({
      name: registration.name,
      structure: registration.structure,
      signed: slots.map((slot) => {
        const [own, trainer] = (["trainee", "trainer"] as const).map((signer) =>
          signedAt(registration, slot.startsAt.toString(), signer),
        );
        return [
          own === undefined ? "" : `Signé à ${formatTime(own.at)}.`,
          trainer === undefined ? "" : `Attesté par ${trainer.by}.`,
        ]
          .join(" ")
          .trim();
      }),
    })),
  };
}

interface Asked {
  readonly ticket: string;
  readonly moment: Moment;
  readonly registration: Registration;
  readonly occasion: Occasion;
  readonly questions: typeof hotEvaluation;
  readonly answers: Readonly<Record<string, string>> | null;
}

async function requireEvaluation(c: RequestContext, world: World): Promise<Asked> {
  const { id, ticket } = requireTicket(c, world);
  const moment = (Object.keys(momentPath) as Moment[]).find((one) => momentPath[one] === c.req.param("moment"));
  if (moment === undefined) notFound();
  const found = await inTransaction(world.db, "system", async (tx) => {
    const registration = await findRegistration(tx, id);
    const occasion = registration === null ? null : await findOccasion(tx, { id: registration.occasionId });
    const asked = (await listEvaluations(tx, id)).find((one) => one.moment === moment);
    return registration === null || occasion === null || asked === undefined
      ? null
      : { registration, occasion, answers: asked.answers };
  });
  if (found === null) notFound();
  const ofSession = moment === "hot" ? hotEvaluation : coldEvaluation;
  return { ticket, moment, ...found, questions: found.occasion.nature === "event" ? eventSurvey : ofSession };
}

function answerPage(
  c: RequestContext,
  world: World,
  asked: Asked,
  typed: FormFields,
  errors: Readonly<Record<string, string>>,
  status: 200 | 422,
): Response {
  const title = asked.moment === "hot" ? "Qu’en avez-vous pensé ?" : "Qu’en avez-vous fait ?";
  const page = (
    <EvaluationPage
      action={urls.registrationEvaluation.href({ ticket: asked.ticket, moment: momentPath[asked.moment] })}
      eyebrow={asked.occasion.title}
      title={title}
      questions={asked.questions}
      typed={typed}
      errors={errors}
    />
  );
  return respondPage(c, world, { title, status }, page);
}

import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { dayInParis } from "#src/ui/index.ts";
import { listSigns, type Sign } from "../../door/store.ts";
import { actOnOccasion, asService, type NotDone } from "../../occasions/act.ts";
import type { Occasion, Slot } from "../../occasions/occasion.ts";
import { listSlots } from "../../occasions/slot-store.ts";
import { sayWhere } from "../../occasions/words.ts";
import type { Registration } from "../../registrations/registration.ts";
import { listRegistrations } from "../../registrations/store.ts";
import type { Course } from "../courses/course.ts";
import { findCourse } from "../courses/course-store.ts";
import type { YearPlan } from "../year/plan.ts";
import { findPlan } from "../year/plan-store.ts";
import { halfDaysOf, hoursAttended } from "./attended.ts";
import { issueCertificate } from "./certificate.ts";
import { askEvaluation } from "./evaluations.ts";
import { mailTrained } from "./mails.ts";
import { findSession } from "./session-store.ts";

/** Why a session cannot be closed yet. */
export type NotClosed = "not-over" | "not-signed" | "closed-already";

export const notClosedWords: Readonly<Record<NotClosed, string>> = {
  "not-over": "La session n’est pas finie.",
  "not-signed": "Le formateur n’a pas signé toutes les demi-journées : complétez d’abord l’émargement.",
  "closed-already": "La session est déjà close.",
};

/** Closes a session: certificates are issued to who attended, each is told and asked what they think of it. */
export function closeSession(
  world: World,
  visitor: SignedVisitor,
  id: string,
): Promise<{ readonly certificates: number } | { readonly notClosed: NotClosed } | { readonly notDone: NotDone }> {
  return actOnOccasion(world, visitor, id, "announce", null, async ({ tx, occasion, note }) => {
    const closed = await asService(tx, () => close(tx, world, occasion));
    if ("certificates" in closed) await note("session-closed", { certificates: closed.certificates });
    return closed;
  });
}

async function close(
  tx: Tx,
  world: World,
  occasion: Occasion,
): Promise<{ readonly certificates: number } | { readonly notClosed: NotClosed }> {
  const session = await findSession(tx, occasion);
  const course = session === null ? null : await findCourse(tx, { id: session.courseId });
  const plan = course === null ? null : await findPlan(tx, course.year);
  if (session === null || course === null || plan === null) return { notClosed: "not-over" };
  if (session.closedAt !== null) return { notClosed: "closed-already" };
  const now = world.clock.now();
  if (occasion.endsAt.epochMilliseconds > now.epochMilliseconds) return { notClosed: "not-over" };
  const [slots, signs] = [await listSlots(tx, occasion.id), await listSigns(tx, occasion.id)];
  const trainees = (await listRegistrations(tx, occasion.id)).filter((one) => one.state === "registered");
  if (!trainees.every((one) => isSigned(one, slots, signs))) return { notClosed: "not-signed" };
  let certificates = 0;
  for (const trainee of trainees) {
    const hours = hoursAttended(course.hours, halfDaysOf(slots, own(trainee, signs)));
    if (hours === 0) continue;
    await issueCertificate(tx, now, trainee.id, certificateData(occasion, course, plan, trainee, hours));
    await askEvaluation(tx, now, trainee.id, "hot");
    await mailTrained(tx, world, occasion, trainee);
    certificates += 1;
  }
  await tx
    .updateTable("training_session")
    .set({ closed_at: now.toString() })
    .where("occasion_id", "=", occasion.id)
    .execute();
  return { certificates };
}

function own(registration: Registration, signs: readonly Sign[]): readonly Sign[] {
  return signs.filter((one) => one.registrationId === registration.id);
}

function isSigned(registration: Registration, slots: readonly Slot[], signs: readonly Sign[]): boolean {
  return halfDaysOf(slots, own(registration, signs)).every((one) => one.trainer !== null);
}

function certificateData(occasion: Occasion, course: Course, plan: YearPlan, trainee: Registration, hours: number) {
  return {
    name: trainee.name,
    email: trainee.email,
    structure: trainee.structure,
    course: course.title,
    objective: course.content.objective,
    results: course.content.results,
    hours,
    courseHours: course.hours,
    from: dayInParis(occasion.startsAt),
    to: dayInParis(occasion.endsAt),
    where: sayWhere(occasion),
    operator: plan.operator.name,
    activityNumber: plan.operator.activityNumber,
  };
}

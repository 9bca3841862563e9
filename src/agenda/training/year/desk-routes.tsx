import type { JSX } from "preact";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { versionOf } from "../../events/guard.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { courseRoutes } from "../courses/course-routes.tsx";
import { listCourses } from "../courses/course-store.ts";
import { requireTraining, yearOf } from "../guard.ts";
import { mayInTraining } from "../may.ts";
import { note } from "../note.ts";
import { newSessionRoutes } from "../sessions/new-session-routes.tsx";
import { listSessions } from "../sessions/session-store.ts";
import { DeskPage } from "./desk-page.tsx";
import { listNeeds } from "./needs.ts";
import { readPlan, readVolume } from "./plan.ts";
import { typedPlan } from "./plan-fields.tsx";
import { findPlan, savePlan } from "./plan-store.ts";
import { listVolumes, saveVolume } from "./volumes.ts";

/** What another chapter adds to the operator's desk of a year. */
export type DeskPart = (world: World, visitor: SignedVisitor, year: number) => Promise<JSX.Element | null>;

/** The operator's desk of a year: its programme, its volumes, its courses and their sessions. */
export function trainingDeskRoutes(routes: Routes, world: World, parts: readonly DeskPart[]): void {
  routes.get(urls.runPlans.pattern, (c) => {
    requireTraining(c, "see-plan");
    return c.redirect(urls.runPlan.href({ year: String(today(world.clock).year) }), 303);
  });

  routes.get(urls.runPlan.pattern, (c) => answerDesk(c, world, parts, null, {}, 200));

  routes.post(urls.runPlan.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const year = yearOf(c);
    const typed = await readForm(c);
    const read = readPlan(typed);
    if ("errors" in read) return answerDesk(c, world, parts, typed, read.errors, 422);
    const asked = text(typed, "etat");
    const state = asked === "open" || asked === "closed" ? asked : "prepared";
    const done = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const before = await findPlan(tx, year);
      if ((before?.version ?? 0) !== versionOf(typed)) return false;
      await savePlan(tx, world.clock.now(), year, read.content, state);
      await note(tx, world, visitor, `training:${year}`, "year-plan-saved", {
        state,
        rule: read.content.remainingCost,
      });
      return true;
    });
    if (!done) setFlash(c, "warning", "Quelqu’un a modifié ce programme entre-temps : relisez-le, puis recommencez.");
    else setFlash(c, "success", state === "open" ? "Le programme est ouvert." : "C’est enregistré.");
    return c.redirect(urls.runPlan.href({ year: String(year) }), 303);
  });

  routes.post(urls.runVolume.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const year = yearOf(c);
    const typed = await readForm(c);
    const read = readVolume(typed);
    if ("errors" in read) return answerDesk(c, world, parts, null, read.errors, 422, typed);
    await inTransaction(world.db, readerOf(visitor), async (tx) => {
      await saveVolume(tx, read.volume);
      await note(tx, world, visitor, `training:${read.volume.year}`, "reference-volumes-told", { ...read.volume });
    });
    setFlash(c, "success", "Ces volumes servent de comparaison.");
    return c.redirect(`${urls.runPlan.href({ year: String(year) })}#volumes`, 303);
  });

  courseRoutes(routes, world);
  newSessionRoutes(routes, world);
}

async function answerDesk(
  c: RequestContext,
  world: World,
  parts: readonly DeskPart[],
  typed: FormFields | null,
  errors: FieldErrors,
  status: 200 | 422,
  volumeTyped: FormFields = {},
): Promise<Response> {
  const visitor = requireTraining(c, "see-plan");
  const year = yearOf(c);
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const courses = await listCourses(tx, year);
    const sessions = await listSessions(
      tx,
      courses.map((one) => one.id),
    );
    const plan = await findPlan(tx, year);
    // A new year begins as the one before.
    const model = plan ?? (await findPlan(tx, year - 1));
    return { plan, model, courses, sessions, needs: await listNeeds(tx, year), volumes: await listVolumes(tx) };
  });
  const more = await Promise.all(parts.map((part) => part(world, visitor, year)));
  const page = (
    <DeskPage
      year={year}
      {...found}
      sessions={Map.groupBy(found.sessions, (one) => one.courseId)}
      typed={typed ?? (found.model === null ? {} : typedPlan(found.model))}
      errors={errors}
      volumeTyped={volumeTyped}
      mayEdit={mayInTraining(visitor, "edit-plan")}
    >
      {more}
    </DeskPage>
  );
  const options = { title: `Programme ${year}`, current: urls.running.href(), density: "compact", status } as const;
  return respondPage(c, world, options, page);
}

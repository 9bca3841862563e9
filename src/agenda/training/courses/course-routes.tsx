import { readerOf } from "#src/people/index.ts";
import { notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { requireCourse, requireTraining, yearOf } from "../guard.ts";
import { mayInTraining } from "../may.ts";
import { note } from "../note.ts";
import { listSessions } from "../sessions/session-store.ts";
import { listNeeds } from "../year/needs.ts";
import { findPlan } from "../year/plan-store.ts";
import { readCourse, typedCourse } from "./course.ts";
import { CourseDeskPage } from "./course-desk-page.tsx";
import { CourseFields } from "./course-fields.tsx";
import { CourseFormPage } from "./course-form-page.tsx";
import { needsOf, saveCourse, saveCourseState } from "./course-store.ts";

/** A course as the desk writes it: added, changed, opened in the catalogue, closed. */
export function courseRoutes(routes: Routes, world: World): void {
  routes.get(urls.runNewCourse.pattern, (c) =>
    answerNewCourse(c, world, { niveau: "1", parcours: "1", public: "" }, {}, 200),
  );

  routes.post(urls.runNewCourse.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const year = yearOf(c);
    const typed = await readForm(c);
    const needs = await inTransaction(world.db, readerOf(visitor), (tx) => listNeeds(tx, year));
    const read = readCourse(
      typed,
      needs.map((one) => one.id),
    );
    if ("errors" in read) return answerNewCourse(c, world, typed, read.errors, 422);
    const id = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      if ((await findPlan(tx, year)) === null) return null;
      const made = await saveCourse(tx, world.clock.now(), { id: null, year, course: read.course });
      await note(tx, world, visitor, `training:${year}`, "course-added", { course: made });
      return made;
    });
    if (id === null) notFound();
    setFlash(c, "success", "La formation est gardée en brouillon : ajoutez-lui des sessions, puis ouvrez-la.");
    return c.redirect(urls.runCourse.href({ id }), 303);
  });

  routes.get(urls.runCourse.pattern, (c) => answerCourse(c, world, null, {}, 200));

  routes.post(urls.runCourse.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const course = await requireCourse(c, world, visitor);
    const typed = await readForm(c);
    const needs = await inTransaction(world.db, readerOf(visitor), (tx) => listNeeds(tx, course.year));
    const read = readCourse(
      typed,
      needs.map((one) => one.id),
    );
    if ("errors" in read) return answerCourse(c, world, typed, read.errors, 422);
    await inTransaction(world.db, readerOf(visitor), async (tx) => {
      await saveCourse(tx, world.clock.now(), { id: course.id, year: course.year, course: read.course });
      await note(tx, world, visitor, `training:${course.year}`, "course-changed", { course: course.id });
    });
    setFlash(c, "success", "C’est enregistré.");
    return c.redirect(urls.runCourse.href({ id: course.id }), 303);
  });

  routes.post(urls.runCourseOpening.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const course = await requireCourse(c, world, visitor);
    const state = text(await readForm(c), "etat") === "closed" ? "closed" : "open";
    await inTransaction(world.db, readerOf(visitor), async (tx) => {
      await saveCourseState(tx, world.clock.now(), course.id, state);
      await note(tx, world, visitor, `training:${course.year}`, `course-${state}`, { course: course.id });
    });
    setFlash(
      c,
      "success",
      state === "open" ? "La formation est au catalogue." : "La formation n’est plus au catalogue.",
    );
    return c.redirect(urls.runPlan.href({ year: String(course.year) }), 303);
  });
}

async function answerNewCourse(
  c: RequestContext,
  world: World,
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Promise<Response> {
  const visitor = requireTraining(c, "edit-plan");
  const year = yearOf(c);
  const needs = await inTransaction(world.db, readerOf(visitor), (tx) => listNeeds(tx, year));
  const page = (
    <CourseFormPage
      action={urls.runNewCourse.href({ year: String(year) })}
      title="Ajouter une formation"
      eyebrow={`Programme ${year}`}
      button="Garder le brouillon"
      errors={errors}
    >
      <CourseFields typed={typed} errors={errors} needs={needs} />
    </CourseFormPage>
  );
  return respondPage(c, world, { title: "Ajouter une formation", current: urls.running.href(), status }, page);
}

async function answerCourse(
  c: RequestContext,
  world: World,
  typed: FormFields | null,
  errors: FieldErrors,
  status: 200 | 422,
): Promise<Response> {
  const visitor = requireTraining(c, "see-plan");
  const course = await requireCourse(c, world, visitor);
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    needs: await listNeeds(tx, course.year),
    own: await needsOf(tx, course.id),
    sessions: await listSessions(tx, [course.id]),
  }));
  const page = (
    <CourseDeskPage
      course={course}
      sessions={found.sessions}
      needs={found.needs}
      mayEdit={mayInTraining(visitor, "edit-plan")}
      typed={typed ?? typedCourse(course, found.own)}
      errors={errors}
    />
  );
  return respondPage(c, world, { title: course.title, current: urls.running.href(), status }, page);
}

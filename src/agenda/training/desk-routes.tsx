import type { JSX } from "preact";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import {
  capital,
  DataTable,
  DayField,
  EmptyState,
  LinkButton,
  NumberField,
  PageHeader,
  plural,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { versionOf } from "../events/routes.tsx";
import { occasionStates } from "../events/running-page.tsx";
import { createOccasion } from "../occasions/acts.ts";
import { type FieldErrors, readOccasion } from "../occasions/occasion-form.ts";
import { OccasionFormPage } from "../occasions/occasion-form-page.tsx";
import { readDay } from "../occasions/typed.ts";
import { sayWhen, sayWhere } from "../occasions/words.ts";
import { type Course, readCourse, typedCourse } from "./course.ts";
import { CourseFields } from "./course-fields.tsx";
import { CourseFormPage } from "./course-form-page.tsx";
import { DeskPage } from "./desk-page.tsx";
import { mayInTraining, type TrainingAct } from "./may.ts";
import { listNeeds } from "./needs.ts";
import { readPlan, readVolume } from "./plan.ts";
import { typedPlan } from "./plan-fields.tsx";
import {
  addSession,
  findCourse,
  findPlan,
  listCourses,
  listSessions,
  needsOf,
  saveCourse,
  saveCourseState,
  savePlan,
} from "./store.ts";
import { listVolumes, saveVolume } from "./volumes.ts";

/** What another chapter adds to the operator's desk of a year. */
export type DeskPart = (world: World, visitor: SignedVisitor, year: number) => Promise<JSX.Element | null>;

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

  routes.get(urls.runNewSession.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const course = await requireCourse(c, world, visitor);
    return answerNewSession(c, world, course, firstSession(world, course), {}, 200);
  });

  routes.post(urls.runNewSession.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const course = await requireCourse(c, world, visitor);
    const typed = await readForm(c);
    const read = readOccasion(typed, "session");
    const terms = readTerms(typed);
    const errors = { ...("errors" in read ? read.errors : {}), ...terms.errors };
    if ("errors" in read || Object.keys(errors).length > 0) {
      return answerNewSession(c, world, course, typed, errors, 422);
    }
    const id = await createOccasion(world, visitor, "session", read.read);
    if (id === null) forbidden();
    await inTransaction(world.db, readerOf(visitor), (tx) =>
      addSession(tx, id, { courseId: course.id, ...terms.terms }),
    );
    setFlash(c, "success", "La session est en brouillon : relisez-la, puis annoncez-la.");
    return c.redirect(urls.runOccasion.href({ id }), 303);
  });
}

function readTerms(typed: FormFields): {
  readonly terms: { readonly minimum: number; readonly confirmOn: string | null };
  readonly errors: FieldErrors;
} {
  const errors: Record<string, string> = {};
  const minimum = text(typed, "minimum") === "" ? 1 : Number(text(typed, "minimum"));
  if (!Number.isInteger(minimum) || minimum < 0 || minimum > 1000) errors.minimum = "Donnez un nombre de personnes.";
  const day = text(typed, "confirmation");
  const confirmOn = day === "" ? null : readDay(day);
  if (day !== "" && confirmOn === null) errors.confirmation = "Donnez un jour, comme 03/03/2026.";
  return {
    terms: { minimum: errors.minimum === undefined ? minimum : 1, confirmOn: confirmOn?.toString() ?? null },
    errors,
  };
}

function firstSession(world: World, course: Course): FormFields {
  return {
    titre: course.title,
    resume: course.content.objective.slice(0, 1000),
    metiers: course.audience,
    "public.0.nom": "",
    "public.0.places": "12",
    minimum: "6",
    distance: course.teachingMode === "0" ? "" : "oui",
    contact: world.config.funder.email,
  };
}

/** The visitor who may do this with the programme; other agents are told no, anyone else finds nothing there. */
export function requireTraining(c: RequestContext, act: TrainingAct): SignedVisitor {
  const visitor = requireSignedIn(c);
  if (mayInTraining(visitor, act)) return visitor;
  return mayInTraining(visitor, "see-plan") || mayInTraining(visitor, "see-cost-requests") ? forbidden() : notFound();
}

async function requireCourse(c: RequestContext, world: World, visitor: SignedVisitor): Promise<Course> {
  const id = idParam(c, "id");
  return (await inTransaction(world.db, readerOf(visitor), (tx) => findCourse(tx, { id }))) ?? notFound();
}

function yearOf(c: RequestContext): number {
  const year = c.req.param("year") ?? "";
  return /^20\d\d$/.test(year) && Number(year) >= 2015 ? Number(year) : notFound();
}

function note(
  tx: Tx,
  world: World,
  visitor: SignedVisitor,
  chain: string,
  act: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = world.clock.now();
  return record(tx, {
    chain,
    at,
    actor: visitor.person.id,
    organisation: null,
    act,
    details,
    visibleToApplicant: false,
  });
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
  const mayEdit = mayInTraining(visitor, "edit-plan");
  const page = (
    <>
      <PageHeader
        eyebrow={`Programme ${course.year}`}
        title={course.title}
        actions={
          mayEdit && (
            <LinkButton icon="plus" href={urls.runNewSession.href({ id: course.id })}>
              Ajouter une session
            </LinkButton>
          )
        }
      />
      <Section id="sessions" title="Les sessions">
        <DataTable
          caption="Les sessions"
          captionHidden
          rows={found.sessions}
          rowKey={(one) => one.occasion.id}
          empty={
            <EmptyState title="Aucune session" level={3}>
              <p>Une formation entre au catalogue LHÉO avec sa première session ouverte.</p>
            </EmptyState>
          }
          columns={[
            {
              key: "when",
              header: "Quand",
              rowHeader: true,
              cell: (one) => (
                <a href={urls.runOccasion.href({ id: one.occasion.id })}>{capital(sayWhen(one.occasion))}</a>
              ),
            },
            { key: "where", header: "Où", cell: (one) => sayWhere(one.occasion) },
            { key: "minimum", header: "Minimum", numeric: true, cell: (one) => plural(one.minimum, "personne") },
            { key: "state", header: "État", cell: (one) => <StateTag {...occasionStates[one.occasion.state]} /> },
          ]}
        />
      </Section>
      {mayEdit && (
        <CourseFormPage
          action={urls.runCourse.href({ id: course.id })}
          title={null}
          button="Enregistrer"
          errors={errors}
        >
          <CourseFields typed={typed ?? typedCourse(course, found.own)} errors={errors} needs={found.needs} />
        </CourseFormPage>
      )}
    </>
  );
  return respondPage(c, world, { title: course.title, current: urls.running.href(), status }, page);
}

function answerNewSession(
  c: RequestContext,
  world: World,
  course: Course,
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Response {
  const page = (
    <OccasionFormPage
      action={urls.runNewSession.href({ id: course.id })}
      title={`Nouvelle session : ${course.title}`}
      button="Garder le brouillon"
      version={null}
      nature="session"
      isAnnounced={false}
      typed={typed}
      errors={errors}
    >
      <NumberField
        name="minimum"
        label="Nombre d’inscrits en dessous duquel elle n’a pas lieu"
        value={text(typed, "minimum")}
        error={errors.minimum}
        required={false}
      />
      <DayField
        name="confirmation"
        label="Jour où elle est confirmée"
        hint="Si le minimum n’est pas atteint ce jour-là, elle est annulée et chacun est prévenu, avec la date suivante."
        value={text(typed, "confirmation")}
        error={errors.confirmation}
        required={false}
      />
    </OccasionFormPage>
  );
  return respondPage(c, world, { title: "Nouvelle session", current: urls.running.href(), status }, page);
}

import { readerOf } from "#src/people/index.ts";
import { forbidden, type RequestContext, type Routes, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { DayField, NumberField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { createOccasion } from "../../occasions/acts.ts";
import { type FieldErrors, readOccasion } from "../../occasions/occasion-form.ts";
import { answerOccasionForm } from "../../occasions/occasion-form-answer.tsx";
import { readDay } from "../../occasions/typed.ts";
import type { Course } from "../courses/course.ts";
import { requireCourse, requireTraining } from "../guard.ts";
import { addSession } from "./session-store.ts";

/** A session added to a course: an occasion, and from how many people it takes place. */
export function newSessionRoutes(routes: Routes, world: World): void {
  routes.get(urls.runNewSession.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const course = await requireCourse(c, world, visitor);
    return answerNewSession(c, world, course, firstSession(world, course), {});
  });

  routes.post(urls.runNewSession.pattern, async (c) => {
    const visitor = requireTraining(c, "edit-plan");
    const course = await requireCourse(c, world, visitor);
    const typed = await readForm(c);
    const read = readOccasion(typed, "session");
    const terms = readTerms(typed);
    const errors = { ...("errors" in read ? read.errors : {}), ...terms.errors };
    if ("errors" in read || Object.keys(errors).length > 0) {
      return answerNewSession(c, world, course, typed, errors);
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
  const confirmOn = day === "" ? null : readDay(day, "confirmation", errors);
  return {
    terms: { minimum: errors.minimum === undefined ? minimum : 1, confirmOn: confirmOn?.toString() ?? null },
    errors,
  };
}

function firstSession(world: World, course: Course): FormFields {
  return {
    titre: course.title,
    resume: cutText(course.content.objective, 1000),
    metiers: course.audience,
    "public.0.nom": "",
    "public.0.places": "12",
    minimum: "6",
    distance: course.teachingMode === "0" ? "" : "oui",
    contact: world.config.funder.email,
  };
}

function answerNewSession(
  c: RequestContext,
  world: World,
  course: Course,
  typed: FormFields,
  errors: FieldErrors,
): Response {
  return answerOccasionForm(c, world, {
    action: urls.runNewSession.href({ id: course.id }),
    current: urls.running.href(),
    title: `Nouvelle session : ${course.title}`,
    windowTitle: "Nouvelle session",
    button: "Garder le brouillon",
    nature: "session",
    typed,
    errors,
    children: (
      <>
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
      </>
    ),
  });
}

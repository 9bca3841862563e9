import { findApplication, mayDelete, maySeeAsApplicant } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { forbidden, idParam, notFound, type Routes, requireSignedIn, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { NO_EVENT } from "./birth-part.tsx";
import { birthplaces, nameEvent } from "./births.ts";

/** A draft names the event that it was born from, or none any more. */
export function birthRoutes(routes: Routes, world: World): void {
  routes.post(urls.applicationBirth.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const slug = text(await readForm(c), "evenement");
    const told = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const application = await findApplication(tx, id);
      if (application === null || !maySeeAsApplicant(visitor, application)) return notFound();
      // Who may give the draft up may say where it comes from; once it is filed, it stays as it is.
      if (!mayDelete(visitor, application)) return forbidden();
      const place = (await birthplaces(tx, world.clock.now())).find((one) => one.slug === slug);
      if (place === undefined && slug !== NO_EVENT) return null;
      await nameEvent(tx, world.clock.now(), id, place === undefined ? null : { occasionId: place.id, ideaId: null });
      return place === undefined
        ? "Votre demande ne nomme plus d’événement."
        : `Votre demande vient de « ${place.title} ».`;
    });
    if (told === null) setFlash(c, "warning", "Choisissez un événement de l’agenda qui a eu lieu.");
    else setFlash(c, "success", told);
    return c.redirect(`${urls.application.href({ id })}#origine`, 303);
  });
}

import { listDocuments, maySeeAsApplicant, openApplication } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type Routes, requireSignedIn, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { FiledPage } from "./filed-page.tsx";

/** Where filing ends: the number, large, and what happens next. It can be read again. */
export function filedRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationFiled.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const file = await openApplication(tx, id, world.clock.now());
      if (file === null || !maySeeAsApplicant(visitor, file.application)) return null;
      return { file, documents: await listDocuments(tx, id) };
    });
    if (found === null) return notFound();
    const { application } = found.file;
    if (application.number === null) return c.redirect(urls.application.href({ id }), 303);
    return respondPage(
      c,
      world,
      { title: `Votre demande est déposée, ${application.number}`, current: urls.dashboard.href() },
      <FiledPage
        application={application}
        receipt={found.documents.find((one) => one.kind === "receipt") ?? null}
        email={visitor.person.email}
        today={today(world.clock).toString()}
        funder={world.config.funder}
      />,
    );
  });
}

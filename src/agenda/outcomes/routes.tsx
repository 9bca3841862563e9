import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type Routes, requireSignedIn, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text, textWithin } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { ended, requirePart } from "../events/guard.ts";
import { actOnOccasion } from "../occasions/act.ts";
import { mayRun } from "../occasions/may.ts";
import { hasBegun, isPublic, type Occasion } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";
import { answerPart, type PagePart } from "../registrations/routes.tsx";
import { nameEvent } from "./births.ts";
import { OutcomePart } from "./outcome-part.tsx";
import { addIdea, hideIdea, linkable, listIdeas, readOutcome, supportIdea } from "./store.ts";

/** What an event's page says of what came of it. */
export const outcomePart: PagePart = async (world, occasion, visitor, refused) => {
  if (occasion.nature !== "event") return null;
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const before = occasion.previousId === null ? null : await findOccasion(tx, { id: occasion.previousId });
    return {
      outcome: await readOutcome(tx, occasion.id),
      ideas: await listIdeas(tx, occasion.id),
      previous:
        before === null || !isPublic(before)
          ? null
          : { slug: before.slug, title: before.title, outcome: await readOutcome(tx, before.id) },
      linkable: visitor.memberships.length === 0 ? [] : await linkable(tx),
    };
  });
  return (
    <OutcomePart
      occasion={occasion}
      {...found}
      isSignedIn={visitor.person !== null}
      hasBegun={hasBegun(occasion, world.clock.now())}
      mayHide={mayRun(visitor, "event")}
      typed={refused?.typed ?? {}}
      errors={refused?.errors ?? {}}
    />
  );
};

export function outcomeRoutes(routes: Routes, world: World, onPage: readonly PagePart[]): void {
  routes.post(urls.outcomeIdeas.pattern, async (c) => {
    const { person } = requireSignedIn(c);
    const occasion = await requireBegun(world, c.req.param("slug"));
    const fields = await readForm(c);
    const errors: Record<string, string> = {};
    const title = textWithin(fields, "titre", 200, errors);
    const said = textWithin(fields, "texte", 3000, errors);
    if (title === "") errors.titre = "Dites votre idée en une phrase.";
    if (Object.keys(errors).length > 0) return answerPart(c, world, onPage, occasion.slug, { typed: fields, errors });
    await inTransaction(world.db, { person: person.id }, (tx) =>
      addIdea(tx, world.clock.now(), occasion.id, {
        kind: text(fields, "genre") === "partners" ? "partners" : "idea",
        title,
        said,
        author: person.name,
        personId: person.id,
      }),
    );
    setFlash(c, "success", "Votre idée est gardée : d’autres peuvent la soutenir.");
    return c.redirect(`${urls.agendaItem.href({ slug: occasion.slug })}#suites`, 303);
  });

  routes.post(urls.outcomeSupport.pattern, async (c) => {
    const { person } = requireSignedIn(c);
    const occasion = await requireBegun(world, c.req.param("slug"));
    const [idea, supports] = [idParam(c, "idea"), text(await readForm(c), "soutien") !== "non"];
    const done = await inTransaction(world.db, { person: person.id }, (tx) =>
      supportIdea(tx, world.clock.now(), occasion.id, idea, person.id, supports),
    );
    if (!done) notFound();
    return c.redirect(`${urls.agendaItem.href({ slug: occasion.slug })}#suites`, 303);
  });

  routes.post(urls.outcomeApplications.pattern, async (c) => {
    const { person } = requireSignedIn(c);
    const occasion = await requireBegun(world, c.req.param("slug"));
    const chosen = text(await readForm(c), "demande");
    const done = await inTransaction(world.db, { person: person.id }, async (tx) => {
      if (!(await linkable(tx)).some((one) => one.id === chosen)) return false;
      await nameEvent(tx, world.clock.now(), chosen, { occasionId: occasion.id, ideaId: null });
      return true;
    });
    if (!done) notFound();
    setFlash(c, "success", "Votre demande est rattachée : la page de l’événement la compte, sans la nommer.");
    return c.redirect(`${urls.agendaItem.href({ slug: occasion.slug })}#suites`, 303);
  });

  routes.post(urls.outcomeHiding.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "edit");
    const idea = idParam(c, "idea");
    ended(
      await actOnOccasion(world, visitor, occasion.id, "edit", null, async ({ tx, note }) => {
        if (!(await hideIdea(tx, world.clock.now(), occasion.id, idea))) return { notDone: "absent" as const };
        await note("idea-hidden", { idea });
        return true;
      }),
    );
    setFlash(c, "success", "Cette idée n’est plus affichée.");
    return c.redirect(`${urls.agendaItem.href({ slug: occasion.slug })}#suites`, 303);
  });
}

async function requireBegun(world: World, slug: string): Promise<Occasion> {
  const occasion = await inTransaction(world.db, "public", (tx) => findOccasion(tx, { slug }));
  return occasion !== null && occasion.nature === "event" && hasBegun(occasion, world.clock.now())
    ? occasion
    : notFound();
}

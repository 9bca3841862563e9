import { idParam, type Routes, setFlash } from "#src/people/web/index.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { actOnOccasion } from "../occasions/act.ts";
import { addCrew, type CrewPart, crewWords, removeCrew } from "../occasions/crew.ts";
import { tellCrew } from "../occasions/crew-mail.ts";
import { readEmail } from "../occasions/typed.ts";
import { readName } from "../registrations/names.ts";
import { ended, requirePart } from "./guard.ts";
import { answerRun, type RunPart } from "./run-answer.tsx";

/** Who runs an occasion with its organiser: named, told by mail, taken away. */
export function crewRoutes(routes: Routes, world: World, runParts: readonly RunPart[]): void {
  routes.post(urls.runOccasionCrew.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "name-crew");
    const fields = await readForm(c);
    const [name, email] = [readName(text(fields, "nom")), readEmail(text(fields, "courriel"))];
    const part = (Object.keys(crewWords) as CrewPart[]).find((one) => one === text(fields, "role"));
    const errors: Record<string, string> = {};
    if (name === null) errors.nom = "Donnez un nom.";
    if (email === null) errors.courriel = "Donnez une adresse électronique complète.";
    if (part === undefined) errors.role = "Choisissez un rôle.";
    if (name === null || email === null || part === undefined)
      return answerRun(c, world, runParts, { typed: fields, errors });
    ended(
      await actOnOccasion(world, visitor, occasion.id, "name-crew", null, async ({ tx, note }) => {
        await addCrew(tx, world.clock.now(), occasion.id, { part, name, email });
        await tellCrew(tx, world, occasion, { part, name, email });
        await note("crew-named", { part });
        return true;
      }),
    );
    setFlash(c, "success", `${name} fait partie de l’équipe ; un courriel le lui dit.`);
    return c.redirect(`${urls.runOccasion.href({ id: occasion.id })}#equipe`, 303);
  });

  routes.post(urls.runOccasionCrewRemoval.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "name-crew");
    const crew = idParam(c, "member");
    ended(
      await actOnOccasion(world, visitor, occasion.id, "name-crew", null, async ({ tx, note }) => {
        await removeCrew(tx, occasion.id, crew);
        await note("crew-removed", { crew });
        return true;
      }),
    );
    return c.redirect(`${urls.runOccasion.href({ id: occasion.id })}#equipe`, 303);
  });
}

import { type Routes, setFlash } from "#src/people/web/index.ts";
import { readForm, text, textWithin } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { announce, cancelOccasion, copyOccasion, putOff } from "../occasions/acts.ts";
import { readSlots } from "../occasions/occasion-form.ts";
import { ended, requirePart, versionOf } from "./guard.ts";
import { answerRun, type RunPart } from "./run-answer.tsx";

/** What becomes of an occasion: announced, put off, cancelled, copied. */
export function occasionStateRoutes(routes: Routes, world: World, runParts: readonly RunPart[]): void {
  routes.post(urls.runOccasionAnnouncement.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "announce");
    ended(await announce(world, visitor, occasion.id, versionOf(await readForm(c))));
    setFlash(c, "success", "Annoncé dans l’agenda.");
    return c.redirect(urls.runOccasion.href({ id: occasion.id }), 303);
  });

  routes.post(urls.runOccasionCancellation.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "call-off");
    const fields = await readForm(c);
    const errors: Record<string, string> = {};
    const reason = textWithin(fields, "annulation", 500, errors);
    if (Object.keys(errors).length > 0) return answerRun(c, world, runParts, { typed: fields, errors });
    ended(await cancelOccasion(world, visitor, occasion.id, versionOf(fields), reason));
    setFlash(c, "success", "Annulé ; chaque inscrit est prévenu.");
    return c.redirect(urls.runOccasion.href({ id: occasion.id }), 303);
  });

  routes.post(urls.runOccasionMove.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "call-off");
    const fields = await readForm(c);
    const hasDay = text(fields, "seance.0.jour") !== "";
    const errors: Record<string, string> = {};
    const slots = hasDay ? readSlots(fields, errors) : null;
    const reason = textWithin(fields, "motif", 500, errors);
    if (Object.keys(errors).length > 0) return answerRun(c, world, runParts, { typed: fields, errors });
    ended(await putOff(world, visitor, occasion.id, versionOf(fields), { slots, reason }));
    setFlash(c, "success", "Reporté ; chaque inscrit est prévenu et garde sa place.");
    return c.redirect(urls.runOccasion.href({ id: occasion.id }), 303);
  });

  routes.post(urls.runOccasionCopy.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "announce");
    const fields = await readForm(c);
    const times = Math.min(52, Math.max(1, Number(text(fields, "fois")) || 1));
    const rhythm = text(fields, "rythme");
    let last = occasion.id;
    for (let n = 1; n <= times; n += 1) {
      const shift = rhythm === "month" ? { months: n } : rhythm === "year" ? { years: n } : { weeks: n };
      last = ended(await copyOccasion(world, visitor, occasion.id, shift));
    }
    setFlash(c, "success", times === 1 ? "Recopié, en brouillon." : `${times} brouillons sont prêts.`);
    return c.redirect(times === 1 ? urls.runOccasion.href({ id: last }) : urls.running.href(), 303);
  });
}

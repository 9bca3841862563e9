import { stringify } from "csv-stringify/sync";
import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type Routes, setFlash } from "#src/people/web/index.ts";
import { textCell } from "#src/platform/csv.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text, textWithin } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { actOnOccasion } from "../occasions/act.ts";
import { admit } from "../registrations/enrol.ts";
import { mailFromOrganisers } from "../registrations/mails.ts";
import { giveUp } from "../registrations/places.ts";
import { registrationStates } from "../registrations/registration-states.ts";
import { findRegistration, listRegistrations } from "../registrations/store.ts";
import { ended, requirePart } from "./guard.ts";
import { answerRun, type RunPart } from "./run-answer.tsx";

/** What an organiser does with who registered: writes to them, admits, ends, takes the list away. */
export function registrantsRoutes(routes: Routes, world: World, runParts: readonly RunPart[]): void {
  routes.post(urls.runOccasionMail.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "write-to-registrants");
    const fields = await readForm(c);
    const errors: Record<string, string> = {};
    const subject = textWithin(fields, "objet", 150, errors);
    const body = textWithin(fields, "texte", 5000, errors);
    if (subject === "") errors.objet = "Donnez un objet.";
    if (body === "") errors.texte = "Écrivez un message.";
    if (Object.keys(errors).length > 0) return answerRun(c, world, runParts, { typed: fields, errors });
    const to = text(fields, "etat");
    const sent = ended(
      await actOnOccasion(world, visitor, occasion.id, "write-to-registrants", null, async ({ tx, note }) => {
        const all = (await listRegistrations(tx, occasion.id)).filter((one) => isAddressed(one.state, to));
        for (const one of all) await mailFromOrganisers(tx, world, occasion, one, { subject, body });
        await note("registrants-written-to", { to, subject, count: all.length });
        return all.length;
      }),
    );
    setFlash(c, "success", sent < 2 ? `${sent} courriel part.` : `${sent} courriels partent.`);
    return c.redirect(urls.runOccasion.href({ id: occasion.id }), 303);
  });

  routes.post(urls.runRegistrationAdmission.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "move-registrations");
    const id = idParam(c, "registration");
    const registration = await inTransaction(world.db, readerOf(visitor), (tx) => findRegistration(tx, id));
    if (registration?.occasionId !== occasion.id) notFound();
    const admitted = await admit(world, id, visitor.person.id);
    if (admitted === null) setFlash(c, "warning", "Cette inscription n’attend pas votre accord.");
    else setFlash(c, "success", "C’est admis ; la personne est prévenue.");
    return c.redirect(`${urls.runOccasion.href({ id: occasion.id })}#inscrits`, 303);
  });

  routes.post(urls.runRegistrationEnd.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "move-registrations");
    const id = idParam(c, "registration");
    const registration = await inTransaction(world.db, readerOf(visitor), (tx) => findRegistration(tx, id));
    if (registration?.occasionId !== occasion.id) notFound();
    if ((await giveUp(world, id, "organiser", visitor.person.id)) === null)
      setFlash(c, "warning", "Rien n’a changé : c’était déjà fait, ou le rendez-vous a eu lieu.");
    else setFlash(c, "success", "Inscription annulée ; la place va à la personne suivante.");
    return c.redirect(`${urls.runOccasion.href({ id: occasion.id })}#inscrits`, 303);
  });

  routes.get(urls.runOccasionExport.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "read-registrations");
    const rows = await inTransaction(world.db, readerOf(visitor), (tx) => listRegistrations(tx, occasion.id));
    return csvResponse(`inscrits-${occasion.slug}.csv`, [
      ["Nom", "Courriel", "Structure", "État", "Besoin d’accessibilité", ...occasion.questions.map((one) => one.label)],
      ...rows.map((one) => [
        one.name,
        one.email,
        one.structure,
        registrationStates[one.state].label,
        one.accessNeed,
        ...occasion.questions.map((question) => one.answers[question.id] ?? ""),
      ]),
    ]);
  });
}

/** For a spreadsheet in French: semicolons, and a mark that says UTF-8; codes keep their zeros, and no cell is a formula. */
function csvResponse(name: string, rows: readonly (readonly string[])[]): Response {
  const safe = rows.map((row) => row.map(textCell));
  return new Response(
    stringify(
      safe.map((row) => [...row]),
      { delimiter: ";", bom: true },
    ),
    {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
      },
    },
  );
}

function isAddressed(state: string, to: string): boolean {
  if (to === "all") return state === "registered" || state === "waiting" || state === "offered";
  return to === "waiting" ? state === "waiting" || state === "offered" : state === "registered";
}

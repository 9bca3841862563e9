import { stringify } from "csv-stringify/sync";
import { HTTPException } from "hono/http-exception";
import type { JSX } from "preact";
import { z } from "zod";
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
import { textCell } from "#src/platform/csv.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { SelectField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { isDoorOpen } from "../door/attendance.ts";
import { doorAddress } from "../door/links.ts";
import { listSigns } from "../door/store.ts";
import { actOnOccasion, isNotDone, type NotDone, seeOccasion } from "../occasions/act.ts";
import {
  announce,
  cancelOccasion,
  copyOccasion,
  createOccasion,
  proposeOccasion,
  putOff,
  saveOccasion,
} from "../occasions/acts.ts";
import { addCrew, type CrewPart, crewWords, listCrew, removeCrew } from "../occasions/crew.ts";
import { tellCrew } from "../occasions/crew-mail.ts";
import { mayOnOccasion, mayRun, type OccasionAct, type Part } from "../occasions/may.ts";
import { isPublic, type Occasion } from "../occasions/occasion.ts";
import { type FieldErrors, readOccasion, readSlots, typedOf } from "../occasions/occasion-form.ts";
import { OccasionFormPage } from "../occasions/occasion-form-page.tsx";
import { listSlots } from "../occasions/store.ts";
import { readEmail } from "../occasions/typed.ts";
import { admit } from "../registrations/enrol.ts";
import { mailFromOrganisers } from "../registrations/mails.ts";
import { readName } from "../registrations/names.ts";
import { giveUp } from "../registrations/places.ts";
import { registrationStates } from "../registrations/registration-states.ts";
import { findRegistration, listQuotas, listRegistrations } from "../registrations/store.ts";
import { RunPage } from "./run-page.tsx";
import { RunningPage } from "./running-page.tsx";
import { listRun } from "./store.ts";

/** A part that another chapter adds to the page of an occasion for who runs it. */
export type RunPart = (world: World, occasion: Occasion, parts: readonly Part[]) => Promise<JSX.Element | null>;

export function eventRoutes(routes: Routes, world: World, runParts: readonly RunPart[]): void {
  routes.get(urls.running.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const run = await inTransaction(world.db, readerOf(visitor), (tx) => listRun(tx, world.clock.now()));
    const runsAny = mayRun(visitor, "event") || mayRun(visitor, "session");
    if (!runsAny && run.coming.length + run.past.length === 0) notFound();
    const page = (
      <RunningPage {...run} mayMakeEvents={mayRun(visitor, "event")} mayRunTraining={mayRun(visitor, "session")} />
    );
    return respondPage(c, world, { title: "Animation", current: urls.running.href(), density: "compact" }, page);
  });

  routes.get(urls.newEvent.pattern, (c) => {
    requireRunner(c);
    return answerForm(
      c,
      world,
      { organisateur: world.config.funder.name, contact: world.config.funder.email },
      {},
      200,
    );
  });

  routes.post(urls.newEvent.pattern, async (c) => {
    const visitor = requireRunner(c);
    const typed = await readForm(c);
    const read = readOccasion(typed);
    if ("errors" in read) return answerForm(c, world, typed, read.errors, 422);
    const id = await createOccasion(world, visitor, "event", read.read);
    if (id === null) forbidden();
    setFlash(c, "success", "Le brouillon est gardé : relisez-le, puis annoncez-le.");
    return c.redirect(urls.runOccasion.href({ id }), 303);
  });

  routes.get(urls.agendaProposal.pattern, (c) => answerProposal(c, world, requireMember(c), {}, {}, 200));

  routes.post(urls.agendaProposal.pattern, async (c) => {
    const visitor = requireMember(c);
    const typed = await readForm(c);
    const read = readOccasion(typed);
    const organisation = visitor.memberships.find((one) => one.organisationId === text(typed, "organisme"));
    const errors = {
      ...("errors" in read ? read.errors : {}),
      ...(organisation === undefined ? { organisme: "Choisissez l’organisme qui propose." } : {}),
    };
    if ("errors" in read || organisation === undefined) return answerProposal(c, world, visitor, typed, errors, 422);
    const id = await proposeOccasion(world, visitor, organisation.organisationId, read.read);
    setFlash(c, "success", "Votre proposition est envoyée : une personne la relit avant de l’annoncer.");
    return c.redirect(urls.runOccasion.href({ id }), 303);
  });

  routes.get(urls.runOccasion.pattern, (c) => answerRun(c, world, runParts, {}, 200));

  routes.get(urls.runOccasionEdit.pattern, async (c) => {
    const { occasion } = await requirePart(c, world, "edit");
    const { slots, quotas } = await inTransaction(world.db, readerOf(requireSignedIn(c)), async (tx) => ({
      slots: await listSlots(tx, occasion.id),
      quotas: await listQuotas(tx, occasion.id),
    }));
    return answerEdit(c, world, occasion, typedOf(occasion, slots, quotas), {}, 200);
  });

  routes.post(urls.runOccasionEdit.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "edit");
    const typed = await readForm(c);
    const read = readOccasion(await withOwnSlots(world, visitor, occasion, typed), occasion.nature);
    if ("errors" in read) return answerEdit(c, world, occasion, typed, read.errors, 422);
    ended(await saveOccasion(world, visitor, occasion.id, versionOf(typed), read.read));
    setFlash(c, "success", "C’est enregistré.");
    return c.redirect(urls.runOccasion.href({ id: occasion.id }), 303);
  });

  routes.post(urls.runOccasionAnnouncement.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "announce");
    ended(await announce(world, visitor, occasion.id, versionOf(await readForm(c))));
    setFlash(c, "success", "Annoncé dans l’agenda.");
    return c.redirect(urls.runOccasion.href({ id: occasion.id }), 303);
  });

  routes.post(urls.runOccasionCancellation.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "call-off");
    const fields = await readForm(c);
    ended(await cancelOccasion(world, visitor, occasion.id, versionOf(fields), cutText(text(fields, "motif"), 500)));
    setFlash(c, "success", "Annulé ; chaque inscrit est prévenu.");
    return c.redirect(urls.runOccasion.href({ id: occasion.id }), 303);
  });

  routes.post(urls.runOccasionMove.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "call-off");
    const fields = await readForm(c);
    const hasDay = text(fields, "seance.0.jour") !== "";
    const errors: Record<string, string> = {};
    const slots = hasDay ? readSlots(fields, errors) : null;
    const [wrong] = Object.values(errors);
    if (wrong !== undefined) {
      setFlash(c, "danger", `Rien n’est reporté. ${wrong}`);
      return c.redirect(`${urls.runOccasion.href({ id: occasion.id })}#changer`, 303);
    }
    const reason = cutText(text(fields, "motif"), 500);
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

  routes.post(urls.runOccasionMail.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "write-to-registrants");
    const fields = await readForm(c);
    const [subject, body] = [cutText(text(fields, "objet"), 150), cutText(text(fields, "texte"), 5000)];
    if (subject === "" || body === "") {
      return answerRun(c, world, runParts, { objet: subject === "" ? "Donnez un objet." : "Écrivez un message." }, 422);
    }
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

  routes.post(urls.runOccasionCrew.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "name-crew");
    const fields = await readForm(c);
    const [name, email] = [readName(text(fields, "nom")), readEmail(text(fields, "courriel"))];
    const part = (Object.keys(crewWords) as CrewPart[]).find((one) => one === text(fields, "role"));
    const errors: Record<string, string> = {};
    if (name === null) errors.nom = "Donnez un nom.";
    if (email === null) errors.courriel = "Donnez une adresse électronique complète.";
    if (part === undefined) errors.role = "Choisissez un rôle.";
    if (name === null || email === null || part === undefined) return answerRun(c, world, runParts, errors, 422);
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
    await giveUp(world, id, "organiser", visitor.person.id);
    setFlash(c, "success", "Inscription annulée ; la place va à la personne suivante.");
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
export function csvResponse(name: string, rows: readonly (readonly string[])[]): Response {
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

/** Announced hours are not on the form: they are those of the occasion. */
async function withOwnSlots(
  world: World,
  visitor: SignedVisitor,
  occasion: Occasion,
  typed: FormFields,
): Promise<FormFields> {
  if (occasion.state !== "published" && occasion.state !== "postponed") return typed;
  const slots = await inTransaction(world.db, readerOf(visitor), (tx) => listSlots(tx, occasion.id));
  const own = Object.entries(typedOf(occasion, slots, [])).filter(([name]) => name.startsWith("seance."));
  return { ...typed, ...Object.fromEntries(own) };
}

function requireRunner(c: RequestContext): SignedVisitor {
  const visitor = requireSignedIn(c);
  return mayRun(visitor, "event") ? visitor : notFound();
}

function requireMember(c: RequestContext): SignedVisitor {
  const visitor = requireSignedIn(c);
  return visitor.memberships.some((one) => one.role !== "reader") ? visitor : forbidden();
}

/** The occasion of the path, for a visitor who may do this with it: 404 where it is not theirs to see, 403 to do. */
export async function requirePart(
  c: RequestContext,
  world: World,
  act: OccasionAct,
): Promise<{ readonly visitor: SignedVisitor; readonly occasion: Occasion; readonly parts: readonly Part[] }> {
  const visitor = requireSignedIn(c);
  const seen = await seeOccasion(world, visitor, { id: idParam(c, "id") });
  if (seen === null) notFound();
  if (!mayOnOccasion(seen.parts, act)) forbidden();
  return { visitor, ...seen };
}

/** What an act gave, or the answer of its refusal. */
export function ended<T>(outcome: T | { readonly notDone: NotDone }): T {
  if (!isNotDone(outcome)) return outcome;
  if (outcome.notDone === "absent") notFound();
  if (outcome.notDone === "forbidden") forbidden();
  throw new HTTPException(409);
}

export function versionOf(fields: FormFields): number {
  const version = z.coerce.number().int().safeParse(text(fields, "version"));
  return version.success ? version.data : 0;
}

function answerForm(
  c: RequestContext,
  world: World,
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Response {
  const page = (
    <OccasionFormPage
      action={urls.newEvent.href()}
      title="Préparer un événement"
      lead="Rien n’est public tant que vous ne l’annoncez pas."
      button="Garder le brouillon"
      version={null}
      nature="event"
      isAnnounced={false}
      typed={typed}
      errors={errors}
    />
  );
  return respondPage(c, world, { title: "Préparer un événement", current: urls.running.href(), status }, page);
}

function answerEdit(
  c: RequestContext,
  world: World,
  occasion: Occasion,
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Response {
  const page = (
    <OccasionFormPage
      action={urls.runOccasionEdit.href({ id: occasion.id })}
      title={`Modifier : ${occasion.title}`}
      button="Enregistrer"
      version={Number(text(typed, "version")) || occasion.version}
      nature={occasion.nature}
      isAnnounced={occasion.state === "published" || occasion.state === "postponed"}
      typed={typed}
      errors={errors}
    />
  );
  return respondPage(c, world, { title: `Modifier, ${occasion.title}`, current: urls.running.href(), status }, page);
}

function answerProposal(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Response {
  const page = (
    <OccasionFormPage
      action={urls.agendaProposal.href()}
      title="Proposer un événement"
      lead="Une personne de la Région relit votre proposition, puis l’annonce. Vous en devenez l’organisateur."
      button="Envoyer la proposition"
      version={null}
      nature="event"
      isAnnounced={false}
      typed={typed}
      errors={errors}
    >
      <SelectField
        name="organisme"
        label="Au nom de quel organisme ?"
        options={visitor.memberships.map((one) => ({ value: one.organisationId, label: one.organisationName }))}
        value={text(typed, "organisme")}
        error={errors.organisme}
      />
    </OccasionFormPage>
  );
  return respondPage(c, world, { title: "Proposer un événement", current: urls.agenda.href(), status }, page);
}

async function answerRun(
  c: RequestContext,
  world: World,
  runParts: readonly RunPart[],
  errors: FieldErrors,
  status: 200 | 422,
): Promise<Response> {
  const { visitor, occasion, parts } = await requirePart(c, world, "see");
  const mayRead = mayOnOccasion(parts, "read-registrations");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    quotas: await listQuotas(tx, occasion.id),
    registrations: mayRead ? await listRegistrations(tx, occasion.id) : [],
    crew: mayOnOccasion(parts, "name-crew") ? await listCrew(tx, occasion.id) : [],
    signs: mayRead ? await listSigns(tx, occasion.id) : [],
  }));
  const more = await Promise.all(runParts.map((part) => part(world, occasion, parts)));
  const attended = new Set(found.signs.filter((one) => one.present).map((one) => one.registrationId));
  const page = (
    <RunPage
      occasion={occasion}
      parts={parts}
      {...found}
      attended={attended}
      errors={errors}
      doorAddress={isPublic(occasion) && !isLongOver(world, occasion) ? doorAddress(world, occasion.id) : null}
    >
      {more}
    </RunPage>
  );
  const options = { title: occasion.title, current: urls.running.href(), density: "compact", status } as const;
  return respondPage(c, world, options, page);
}

function isLongOver(world: World, occasion: Occasion): boolean {
  const now = world.clock.now();
  return occasion.endsAt.epochMilliseconds < now.epochMilliseconds && !isDoorOpen(occasion, now);
}

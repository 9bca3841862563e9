import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { SelectField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { createOccasion, proposeOccasion, saveOccasion } from "../occasions/acts.ts";
import { mayRun } from "../occasions/may.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { type FieldErrors, readOccasion, typedOf } from "../occasions/occasion-form.ts";
import { OccasionFormPage } from "../occasions/occasion-form-page.tsx";
import { listSlots } from "../occasions/store.ts";
import { listQuotas } from "../registrations/store.ts";
import { ended, requirePart, versionOf } from "./guard.ts";

/** An occasion as it is written: prepared by who runs events, proposed by a member, changed later. */
export function occasionFormRoutes(routes: Routes, world: World): void {
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

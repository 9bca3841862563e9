import { readerOf, type SignedVisitor, writesForSome } from "#src/people/index.ts";
import {
  forbidden,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
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
import { answerOccasionForm } from "../occasions/occasion-form-answer.tsx";
import { listSlots } from "../occasions/slot-store.ts";
import { listQuotas } from "../registrations/store.ts";
import { ended, requirePart, versionOf } from "./guard.ts";

/** An occasion as it is written: prepared by who runs events, proposed by a member, changed later. */
export function occasionFormRoutes(routes: Routes, world: World): void {
  routes.get(urls.newEvent.pattern, (c) => {
    requireRunner(c);
    const { name: organisateur, email: contact } = world.config.funder;
    return answerForm(c, world, { organisateur, contact }, {});
  });

  routes.post(urls.newEvent.pattern, async (c) => {
    const visitor = requireRunner(c);
    const typed = await readForm(c);
    const read = readOccasion(typed);
    if ("errors" in read) return answerForm(c, world, typed, read.errors);
    const id = await createOccasion(world, visitor, "event", read.read);
    if (id === null) forbidden();
    setFlash(c, "success", "Le brouillon est gardé : relisez-le, puis annoncez-le.");
    return c.redirect(urls.runOccasion.href({ id }), 303);
  });

  routes.get(urls.agendaProposal.pattern, (c) => answerProposal(c, world, requireMember(c), {}, {}));

  routes.post(urls.agendaProposal.pattern, async (c) => {
    const visitor = requireMember(c);
    const typed = await readForm(c);
    const read = readOccasion(typed);
    const organisation = visitor.memberships.find((one) => one.organisationId === text(typed, "organisme"));
    const errors = {
      ...("errors" in read ? read.errors : {}),
      ...(organisation === undefined ? { organisme: "Choisissez l’organisme qui propose." } : {}),
    };
    if ("errors" in read || organisation === undefined) return answerProposal(c, world, visitor, typed, errors);
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
    return answerEdit(c, world, occasion, typedOf(occasion, slots, quotas), {});
  });

  routes.post(urls.runOccasionEdit.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "edit");
    const typed = await readForm(c);
    const read = readOccasion(await withOwnSlots(world, visitor, occasion, typed), occasion.nature);
    if ("errors" in read) return answerEdit(c, world, occasion, typed, read.errors);
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
  return writesForSome(visitor) ? visitor : forbidden();
}

function answerForm(c: RequestContext, world: World, typed: FormFields, errors: FieldErrors): Response {
  return answerOccasionForm(c, world, {
    action: urls.newEvent.href(),
    current: urls.running.href(),
    title: "Préparer un événement",
    lead: "Rien n’est public tant que vous ne l’annoncez pas.",
    button: "Garder le brouillon",
    nature: "event",
    typed,
    errors,
  });
}

function answerEdit(
  c: RequestContext,
  world: World,
  occasion: Occasion,
  typed: FormFields,
  errors: FieldErrors,
): Response {
  return answerOccasionForm(c, world, {
    occasion,
    action: urls.runOccasionEdit.href({ id: occasion.id }),
    current: urls.running.href(),
    title: `Modifier : ${occasion.title}`,
    windowTitle: `Modifier, ${occasion.title}`,
    button: "Enregistrer",
    nature: occasion.nature,
    typed,
    errors,
  });
}

function answerProposal(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  typed: FormFields,
  errors: FieldErrors,
): Response {
  return answerOccasionForm(c, world, {
    action: urls.agendaProposal.href(),
    current: urls.agenda.href(),
    title: "Proposer un événement",
    lead: `Une personne ${world.config.funder.words.of} relit votre proposition, puis l’annonce. Vous en devenez l’organisateur.`,
    button: "Envoyer la proposition",
    nature: "event",
    typed,
    errors,
    children: (
      <SelectField
        name="organisme"
        label="Au nom de quel organisme ?"
        options={visitor.memberships.map((one) => ({ value: one.organisationId, label: one.organisationName }))}
        value={text(typed, "organisme")}
        error={errors.organisme}
      />
    ),
  });
}

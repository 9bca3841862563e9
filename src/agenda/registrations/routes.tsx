import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import type { JSX } from "preact";
import { runsAgenda, type Visitor, withinLimit } from "#src/people/index.ts";
import {
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
import { Answer, LinkButton, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { calendarOf } from "../calendar/ical.ts";
import { calendarResponse } from "../calendar/routes.tsx";
import { EventPage } from "../events/event-page.tsx";
import { listNamed } from "../occasions/crew.ts";
import { isPublic, type Occasion, whyClosed } from "../occasions/occasion.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import { listDays } from "../occasions/slot-store.ts";
import { findOccasion } from "../occasions/store.ts";
import { closedWords } from "../occasions/words.ts";
import { confirm, type Enrolled, enrol } from "./enrol.ts";
import { registrationOfTicket, ticketOf } from "./links.ts";
import { MinePage } from "./mine-page.tsx";
import { giveUp, takeOffer } from "./places.ts";
import { readEntries } from "./read-entries.ts";
import type { Quota, Registration } from "./registration.ts";
import { RegistrationPage } from "./registration-page.tsx";
import { findRegistration, isOwnedBy, listMine, listQuotas } from "./store.ts";
import { readTrainee, saveTrainee } from "./trainee.ts";
import { placeInQueue } from "./waiting-store.ts";

/** A form of a part that was not taken: all that was typed in it, and what is wrong by the field. */
export interface RefusedPart {
  readonly typed: FormFields;
  readonly errors: FieldErrors;
}

export type PagePart = (
  world: World,
  occasion: Occasion,
  visitor: Visitor,
  refused: RefusedPart | null,
) => Promise<JSX.Element | null>;

/** What other chapters say on an occasion's page, and on that of one's own registration. */
export interface OccasionParts {
  readonly onPage: readonly PagePart[];
  readonly onTicket: readonly ((
    world: World,
    occasion: Occasion,
    registration: Registration,
    ticket: string,
  ) => Promise<JSX.Element | null>)[];
}

export function registrationRoutes(routes: Routes, world: World, parts: OccasionParts): void {
  routes.get(urls.agendaItem.pattern, etag({ weak: true }), async (c) => {
    const slug = c.req.param("slug");
    if (slug.endsWith(".ics")) {
      const { occasion } = await requirePublic(world, slug.slice(0, -4));
      const days = await inTransaction(world.db, "public", (tx) => listDays(tx, [occasion]));
      return calendarResponse(calendarOf(world, occasion.title, [occasion], days));
    }
    const { occasion, quotas } = await requirePublic(world, slug);
    return answerOccasion(c, world, parts.onPage, occasion, quotas, {}, {}, 200);
  });

  routes.post(urls.agendaRegistration.pattern, async (c) => {
    const { occasion, quotas } = await requirePublic(world, c.req.param("slug"));
    const typed = await readForm(c);
    const visitor = c.get("visitor");
    const read = readEntries(typed, occasion, quotas, visitor);
    if ("errors" in read) return answerOccasion(c, world, parts.onPage, occasion, quotas, typed, read.errors, 422);
    const { quotaId, self, colleagues } = read.read;
    if (!(await withinLimit(world, "registration", self.email, { max: 10, minutes: 15 }))) throw new HTTPException(429);
    const isSure = visitor.person !== null;
    const own = await enrol(world, {
      occasionId: occasion.id,
      quotaId,
      entries: [self],
      enteredBy: null,
      isSure,
      also: async (tx, id) => {
        if (occasion.nature === "session") await saveTrainee(tx, id, readTrainee(typed));
      },
    });
    if ("closed" in own) {
      setFlash(c, "warning", closedWords[own.closed]);
      return c.redirect(urls.agendaItem.href({ slug: occasion.slug }), 303);
    }
    if (colleagues.length > 0) {
      const enteredBy = { id: visitor.person?.id ?? null, name: self.name };
      await enrol(world, { occasionId: occasion.id, quotaId, entries: colleagues, enteredBy, isSure });
    }
    const [mine] = own.enrolled;
    if (!isSure || mine === undefined) return answerSent(c, world, occasion, self.email);
    setFlash(c, "success", tellEnrolled(mine, colleagues.length));
    return c.redirect(urls.registration.href({ ticket: ticketOf(world, mine.id) }), 303);
  });

  routes.get(urls.myOccasions.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const { person } = visitor;
    const isNamed = await inTransaction(
      world.db,
      "system",
      async (tx) => (await listNamed(tx, person.email, world.clock.now())).length > 0,
    );
    // By the service: what was entered at their address by somebody else is theirs too.
    const found = await inTransaction(world.db, "system", async (tx) => {
      const all = await listMine(tx, person);
      const rows = [];
      for (const registration of all) {
        const occasion = await findOccasion(tx, { id: registration.occasionId });
        if (occasion !== null) rows.push({ registration, occasion });
      }
      return rows;
    });
    const mine = found
      .map((one) => ({ ...one, isOwn: isOwnedBy(one.registration, person) }))
      .map((one) => ({ ...one, ticket: one.isOwn ? ticketOf(world, one.registration.id) : null }))
      .sort((a, b) => b.occasion.startsAt.epochMilliseconds - a.occasion.startsAt.epochMilliseconds);
    const page = (
      <MinePage
        own={mine.filter((one) => one.isOwn)}
        entered={mine.filter((one) => !one.isOwn)}
        runs={runsAgenda(visitor) || isNamed}
      />
    );
    return respondPage(c, world, { title: "Mes rendez-vous", current: urls.agenda.href() }, page);
  });

  routes.get(urls.registration.pattern, (c) => answerRegistration(c, world, parts));

  routes.post(urls.registrationConfirmation.pattern, async (c) => {
    const id = ticketId(c, world);
    const outcome = await confirm(world, id);
    if (outcome !== null && "closed" in outcome) setFlash(c, "warning", closedWords[outcome.closed]);
    else if (outcome !== null) setFlash(c, "success", tellEnrolled(outcome, 0));
    return backToRegistration(c);
  });

  routes.post(urls.registrationOffer.pattern, async (c) => {
    const taken = await takeOffer(world, ticketId(c, world), null);
    if (taken === null) setFlash(c, "warning", "Cette place n’est plus gardée pour vous.");
    else setFlash(c, "success", "Cette place est à vous.");
    return backToRegistration(c);
  });

  routes.post(urls.registrationEnd.pattern, async (c) => {
    const fields = await readForm(c);
    const objects = text(fields, "motif") === "opposition";
    if (text(fields, "etat") === "waiting" && (await isOffered(world, ticketId(c, world)))) {
      setFlash(
        c,
        "info",
        "Entre-temps, une place s’est libérée : elle est gardée pour vous. Prenez-la, ou laissez-la.",
      );
      return backToRegistration(c);
    }
    const ended = await giveUp(world, ticketId(c, world), objects ? "objected" : "self", null);
    if (ended !== null)
      setFlash(c, "success", objects ? "Vos données sont effacées." : "C’est noté : votre place est libre.");
    else setFlash(c, "warning", "Rien n’a changé : c’était déjà fait, ou le rendez-vous a eu lieu.");
    return backToRegistration(c);
  });
}

function tellEnrolled(enrolled: Enrolled, colleagues: number): string {
  const others = colleagues === 0 ? "" : " Vos collègues reçoivent chacun un courriel.";
  if (enrolled.kind === "known") return `Vous étiez déjà inscrit : rien n’a changé.${others}`;
  if (enrolled.kind === "held") return `Votre inscription attend l’accord de l’opérateur.${others}`;
  if (enrolled.kind === "waiting") return `Vous êtes sur la liste d’attente.${others}`;
  return `Votre place est retenue.${others}`;
}

function ticketId(c: RequestContext, world: World): string {
  return registrationOfTicket(world, c.req.param("ticket") ?? "") ?? notFound();
}

/** A page open since before a place came back leads to the place: it knew only of the queue that it leaves. */
async function isOffered(world: World, id: string): Promise<boolean> {
  return (await inTransaction(world.db, "system", (tx) => findRegistration(tx, id)))?.state === "offered";
}

function backToRegistration(c: RequestContext): Response {
  return c.redirect(urls.registration.href({ ticket: c.req.param("ticket") ?? "" }), 303);
}

async function requirePublic(
  world: World,
  slug: string,
): Promise<{ readonly occasion: Occasion; readonly quotas: readonly Quota[] }> {
  const found = await inTransaction(world.db, "public", async (tx) => {
    const occasion = await findOccasion(tx, { slug });
    return occasion === null ? null : { occasion, quotas: await listQuotas(tx, occasion.id) };
  });
  return found !== null && isPublic(found.occasion) ? found : notFound();
}

/** The page of an occasion with the form of a part of it to be corrected. */
export async function answerPart(
  c: RequestContext,
  world: World,
  onPage: readonly PagePart[],
  slug: string,
  refused: RefusedPart,
): Promise<Response> {
  const { occasion, quotas } = await requirePublic(world, slug);
  return answerOccasion(c, world, onPage, occasion, quotas, {}, {}, 422, refused);
}

async function answerOccasion(
  c: RequestContext,
  world: World,
  onPage: readonly PagePart[],
  occasion: Occasion,
  quotas: readonly Quota[],
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
  refused: RefusedPart | null = null,
): Promise<Response> {
  const visitor = c.get("visitor");
  const more = await Promise.all(onPage.map((part) => part(world, occasion, visitor, refused)));
  const days = await inTransaction(world.db, "public", (tx) => listDays(tx, [occasion]));
  const page = (
    <EventPage
      occasion={occasion}
      days={days.get(occasion.id) ?? []}
      quotas={quotas}
      typed={typed}
      errors={errors}
      closed={whyClosed(occasion, world.clock.now())}
      person={visitor.person}
      structures={visitor.memberships.map((one) => ({ id: one.organisationId, name: one.organisationName }))}
    >
      {more}
    </EventPage>
  );
  const options = {
    title: occasion.title,
    description: occasion.summary,
    current: urls.agenda.href(),
    breadcrumbs: [{ label: "Agenda", href: urls.agenda.href() }, { label: occasion.title }],
    public: true,
    status,
  };
  return respondPage(c, world, options, page);
}

/** The same page whether the address was known or not: it tells nobody who is registered. */
function answerSent(c: RequestContext, world: World, occasion: Occasion, email: string): Response {
  const page = (
    <>
      <PageHeader eyebrow="Inscription" title={occasion.title} />
      <Answer tone="info" icon="send" title="Ouvrez votre courriel pour confirmer">
        <p>{`Un message part à ${email}. Votre place est prise quand vous ouvrez son lien et confirmez.`}</p>
        <p>Rien au bout de quelques minutes ? Regardez dans les indésirables, puis recommencez.</p>
      </Answer>
      <LinkButton variant="secondary" href={urls.agenda.href()}>
        Revenir à l’agenda
      </LinkButton>
    </>
  );
  return respondPage(c, world, { title: "Confirmez votre inscription", current: urls.agenda.href() }, page);
}

async function answerRegistration(c: RequestContext, world: World, parts: OccasionParts): Promise<Response> {
  const id = ticketId(c, world);
  const found = await inTransaction(world.db, "system", async (tx) => {
    const registration = await findRegistration(tx, id);
    const occasion = registration === null ? null : await findOccasion(tx, { id: registration.occasionId });
    if (registration === null || occasion === null) return null;
    const place = registration.state === "waiting" ? await placeInQueue(tx, registration) : null;
    const days = (await listDays(tx, [occasion])).get(occasion.id) ?? [];
    return { registration, occasion, place, days };
  });
  if (found === null) notFound();
  const { occasion, registration } = found;
  const ticket = ticketOf(world, id);
  const more = await Promise.all(parts.onTicket.map((part) => part(world, occasion, registration, ticket)));
  const page = (
    <RegistrationPage
      {...found}
      ticket={ticket}
      doorAddress={world.origin + urls.doorTicket.href({ ticket })}
      isOver={whyClosed(occasion, world.clock.now()) === "over"}
    >
      {more}
    </RegistrationPage>
  );
  return respondPage(c, world, { title: `Votre inscription, ${occasion.title}`, current: urls.agenda.href() }, page);
}

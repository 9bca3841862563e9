import { randomUUID } from "node:crypto";
import {
  listPartners,
  maySeeAsApplicant,
  type OpenApplication,
  openApplication,
  type Refusal,
} from "#src/life/index.ts";
import { answerAct, readKey } from "#src/life/web/index.ts";
import { readerOf } from "#src/people/index.ts";
import {
  idParam,
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
import { urls } from "#src/urls.ts";
import { breadcrumbsOf } from "../draft/answer-section.tsx";
import { invitePartner, mayInvite } from "./invite.ts";
import { remindPartner, removePartner } from "./manage.ts";
import { PartnersPage, type PartnersPageProps } from "./partners-page.tsx";

/** The lead's page of its partners: who is invited, pressed, taken away. */
export function partnerRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationPartners.pattern, async (c) => answerPartners(c, world));
  routes.post(urls.applicationPartners.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const fields = await readForm(c);
    const id = idParam(c, "id");
    const typed = { siret: text(fields, "siret"), email: text(fields, "courriel") };
    const request = requestOf(id, fields);
    const outcome = await invitePartner(world, visitor, request, typed);
    return answerAct(c, world, outcome, "L’invitation est envoyée.", (refusals) =>
      answerPartners(c, world, { typed, refusals }),
    );
  });
  routes.post(urls.applicationPartnerReminder.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const [id, partner] = [idParam(c, "id"), idParam(c, "partner")];
    const outcome = await remindPartner(world, visitor, requestOf(id, await readForm(c)), partner);
    return answerAct(c, world, outcome, "Un courriel est parti.", (refusals) => back(c, id, refusals));
  });
  routes.post(urls.applicationPartnerRemoval.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const [id, partner] = [idParam(c, "id"), idParam(c, "partner")];
    const outcome = await removePartner(world, visitor, requestOf(id, await readForm(c)), partner);
    return answerAct(
      c,
      world,
      outcome,
      "Cette structure ne prend plus part au projet\u00a0: elle en est prévenue.",
      (refusals) => back(c, id, refusals),
    );
  });
  // An act that was refused leaves its own address in the bar: read again, it leads back to the page.
  for (const act of [urls.applicationPartnerReminder, urls.applicationPartnerRemoval]) {
    routes.get(act.pattern, async (c) => {
      const { application } = await load(c, world);
      return c.redirect(urls.applicationPartners.href({ id: application.id }), 303);
    });
  }
}

function requestOf(id: string, fields: FormFields) {
  return { id, key: readKey(fields), version: null, location: urls.applicationPartners.href({ id }) };
}

/** What cannot be done is said above the page it was asked from. */
function back(c: RequestContext, id: string, refusals: readonly Refusal[]): Response {
  setFlash(c, "warning", refusals.map(({ message }) => message).join(" "));
  return c.redirect(urls.applicationPartners.href({ id }), 303);
}

async function load(c: RequestContext, world: World): Promise<OpenApplication> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const file = await inTransaction(world.db, readerOf(visitor), (tx) => openApplication(tx, id, world.clock.now()));
  if (file === null || !maySeeAsApplicant(visitor, file.application)) return notFound();
  return file.reading.scheme.consortium === undefined ? notFound() : file;
}

async function answerPartners(
  c: RequestContext,
  world: World,
  told: Pick<PartnersPageProps, "typed" | "refusals"> = { typed: { siret: "", email: "" }, refusals: [] },
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const file = await load(c, world);
  const { application, reading } = file;
  if (application.state !== "draft") return c.redirect(urls.application.href({ id: application.id }), 303);
  const all = await inTransaction(world.db, readerOf(visitor), (tx) => listPartners(tx, application.id));
  const missing = new Map(
    file.partners.flatMap(({ partner, part }) => {
      const gaps = reading.gaps.filter(({ path }) => path.startsWith(`${part.path}.`)).length;
      return partner === null ? [] : [[partner.id, gaps] as const];
    }),
  );
  const asked = reading.documents.find(({ document }) => document.id === reading.scheme.consortium?.agreement);
  const isJoined = file.attachments.some(({ key }) => key === asked?.key);
  return respondPage(
    c,
    world,
    {
      title: "Les partenaires",
      current: urls.dashboard.href(),
      breadcrumbs: breadcrumbsOf(file, "Les partenaires"),
      status: told.refusals.length > 0 ? 422 : 200,
      toCorrect: told.refusals.length > 0,
    },
    <PartnersPage
      file={file}
      ended={all.filter(({ endedAt }) => endedAt !== null)}
      missing={missing}
      mayInvite={mayInvite(visitor, application)}
      newFields={() => ({ cle: randomUUID() })}
      agreement={asked === undefined ? null : { label: asked.label, isJoined }}
      {...told}
    />,
  );
}

import { listAdopted } from "#src/committees/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  requireAgent,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction, type Reader } from "#src/platform/database/database.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { Outcome } from "../act.ts";
import { type Call, isPublished } from "../call.ts";
import { type CallDrafts, lastDayToExtend, mayStillExtend } from "../extend.ts";
import { type CallAct, mayOnCalls, mayPublish } from "../may.ts";
import { blocksOpening } from "../missing.ts";
import { notesOf } from "../notes.ts";
import { questionsOf } from "../questions.ts";
import { findCall, listVersions } from "../store.ts";
import { DeskCallPage } from "./desk-call-page.tsx";
import type { Typed } from "./desk-forms.tsx";

export function requireDesk(c: RequestContext): SignedVisitor {
  const visitor = requireAgent(c);
  return mayOnCalls(visitor, "see-desk") ? visitor : notFound();
}

export function requireAct(c: RequestContext, act: CallAct): SignedVisitor {
  const visitor = requireDesk(c);
  return mayOnCalls(visitor, act) ? visitor : forbidden();
}

export async function load(
  c: RequestContext,
  world: World,
): Promise<{ readonly visitor: SignedVisitor; readonly call: Call }> {
  const visitor = requireDesk(c);
  const id = idParam(c, "id");
  const call = await inTransaction(world.db, readerOf(visitor), (tx) => findCall(tx, { id }));
  return { visitor, call: call ?? notFound() };
}

export async function loadToEdit(c: RequestContext, world: World) {
  requireAct(c, "edit");
  const found = await load(c, world);
  if (found.call.state === "published") forbidden();
  return found;
}

export function versionOf(fields: FormFields): number {
  return Number(text(fields, "version"));
}

/** Back to the call once an act was done, or once it is said why it was not. */
export function afterAct(c: RequestContext, id: string, outcome: Outcome, told: string, anchor = ""): Response {
  if (outcome === "absent") notFound();
  if (outcome === "forbidden") forbidden();
  if (outcome === "done") setFlash(c, "success", told);
  else setFlash(c, "danger", refused[outcome]);
  return c.redirect(`${urls.deskCall.href({ id })}${anchor}`, 303);
}

const refused = {
  stale: "Rien n’est fait : une autre personne a changé cet appel entre-temps. Relisez-le.",
  impossible: "Rien n’est fait : l’appel n’en est plus là, ou il lui manque encore quelque chose.",
} as const;

export function deskOptions(call: Call, title: string) {
  return {
    title,
    current: urls.callDesk.href(),
    breadcrumbs: [
      { label: "Appels à projets", href: urls.callDesk.href() },
      { label: call.title, href: urls.deskCall.href({ id: call.id }) },
      { label: title },
    ],
  };
}

export async function answerDesk(
  c: RequestContext,
  world: World,
  drafts: CallDrafts,
  visitor: SignedVisitor,
  call: Call,
  fields: FormFields,
  errors: Typed,
): Promise<Response> {
  const versions = await inTransaction(world.db, readerOf(visitor), (tx) => listVersions(tx, call.id));
  const now = world.clock.now();
  // Numbers that whoever reads no draft may know.
  const standing = isPublished(call)
    ? await inTransaction(world.db, "system", (tx) => drafts.standing(tx, call, now))
    : null;
  const may = (act: CallAct) => mayOnCalls(visitor, act);
  const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, text(fields, name)]));
  // Named to whoever records the vote; only those who may read the meeting are led there.
  const listed = (reader: Reader) => inTransaction(world.db, reader, (tx) => listAdopted(tx, { kind: "selection" }));
  const [adopted, own] = [await listed("system"), await listed(readerOf(visitor))];
  const adoptedGrids = { adopted, opened: new Set(own.map(({ item }) => item)) };
  const page = (
    <DeskCallPage
      call={call}
      now={world.clock.now()}
      blocking={call.state === "published" ? [] : blocksOpening(call, world.clock.now())}
      versions={versions}
      questions={await questionsOf(world, visitor, call.id)}
      standing={standing}
      {...adoptedGrids}
      notes={await notesOf(world, visitor, call.id)}
      lastDayToExtend={isPublished(call) ? lastDayToExtend(world, call) : null}
      may={{
        edit: may("edit"),
        propose: may("propose"),
        vote: may("record-vote"),
        sendBack: may("send-back"),
        publish: mayPublish(visitor, call),
        withdraw: may("withdraw"),
        extend: may("extend") && isPublished(call) && mayStillExtend(world, call, world.clock.now(), true),
        copy: may("copy"),
        answer: may("answer-questions"),
      }}
      typed={typed}
      errors={errors}
    />
  );
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const options = {
    title: call.title,
    current: urls.callDesk.href(),
    breadcrumbs: [{ label: "Appels à projets", href: urls.callDesk.href() }, { label: call.title }],
    status: status as 200 | 422,
  };
  return respondPage(c, world, options, page);
}

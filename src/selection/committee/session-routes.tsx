import type { Raw } from "#policy/index.ts";
import type { Call } from "#src/calls/index.ts";
import { findCall } from "#src/calls/index.ts";
import { listCommittees, meetingForm, readStart } from "#src/committees/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import {
  askProof,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { downloadResponse, pdfResponse } from "#src/platform/http/download.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { maySelect } from "../may.ts";
import { loadSelection } from "../ranking/steps.ts";
import { answerAct, loadCall } from "../web/answer.tsx";
import { selectionTrail } from "../web/tabs.tsx";
import { minutesOf, selectionMinutes } from "./minutes.ts";
import { chairs, correctMinutes, draftMinutes, signMinutes } from "./minutes-acts.ts";
import { leftBy, mayEnter } from "./room.ts";
import { findSession, type Session } from "./session.ts";
import { planSession } from "./session-acts.ts";
import { SessionPage, type SessionPageProps } from "./session-page.tsx";

/** The meeting of a call and its minutes. */
export function sessionRoutes(routes: Routes, world: World): void {
  routes.get(urls.callSession.pattern, (c) => show(c, world, null));

  routes.post(urls.callSession.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "hold-session");
    const fields: Raw = await readForm(c);
    const { answers, errors } = readPlainForm(meetingForm, fields);
    const all = new Map(errors);
    const startsAt = readStart(answers, all);
    if (all.size > 0 || startsAt === null) return show(c, world, { raw: fields, errors: all });
    const outcome = await planSession(world, visitor, call.id, {
      committee: text(fields, "committee"),
      title: answers.title ?? "",
      startsAt,
      place: answers.place ?? "",
      link: text(fields, "link"),
    });
    if (typeof outcome === "object" && !outcome.done) {
      return show(c, world, { raw: fields, errors: new Map([[outcome.field, outcome.why]]) });
    }
    return answerAct(
      c,
      outcome,
      "La réunion est prévue\u00a0: convoquez ses membres.",
      urls.callSession.href({ call: call.id }),
    );
  });

  routes.post(urls.callMinutes.pattern, async (c) => {
    const { visitor, call } = await enter(c, world);
    const fields = await readForm(c);
    const back = urls.callSession.href({ call: call.id });
    if (text(fields, "action") === "signer") {
      const again = await askProof(c, world);
      if (again !== null) return again;
      return answerAct(c, await signMinutes(world, visitor, call), "Le procès-verbal est signé.", back);
    }
    const outcome = await correctMinutes(world, visitor, call.id, text(fields, "words"));
    if (typeof outcome === "object" && !outcome.done) {
      return show(c, world, { raw: fields as Raw, errors: new Map([[outcome.field, outcome.why]]) });
    }
    return answerAct(c, outcome, "Le rectificatif est ajouté.", back);
  });

  routes.get(urls.callMinutesFile.pattern, async (c) => {
    const { visitor, call, session } = await enter(c, world);
    if (session === null) return notFound();
    if (session.issued === null) {
      if (!mayReadDraft(visitor, session, today(world.clock).toString())) return notFound();
      const draft = await draftMinutes(world, call, "en projet", null);
      if (draft === null) return notFound();
      return pdfResponse(
        (await funderPdf(world.config, selectionMinutes, minutesOf(draft), { preview: true })).pdf,
        "projet-proces-verbal.pdf",
      );
    }
    const { fileId } = session.issued;
    const file = await inTransaction(world.db, "system", (tx) =>
      tx
        .selectFrom("file")
        .select(["id as fileId", "name", "size", "media_type as mediaType"])
        .where("id", "=", fileId)
        .executeTakeFirstOrThrow(),
    );
    return downloadResponse(world, file, true);
  });
}

interface Entered {
  readonly visitor: SignedVisitor;
  readonly call: Call;
  readonly session: Session | null;
}

/** For agents, and for who sits on the committee of the session. */
async function enter(c: RequestContext, world: World): Promise<Entered> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "call");
  const found = await inTransaction(world.db, "system", async (tx) => ({
    call: await findCall(tx, { id }),
    session: await findSession(tx, id),
  }));
  const { call, session } = found;
  if (call === null || call.state !== "published") return notFound();
  return mayEnter(visitor, session, today(world.clock).toString()) ? { visitor, call, session } : notFound();
}

/**
 * A draft tells what was said of every project: a member who left the room for one reads the minutes once they are signed,
 * whoever signs them apart.
 */
function mayReadDraft(visitor: SignedVisitor, session: Session, on: string): boolean {
  return leftBy(visitor, session).length === 0 || chairs(visitor, session, on);
}

async function show(c: RequestContext, world: World, refused: SessionPageProps["refused"]): Promise<Response> {
  const { visitor, call, session } = await enter(c, world);
  const committees = await inTransaction(world.db, "system", listCommittees);
  const isRunning = maySelect(visitor, "hold-session");
  const mayChair = session !== null && chairs(visitor, session, today(world.clock).toString());
  const undecided = mayChair && session.issued === null ? await countUndecided(world, call.id) : 0;
  return respondPage(
    c,
    world,
    {
      title: `Réunion, ${call.title}`,
      current: urls.selectionDesk.href(),
      density: "compact",
      status: refused === null ? 200 : 422,
      breadcrumbs: maySelect(visitor, "see")
        ? selectionTrail(call, "Réunion du comité")
        : [{ label: "Réunion du comité" }],
    },
    <SessionPage
      call={call}
      session={session}
      committees={isRunning ? committees.filter(({ kind, endedOn }) => kind === "selection" && endedOn === null) : []}
      mayPlan={isRunning}
      maySeeAll={maySelect(visitor, "see")}
      mayReadDraft={session !== null && mayReadDraft(visitor, session, today(world.clock).toString())}
      mayChair={mayChair}
      undecided={undecided}
      refused={refused}
    />,
  );
}

const UNDECIDED = ["admitted", "scored", "ranked"];

/** The projects that could be ranked, and of which the committee's decision is not kept. */
async function countUndecided(world: World, callId: string): Promise<number> {
  const selection = await inTransaction(world.db, "system", (tx) => loadSelection(tx, callId));
  return selection?.standing.ranked.filter(({ candidate }) => UNDECIDED.includes(candidate.state)).length ?? 0;
}

import { randomUUID } from "node:crypto";
import { streamSSE } from "hono/streaming";
import { type Call, findCall } from "#src/calls/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import {
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { readMoneyText } from "#src/reviews/web/index.ts";
import { formatTime } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { maySelect } from "../may.ts";
import { type Envelope, keyOf } from "../ranking/line.ts";
import { loadSelection } from "../ranking/steps.ts";
import { funderName, rulesOf } from "../rules.ts";
import { leftBy, mayEnter, type Trial, tryLine } from "./room.ts";
import { RoomPage } from "./room-page.tsx";
import { findSession } from "./session.ts";

/** How long a burst of changes is gathered before screens are told. */
const SETTLE_MS = 150;
/** A line now and then keeps the connection open through what stands between. */
const BEAT_MS = 20_000;

/** The screen of the room, and the thread by which it follows what is recorded elsewhere. */
export function roomRoutes(routes: Routes, world: World): void {
  routes.get(urls.callRoom.pattern, async (c) => {
    const { visitor, call } = await enter(c, world);
    const query = (name: string) => c.req.query(name) ?? "";
    const trial = trialOf(query, call);
    // By the service: the room shows marks to members of the committee, who read no file of their own right.
    const shown = await inTransaction(world.db, "system", async (tx) => {
      const selection = await loadSelection(tx, call.id);
      if (selection === null) return null;
      const session = await findSession(tx, call.id);
      return { selection, session, tried: trial === null ? null : await tryLine(tx, visitor, selection, trial) };
    });
    if (shown === null) return notFound();
    const rank = Number(query("rang"));
    return respondPage(
      c,
      world,
      {
        title: `Séance, ${call.title}`,
        current: urls.selectionDesk.href(),
        density: "compact",
        scripts: ["room"],
      },
      <RoomPage
        call={call}
        rules={shown.selection.rules}
        standing={shown.selection.standing}
        session={shown.session}
        funderName={(code) => funderName(call.framework, code)}
        rank={Number.isInteger(rank) && rank > 0 ? rank : null}
        tried={shown.tried}
        typed={query}
        left={leftBy(visitor, shown.session)}
        mayRun={maySelect(visitor, "rank")}
        now={formatTime(world.clock.now())}
        newKey={randomUUID}
      />,
    );
  });

  routes.get(urls.callRoomFeed.pattern, async (c) => {
    await enter(c, world);
    c.header("content-encoding", "identity");
    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      let wake = () => {};
      let isDirty = false;
      const end = world.changes.subscribe(() => {
        isDirty = true;
        wake();
      });
      stream.onAbort(end);
      await stream.writeSSE({ event: "ready", data: "" });
      while (!stream.aborted && !stream.closed) {
        await Promise.race([new Promise<void>((resolve) => (wake = resolve)), stream.sleep(BEAT_MS)]);
        if (isDirty) await stream.sleep(SETTLE_MS);
        await stream.writeSSE(isDirty ? { event: "changed", data: "" } : { event: "beat", data: "" });
        isDirty = false;
      }
      end();
    });
  });
}

async function enter(
  c: RequestContext,
  world: World,
): Promise<{ readonly visitor: SignedVisitor; readonly call: Call }> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "call");
  const found = await inTransaction(world.db, "system", async (tx) => ({
    call: await findCall(tx, { id }),
    session: await findSession(tx, id),
  }));
  if (found.call === null || found.call.state !== "published") return notFound();
  return mayEnter(visitor, found.session, today(world.clock).toString()) ? { visitor, call: found.call } : notFound();
}

function trialOf(query: (name: string) => string, call: Call): Trial | null {
  const retained = readMoneyText(query("retenu"));
  const envelopes = rulesOf(call).envelopes.flatMap((one): readonly Envelope[] => {
    const amount = readMoneyText(query(`enveloppe.${keyOf(one)}`));
    return amount === null ? [] : [{ ...one, amount }];
  });
  if (retained === null && envelopes.length === 0) return null;
  return { fileId: query("essai") || null, retained, envelopes };
}

import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { type Call, findCall } from "#src/calls/index.ts";
import { findApplications } from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  askProof,
  type Env,
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireAgent,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readDayText } from "#src/reviews/web/index.ts";
import { maySelect, obstaclesToAll } from "#src/selection/index.ts";
import { answerBatch, selectionTrail } from "#src/selection/web/index.ts";
import { urls } from "#src/urls.ts";
import { dateDeliberation, findDeliberation, listDeliberations } from "../deliberation.ts";
import { mayAward } from "../may.ts";
import { type BatchRow, listBatch } from "./store.ts";
import { notifyAll, voteAll, voteRefusals } from "./vote.ts";
import { VotePage } from "./vote-page.tsx";
import { voteSheet } from "./vote-sheet.ts";

/** The vote and the notification of a whole call. */
export function batchRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  routes.get(urls.callVote.pattern, (c) => show(c, world, new Map(), {}));

  routes.get(urls.callVoteSheet.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    const rows = await inTransaction(world.db, readerOf(visitor), (tx) => listBatch(tx, call.id));
    return new Response(await voteSheet(rows), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": 'attachment; filename="projets-a-voter.xlsx"',
      },
    });
  });

  routes.post(urls.callVote.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    const fields = await readForm(c);
    if (text(fields, "action") === "dates") return keepDates(c, world, visitor, call, fields);
    if (!mayAward(visitor, "record-batch")) return forbidden();
    const again = await askProof(c, world);
    if (again !== null) return again;
    const input = {
      number: text(fields, "deliberation"),
      decidedOn: readDayText(text(fields, "date")),
      transmittedOn: readDayText(text(fields, "transmission")),
      publishedOn: readDayText(text(fields, "publication")),
    };
    const errors = new Map(voteRefusals(input, today(world.clock).toString()));
    const rows = await chosenRows(world, visitor, call, fields, ["selected", "not-selected"]);
    if (rows.length === 0) errors.set("deliberation", "Cochez au moins un projet.");
    if (errors.size > 0) return show(c, world, errors, fields);
    const files = rows.map(({ proposedAid, ...row }) => ({ ...row, aid: proposedAid ?? 0 }));
    const outcome = await voteAll(world, visitor, files, input, readKey(fields));
    return answerBatch(c, outcome, "vote enregistré", urls.callVote.href({ call: call.id }));
  });

  routes.post(urls.callNotification.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    if (!mayAward(visitor, "notify-batch")) return forbidden();
    const fields = await readForm(c);
    if (text(fields, "relu") === "")
      return show(c, world, new Map([["relu", "Relisez les lettres, puis cochez cette case."]]), {});
    const rows = await chosenRows(world, visitor, call, fields, ["awarded", "rejected"]);
    const outcome = await notifyAll(world, visitor, rows, readKey(fields));
    return answerBatch(c, outcome, "décision notifiée", urls.callVote.href({ call: call.id }));
  });
  return routes;
}

/** The files ticked, each at the version that the page showed. */
async function chosenRows(
  world: World,
  visitor: SignedVisitor,
  call: Call,
  fields: FormFields,
  states: readonly string[],
): Promise<readonly BatchRow[]> {
  const ids = new Set(texts(fields, "dossier"));
  const rows = await inTransaction(world.db, readerOf(visitor), (tx) => listBatch(tx, call.id));
  return (
    rows
      .filter(({ id }) => ids.has(id))
      // What a first sending moved is taken at the version it was sent with: its key answers for it.
      .filter(({ state, id }) => states.includes(state) || fields[`version.${id}`] !== undefined)
      .map((row) => ({ ...row, version: Number(text(fields, `version.${row.id}`)) || row.version }))
  );
}

async function keepDates(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  call: Call,
  fields: FormFields,
): Promise<Response> {
  if (!mayAward(visitor, "notify-batch") && !mayAward(visitor, "record-batch")) return forbidden();
  const number = text(fields, "deliberation");
  const [transmittedOn, publishedOn] = [
    readDayText(text(fields, "transmission")),
    readDayText(text(fields, "publication")),
  ];
  const kept = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const known = await findDeliberation(tx, number);
    if (known === null) return false;
    if ([transmittedOn, publishedOn].some((on) => on !== null && on < known.votedOn)) return null;
    await dateDeliberation(tx, { ...known, transmittedOn, publishedOn });
    return true;
  });
  if (kept === false) return notFound();
  if (kept === null) setFlash(c, "danger", "La transmission et la publication suivent le vote.");
  else setFlash(c, "success", "Les dates sont notées.");
  return c.redirect(urls.callVote.href({ call: call.id }), 303);
}

async function load(
  c: RequestContext,
  world: World,
): Promise<{ readonly visitor: SignedVisitor; readonly call: Call }> {
  const visitor = requireAgent(c);
  if (!maySelect(visitor, "see")) return notFound();
  const id = idParam(c, "call");
  const call = await inTransaction(world.db, readerOf(visitor), (tx) => findCall(tx, { id }));
  return call === null || call.state !== "published" ? notFound() : { visitor, call };
}

async function show(
  c: RequestContext,
  world: World,
  errors: ReadonlyMap<string, string>,
  fields: FormFields,
): Promise<Response> {
  const { visitor, call } = await load(c, world);
  const shown = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const rows = await listBatch(tx, call.id);
    const selected = rows.filter(({ state }) => state === "selected").map(({ id }) => id);
    const stands = await obstaclesToAll(tx, await findApplications(tx, selected));
    const obstacles = new Map([...stands].filter(([, found]) => found.length > 0));
    const numbers = [...new Set(rows.flatMap(({ deliberation }) => deliberation ?? []))];
    return { rows, obstacles, deliberations: await listDeliberations(tx, numbers) };
  });
  return respondPage(
    c,
    world,
    {
      title: `Vote, ${call.title}`,
      current: urls.selectionDesk.href(),
      density: "compact",
      status: errors.size > 0 ? 422 : 200,
      breadcrumbs: selectionTrail(call, "Vote et notification"),
    },
    <VotePage
      call={call}
      {...shown}
      mayVote={mayAward(visitor, "record-batch")}
      mayNotify={mayAward(visitor, "notify-batch")}
      newKey={randomUUID}
      errors={errors}
      typed={(name) => (name in fields ? text(fields, name) : undefined)}
      chosen={"cle" in fields ? texts(fields, "dossier") : null}
    />,
  );
}

import { readerOf } from "#src/people/index.ts";
import { notFound, type RequestContext, type Routes, requireSignedIn } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { downloadResponse, refuseQuarantined } from "#src/platform/http/download.ts";
import { text } from "#src/platform/http/forms.ts";
import { streamFile } from "#src/platform/http/upload.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tooLong } from "#text/index.ts";
import { mayOnCommittee } from "../may.ts";
import { layPaper, PAPER_TYPES, papersOf, withdrawPaper } from "../papers.ts";
import { load, loadMeeting, toRun } from "./guard.ts";
import { afterwards, answerMeeting } from "./meeting-answer.tsx";

/** The documents of a meeting: laid by who runs it, opened by who sits. */
export function paperRoutes(routes: Routes, world: World): void {
  routes.post(urls.meetingPapers.pattern, (c) => lay(c, world));

  routes.get(urls.meetingPaper.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const { committee, seats, on } = await load(c, world);
    if (!mayOnCommittee(visitor, committee, seats, on, "see-inside")) notFound();
    const meeting = await loadMeeting(c, world, committee);
    const papers = await inTransaction(world.db, readerOf(visitor), (tx) => papersOf(tx, meeting.id));
    const { file } = papers.find(({ id }) => id === c.req.param("paper")) ?? notFound();
    refuseQuarantined(file.scan);
    return downloadResponse(world, { ...file, fileId: file.id }, true);
  });

  routes.post(urls.meetingPaperRemoval.pattern, async (c) => {
    const { visitor, committee } = await toRun(c, world);
    const { number } = await loadMeeting(c, world, committee);
    const outcome = await withdrawPaper(world, visitor, committee, number, c.req.param("paper"));
    return afterwards(c, committee, number, outcome, "Le document est retiré.");
  });
}

async function lay(c: RequestContext, world: World): Promise<Response> {
  const found = await toRun(c, world);
  const { visitor, committee } = found;
  const meeting = await loadMeeting(c, world, committee);
  const fields = new Map<string, string>();
  const received = await streamFile(c, ({ bytes, name }) => receiveFile(world, bytes, name, PAPER_TYPES), fields);
  const raw = Object.fromEntries(fields);
  const title = text(raw, "intitule");
  const errors = new Map<string, string>();
  const long = tooLong(title, 160);
  if (long !== null) errors.set("intitule", long);
  if (title === "") errors.set("intitule", "Donnez un titre à ce document.");
  if (received === null) errors.set("fichier", "Choisissez un fichier.");
  else if (!received.ok) errors.set("fichier", `Le fichier n’est pas pris : ${received.message}`);
  if (received?.ok !== true || errors.size > 0) {
    if (received?.ok === true) await world.files.remove(received.stored.id);
    return answerMeeting(c, world, found, meeting, { form: "paper", raw, errors });
  }
  const itemId = text(raw, "point") || null;
  const outcome = await layPaper(world, visitor, committee, meeting.number, { title, itemId, received });
  if (!outcome.done) await world.files.remove(received.stored.id);
  return afterwards(c, committee, meeting.number, outcome, "Le document est joint.");
}

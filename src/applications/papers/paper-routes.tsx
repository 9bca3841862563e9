import {
  findAttachment,
  isOpenForAnswers,
  mayEdit,
  maySeeAsApplicant,
  type OpenApplication,
  openApplication,
  openDocument,
  traceReading,
} from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
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
import { inTransaction } from "#src/platform/database/database.ts";
import { downloadResponse } from "#src/platform/http/download.ts";
import { streamFile } from "#src/platform/http/upload.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { fieldId } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { breadcrumbsOf } from "../draft/answer-section.tsx";
import { AttachmentsPage, type PaperError } from "./attachments-page.tsx";
import { joinPaper, removePaper } from "./papers.ts";

/** The papers: joined as streams, told one by one, opened only by who may. */
export function paperRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationAttachments.pattern, async (c) => {
    const file = await load(c, world);
    if (file.application.state !== "draft") return c.redirect(afterwards(file), 303);
    return answerPapers(c, world, file, null);
  });
  routes.post(urls.applicationAttachments.pattern, (c) => receive(c, world));
  routes.post(urls.applicationAttachmentRemoval.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const outcome = await removePaper(world, visitor, id, idParam(c, "attachment"));
    if (outcome === "absent") return notFound();
    if (outcome === "forbidden") return forbidden();
    if (outcome === "done") setFlash(c, "success", "Le fichier est retiré.");
    else setFlash(c, "warning", notAsked);
    return c.redirect(urls.applicationAttachments.href({ id }), 303);
  });
  routes.get(urls.applicationAttachmentRemoval.pattern, async (c) =>
    c.redirect(urls.applicationAttachments.href({ id: (await load(c, world)).application.id }), 303),
  );
  routes.get(urls.applicationAttachment.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const [id, attachmentId] = [idParam(c, "id"), idParam(c, "attachment")];
    const attachment = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const found = await findAttachment(tx, id, attachmentId);
      // One that waits for the antivirus, or failed it, is sent to nobody.
      if (found === null || found.scan === "pending" || found.scan === "infected") return null;
      await traceReading(tx, visitor, id, { attachment: found.id, name: found.name }, world.clock.now());
      return found;
    });
    if (attachment === null) return notFound();
    return downloadResponse(world, attachment, c.req.query("voir") !== undefined);
  });
  routes.get(urls.applicationDocument.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const [id, documentId] = [idParam(c, "id"), idParam(c, "document")];
    const document = await inTransaction(world.db, readerOf(visitor), (tx) => openDocument(tx, id, documentId));
    if (document === null) return notFound();
    return downloadResponse(world, { ...document, mediaType: "application/pdf" }, true);
  });
}

const notAsked = "Le service n’a pas demandé cette pièce : elle reste telle que vous l’avez déposée.";

async function load(c: RequestContext, world: World): Promise<OpenApplication> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const file = await inTransaction(world.db, readerOf(visitor), (tx) => openApplication(tx, id, world.clock.now()));
  return file !== null && maySeeAsApplicant(visitor, file.application) ? file : notFound();
}

function afterwards(file: OpenApplication): string {
  const { id, state } = file.application;
  return state === "completion-requested" ? urls.applicationCompletion.href({ id }) : urls.application.href({ id });
}

async function receive(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSignedIn(c);
  const file = await load(c, world);
  const { application, reading } = file;
  const json = c.req.header("accept") === "application/json";
  if (!mayEdit(visitor, application)) {
    if (isOpenForAnswers(application.state))
      return json ? c.json({ message: "Votre rôle ne permet pas de joindre une pièce." }, 403) : forbidden();
    return json
      ? c.json({ message: "Cette demande est déposée : ses pièces ne changent plus." }, 409)
      : c.redirect(afterwards(file), 303);
  }
  const key = c.req.query("piece") ?? "";
  const asked = reading.documents.find((one) => one.key === key);
  if (asked === undefined) return notFound();
  const received = await streamFile(c, ({ bytes, name }) => receiveFile(world, bytes, name, asked.document.accept));
  if (received === null || !received.ok) {
    const message = received === null ? "Choisissez un fichier." : `Le fichier n’est pas joint : ${received.message}`;
    if (json) return c.json({ message: received?.message ?? message }, 422);
    if (application.state === "draft") return answerPapers(c, world, file, { key, message });
    setFlash(c, "danger", message);
    return c.redirect(afterwards(file), 303);
  }
  const [document = "", about = ""] = key.split(":");
  const outcome = await joinPaper(world, visitor, application.id, { document, about, received });
  if (outcome !== "done") {
    await world.files.remove(received.stored.id);
    if (outcome === "not-asked") {
      if (json) return c.json({ message: notAsked }, 409);
      setFlash(c, "warning", notAsked);
      return c.redirect(afterwards(file), 303);
    }
    return json
      ? c.json({ message: "Cette demande ne se modifie plus." }, outcome === "absent" ? 404 : 403)
      : forbidden();
  }
  if (json) return c.json({ name: received.name, size: received.stored.size, sha256: received.stored.sha256 }, 201);
  const page = application.state === "draft" ? urls.applicationAttachments : urls.applicationCompletion;
  return c.redirect(`${page.href({ id: application.id })}#piece-${fieldId(key)}`, 303);
}

function answerPapers(c: RequestContext, world: World, file: OpenApplication, error: PaperError | null): Response {
  const visitor = requireSignedIn(c);
  return respondPage(
    c,
    world,
    {
      title: `Les pièces, ${file.reading.scheme.name}`,
      current: urls.dashboard.href(),
      breadcrumbs: breadcrumbsOf(file, "Les pièces"),
      scripts: ["upload"],
      status: error === null ? 200 : 422,
    },
    <AttachmentsPage file={file} mayEdit={mayEdit(visitor, file.application)} error={error} />,
  );
}

import { findAttachment, openDocument, traceReading } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type Routes, requireAgent } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { downloadResponse, pdfResponse, refuseQuarantined } from "#src/platform/http/download.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { readRevision } from "../corrections/correct.ts";
import { factTitle } from "../journal/journal-words.ts";
import { instructionReport } from "../report/file-report.ts";
import { instructionReportOf } from "../report/file-report-of.ts";
import { stateLook } from "../web/words.ts";
import { loadView } from "./file-loading.tsx";

/** What agents read of a file beside its page: its papers, its letters, the whole of it on paper. */
export function readingRoutes(routes: Routes, world: World): void {
  routes.get(urls.reviewReport.pattern, async (c) => {
    const visitor = requireAgent(c);
    const { file } = await loadView(world, visitor, idParam(c, "id"));
    const { application, revision } = file;
    const reading = await inTransaction(world.db, readerOf(visitor), (tx) => readRevision(tx, application, revision));
    const words = {
      state: stateLook(application.state).label,
      fact: (act: string) => factTitle(act, world.config.funder.words),
    };
    const data = instructionReportOf(world.config, file, reading, words, world.clock.now());
    return pdfResponse(
      (await funderPdf(world.config, instructionReport, data)).pdf,
      `${application.number ?? "dossier"}.pdf`,
    );
  });

  routes.get(urls.reviewAttachment.pattern, async (c) => {
    const visitor = requireAgent(c);
    const [id, attachmentId] = [idParam(c, "id"), idParam(c, "attachment")];
    const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const attachment = await findAttachment(tx, id, attachmentId);
      if (attachment === null) return null;
      refuseQuarantined(attachment.scan);
      await traceReading(tx, visitor, id, { attachment: attachment.id, name: attachment.name }, world.clock.now());
      return attachment;
    });
    return found === null ? notFound() : downloadResponse(world, found, c.req.query("voir") !== undefined);
  });

  routes.get(urls.reviewDocument.pattern, async (c) => {
    const visitor = requireAgent(c);
    const [id, documentId] = [idParam(c, "id"), idParam(c, "document")];
    const found = await inTransaction(world.db, readerOf(visitor), (tx) => openDocument(tx, id, documentId));
    if (found === null) return notFound();
    return downloadResponse(world, { ...found, mediaType: "application/pdf" }, true);
  });
}

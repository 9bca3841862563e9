import { findAttachment, traceReading } from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { downloadResponse, refuseQuarantined } from "#src/platform/http/download.ts";
import type { World } from "#src/platform/world.ts";

/** A paper of a file, in the name of who asks: what row security hides is not there. Its reading leaves a trace. */
export async function answerPaper(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  applicationId: string,
): Promise<Response> {
  const attachmentId = idParam(c, "attachment");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const attachment = await findAttachment(tx, applicationId, attachmentId);
    if (attachment === null) return null;
    refuseQuarantined(attachment.scan);
    const read = { name: attachment.name, attachment: attachment.id, sha256: attachment.sha256 };
    await traceReading(tx, visitor, applicationId, read, world.clock.now());
    return attachment;
  });
  return found === null ? notFound() : downloadResponse(world, found, c.req.query("voir") === "1");
}

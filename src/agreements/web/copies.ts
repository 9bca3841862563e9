import { findAmendments, findApplication, type SignedFile, traceReading } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext, requireSignedIn } from "#src/people/web/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { downloadResponse, refuseQuarantined } from "#src/platform/http/download.ts";
import type { World } from "#src/platform/world.ts";
import { type Agreement, isOpen } from "../agreement.ts";
import { mayReadAgreement } from "../may.ts";
import { findAgreement } from "../store.ts";

/** The copy of an amendment, the last one where none is named: that of both, else the beneficiary's. */
export function amendmentCopy(c: RequestContext, world: World): Promise<Response> {
  const named = c.req.query("avenant");
  return openCopy(c, world, async (tx, id) => {
    const made = await findAmendments(tx, [id]);
    const one = named === undefined ? made.at(-1) : made.find(({ number }) => number === named);
    const both = one?.signedCopy ?? null;
    return both !== null && isOpen(both) ? both : (one?.sentCopy ?? both);
  });
}

export function signedCopy(
  c: RequestContext,
  world: World,
  copyOf: (agreement: Agreement) => SignedFile | null,
): Promise<Response> {
  return openCopy(c, world, async (tx, id) => {
    const agreement = await findAgreement(tx, id);
    return agreement === null ? null : copyOf(agreement);
  });
}

async function openCopy(
  c: RequestContext,
  world: World,
  copyIn: (tx: Tx, id: string) => Promise<SignedFile | null>,
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const copy = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const application = await findApplication(tx, id);
    if (application === null || !mayReadAgreement(visitor, application)) return null;
    const signed = await copyIn(tx, id);
    if (signed === null) return null;
    refuseQuarantined(signed.scan);
    await traceReading(tx, visitor, id, { name: signed.name, sha256: signed.sha256 }, world.clock.now());
    return signed;
  });
  return copy === null ? notFound() : downloadResponse(world, copy, true);
}

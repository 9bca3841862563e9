import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { findAward } from "#src/awards/index.ts";
import { findDocument, issueDocument, postNotice } from "#src/life/index.ts";
import { loadOrganisation } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { renderPdf } from "#src/platform/documents/index.ts";
import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { loadFile } from "#src/reviews/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import { agreementOf } from "./agreement-of.ts";
import { grantAgreement } from "./letters/grant-agreement.ts";
import { signedByHand } from "./signature-service.ts";
import { findAgreement, linkDocument } from "./store.ts";

const payload = z.object({ application: z.uuid(), actor: z.string(), at: z.string(), number: z.string() });

export function agreementJobs(world: World): Jobs {
  return { "issue-grant-agreement": (given) => issueAgreement(world, given) };
}

/** Sets the pages of an agreement, then tells the beneficiary that it is to be signed. Once, however often tried. */
async function issueAgreement(world: World, given: unknown): Promise<void> {
  const { application: id, actor, at: text, number } = payload.parse(given);
  const at = Temporal.Instant.from(text);
  const found = await inTransaction(world.db, "system", async (tx) => {
    const file = await loadFile(tx, id, actor);
    const award = await findAward(tx, id);
    const organisation = file === null ? null : await loadOrganisation(tx, file.application.organisationId);
    return { file, award, organisation, agreement: await findAgreement(tx, id) };
  });
  const { file, award, organisation } = found;
  if (file === null || award === null || organisation === null || found.agreement === null) {
    throw new Error(`no agreement to set for ${id}`);
  }
  const placeName = (code: string) => communeByCode(code)?.name ?? code;
  const data = agreementOf({ config: world.config, file, award, organisation, number, at, placeName });
  const { pdf } = await renderPdf(grantAgreement, data);
  await inTransaction(world.db, "system", async (tx) => {
    if ((await findDocument(tx, id, number)) !== null) return;
    const name = `convention-${number}.pdf`;
    const documentId = await issueDocument(world, tx, {
      applicationId: id,
      kind: "grant-agreement",
      number,
      name,
      pdf,
      data,
      issuedAt: at,
      issuedBy: actor,
      forApplicant: true,
    });
    await linkDocument(tx, id, documentId);
    const issued = await findDocument(tx, id, number);
    const joined = issued === null ? [] : [{ fileId: issued.fileId, name }];
    await signedByHand.request({ number, fileId: issued?.fileId ?? documentId });
    await postNotice(world, tx, "agreement-to-sign", file.application, world.clock.now(), [], joined);
  });
}

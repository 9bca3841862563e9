import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { findAward } from "#src/awards/index.ts";
import { findAmendments, issueOnce } from "#src/life/index.ts";
import { loadOrganisation } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { loadReviewed } from "#src/reviews/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import { agreementOf, partsOf } from "./agreement-of.ts";
import { amendmentOf } from "./amendment-of.ts";
import { agreementAmendment } from "./letters/amendment.ts";
import { grantAgreement } from "./letters/grant-agreement.ts";
import { signedByHand } from "./signature-service.ts";
import { findAgreement, linkDocument } from "./store.ts";
import { yearOf } from "./yearly.ts";

const payload = z.object({ application: z.uuid(), actor: z.string(), at: z.string(), number: z.string() });

const placeName = (code: string) => communeByCode(code)?.name ?? code;

export function agreementJobs(world: World): Jobs {
  return {
    "issue-grant-agreement": (given) => issueAgreement(world, given),
    "issue-agreement-amendment": (given) => issueAmendment(world, given),
  };
}

/** Of the last amendment, where a job of before names none. */
const amended = payload.partial({ number: true });

/** Sets the pages of an amendment, then tells the beneficiary that it is to be signed. Once, however often tried. */
async function issueAmendment(world: World, given: unknown): Promise<void> {
  const { application: id, actor, at: text, number: named } = amended.parse(given);
  const at = Temporal.Instant.from(text);
  const found = await inTransaction(world.db, "system", async (tx) => {
    const file = await loadReviewed(tx, id, actor);
    const organisation = file === null ? null : await loadOrganisation(tx, file.application.organisationId);
    const [award, agreement] = [await findAward(tx, id), await findAgreement(tx, id)];
    return { file, organisation, award, agreement, made: await findAmendments(tx, [id]) };
  });
  const { file, organisation, award, agreement, made } = found;
  const place = named === undefined ? made.length - 1 : made.findIndex((one) => one.number === named);
  const amendment = made[place];
  if (file === null || organisation === null || award === null || agreement === null || amendment === undefined) {
    throw new Error(`no amendment to set for ${id}`);
  }
  const { config } = world;
  const retained = made[place - 1]?.cause.retained ?? award.eligibleCosts;
  const { owed } = partsOf({ config, file, award, placeName });
  const data = amendmentOf({ config, file, organisation, award, agreement, amendment, at, retained, owed });
  const { pdf } = await funderPdf(config, agreementAmendment, data);
  const { number } = amendment;
  const name = `avenant-${number}.pdf`;
  const said = { kind: "agreement-amendment", number, name, pdf, data, notice: "agreement-amended" } as const;
  await issueOnce(world, file.application, { ...said, issuedAt: at, issuedBy: actor });
}

/** Sets the pages of an agreement, then tells the beneficiary that it is to be signed. Once, however often tried. */
async function issueAgreement(world: World, given: unknown): Promise<void> {
  const { application: id, actor, at: text, number } = payload.parse(given);
  const at = Temporal.Instant.from(text);
  const found = await inTransaction(world.db, "system", async (tx) => {
    const file = await loadReviewed(tx, id, actor);
    const award = await findAward(tx, id);
    const organisation = file === null ? null : await loadOrganisation(tx, file.application.organisationId);
    const yearly = file === null || award === null ? null : await yearOf(tx, file.application, award);
    return { file, award, organisation, yearly, agreement: await findAgreement(tx, id) };
  });
  const { file, award, organisation, yearly } = found;
  if (file === null || award === null || organisation === null || yearly === null || found.agreement === null) {
    throw new Error(`no agreement to set for ${id}`);
  }
  const data = agreementOf({ config: world.config, file, award, organisation, yearly, number, at, placeName });
  const { pdf } = await funderPdf(world.config, grantAgreement, data);
  await issueOnce(world, file.application, {
    kind: "grant-agreement",
    number,
    name: `convention-${number}.pdf`,
    pdf,
    data,
    issuedAt: at,
    issuedBy: actor,
    notice: "agreement-to-sign",
    also: async (tx, issued) => {
      await linkDocument(tx, id, issued.id);
      await signedByHand.request({ number, fileId: issued.fileId });
    },
  });
}

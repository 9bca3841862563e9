import type { Day } from "#policy/index.ts";
import { claimKey, keepLocation } from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import type { World } from "#src/platform/world.ts";
import {
  loadAllReviewed,
  obstacleTo,
  type Refusal,
  type ReviewedApplication,
  sayInterest,
} from "#src/reviews/index.ts";
import { saidByCommittee } from "#src/selection/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import { type CommissionReport, commissionReport } from "./letters/commission-report.ts";
import { commissionReportOf } from "./report.ts";
import { addReport, nextReportNumber } from "./report-store.ts";

export interface ReportRequest {
  readonly key: string;
  /** The files that the report lays before the Commission. */
  readonly ids: readonly string[];
  readonly title: string;
  readonly sessionOn: Day | null;
  readonly budgetLine: string;
}

export type ReportOutcome =
  | { readonly kind: "made"; readonly number: string }
  | { readonly kind: "preview"; readonly data: CommissionReport }
  | { readonly kind: "absent" }
  /** Not this person's, for one of the files at least. */
  | { readonly kind: "forbidden"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] };

/** Makes the report of a session, numbered and kept; a preview keeps nothing. Each file asks the table of the review. */
export function makeReport(
  world: World,
  visitor: SignedVisitor,
  request: ReportRequest,
  preview: boolean,
): Promise<ReportOutcome> {
  const at = world.clock.now();
  const { key } = request;
  const placeName = (code: string) => communeByCode(code)?.name ?? code;
  return inTransaction(world.db, readerOf(visitor), async (tx): Promise<ReportOutcome> => {
    const loaded = await loadAllReviewed(tx, request.ids, visitor.person.id);
    const files = request.ids.flatMap((id) => loaded.get(id) ?? []);
    const applications = files.map(({ application }) => application);
    const input = { ...request, files, committee: await saidByCommittee(tx, applications) };
    const barred = files.flatMap((file) => notTheirs(visitor, file) ?? []);
    if (barred.length > 0) return { kind: "forbidden", refusals: barred };
    const draft = commissionReportOf(world.config, input, "en projet", at, placeName);
    if ("refusals" in draft) return { kind: "refused", refusals: draft.refusals };
    if (preview) return { kind: "preview", data: draft.ok };
    const claimed = await claimKey(tx, { key, person: visitor.person.id, act: "commission-report" }, at);
    if (claimed.kind === "foreign") return { kind: "absent" };
    if (claimed.kind === "done") return { kind: "made", number: claimed.location };
    const number = await nextReportNumber(tx, today(world.clock).year);
    const numbered = commissionReportOf(world.config, input, number, at, placeName);
    if ("refusals" in numbered) return { kind: "refused", refusals: numbered.refusals };
    const { pdf } = await funderPdf(world.config, commissionReport, numbered.ok);
    await keepLocation(tx, key, number);
    const ids = applications.map(({ id }) => id);
    await addReport(world, tx, { number, data: numbered.ok, pdf, applications: ids, by: visitor.person.id, at });
    return { kind: "made", number };
  });
}

/** Why this person does not lay this file before the Commission; what its state forbids is said by the report itself. */
function notTheirs(visitor: SignedVisitor, { application, interest }: ReviewedApplication): Refusal | null {
  const { organisationId, state, number, organisationName } = application;
  switch (obstacleTo(visitor, "bring-to-vote", { organisationId, state, interest })) {
    case "role":
      return { field: "dossier", message: `${number} : votre rôle ne permet pas de le présenter.` };
    case "interest": {
      const why = sayInterest(interest ?? { party: organisationName, reason: null });
      return { field: "dossier", message: `${number} : ${why} Une autre personne doit le présenter.` };
    }
    default:
      return null;
  }
}

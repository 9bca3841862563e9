import type { Temporal } from "temporal-polyfill";
import {
  type Application,
  addRevision,
  type FiledAttachment,
  type NewRevision,
  type Reading,
  type RevisionCause,
  type StepColumns,
  saveParties,
  saveSearch,
} from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { communeByCode } from "#src/territory/index.ts";
import { forgetEdits } from "../draft/drafts.ts";
import { summaryOf } from "./submit.ts";

/** What a new revision of a file is made of. */
export interface Filing {
  readonly reading: Reading;
  readonly attachments: readonly FiledAttachment[];
  readonly declarations: readonly string[];
  readonly cause: RevisionCause;
  readonly by: string;
  readonly at: Temporal.Instant;
  /** The number of the file, when it is given in the same act. */
  readonly number?: string;
}

/** What freezing a revision gives: columns for `saveStep`, facts for the journal. */
export interface Filed {
  readonly columns: StepColumns;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Freezes the next revision of a file: answers, papers with their hashes, declarations, the rules' assessment. Writes
 * what each structure asks and the words that search finds the file by. The caller saves the columns in the same step.
 */
export async function fileRevision(tx: Tx, application: Application, filing: Filing): Promise<Filed> {
  const { reading } = filing;
  const revision: NewRevision = {
    applicationId: application.id,
    number: application.revision + 1,
    raw: reading.raw,
    facts: reading.answers,
    attachments: filing.attachments.map(filed),
    declarations: filing.declarations,
    assessment: reading.assessment,
    framework: reading.framework.version,
    ruleSetHash: reading.scheme.ruleSetHash,
    cause: filing.cause,
    madeBy: filing.by,
    madeAt: filing.at,
  };
  const hash = await addRevision(tx, revision);
  const { title, route, commune } = summaryOf(reading);
  // What another funder answered changes neither who the file is about nor what they ask.
  if (filing.cause !== "track") await saveWho(tx, application, filing);
  const { funding, eligibility } = reading.assessment;
  return {
    columns: {
      title,
      route,
      commune,
      revision: revision.number,
      framework: reading.framework.version,
      eligibility,
      requestedAid: funding.aid,
      eligibleCosts: funding.eligibleCosts,
      raw: reading.raw,
    },
    details: { revision: revision.number, hash, cause: filing.cause, eligibility, requestedAid: funding.aid },
  };
}

/** Writes the parties of a file and the words that it is found by; a draft's edits are over with its filing. */
async function saveWho(tx: Tx, application: Application, filing: Filing): Promise<void> {
  if (filing.cause !== "correction") await forgetEdits(tx, application.id);
  const { title, commune, parties } = summaryOf(filing.reading);
  await saveParties(tx, application.id, parties);
  const number = filing.number ?? application.number ?? "";
  const sirens = parties.filter(({ funded }) => funded).flatMap(({ siren, name }) => [siren, name]);
  await saveSearch(tx, application.id, [
    number,
    title,
    application.organisationName,
    application.organisationSiren,
    communeByCode(commune ?? "")?.name ?? "",
    ...sirens,
  ]);
}

function filed({ id, key, fileId, name, mediaType, size, sha256 }: FiledAttachment): FiledAttachment {
  return { id, key, fileId, name, mediaType, size, sha256 };
}

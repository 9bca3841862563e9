import type { Temporal } from "temporal-polyfill";
import { type GrantedAid, linkedSirens, type OpenScheme, routeIn } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Application } from "./application.ts";
import { type Attachment, attachmentsOf, listAttachments } from "./attachments.ts";
import { policyDay, schemeOf, sirensIn } from "./known.ts";
import { type Ledger, ledgersOf } from "./ledger/ledger.ts";
import { regimeAidsOf } from "./ledger/regime-aids.ts";
import { sirensTold } from "./ledger/told-ledgers.ts";
import { isOpenForAnswers } from "./may.ts";
import { type PartnerHere, partnersHere } from "./partners/partner.ts";
import { listPartners } from "./partners/partner-store.ts";
import { type Reading, readApplication } from "./reading.ts";
import { latestRevision } from "./revisions.ts";
import { findApplication } from "./store.ts";

/** A file with what its pages need: its papers and its answers read. */
export interface OpenApplication {
  readonly application: Application;
  readonly attachments: readonly Attachment[];
  readonly ledgers: ReadonlyMap<string, Ledger>;
  readonly reading: Reading;
  /** Where several file together: each part, who writes it, and whether it is confirmed; empty where one files alone. */
  readonly partners: readonly PartnerHere[];
}

/** Opens a file for the transaction's reader, or null. */
export async function openApplication(tx: Tx, id: string, now: Temporal.Instant): Promise<OpenApplication | null> {
  const application = await findApplication(tx, id);
  return application === null ? null : readOpenApplication(tx, application, now);
}

/**
 * Reads the answers of a file: as they stand while it is open for answers, else as they were last filed. The past of a
 * structure counts where it may be told to who reads; of the others, what is declared.
 */
export async function readOpenApplication(
  tx: Tx,
  application: Application,
  now: Temporal.Instant,
): Promise<OpenApplication> {
  if (!isOpenForAnswers(application.state)) return readFiledApplication(tx, application, now);
  const sirens = sirensOf(application, now);
  const told = await sirensTold(tx, application, sirens);
  const ledgers = await ledgersOf(
    tx,
    [...told].filter((siren) => sirens.includes(siren)),
    application,
    application.id,
  );
  const aids = await regimeAidsTold(tx, application, schemeOf(application, policyDay(now)).scheme);
  return put(tx, application, await listAttachments(tx, application.id), ledgers, now, aids);
}

/**
 * What the service granted under the regime of a draft's call, of what may be told to who writes: its organisation's, and
 * that of the linked undertakings that are theirs too.
 */
export async function regimeAidsTold(
  tx: Tx,
  application: Application,
  scheme: OpenScheme,
): Promise<readonly GrantedAid[]> {
  if (scheme.aidRegime === undefined) return [];
  const sirens = [...sirensIn(scheme, application.raw), ...linkedSirens(scheme, application.raw)].filter(
    (one) => one !== null,
  );
  const told = await sirensTold(tx, application, sirens);
  return regimeAidsOf(
    tx,
    scheme,
    sirens.filter((one) => told.has(one)),
    application.id,
  );
}

/** Reads the answers as they are filed: a mandate joined to them opens the past of the structures that gave it. */
export async function readForFiling(
  tx: Tx,
  application: Application,
  now: Temporal.Instant,
  read?: OpenApplication,
): Promise<OpenApplication> {
  const file = read ?? (await readOpenApplication(tx, application, now));
  if (routeIn(file.reading.scheme, file.reading.raw)?.mandated === undefined) return file;
  const ledgers = await ledgersOf(tx, sirensOf(application, now), application, application.id);
  return put(tx, application, file.attachments, ledgers, now);
}

function sirensOf(application: Application, now: Temporal.Instant): readonly string[] {
  return sirensIn(schemeOf(application, policyDay(now)).scheme, application.raw).filter((siren) => siren !== null);
}

/** True of a draft whose aid rests on what is declared of parties whose past is not told to who reads. */
export function restsOnDeclaredPast({ ledgers, reading }: OpenApplication): boolean {
  return sirensIn(reading.scheme, reading.raw).some((siren) => siren !== null && !ledgers.has(siren));
}

/** A file as it was last filed: what is written since and not sent yet is not in it. */
export async function readFiledApplication(
  tx: Tx,
  application: Application,
  now: Temporal.Instant,
): Promise<OpenApplication> {
  const revision = await latestRevision(tx, application.id);
  const filed = revision === null ? application : { ...application, raw: revision.raw };
  const papers = revision === null ? await listAttachments(tx, application.id) : await attachmentsOf(tx, revision);
  return put(tx, filed, papers, new Map(), now);
}

/** Once filed, a file is read on the day of filing. */
async function put(
  tx: Tx,
  application: Application,
  attachments: readonly Attachment[],
  ledgers: ReadonlyMap<string, Ledger>,
  now: Temporal.Instant,
  aids: readonly GrantedAid[] = [],
): Promise<OpenApplication> {
  const present = attachments.filter((one) => one.scan !== "infected").map((one) => one.key);
  const day = policyDay(application.submittedAt ?? now);
  const reading = readApplication(application, ledgers, present, day, aids);
  const { consortium } = reading.scheme;
  const partners =
    consortium === undefined
      ? []
      : partnersHere(consortium, application.raw, await listPartners(tx, application.id), now);
  return { application, attachments, ledgers, reading, partners };
}

import type { Temporal } from "temporal-polyfill";
import { type OpenScheme, questionsOf, type Raw, type TrackDecision, trackIn, trackPaths } from "#policy/index.ts";
import {
  type ActRequest,
  type Application,
  decidedRaw,
  doAct,
  latestRevision,
  ledgersOf,
  mayWriteFor,
  next,
  type Outcome,
  policyDay,
  type RawValue,
  type Reading,
  type Refusal,
  type Revision,
  readApplication,
  type State,
  schemeOf,
  sirensIn,
  textOf,
  type Written,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { communeQueryName } from "#src/ui/index.ts";
import { readPosted } from "../draft/posted.ts";
import { fileRevision } from "../filing/filing.ts";

/** What is told of the road at the other funder, by the field of the form, as typed. */
export type ToldTrack = ReadonlyMap<string, RawValue>;

/** Reads a form that tells of it, field by field; what else it holds is left. */
export function readTold(scheme: Pick<OpenScheme, "form" | "track">, fields: FormFields): ToldTrack {
  const paths = scheme.track === undefined ? [] : trackPaths(scheme.track);
  const questions = questionsOf(scheme.form, {}).filter(({ path }) => paths.includes(path));
  return readPosted(fields, questions, communeQueryName);
}

/** From the filing to the vote: the decision is what waits for it. */
export function isTellable(state: State): boolean {
  return next(state, "withdraw") !== null;
}

/** The applicant tells what the other funder answers, once the request is filed. */
export function tellTrack(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  told: ToldTrack,
): Promise<Outcome> {
  const may = (application: Application) => mayWriteFor(visitor, application.organisationId);
  return doAct(world, visitor, "track-told", request, may, (tx, application, at) =>
    trackRevision(tx, application, visitor, told, at),
  );
}

/**
 * Freezes what the other funder answered as a revision of its own: the rest of what was filed stays as it was, and so does
 * what the applicant prepares since. The caller has asked who may.
 */
export async function trackRevision(
  tx: Tx,
  application: Application,
  visitor: SignedVisitor,
  told: ToldTrack,
  at: Temporal.Instant,
): Promise<Written | { readonly refusals: readonly Refusal[] }> {
  const { track } = schemeOf(application, policyDay(application.submittedAt ?? at)).scheme;
  const revision = await latestRevision(tx, application.id);
  if (track === undefined || revision === null || !isTellable(application.state)) {
    return { refusals: [{ message: "L’état du dossier ne le permet plus." }] };
  }
  const paths = trackPaths(track).filter((path) => told.has(path));
  const changed = paths.filter((path) => !isSame(told.get(path), revision.raw[path]));
  const raw: Raw = { ...revision.raw, ...Object.fromEntries(changed.map((path) => [path, told.get(path) ?? ""])) };
  const reading = await readAgain(tx, application, revision, raw, at);
  const refusals: Refusal[] = paths.flatMap((path) => {
    const error = reading.errors.get(path) ?? reading.gaps.find((gap) => gap.path === path)?.message;
    return error === undefined ? [] : [{ path, message: error }];
  });
  // The form asks for them no more: what is sent all the same is told above it.
  if (paths.some((path) => reading.decided.has(path) && !isSame(told.get(path), reading.raw[path]))) {
    refusals.push({ message: DECIDED });
  }
  if (changed.length === 0) refusals.push({ message: "Rien n’a changé\u00a0: c’est ce que le dossier dit déjà." });
  if (refusals.length > 0) return { refusals };
  const filed = await fileRevision(tx, application, {
    reading,
    attachments: revision.attachments,
    declarations: revision.declarations,
    cause: "track",
    by: visitor.person.id,
    at,
  });
  const before = trackIn(track, revision.facts as Reading["answers"]);
  const after = trackIn(track, reading.answers);
  return {
    columns: { ...filed.columns, raw: withTold(application.raw, revision.raw, raw, changed) },
    details: { ...filed.details, track: track.name, before, after },
    visibleToApplicant: true,
  };
}

const DECIDED =
  "Le service a écrit cette réponse d’après la décision de l’autre financeur\u00a0: elle ne change plus ici.";

function isSame(one: RawValue | undefined, other: RawValue | undefined): boolean {
  return JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
}

/**
 * Freezes the answers that another funder's decision gives, where the scheme asks for them: from then on they are read
 * from what is written down, and nobody types them. Null where the answers say it already, or ask for nothing.
 */
export async function noteDecision(
  tx: Tx,
  application: Application,
  visitor: SignedVisitor,
  decision: TrackDecision,
  at: Temporal.Instant,
): Promise<Written | { readonly refusals: readonly Refusal[] } | null> {
  const { scheme } = schemeOf(application, policyDay(application.submittedAt ?? at));
  const revision = await latestRevision(tx, application.id);
  if (scheme.track === undefined || revision === null || !isTellable(application.state)) return null;
  const told = decidedRaw(scheme, decision);
  const isNews = [...told].some(([path, value]) => !isSame(revision.raw[path], value));
  return isNews ? trackRevision(tx, { ...application, otherDecision: decision }, visitor, told, at) : null;
}

async function readAgain(
  tx: Tx,
  application: Application,
  revision: Revision,
  raw: Raw,
  at: Temporal.Instant,
): Promise<Reading> {
  const day = policyDay(application.submittedAt ?? at);
  const pinned = { ...application, raw, framework: revision.framework };
  const sirens = sirensIn(schemeOf(pinned, day).scheme, raw).filter((siren): siren is string => siren !== null);
  const ledgers = await ledgersOf(tx, sirens, pinned, application.id);
  return readApplication(
    pinned,
    ledgers,
    revision.attachments.map(({ key }) => key),
    day,
  );
}

/** The draft of an answer under way takes what was told where its author had not touched it. */
function withTold(draft: Raw, filed: Raw, told: Raw, paths: readonly string[]): Raw {
  const untouched = paths.filter((path) => textOf(draft, path) === textOf(filed, path));
  return { ...draft, ...Object.fromEntries(untouched.map((path) => [path, told[path] ?? ""])) };
}

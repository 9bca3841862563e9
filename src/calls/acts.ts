import type { OpenScheme, Raw } from "#policy/index.ts";
import { type AdoptedDecision, listAdopted } from "#src/committees/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { formatDay } from "#src/ui/index.ts";
import { oneLine } from "#text/index.ts";
import { actOnCall, note, type Outcome } from "./act.ts";
import { type GridVote, isPublished, phaseOf, schemeOfCall } from "./call.ts";
import { readCall, withProposedWeights } from "./content.ts";
import { mayOnCalls, mayPublish } from "./may.ts";
import { blocksOpening } from "./missing.ts";
import { addCall, findCall, freeSlug, keepVersion, untouchedCopyOf } from "./store.ts";

/** Begins a call for a scheme; gives its id. */
export function createCall(world: World, visitor: SignedVisitor, scheme: OpenScheme, title: string): Promise<string> {
  return make(world, visitor, "created", {
    scheme: scheme.slug,
    framework: scheme.framework,
    raw: withProposedWeights(scheme, { title }),
    title: oneLine(title),
  });
}

/**
 * A new draft that says what this call says, its days aside: they are the other one's. Asked again, the copy that nobody
 * has touched yet is the one.
 */
export async function copyCall(
  world: World,
  visitor: SignedVisitor,
  id: string,
): Promise<Outcome | { readonly copy: string }> {
  if (!mayOnCalls(visitor, "see-desk")) return "absent";
  if (!mayOnCalls(visitor, "copy")) return "forbidden";
  const { call, copy } = await inTransaction(world.db, "system", async (tx) => ({
    call: await findCall(tx, { id }),
    copy: await untouchedCopyOf(tx, id),
  }));
  if (call === null) return "absent";
  if (copy !== null) return { copy };
  const days = daysOfTerms(schemeOfCall(call));
  const raw = Object.fromEntries(Object.entries(call.raw).filter(([name]) => !isOfItsYear(name) && !days.has(name)));
  const { scheme, framework, title } = call;
  return { copy: await make(world, visitor, "copied", { scheme, framework, raw, title, previousId: id }) };
}

const OF_ITS_YEAR = ["opensOn", "closesOn", "questionsUntil", "steps.", "envelope."];

function isOfItsYear(name: string): boolean {
  return OF_ITS_YEAR.some((begun) => name === begun || (begun.endsWith(".") && name.startsWith(begun)));
}

/** A window of costs copied unseen would be that of the year before. */
function daysOfTerms({ terms }: OpenScheme): ReadonlySet<string> {
  const fields = Object.entries(terms.declared.fields);
  return new Set(fields.flatMap(([name, { kind }]) => (kind === "day" ? [`terms.${name}`] : [])));
}

function make(
  world: World,
  visitor: SignedVisitor,
  cause: "created" | "copied",
  call: Omit<Parameters<typeof addCall>[2], "by">,
): Promise<string> {
  return inTransaction(world.db, "system", async (tx) => {
    const at = world.clock.now();
    const id = await addCall(tx, at, { ...call, by: visitor.person.id });
    await keepVersion(tx, at, id, { cause, reason: "", by: visitor.person.id });
    await note(tx, at, visitor, { id, framework: call.framework }, `call-${cause}`);
    return id;
  });
}

/** Keeps what was typed. A call that waits for its opening is a draft again; a weight that changes undoes the vote. */
export function editCall(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  raw: Raw,
): Promise<Outcome> {
  return actOnCall(world, visitor, id, "edit", version, async ({ tx, call }) => {
    if (call.state === "published") return "impossible";
    const scheme = schemeOfCall(call);
    const { content, opensAt, closesAt, weights } = readCall(scheme, raw);
    const title = content.title ?? call.title;
    const before = readCall(scheme, call.raw).weights;
    const isSameGrid = JSON.stringify(before) === JSON.stringify(weights);
    return {
      cause: "saved",
      state: "draft",
      raw,
      title,
      slug: title === call.title ? call.slug : await freeSlug(tx, title, id),
      opensAt,
      closesAt,
      proposedBy: null,
      updatedBy: visitor.person.id,
      ...(isSameGrid ? null : { gridVote: null }),
    };
  });
}

/** Records the committee's vote of the grid as it stands. */
export function recordGridVote(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  vote: GridVote,
): Promise<Outcome> {
  return actOnCall(world, visitor, id, "record-vote", version, async ({ tx, call }) => {
    if (call.state === "published") return "impossible";
    const [adopted] = vote.item === null ? [] : await listAdopted(tx, { item: vote.item });
    if (vote.item !== null && adopted === undefined) return "impossible";
    // What a committee of the service adopted says its own day.
    const gridVote = adopted === undefined ? vote : { ...votedIn(adopted), item: vote.item };
    return { cause: "voted", reason: `${gridVote.by}, le ${formatDay(gridVote.on)}`, gridVote };
  });
}

/** « Comité de sélection, réunion 2 » */
function votedIn({ committee, meeting, decidedOn }: AdoptedDecision): Pick<GridVote, "on" | "by"> {
  return { on: decidedOn, by: `${committee}, réunion ${meeting}` };
}

/** Proposes a call whose every part is there to whoever publishes it. */
export function proposeCall(world: World, visitor: SignedVisitor, id: string, version: number): Promise<Outcome> {
  return actOnCall(world, visitor, id, "propose", version, async ({ call, at }) =>
    call.state !== "draft" || blocksOpening(call, at).length > 0
      ? "impossible"
      : { cause: "proposed", state: "proposed", proposedBy: visitor.person.id, sentBack: "" },
  );
}

export function sendBackCall(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  reason: string,
): Promise<Outcome> {
  return actOnCall(world, visitor, id, "send-back", version, async ({ call }) =>
    call.state !== "proposed" ? "impossible" : { cause: "sent-back", state: "draft", sentBack: reason, reason },
  );
}

/** Publishes a proposed call: another person than who wrote it. From its opening instant on, it never changes. */
export function publishCall(world: World, visitor: SignedVisitor, id: string, version: number): Promise<Outcome> {
  return actOnCall(world, visitor, id, "publish", version, async ({ call, at }) => {
    if (!mayPublish(visitor, call)) return "forbidden";
    if (call.state !== "proposed" || blocksOpening(call, at).length > 0) return "impossible";
    return { cause: "published", state: "published", publishedBy: visitor.person.id };
  });
}

/** Takes a published call back, before it opens: nobody has answered it yet. */
export function withdrawCall(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  reason: string,
): Promise<Outcome> {
  return actOnCall(world, visitor, id, "withdraw", version, async ({ call, at }) =>
    !isPublished(call) || phaseOf(call, at) !== "to-come"
      ? "impossible"
      : { cause: "withdrawn", state: "draft", proposedBy: null, sentBack: reason, reason },
  );
}

import { Temporal } from "temporal-polyfill";
import { canonicalJson } from "#policy/index.ts";
import { tellNews } from "#src/life/index.ts";
import { act, type Scene, type SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { addVersion, answerVersion, lockVersion, type SettingVersion } from "#src/platform/settings/versions.ts";
import type { World } from "#src/platform/world.ts";
import { mayAnswer, setupRights } from "./may.ts";

/** What is to be decided on, as whoever proposes it says it. */
export interface Proposal {
  readonly key: string;
  readonly subject: string;
  /** What it is called where people are told of it. */
  readonly title: string;
  readonly value: unknown;
  readonly reason: string;
  /** ISO day. */
  readonly effectiveOn: string;
  /** It binds nobody: one person decides. */
  readonly alone: boolean;
}

/** Why nothing was decided. */
export type NotDecided = "absent" | "forbidden" | "waiting" | "answered";
export type Decided = "done" | NotDecided;

/** Proposes a value, or sets it at once where one person is enough. `waiting`: another proposal waits for its answer. */
export async function proposeVersion(world: World, visitor: SignedVisitor, proposal: Proposal): Promise<Decided> {
  const decided = await act(world, visitor, async (scene): Promise<Decided> => {
    const effectiveOn = soonest(scene, proposal);
    const id = await addVersion(scene.tx, scene.at, { ...proposal, effectiveOn, by: visitor.person.id });
    if (id === null) return (await isSame(scene.tx, visitor, proposal)) ? "done" : "waiting";
    await note(world, scene, proposal.alone ? "setting-set" : "setting-proposed", { ...proposal, id, effectiveOn });
    if (!proposal.alone) await tellConfirmers(world, visitor, scene, id, proposal);
    return "done";
  });
  if (decided === "done" && proposal.alone) await world.settings.reload();
  return decided;
}

/** The second person's word: the value holds from its day on, or never. */
export async function answerProposal(
  world: World,
  visitor: SignedVisitor,
  id: string,
  word: { readonly confirmed: boolean; readonly why: string },
  mayHere: (visitor: SignedVisitor, version: SettingVersion) => boolean = mayAnswer,
): Promise<Decided> {
  const decided = await act(world, visitor, async (scene): Promise<Decided> => {
    const version = await lockVersion(scene.tx, id);
    if (version === null) return "absent";
    if (!mayHere(visitor, version)) return "forbidden";
    if (version.state !== "proposed") return version.answeredBy === visitor.person.id ? "done" : "answered";
    const effectiveOn = soonest(scene, version);
    const answer = word.confirmed
      ? ({ confirmed: true, effectiveOn } as const)
      : { confirmed: false as const, why: word.why };
    await answerVersion(scene.tx, scene.at, id, visitor.person.id, answer);
    const fact = word.confirmed ? "setting-confirmed" : "setting-refused";
    await note(world, scene, fact, { ...version, effectiveOn, reason: word.confirmed ? version.reason : word.why });
    if (!word.confirmed && version.proposedBy !== null) {
      const told = { kind: "refusal", actor: visitor.person.id, at: scene.at, about: `setting:${id}!refused` } as const;
      await tellNews(world, scene.tx, { ...told, to: [version.proposedBy], excerpt: word.why });
    }
    return "done";
  });
  if (decided === "done") await world.settings.reload();
  return decided;
}

/** Tells those who may confirm that something waits for one of them. */
async function tellConfirmers(
  world: World,
  visitor: SignedVisitor,
  { tx, at }: Scene,
  id: string,
  { title }: Proposal,
): Promise<void> {
  const rows = await tx
    .selectFrom("agent_role")
    .select("person_id")
    .distinct()
    .where("role", "in", [...setupRights.confirm])
    .execute();
  const to = rows.map((row) => row.person_id);
  const told = { kind: "proposal", actor: visitor.person.id, at, about: `setting:${id}` } as const;
  await tellNews(world, tx, { ...told, to, excerpt: title });
}

/**
 * A version never holds before it was decided; one that files are judged by begins on the day after, so that what was
 * filed this morning keeps what it was filed under.
 */
function soonest(
  { at }: Pick<Scene, "at">,
  { effectiveOn, subject }: Pick<Proposal, "effectiveOn" | "subject">,
): string {
  const today = legalDay(at);
  const first = subject === "" ? today : today.add({ days: 1 });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(effectiveOn), first) < 0 ? first.toString() : effectiveOn;
}

/** The same form sent twice: the proposal that waits is this one. */
async function isSame(tx: Tx, visitor: SignedVisitor, proposal: Proposal): Promise<boolean> {
  const row = await tx
    .selectFrom("setting_version")
    .select(["value", "proposed_by"])
    .where("key", "=", proposal.key)
    .where("subject", "=", proposal.subject)
    .where("confirmed_at", "is", null)
    .where("refused_at", "is", null)
    .executeTakeFirst();
  return row?.proposed_by === visitor.person.id && canonicalJson(row.value) === canonicalJson(proposal.value);
}

/** Where the journal tells of one setting. */
export function chainOfSetting(key: string, subject: string): string {
  return subject === "" ? `setting:${key}` : `setting:${subject}/${key}`;
}

interface Noted extends Pick<Proposal, "key" | "subject" | "value" | "reason" | "effectiveOn"> {
  readonly id: string;
}

function note(world: World, scene: Scene, act: string, version: Noted): Promise<void> {
  const { key, subject, effectiveOn, reason, id } = version;
  const before = world.settings.valueOn(legalDay(scene.at).toString(), key, subject);
  return scene.note({
    chain: chainOfSetting(key, subject),
    act,
    organisation: null,
    visible: false,
    details: { version: id, key, subject, before: told(before), after: told(version.value), effectiveOn, reason },
  });
}

/** A picture is told by its digest: its bytes stay with the version. */
function told(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null || !("base64" in value)) return value;
  const { base64: _bytes, ...rest } = value as { base64: string };
  return rest;
}

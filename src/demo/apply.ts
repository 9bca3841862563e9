import type { DemoRequests } from "#policy/demonstration/index.ts";
import { frameworkOn, type OpenScheme, type Raw } from "#policy/index.ts";
import { writeMessage } from "#src/applications/index.ts";
import { createDraft, policyDay } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type Cast, type CastOrganisation, daysAgo, type FiledRequest, worldAt } from "./cast.ts";
import { fileDraft, joinPapers } from "./filing.ts";
import { playAll } from "./lanes.ts";
import { demoOrganisation } from "./organisation.ts";
import { ORGANISATIONS } from "./people.ts";

/** A request to make: whose, how it departs from the ordinary, and how many days ago it was filed (null: still a draft). */
interface Plan {
  readonly n: number;
  readonly organisation: CastOrganisation;
  readonly departs: Raw;
  readonly filedDaysAgo: number | null;
  /** Papers left out of a draft. */
  readonly withoutPapers?: boolean;
}

/** How many requests are filed. */
const FILED = 40;

/** Writes drafts and files requests as their authors would, months ago and yesterday. Returns those filed, oldest first. */
export async function playApplicants(
  world: World,
  cast: Cast,
  scheme: OpenScheme,
  of: DemoRequests,
): Promise<readonly FiledRequest[]> {
  const drafted: (readonly [Plan, string])[] = [];
  await playAll(
    plansFor(cast, of),
    (plan) => String(plan.n),
    async (plan) => void drafted.push([plan, await writeDraft(world, scheme, of, plan)]),
  );
  const filed: FiledRequest[] = [];
  const inOrder = drafted.toSorted(([a], [b]) => (b.filedDaysAgo ?? -1) - (a.filedDaysAgo ?? -1));
  for (const [plan, id] of inOrder) {
    if (plan.filedDaysAgo !== null) filed.push(await fileRequest(world, scheme, plan, id));
  }
  await askQuestion(world, filed, of.question);
  return filed;
}

function plansFor({ organisations }: Cast, of: DemoRequests): readonly Plan[] {
  const at = (n: number) => organisations[n % organisations.length] as CastOrganisation;
  const filed = Array.from({ length: FILED }, (_, n): Plan => {
    const organisation = at(of.of[n] ?? n);
    const beside = [1, 2].map((step) => demoOrganisation(ORGANISATIONS + n + step));
    const filedDaysAgo = 1 + Math.round(((FILED - n) * 150) / FILED);
    return { n, organisation, departs: of.departs(n, organisation.of, beside), filedDaysAgo };
  });
  const drafts = of.drafts.map((draft, n): Plan => {
    return { ...draft, n: 100 + n, organisation: at(draft.of), filedDaysAgo: null };
  });
  return [...filed, ...drafts];
}

async function writeDraft(world: World, scheme: OpenScheme, of: DemoRequests, plan: Plan): Promise<string> {
  const { organisation, n } = plan;
  const at = daysAgo(world, (plan.filedDaysAgo ?? 1) + 5, n);
  const then = worldAt(world, at);
  const { owner } = organisation;
  const raw = of.plannedAfter({ ...of.answers(n, organisation.of), ...plan.departs }, legalDay(at));
  const framework = frameworkOn(policyDay(at)).version;
  const draft = { scheme: scheme.slug, framework, organisationId: organisation.id, raw };
  const id = await inTransaction(world.db, readerOf(owner), (tx) => createDraft(tx, draft, owner.person.id, at));
  if (plan.withoutPapers !== true) await joinPapers(then, owner, id, organisation.of.name);
  return id;
}

async function fileRequest(world: World, scheme: OpenScheme, plan: Plan, id: string): Promise<FiledRequest> {
  const { organisation, n } = plan;
  const filedAt = daysAgo(world, plan.filedDaysAgo ?? 0, n);
  await fileDraft(worldAt(world, filedAt), scheme, organisation.owner, id);
  return { id, n, organisation, filedAt };
}

/** One applicant asks a question that no one has answered yet. */
async function askQuestion(world: World, filed: readonly FiledRequest[], body: string): Promise<void> {
  const one = filed.at(-3);
  if (one === undefined) return;
  const request = { id: one.id, key: crypto.randomUUID(), version: null, location: "" };
  await writeMessage(worldAt(world, one.filedAt.add({ hours: 5 })), one.organisation.owner, request, body);
}

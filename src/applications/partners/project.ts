import { type Consortium, isShared, type Missing, partAnswers, sharedRaw, visibilityOf } from "#policy/index.ts";
import {
  type Application,
  type Attachment,
  findApplication,
  findPartner,
  latestRevision,
  listAttachments,
  listPartners,
  type Partner,
  type PartnerHere,
  partnersHere,
  policyDay,
  type Reading,
  readApplication,
} from "#src/life/index.ts";
import { memberRole, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Through, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** A project as one of its partners sees it: the whole of it, but for anyone's pay. */
export interface SharedProject {
  readonly application: Application;
  readonly consortium: Consortium;
  /** Their own place in it, and their part. */
  readonly partner: Partner;
  readonly own: PartnerHere;
  /** The whole as they may read it. */
  readonly reading: Reading;
  /** What the project costs and receives, reckoned on all of it. */
  readonly figures: Reading["assessment"]["funding"];
  readonly parts: readonly PartnerHere[];
  readonly papers: readonly Attachment[];
  /** What their part still lacks, or contradicts. */
  readonly missing: readonly Missing[];
  readonly errors: ReadonlyMap<string, string>;
}

/** In whose name a partner's person reads, or writes, a project. */
export function throughPartner(visitor: SignedVisitor, partnerId: string, writing: boolean): Through {
  return { person: visitor.person.id, through: partnerId, writing };
}

/** A partner's own place, as its members see it; null where it is not theirs. */
export async function findOwnPartner(world: World, visitor: SignedVisitor, partnerId: string): Promise<Partner | null> {
  const partner = await inTransaction(world.db, { person: visitor.person.id }, (tx) => findPartner(tx, partnerId));
  const isTheirs = partner?.organisationId != null && memberRole(visitor, partner.organisationId) !== null;
  return isTheirs ? partner : null;
}

/** The project that a partner takes part in, read through its place; null where it takes part no more. */
export function openProject(world: World, visitor: SignedVisitor, partnerId: string): Promise<SharedProject | null> {
  return inTransaction(world.db, throughPartner(visitor, partnerId, false), (tx) => readProject(world, tx, partnerId));
}

/** The same inside a transaction that is already opened through the partner's place. */
export async function readProject(world: World, tx: Tx, partnerId: string): Promise<SharedProject | null> {
  const partner = await findPartner(tx, partnerId);
  const found = partner === null ? null : await findApplication(tx, partner.applicationId);
  if (partner === null || found === null) return null;
  // Once filed, what was filed: what the lead prepares since, for the funder, is between them.
  const last = found.state === "draft" ? null : await latestRevision(tx, found.id);
  const application = last === null ? found : { ...found, raw: last.raw };
  const now = world.clock.now();
  const day = policyDay(application.submittedAt ?? now);
  const papers = await listAttachments(tx, application.id);
  const keys = papers.filter(({ scan }) => scan !== "infected").map(({ key }) => key);
  const whole = readApplication(application, new Map(), keys, day);
  const { consortium } = whole.scheme;
  if (consortium === undefined) return null;
  const parts = partnersHere(consortium, application.raw, await listPartners(tx, application.id), now);
  const own = parts.find((one) => one.partner?.id === partner.id);
  if (own === undefined) return null;
  const shared = { ...application, raw: sharedRaw(whole.scheme, application.raw) };
  const read = readApplication(shared, new Map(), keys, day);
  const isRead = ({ path }: { readonly path: string }) => isShared(whole.scheme, application.raw, path);
  const reading = { ...read, questions: read.questions.filter(isRead), allQuestions: read.allQuestions.filter(isRead) };
  const mine = paths(consortium, own.part.path);
  return {
    application: { ...application, raw: reading.raw },
    consortium,
    partner,
    own,
    reading,
    figures: whole.assessment.funding,
    parts,
    papers,
    missing: whole.gaps.filter(({ path }) => mine.has(path)),
    errors: new Map([...whole.errors].filter(([path]) => mine.has(path))),
  };
}

/** The names of the fields that a partner writes in its part. */
export function paths({ writes }: Consortium, part: string): ReadonlySet<string> {
  return new Set(writes.map((field) => `${part}.${field}`));
}

/** What a partner declares when it confirms: what its answers make pointless is left out. */
export function declarationsFor({ consortium, reading, own }: Pick<SharedProject, "consortium" | "reading" | "own">) {
  if (partAnswers(consortium, reading.answers, own.part.place) === null) return [];
  return consortium.confirms.filter((one) => visibilityOf(one, reading.answers, [own.part.place]) === "met");
}

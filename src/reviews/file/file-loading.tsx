import { randomUUID } from "node:crypto";
import { fundedIn } from "#policy/index.ts";
import { maySeeProofs, standingRead } from "#src/applications/index.ts";
import { markRead } from "#src/life/index.ts";
import { readerOf, registersOf, type SignedVisitor } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { allOf, andThen, ask, known, type Read } from "#src/platform/database/read.ts";
import type { World } from "#src/platform/world.ts";
import { communeByCode } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { changedIn } from "../answers/file-changes.ts";
import { type AroundApplication, aroundApplication } from "../around/around-store.ts";
import { newsSince } from "../around/news.ts";
import { visit } from "../around/visit.ts";
import { askables } from "../completion/completion.ts";
import { instructionOf } from "../instruction/instruction-of.ts";
import { reviewRights } from "../may.ts";
import { agentsRead } from "../queue/agents.ts";
import { LIST } from "../queue/list.ts";
import { schemeOf } from "../scheme.ts";
import { fill } from "../templates/fill.ts";
import { listOf } from "../web/answer.tsx";
import { ReviewedPage } from "./file-page.tsx";
import { loadReviewed } from "./file-store.ts";
import { type ListPlace, may, type ReviewedPart, type ReviewedView, type Typed } from "./file-view.tsx";

/** What a later slice shows in the page of a file, and what it reads for it, in one statement with all the others. */
export type ReviewedPartLoader = (
  world: World,
  tx: Tx,
  view: ReviewedView,
) => Read<ReviewedPart | Promise<ReviewedPart>>;

const noneAround: AroundApplication = {
  followers: [],
  tasks: [],
  likenesses: [],
  labels: [],
  allLabels: [],
  keys: false,
  templates: [],
};

const everyApplication: ListPlace = {
  href: urls.queue.href(),
  label: "Dossiers",
  place: null,
  previous: null,
  next: null,
  query: {},
};

/**
 * The list that the address says one came from. What stands around this file is looked for when one goes there, in the
 * list as it stands then: this page is remembered, and reads none.
 */
function placeIn(list: string, id: string): ListPlace {
  if (list === "") return everyApplication;
  const query = { liste: new URLSearchParams(cutText(list, 1000)).toString() };
  return {
    ...everyApplication,
    href: `${urls.queue.href()}?${query.liste}`,
    label: "Liste",
    previous: urls.reviewPrevious.href({ id }, query),
    next: urls.reviewNext.href({ id }, query),
    query,
  };
}

/** All that the pages of one file show, or the 404 of what is not there for this agent. */
export async function loadView(
  world: World,
  visitor: SignedVisitor,
  id: string,
  loaders: readonly ReviewedPartLoader[] = [],
  typed: Typed | null = null,
  more: (tx: Tx, view: ReviewedView) => Read<Partial<ReviewedView> | Promise<Partial<ReviewedView>>> = () => known({}),
  list = "",
): Promise<ReviewedView> {
  const view = await inTransaction(world.db, readerOf(visitor), async (tx): Promise<ReviewedView | null> => {
    const file = await loadReviewed(tx, id, visitor.person.id);
    if (file === null) return null;
    const scheme = schemeOf(file.application);
    const papers = file.revision.attachments.map((one) => one.key);
    const bare: ReviewedView = {
      file,
      instruction: instructionOf(file),
      asked: askables(scheme, file.answers, papers),
      scheme,
      visitor,
      today: today(world.clock).toString(),
      placeName: (code) => communeByCode(code)?.name ?? code,
      newKey: randomUUID,
      typed,
      opened: null,
      parts: [],
      list: placeIn(list, id),
      registers: new Map(),
      belonging: null,
      around: noneAround,
      news: [],
      since: null,
      template: null,
      ...changedIn(scheme, file),
      agents: [],
    };
    const found = await ask(
      tx,
      allOf({
        agents: agentsRead(reviewRights.assign.roles),
        parts: allOf(Object.fromEntries(loaders.map((load, at) => [at, load(world, tx, bare)]))),
        more: more(tx, bare),
      }),
    );
    const parts = await Promise.all(Object.values(found.parts));
    return { ...bare, agents: found.agents, parts, ...(await found.more) };
  });
  return view ?? notFound();
}

/** A page of one act of a file, with the list one came from. */
export async function loadActView(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  typed: Typed | null = null,
): Promise<ReviewedView> {
  return loadView(world, visitor, idParam(c, "id"), [], typed, undefined, listAsked(c, typed));
}

/** The list that the address says, or the form that was sent. */
function listAsked(c: RequestContext, typed: Typed | null): string {
  return c.req.query(LIST) ?? (typed === null ? "" : listOf(typed.fields));
}

/** The page of a file, with what was typed and refused where an act was. */
export async function showReviewed(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  id: string,
  loaders: readonly ReviewedPartLoader[],
  typed: Typed | null = null,
): Promise<Response> {
  const asked = new URL(c.req.url).searchParams;
  const view = await loadView(
    world,
    visitor,
    id,
    loaders,
    typed,
    (tx, bare) => around(world, tx, bare, asked),
    listAsked(c, typed),
  );
  const { application } = view.file;
  return respondPage(
    c,
    world,
    {
      title: `${application.number ?? "Dossier"}, ${application.organisationName}`,
      current: urls.queue.href(),
      density: "compact",
      scripts: ["file"],
      status: typed === null ? 200 : typed.overtakenBy === undefined ? 422 : 409,
    },
    <ReviewedPage view={{ ...view, opened: asked.get("constat") }} />,
  );
}

/** What the page shows beside the file itself. */
function around(
  world: World,
  tx: Tx,
  view: ReviewedView,
  asked: URLSearchParams,
): Read<Promise<Partial<ReviewedView>>> {
  const { file, visitor, scheme } = view;
  const { id, organisationId, title } = file.application;
  const around = aroundApplication({
    id,
    me: visitor.person.id,
    organisationId,
    scheme: file.application.scheme,
    title,
    hashes: file.revision.attachments.map(({ sha256 }) => sha256),
  });
  const sirens = fundedIn(scheme, file.answers).flatMap(({ siren }) => siren ?? []);
  const belonging = maySeeProofs(visitor) ? standingRead(organisationId) : known(null);
  return andThen(allOf({ around, registers: registersOf(sirens), belonging }), async (kept) => ({
    ...kept,
    ...(await lookedAt(world, tx, view)),
    template: filledTemplate(view, kept.around, asked.get("modele")),
  }));
}

/** Looking at a file is a visit, and reads the applicant's messages. */
async function lookedAt(world: World, tx: Tx, view: ReviewedView): Promise<Pick<ReviewedView, "since" | "news">> {
  const { file, visitor } = view;
  const { id } = file.application;
  const at = world.clock.now();
  const { since } = may(view, "follow") ? await visit(tx, id, visitor.person.id, at) : { since: null };
  if (may(view, "write-message") && file.messages.some(({ side, readAt }) => side === "applicant" && readAt === null))
    await markRead(tx, id, "funder", at);
  return { since, news: newsSince(file.journal, since, world.config.funder.words) };
}

function filledTemplate(
  { file, scheme, visitor }: ReviewedView,
  kept: AroundApplication,
  chosen: string | null,
): string | null {
  const template = kept.templates.find((one) => one.id === chosen);
  if (template === undefined) return null;
  return fill(template.body, file, { scheme: scheme.name, agent: visitor.person.name });
}

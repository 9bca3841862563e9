import { etag } from "hono/etag";
import { type Raw, territory } from "#policy/index.ts";
import {
  loadOrganisation,
  memberRole,
  type Organisation,
  readerOf,
  type SignedVisitor,
  type Visitor,
} from "#src/people/index.ts";
import {
  filterAmong,
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText, oneLine } from "#text/index.ts";
import { listingsOf } from "../exchanges/store.ts";
import { decidable } from "../moderation/prompt.ts";
import { lastDecisionOn } from "../moderation/store.ts";
import { practicesOf } from "../practices/store.ts";
import { crumbs } from "../web/crumbs.ts";
import { ACTOR_KINDS, type Actor, asShown, departmentWords } from "./actor.ts";
import { ActorPage } from "./actor-page.tsx";
import { confirmProfile, leaveDirectory, saveProfile } from "./acts.ts";
import { DirectoryPage } from "./directory-page.tsx";
import { EditActorPage } from "./edit-page.tsx";
import { actorForm, profileOf, typedProfile } from "./form.ts";
import { type ActorRight, mayOnActor } from "./may.ts";
import { countByDepartment, type DirectoryFilter, findActorBySlug, findActorOf, searchActors } from "./store.ts";
import { welcomeOf } from "./welcome.ts";
import { WelcomePage } from "./welcome-page.tsx";

const none: ReadonlyMap<string, string> = new Map();

/** The directory: read by everyone, each page kept by its own organisation. */
export function actorRoutes(routes: Routes, world: World): void {
  routes.get(urls.community.pattern, etag({ weak: true }), (c) => directory(c, world));
  own(routes, world);
}

/** The page of one actor: after all other addresses of the community, since its slug stands where they do. */
export function actorPageRoutes(routes: Routes, world: World): void {
  routes.get(urls.actor.pattern, etag({ weak: true }), (c) => one(c, world));
}

function filterOf(c: RequestContext, world: World): DirectoryFilter {
  const searched = { title: "La communauté", href: urls.community.href(), all: "Voir tout l’annuaire" };
  return {
    kind: filterAmong(c, world, "nature", ACTOR_KINDS, searched),
    department: filterAmong(c, world, "departement", Object.keys(departmentWords), searched),
    words: cutText(oneLine(c.req.query("q") ?? ""), 100),
  };
}

async function directory(c: RequestContext, world: World): Promise<Response> {
  const visitor = c.get("visitor");
  const filter = filterOf(c, world);
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    actors: await searchActors(tx, filter),
    counts: await countByDepartment(tx),
    own: await ownActors(tx, visitor),
  }));
  return respondPage(
    c,
    world,
    {
      title: "La communauté",
      description: `Qui forme ${territory.where}, ce que chacun propose et cherche, et les pratiques partagées.`,
      current: urls.community.href(),
      breadcrumbs: [{ label: "Accueil", href: urls.home.href() }, { label: "Communauté" }],
      public: true,
    },
    <DirectoryPage
      actors={found.actors.map(asShown)}
      counts={found.counts}
      filter={filter}
      isSignedIn={visitor.person !== null}
      mayJoin={found.own.filter((one) => !one.has).map(({ id, name }) => ({ id, name }))}
      own={found.own.filter((one) => one.has).map(({ id, name }) => ({ id, name }))}
    />,
  );
}

async function ownActors(tx: Tx, visitor: Visitor) {
  const editable = visitor.memberships.filter((one) => mayOnActor(visitor, one.organisationId, "join"));
  const found = [];
  for (const { organisationId: id, organisationName: name } of editable) {
    found.push({ id, name, has: (await findActorOf(tx, id)) !== null });
  }
  return found;
}

async function one(c: RequestContext, world: World): Promise<Response> {
  const visitor = c.get("visitor");
  const slug = c.req.param("slug") ?? "";
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const actor = await findActorBySlug(tx, slug);
    if (actor === null) return null;
    if (actor.state !== "published" && !mayOnActor(visitor, actor.organisationId, "see-unpublished")) return null;
    return {
      actor,
      listings: (await listingsOf(tx, [actor.organisationId])).filter(({ state }) => state === "open"),
      practices: (await practicesOf(tx, [actor.organisationId])).filter(({ state }) => state === "published"),
      decide: await decidable(tx, visitor, "actor", actor.id),
    };
  });
  if (found === null) return notFound();
  const { actor, listings, practices, decide } = found;
  return respondPage(
    c,
    world,
    {
      title: actor.name,
      description: actor.summary,
      current: urls.community.href(),
      breadcrumbs: crumbs(actor.name),
      public: actor.state === "published",
    },
    <ActorPage
      actor={asShown(actor)}
      listings={listings}
      practices={practices}
      mayEdit={mayOnActor(visitor, actor.organisationId, "edit")}
      decide={decide}
    />,
  );
}

/** The organisation of the path, for a member who may do this: others find nothing, the rest of them are told no. */
async function forMember(
  c: RequestContext,
  world: World,
  right: ActorRight,
): Promise<{ readonly visitor: SignedVisitor; readonly organisation: Organisation }> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  if (memberRole(visitor, id) === null) notFound();
  const organisation = (await loadOrganisation(world.db, id)) ?? notFound();
  if (!mayOnActor(visitor, id, right)) forbidden();
  return { visitor, organisation };
}

function own(routes: Routes, world: World): void {
  routes.get(urls.actorEdit.pattern, async (c) => {
    const { visitor, organisation } = await forMember(c, world, "edit");
    const actor = await inTransaction(world.db, readerOf(visitor), (tx) => findActorOf(tx, organisation.id));
    return answerEdit(c, world, visitor, organisation, actor === null ? {} : typedProfile(actor), none);
  });
  routes.post(urls.actorEdit.pattern, async (c) => {
    const { visitor, organisation } = await forMember(c, world, "edit");
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(actorForm, fields);
    if (errors.size > 0) return answerEdit(c, world, visitor, organisation, fields, errors);
    const outcome = await saveProfile(world, visitor, organisation, profileOf(answers));
    setFlash(c, "success", outcome === "asked" ? "Votre demande est envoyée aux animateurs." : "La fiche est à jour.");
    return c.redirect(urls.actorEdit.href({ id: organisation.id }), 303);
  });
  routes.post(urls.actorConfirmation.pattern, async (c) => {
    const { visitor, organisation } = await forMember(c, world, "confirm");
    if (!(await confirmProfile(world, visitor, organisation.id))) notFound();
    setFlash(c, "success", "Merci : la fiche est confirmée pour un an.");
    return c.redirect(urls.actorEdit.href({ id: organisation.id }), 303);
  });
  routes.post(urls.actorLeaving.pattern, async (c) => {
    const { visitor, organisation } = await forMember(c, world, "leave");
    if (!(await leaveDirectory(world, visitor, organisation.id))) notFound();
    setFlash(c, "success", "La fiche n’est plus dans l’annuaire.");
    return c.redirect(urls.community.href(), 303);
  });
  routes.get(urls.welcome.pattern, async (c) => {
    const { visitor, organisation } = await forMember(c, world, "see-own");
    const welcome = await inTransaction(world.db, readerOf(visitor), (tx) => welcomeOf(tx, visitor, organisation));
    return respondPage(
      c,
      world,
      { title: "Bienvenue dans la communauté", current: urls.community.href(), breadcrumbs: crumbs("Bienvenue") },
      <WelcomePage {...welcome} />,
    );
  });
}

async function answerEdit(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  organisation: Organisation,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Promise<Response> {
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const actor: Actor | null = await findActorOf(tx, organisation.id);
    return { actor, decision: actor === null ? null : await lastDecisionOn(tx, "actor", actor.id) };
  });
  return respondPage(
    c,
    world,
    {
      title: found.actor === null ? "Rejoindre la communauté" : "Votre fiche",
      current: urls.community.href(),
      breadcrumbs: crumbs(organisation.name),
      status: errors.size > 0 ? 422 : 200,
    },
    <EditActorPage
      organisation={organisation}
      actor={found.actor}
      decision={found.decision}
      raw={raw}
      errors={errors}
      mayLeave={mayOnActor(visitor, organisation.id, "leave")}
    />,
  );
}

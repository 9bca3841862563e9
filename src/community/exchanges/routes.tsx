import { etag } from "hono/etag";
import type { Raw } from "#policy/index.ts";
import { memberRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
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
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { formatDay, readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cleanText, cutText } from "#text/index.ts";
import { departmentWords } from "../actors/actor.ts";
import { decidable } from "../moderation/prompt.ts";
import { crumbs } from "../web/crumbs.ts";
import { closeListing, publishListing, sendMessage } from "./acts.ts";
import { listingForm, messageForm } from "./form.ts";
import { LISTING_KINDS, type Listing, type ListingMessage, LONGEST_DAYS, OPEN_DAYS } from "./listing.ts";
import { ExchangePage, ListingPage } from "./listing-page.tsx";
import { ListingsPage } from "./listings-page.tsx";
import { mayAnswerListing, mayOnListing, mayPublishFor } from "./may.ts";
import { NewListingPage } from "./new-page.tsx";
import { conversationsOn, findListing, listingsOf, messagesWith, openListings } from "./store.ts";

const none: ReadonlyMap<string, string> = new Map();

/** Needs and offers: read by everyone, answered by message. */
export function exchangeRoutes(routes: Routes, world: World): void {
  routes.get(urls.listings.pattern, etag({ weak: true }), (c) => list(c, world));
  publishing(routes, world);
  routes.get(urls.listing.pattern, (c) => one(c, world));
  routes.post(urls.listingClosing.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const listing = await load(c, world, visitor);
    if (memberRole(visitor, listing.organisationId) === null) notFound();
    if (!mayOnListing(visitor, listing.organisationId, "close")) forbidden();
    if (await closeListing(world, visitor, listing.id)) setFlash(c, "success", "L’annonce est close.");
    return c.redirect(urls.listing.href({ id: listing.id }), 303);
  });
  routes.get(urls.listingExchange.pattern, async (c) => answerExchange(c, world, await exchange(c, world), {}, none));
  routes.post(urls.listingExchange.pattern, (c) => send(c, world));
}

async function list(c: RequestContext, world: World): Promise<Response> {
  const visitor = c.get("visitor");
  const searched = { title: "Je cherche, je propose", href: urls.listings.href(), all: "Voir toutes les annonces" };
  const filter = {
    kind: filterAmong(c, world, "nature", LISTING_KINDS, searched),
    department: filterAmong(c, world, "departement", Object.keys(departmentWords), searched),
  };
  const publishFor = mayPublishFor(visitor);
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    listings: await openListings(tx, filter),
    own: await listingsOf(
      tx,
      publishFor.map(({ id }) => id),
    ),
  }));
  return respondPage(
    c,
    world,
    {
      title: "Je cherche, je propose",
      description: "Les annonces de la communauté : aides, lieux, matériel, retours d’expérience.",
      current: urls.community.href(),
      breadcrumbs: crumbs("Je cherche, je propose"),
      public: true,
    },
    <ListingsPage {...found} filter={filter} mayPublish={publishFor.length > 0} />,
  );
}

function publishing(routes: Routes, world: World): void {
  routes.get(urls.newListing.pattern, (c) => answerNew(c, world, requireSignedIn(c), broughtBy(c), none));
  routes.post(urls.newListing.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const fields = await readForm(c);
    const organisationId = text(fields, "organisation");
    if (!mayPublishFor(visitor).some(({ id }) => id === organisationId)) forbidden();
    const { answers, errors } = readPlainForm(listingForm, fields);
    const closesOn = answers.closesOn ?? today(world.clock).add({ days: OPEN_DAYS }).toString();
    const all = new Map(errors);
    const wrong = wrongDay(closesOn, world);
    if (wrong !== null && !all.has("closesOn")) all.set("closesOn", wrong);
    if (all.size > 0) return answerNew(c, world, visitor, fields, all);
    const id = await publishListing(world, visitor, {
      organisationId,
      kind: answers.kind ?? "seek",
      title: answers.title ?? "",
      body: answers.body ?? "",
      departments: answers.departments ?? [],
      closesOn,
    });
    setFlash(c, "success", `L’annonce est publiée. Elle se fermera le ${formatDay(closesOn)}.`);
    return c.redirect(urls.listing.href({ id }), 303);
  });
}

/** What a link begins a listing with, an idea said at an event say: still to be read, corrected and sent. */
function broughtBy(c: RequestContext): Raw {
  return {
    kind: c.req.query("nature") ?? "",
    title: cutText(cleanText(c.req.query("titre") ?? ""), 120),
    body: cutText(cleanText(c.req.query("texte") ?? ""), 2_000),
  };
}

function wrongDay(closesOn: string, world: World): string | null {
  const now = today(world.clock);
  if (closesOn < now.toString()) return "Cette date est passée.";
  const latest = now.add({ days: LONGEST_DAYS }).toString();
  return closesOn > latest ? `Six mois au plus : jusqu’au ${formatDay(latest)}.` : null;
}

function answerNew(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Response {
  return respondPage(
    c,
    world,
    {
      title: "Écrire une annonce",
      current: urls.community.href(),
      breadcrumbs: crumbs("Écrire une annonce", urls.listings.href(), "Je cherche, je propose"),
      status: errors.size > 0 ? 422 : 200,
    },
    <NewListingPage organisations={mayPublishFor(visitor)} raw={raw} errors={errors} />,
  );
}

async function load(c: RequestContext, world: World, visitor: SignedVisitor): Promise<Listing> {
  const id = idParam(c, "id");
  return (await inTransaction(world.db, readerOf(visitor), (tx) => findListing(tx, id))) ?? notFound();
}

async function one(c: RequestContext, world: World): Promise<Response> {
  const visitor = c.get("visitor");
  const id = idParam(c, "id");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const listing = await findListing(tx, id);
    if (listing === null) return null;
    const mayRead = mayOnListing(visitor, listing.organisationId, "read-answers");
    return {
      listing,
      conversations: mayRead ? await conversationsOn(tx, id) : [],
      hasAnswered: visitor.person !== null && (await messagesWith(tx, id, visitor.person.id)).length > 0,
      decide: await decidable(tx, visitor, "listing", id),
    };
  });
  if (found === null) return notFound();
  const { listing } = found;
  return respondPage(
    c,
    world,
    {
      title: listing.title,
      current: urls.community.href(),
      breadcrumbs: crumbs(listing.title, urls.listings.href(), "Je cherche, je propose"),
      public: listing.state === "open",
    },
    <ListingPage
      {...found}
      mayClose={mayOnListing(visitor, listing.organisationId, "close")}
      mayAnswer={mayAnswerListing(visitor, listing.organisationId)}
      isSignedIn={visitor.person !== null}
      personId={visitor.person?.id ?? null}
    />,
  );
}

interface Exchange {
  readonly visitor: SignedVisitor;
  readonly listing: Listing;
  readonly person: string;
  readonly messages: readonly ListingMessage[];
  readonly correspondentName: string;
  readonly isCorrespondent: boolean;
}

/** A conversation, for its two ends: to anyone else it is not there. */
async function exchange(c: RequestContext, world: World): Promise<Exchange> {
  const visitor = requireSignedIn(c);
  const person = c.req.param("person") ?? "";
  const isCorrespondent = person === visitor.person.id;
  const id = idParam(c, "id");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const listing = await findListing(tx, id);
    if (listing === null) return null;
    const conversations = await conversationsOn(tx, id);
    const other = conversations.find((one) => one.correspondent === person);
    return { listing, messages: await messagesWith(tx, id, person), correspondentName: other?.correspondentName ?? "" };
  });
  if (found === null) return notFound();
  const { listing, messages } = found;
  const isOwner = mayOnListing(visitor, listing.organisationId, "read-answers");
  const mayBegin = isCorrespondent && mayAnswerListing(visitor, listing.organisationId) && listing.state === "open";
  if (messages.length === 0 && !mayBegin) notFound();
  if (!isCorrespondent && !isOwner) notFound();
  return { visitor, ...found, person, isCorrespondent };
}

async function send(c: RequestContext, world: World): Promise<Response> {
  const found = await exchange(c, world);
  const { visitor, listing, person } = found;
  const fields = await readForm(c);
  const { answers, errors } = readPlainForm(messageForm, fields);
  if (errors.size > 0) return answerExchange(c, world, found, fields, errors);
  const sent = await sendMessage(world, visitor, {
    listingId: listing.id,
    correspondent: person,
    body: answers.body ?? "",
  });
  if (sent === "absent") return notFound();
  if (sent === "sent") setFlash(c, "success", "Votre message est parti.");
  else setFlash(c, "warning", "L’annonce vient de se fermer : le message n’est pas parti.");
  const back =
    sent === "sent" ? urls.listingExchange.href({ id: listing.id, person }) : urls.listing.href({ id: listing.id });
  return c.redirect(back, 303);
}

function answerExchange(
  c: RequestContext,
  world: World,
  found: Exchange,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Response {
  return respondPage(
    c,
    world,
    {
      title: `Échange : ${found.listing.title}`,
      current: urls.community.href(),
      breadcrumbs: crumbs("Échange", urls.listing.href({ id: found.listing.id }), found.listing.title),
      status: errors.size > 0 ? 422 : 200,
    },
    <ExchangePage {...found} mayWrite raw={raw} errors={errors} />,
  );
}

import { act, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tellOrganisation, tellPerson } from "../tell.ts";
import type { Listing } from "./listing.ts";
import { addListing, addMessage, lockListing, messagesWith, setListingState } from "./store.ts";

const chainOf = (id: string) => `listing:${id}`;

export function publishListing(
  world: World,
  visitor: SignedVisitor,
  listing: Pick<Listing, "organisationId" | "kind" | "title" | "body" | "departments" | "closesOn">,
): Promise<string> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const id = await addListing(tx, { ...listing, author: visitor.person.id, at: at.toString() });
    await note({
      chain: chainOf(id),
      act: "listing-published",
      organisation: listing.organisationId,
      details: { kind: listing.kind, closesOn: listing.closesOn },
    });
    return id;
  });
}

export function closeListing(world: World, visitor: SignedVisitor, id: string): Promise<boolean> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const listing = await lockListing(tx, id);
    if (listing?.state !== "open") return false;
    await setListingState(tx, id, "closed", at.toString());
    await note({ chain: chainOf(id), act: "listing-closed", organisation: listing.organisationId });
    return true;
  });
}

export type SendOutcome = "sent" | "closed" | "absent";

/**
 * Passes a message on, from who answers to the organisation or back. Mails say that one is there and who wrote it; they
 * hold no address. A first answer needs a listing that is open; a conversation goes on after it closes.
 */
export function sendMessage(
  world: World,
  visitor: SignedVisitor,
  message: { readonly listingId: string; readonly correspondent: string; readonly body: string },
): Promise<SendOutcome> {
  const { listingId, correspondent, body } = message;
  const fromCorrespondent = correspondent === visitor.person.id;
  return act(world, visitor, async (scene) => {
    const { tx, at, note } = scene;
    const listing = await lockListing(tx, listingId);
    if (listing === null) return "absent";
    const before = await messagesWith(tx, listingId, correspondent);
    if (before.length === 0 && !fromCorrespondent) return "absent";
    const isOver = listing.state !== "open" || listing.closesOn < today(world.clock).toString();
    if (before.length === 0 && isOver) return "closed";
    const author = visitor.person.id;
    await addMessage(tx, { listing, correspondent, fromCorrespondent, author, body, at: at.toString() });
    await note({
      chain: chainOf(listingId),
      act: "listing-message-sent",
      organisation: listing.organisationId,
      visible: false,
    });
    const said = [
      `${visitor.person.name} vous a écrit au sujet de l’annonce « ${listing.title} ».`,
      `Lisez et répondez ici : ${world.origin}${urls.listingExchange.href({ id: listingId, person: correspondent })}`,
    ];
    const wrote = {
      because: "vous avez écrit au sujet de cette annonce",
      always: "Une réponse est toujours envoyée à qui a écrit.",
    };
    const subject = `Un message sur « ${listing.title} »`;
    if (fromCorrespondent) await tellOrganisation(world, scene, listing.organisationId, subject, said);
    else await tellPerson(world, scene, correspondent, subject, said, wrote);
    return "sent";
  });
}

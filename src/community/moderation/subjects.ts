import { today } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { ActorState } from "../actors/actor.ts";
import { findActor, setActorState } from "../actors/store.ts";
import { findListing, setListingState } from "../exchanges/store.ts";
import type { PracticeState } from "../practices/practice.ts";
import { findComment, findPractice, setCommentRemoved, setPracticeState } from "../practices/store.ts";
import type { Moderated, ModerationDecision, Subject } from "./moderation.ts";

/** How each kind of thing is found, and what a decision does to it. */
interface Kind {
  find(tx: Tx, id: string): Promise<Subject | null>;
  apply(world: World, tx: Tx, id: string, decision: ModerationDecision): Promise<void>;
}

const ofActor: Readonly<Record<ActorState, readonly ModerationDecision[]>> = {
  asked: ["accepted", "refused"],
  published: ["removed"],
  refused: ["restored"],
  removed: ["restored"],
  asleep: [],
  left: [],
};

const actor: Kind = {
  async find(tx, id) {
    const found = await findActor(tx, id);
    if (found === null) return null;
    const { name, organisationId, slug, state } = found;
    return {
      about: "actor",
      id,
      title: name,
      organisationId,
      href: urls.actor.href({ slug }),
      possible: ofActor[state],
    };
  },
  async apply(world, tx, id, decision) {
    const isOnline = decision === "accepted" || decision === "restored";
    const at = world.clock.now().toString();
    const welcomed = isOnline ? { welcomed_at: at, confirmed_on: today(world.clock).toString() } : {};
    await setActorState(tx, id, isOnline ? "published" : decision === "refused" ? "refused" : "removed", welcomed);
  },
};

const listing: Kind = {
  async find(tx, id) {
    const found = await findListing(tx, id);
    if (found === null) return null;
    const { title, organisationId, state } = found;
    const possible: Readonly<Record<typeof state, readonly ModerationDecision[]>> = {
      open: ["removed"],
      closed: [],
      removed: ["restored"],
    };
    return { about: "listing", id, title, organisationId, href: urls.listing.href({ id }), possible: possible[state] };
  },
  async apply(world, tx, id, decision) {
    const found = await findListing(tx, id);
    // One whose day has passed meanwhile comes back closed.
    const isOver = (found?.closesOn ?? "") < today(world.clock).toString();
    const state = decision === "removed" ? "removed" : isOver ? "closed" : "open";
    await setListingState(tx, id, state, world.clock.now().toString());
  },
};

const ofPractice: Readonly<Record<PracticeState, readonly ModerationDecision[]>> = {
  draft: [],
  submitted: ["accepted", "refused"],
  published: ["removed"],
  refused: ["restored"],
  removed: ["restored"],
};

const practice: Kind = {
  async find(tx, id) {
    const found = await findPractice(tx, id);
    if (found === null) return null;
    const { title, organisationId, slug, state } = found;
    return {
      about: "practice",
      id,
      title,
      organisationId,
      href: urls.practice.href({ slug }),
      possible: ofPractice[state],
    };
  },
  async apply(world, tx, id, decision) {
    const isOnline = decision === "accepted" || decision === "restored";
    const published = isOnline ? { published_at: world.clock.now().toString() } : {};
    await setPracticeState(tx, id, isOnline ? "published" : decision === "refused" ? "refused" : "removed", published);
  },
};

const comment: Kind = {
  async find(tx, id) {
    const found = await findComment(tx, id);
    if (found === null) return null;
    return {
      about: "comment",
      id,
      title: `Commentaire sur « ${found.practiceTitle} »`,
      organisationId: found.organisationId,
      href: urls.practice.href({ slug: found.practiceSlug }),
      possible: [found.removed ? "restored" : "removed"],
    };
  },
  async apply(world, tx, id, decision) {
    await setCommentRemoved(tx, id, decision === "removed" ? world.clock.now().toString() : null);
  },
};

const kinds: Readonly<Record<Moderated, Kind>> = { actor, listing, practice, comment };

export function findSubject(tx: Tx, about: Moderated, id: string): Promise<Subject | null> {
  return kinds[about].find(tx, id);
}

export function applyDecision(world: World, tx: Tx, subject: Subject, decision: ModerationDecision): Promise<void> {
  return kinds[subject.about].apply(world, tx, subject.id, decision);
}

import type { Tx } from "#src/platform/database/database.ts";
import { postMail, type Why } from "#src/platform/mail.ts";
import { openSealedId, sealId } from "#src/platform/sealed-id.ts";
import type { World } from "#src/platform/world.ts";
import { NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { kindLabel, type Occasion } from "../occasions/occasion.ts";
import { sayWhen, sayWhere } from "../occasions/words.ts";
import { type Subscription, subscribersOf } from "./store.ts";

const PURPOSE = "subscription";

export function subscriptionKey(world: Pick<World, "config">, id: string): string {
  return sealId(world.config.secret, PURPOSE, id);
}

export function subscriptionOfKey(world: Pick<World, "config">, key: string): string | null {
  return openSealedId(world.config.secret, PURPOSE, key);
}

export function subscriptionLink(world: World, id: string): string {
  return world.origin + urls.subscription.href({ key: subscriptionKey(world, id) });
}

export function whySubscribed(world: World, id: string): Why {
  return {
    because: "vous avez demandé à être prévenu",
    change: "Ne plus recevoir ces courriels, en un clic",
    at: subscriptionLink(world, id),
  };
}

/** Tells of what was just announced those who asked for it: one mail an address, whatever it saved. */
export async function tellSubscribers(tx: Tx, world: World, occasion: Occasion): Promise<number> {
  const topic = occasion.nature === "event" ? "events" : "sessions";
  const told = new Set<string>();
  for (const subscription of await subscribersOf(tx, topic, occasion)) {
    if (told.has(subscription.email) || !answers(subscription, occasion)) continue;
    told.add(subscription.email);
    const paragraphs = [
      `${kindLabel(occasion)}${NBSP}: ${occasion.title}\n${sayWhen(occasion)}\n${sayWhere(occasion)}`,
      occasion.summary,
      `Voir et s’inscrire${NBSP}: ${world.origin}${urls.agendaItem.href({ slug: occasion.slug })}`,
    ].filter((part) => part.trim() !== "");
    await postMail(world, tx, world.clock.now(), {
      to: subscription.email,
      subject: `Nouvelle date : ${occasion.title}`,
      paragraphs,
      why: whySubscribed(world, subscription.id),
    });
  }
  return told.size;
}

/** Whether an occasion answers a saved search: its words, whom it is for, where and how. */
export function answers(
  subscription: Pick<Subscription, "query">,
  occasion: Pick<Occasion, "title" | "summary" | "audience" | "department" | "isRemote">,
): boolean {
  const search = new URLSearchParams(subscription.query);
  const [words, audience, where] = [search.get("q") ?? "", search.get("qui") ?? "", search.get("ou") ?? ""];
  if (audience !== "" && occasion.audience.length > 0 && !occasion.audience.includes(audience)) return false;
  if (where === "distance" && !occasion.isRemote) return false;
  if (where !== "" && where !== "distance" && occasion.department !== where) return false;
  const text = plain(`${occasion.title} ${occasion.summary}`);
  return plain(words)
    .split(" ")
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

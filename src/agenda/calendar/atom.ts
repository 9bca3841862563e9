import { Feed } from "feed";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { kindLabel, type Occasion } from "../occasions/occasion.ts";
import { sayWhen, sayWhere } from "../occasions/words.ts";

/** What is announced, the last changed first, as an Atom feed. A feed of nothing is a valid empty one. */
export function feedOf(world: World, occasions: readonly Occasion[]): string {
  const { origin } = world;
  const latest = occasions.toSorted((a, b) => b.updatedAt.epochMilliseconds - a.updatedAt.epochMilliseconds);
  const updated = latest[0]?.updatedAt.epochMilliseconds ?? 0;
  const feed = new Feed({
    id: origin + urls.agenda.href(),
    title: `Agenda, ${world.config.funder.name}`,
    description: "Les événements et les formations pour les équipes des structures de formation.",
    link: origin + urls.agenda.href(),
    language: "fr",
    updated: new Date(updated),
    generator: "Essaim",
    author: { name: world.config.funder.name },
    feedLinks: { atom: origin + urls.agendaFeed.href() },
  });
  for (const occasion of latest) {
    const link = origin + urls.agendaItem.href({ slug: occasion.slug });
    feed.addItem({
      id: `urn:uuid:${occasion.id}`,
      title: `${kindLabel(occasion)} : ${occasion.title}${stateWords(occasion)}`,
      link,
      date: new Date(occasion.updatedAt.epochMilliseconds),
      description: [sayWhen(occasion), sayWhere(occasion), occasion.summary].filter((part) => part !== "").join(". "),
    });
  }
  return feed.atom1();
}

function stateWords(occasion: Occasion): string {
  if (occasion.state === "cancelled") return " (annulé)";
  return occasion.state === "postponed" || occasion.movedFrom !== null ? " (reporté)" : "";
}

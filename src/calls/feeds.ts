import { Feed } from "feed";
import ical, { ICalCalendarMethod } from "ical-generator";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { PublishedCall } from "./call.ts";
import { callLink } from "./mails.ts";
import { sayCalendar } from "./words.ts";

/** The closing of each call as an event of one's calendar, and its opening while it is to come. */
export function calendarOfCalls(world: World, calls: readonly PublishedCall[]): string {
  const calendar = ical({
    name: `Appels à projets, ${world.config.funder.name}`,
    prodId: { company: "Essaim", product: "Appels", language: "FR" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  const host = new URL(world.origin).hostname;
  for (const call of calls) {
    for (const [kind, at] of [
      ["Ouverture", call.opensAt],
      ["Clôture", call.closesAt],
    ] as const) {
      calendar.createEvent({
        id: `${call.id}-${kind === "Ouverture" ? "opening" : "closing"}@${host}`,
        start: new Date(at.epochMilliseconds),
        end: new Date(at.epochMilliseconds),
        stamp: new Date(call.updatedAt.epochMilliseconds),
        lastModified: new Date(call.updatedAt.epochMilliseconds),
        sequence: call.version,
        summary: `${kind} : ${call.title}`,
        url: callLink(world, call),
      });
    }
  }
  return calendar.toString();
}

/** Calls as they change, the last changed first. A feed of nothing is a valid empty one. */
export function feedOfCalls(world: World, calls: readonly PublishedCall[]): string {
  const { origin } = world;
  const latest = calls.toSorted((a, b) => b.updatedAt.epochMilliseconds - a.updatedAt.epochMilliseconds);
  const feed = new Feed({
    id: origin + urls.calls.href(),
    title: `Appels à projets, ${world.config.funder.name}`,
    description: "Les appels à projets ouverts, à venir et clos.",
    link: origin + urls.calls.href(),
    language: "fr",
    updated: new Date(latest[0]?.updatedAt.epochMilliseconds ?? 0),
    generator: "Essaim",
    author: { name: world.config.funder.name },
    feedLinks: { atom: origin + urls.callsFeed.href() },
  });
  for (const call of latest) {
    feed.addItem({
      id: `urn:uuid:${call.id}`,
      title: call.title,
      link: callLink(world, call),
      date: new Date(call.updatedAt.epochMilliseconds),
      description: sayCalendar(call, call.updatedAt),
    });
  }
  return feed.atom1();
}

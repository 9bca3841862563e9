import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { kindLabel, type Occasion, type Slot } from "../occasions/occasion.ts";
import { sayWhere } from "../occasions/words.ts";

/**
 * Occasions as a calendar that programs follow: an event a day, so that two mornings a week apart leave the week free. A
 * feed of nothing is a valid calendar without an event.
 */
export function calendarOf(
  world: World,
  name: string,
  occasions: readonly Occasion[],
  days: ReadonlyMap<string, readonly Slot[]>,
): string {
  const calendar = ical({
    name,
    prodId: { company: "Essaim", product: "Agenda", language: "FR" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const occasion of occasions) {
    const url = world.origin + urls.agendaItem.href({ slug: occasion.slug });
    for (const [n, day] of (days.get(occasion.id) ?? [occasion]).entries()) {
      calendar.createEvent({
        id: `${occasion.id}${n === 0 ? "" : `-${n + 1}`}@${new URL(world.origin).hostname}`,
        start: new Date(day.startsAt.epochMilliseconds),
        end: new Date(day.endsAt.epochMilliseconds),
        stamp: new Date(occasion.updatedAt.epochMilliseconds),
        lastModified: new Date(occasion.updatedAt.epochMilliseconds),
        sequence: occasion.version,
        summary: occasion.title,
        description: [occasion.summary, url].filter((part) => part !== "").join("\n\n"),
        location: sayWhere(occasion) || null,
        url,
        categories: [{ name: kindLabel(occasion) }],
        status: statusOf(occasion),
      });
    }
  }
  return calendar.toString();
}

function statusOf(occasion: Occasion): ICalEventStatus {
  if (occasion.state === "cancelled") return ICalEventStatus.CANCELLED;
  return occasion.state === "postponed" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

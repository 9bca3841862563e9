import { type Letterhead, template } from "#src/platform/documents/index.ts";
import type { World } from "#src/platform/world.ts";
import { capital } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { sayWhen } from "../occasions/words.ts";
import { ticketOf } from "../registrations/links.ts";
import { qrSvg } from "../registrations/qr.tsx";
import type { Registration } from "../registrations/registration.ts";
import { letterheadOf } from "../training/sessions/certificate.ts";

/** Badges to cut out: who comes, for which structure, and the code that the door reads. */
export interface Badges {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly when: string;
  readonly badges: readonly { readonly name: string; readonly structure: string; readonly code: string }[];
}

export const badgeSheet = template<Badges>("agenda/letters/badges.typ");

/** One for each person who has a place. */
export function badgesOf(world: World, occasion: Occasion, registrations: readonly Registration[]): Badges {
  const organiser = occasion.organiser || world.config.funder.name;
  return {
    letterhead: letterheadOf(world, occasion.slug, world.clock.now(), organiser),
    title: occasion.title,
    when: capital(sayWhen(occasion)),
    badges: registrations
      .filter((one) => one.state === "registered")
      .map((one) => ({
        name: one.name,
        structure: one.structure,
        code: qrSvg(world.origin + urls.doorTicket.href({ ticket: ticketOf(world, one.id) })),
      })),
  };
}

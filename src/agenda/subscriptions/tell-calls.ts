import { callLink, sayCalendar, takeCallNotices } from "#src/calls/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { NBSP } from "#src/ui/index.ts";
import { subscribersOf } from "./store.ts";
import { whySubscribed } from "./tell.ts";

const subjects = { opened: "Un appel est ouvert", closing: "Un appel se clôt bientôt" } as const;

/** Tells those who asked that a call has opened, and ten days before it closes: once each, one mail an address. */
export function tellOfCalls(world: World): Promise<void> {
  return inTransaction(world.db, "system", async (tx) => {
    const now = world.clock.now();
    for (const { call, kind } of await takeCallNotices(tx, world)) {
      const told = new Set<string>();
      // A call is for the whole region: what was asked of one department hears of it too.
      for (const { id, email } of await subscribersOf(tx, "calls", { department: null, isRemote: true })) {
        if (told.has(email)) continue;
        told.add(email);
        const paragraphs = [
          `${call.title}\n${sayCalendar(call, now)} (heure de Paris)`,
          `Lire l’appel et y répondre${NBSP}: ${callLink(world, call)}`,
        ];
        const subject = `${subjects[kind]}${NBSP}: ${call.title}`;
        await postMail(world, tx, now, { to: email, subject, paragraphs, why: whySubscribed(world, id) });
      }
    }
  });
}

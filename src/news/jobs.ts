import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { tellDeadlines } from "./deadlines.ts";
import { sendDigests } from "./digest.ts";
import { forgetNews } from "./forget.ts";
import { sendReminders } from "./reminders.ts";

const MORNING = "news-morning";

/** On working mornings, before people come in; a morning that the service slept through is made up for. */
export const NEWS_CRONTAB = `0 5 * * 1-5 ${MORNING} ?fill=6h`;

/** Deadlines first: they are part of the digest. */
export function newsJobs(world: World): Jobs {
  return {
    [MORNING]: async () => {
      await tellDeadlines(world);
      await sendDigests(world);
      await sendReminders(world);
      await forgetNews(world);
    },
  };
}

import type { Instrument } from "#policy/index.ts";
import type { ComingDates } from "#src/community/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { capital } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { whyClosed } from "../occasions/occasion.ts";
import { sayTown, sayWhen } from "../occasions/words.ts";
import { listComing } from "./store.ts";

/** The transition that a self-assessment measures. */
const transitionOf: Readonly<Record<Instrument["id"], string>> = {
  "digital-maturity": "digital",
  sustainability: "ecological",
};

const SHOWN = 3;
const READ = 100;

/** The next dates on the subject of a self-assessment that one may still register for. */
export const comingDates: ComingDates = async (world, instrument) => {
  const now = world.clock.now();
  const everything = { family: null, where: null, audience: null };
  const coming = await inTransaction(world.db, "public", (tx) => listComing(tx, everything, now, READ));
  return coming
    .filter((one) => one.transitions.includes(transitionOf[instrument]) && whyClosed(one, now) === null)
    .slice(0, SHOWN)
    .map((one) => ({
      title: one.title,
      href: urls.agendaItem.href({ slug: one.slug }),
      when: [capital(sayWhen(one)), sayTown(one)].filter((part) => part !== "").join(", "),
    }));
};

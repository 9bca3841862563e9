import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addOccasion } from "../src/agenda/occasions/store.ts";
import { enrol } from "../src/agenda/registrations/enrol.ts";
import { readConfig } from "../src/platform/config.ts";
import { inTransaction } from "../src/platform/database/database.ts";
import { isOutage } from "../src/platform/database/outage.ts";
import { openWorld } from "../src/world.ts";

/** How long 500 people who come at once wait for one of 100 places, or for their rank: each is one transaction. */
const PEOPLE = 500;
const PLACES = 100;

/** How many were told that the service is busy, and asked again as the page invites them to. */
let again = 0;

async function untilHeard<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isOutage(error)) throw error;
      again += 1;
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), "essaim-crowd-"));
// Open to the account that PostgreSQL runs under when root starts it.
chmodSync(folder, 0o755);
const { world, close } = await openWorld(readConfig({ ESSAIM_DATA_DIR: folder, ESSAIM_LOG_LEVEL: "silent" }));
try {
  const occasionId = await inTransaction(world.db, "system", (tx) => {
    const startsAt = world.clock.now().add({ hours: 240 });
    return addOccasion(tx, world.clock.now(), {
      nature: "event",
      state: "published",
      content: {
        kind: "meeting",
        title: "Foule",
        summary: "",
        problem: "",
        axis: null,
        transitions: [],
        audience: [],
        place: "Salle",
        address: "",
        commune: null,
        link: "",
        isRemote: false,
        opensAt: null,
        closesAt: null,
        offerHours: 24,
        access: "",
        contact: "",
        organiser: "",
        timetable: [],
        questions: [],
      },
      slots: [{ startsAt, endsAt: startsAt.add({ hours: 2 }) }],
      quotas: [{ label: "Tout public", places: PLACES }],
      by: null,
    });
  });
  const { id: quotaId } = await inTransaction(world.db, "system", (tx) =>
    tx.selectFrom("quota").select("id").where("occasion_id", "=", occasionId).executeTakeFirstOrThrow(),
  );
  const waits: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) => {
      const entry = {
        name: `Personne ${n}`,
        email: `personne-${n}@formation.example`,
        structure: "",
        organisationId: null,
        personId: null,
        answers: {},
        accessNeed: "",
        photoConsent: null,
      };
      await untilHeard(() => enrol(world, { occasionId, quotaId, entries: [entry], enteredBy: null, isSure: true }));
      waits.push(performance.now() - began);
    }),
  );
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.floor((PEOPLE - 1) * share)] ?? 0);
  if (again > 0) console.log(`${again} had to ask again: the service was busy for longer than it lets anyone wait`);
  console.log(
    `${PEOPLE} people, ${PLACES} places: all told in ${at(1)} ms, half in ${at(0.5)} ms, ${Math.round((PEOPLE * 1000) / at(1))} a second`,
  );
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}

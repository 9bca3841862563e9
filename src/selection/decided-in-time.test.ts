import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findApplication } from "#src/life/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeCall, type TestCall } from "./selecting.fixture.ts";

/** Of the files of a closed call whose day of silence has passed, those that the committee decided by then. */
let w: TestWorld;
let call: TestCall;
let officer: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "modernisation", { files: 3 });
  officer = await w.browser(call.officer.person.id);
  w.clock.set("2026-05-20T09:00:00Z");
  // In the evening of the day of legal time, after it, and not at all.
  const decided = ["2026-05-10T21:30:00Z", "2026-05-10T22:30:00Z", null];
  for (const [at, id] of call.files.entries()) {
    await w.inTx(async (tx) => {
      await sql`UPDATE application SET implicit_refusal_on = '2026-05-10' WHERE id = ${id}`.execute(tx);
      await sql`UPDATE selection SET decided_at = ${decided[at] ?? null}::timestamptz WHERE application_id = ${id}`.execute(
        tx,
      );
    });
  }
}, 60_000);
afterAll(() => w.close());

it("are late neither in the queue nor in what the service counts, where the others are", async () => {
  const numbers = await Promise.all(
    call.files.map(async (id) => (await w.inTx((tx) => findApplication(tx, id)))?.number ?? ""),
  );
  const late = await officer.get(urls.queue.href({}, { vue: "tous", delai: ["retard"] }));
  expect(numbers.map((number) => late.body.includes(number))).toEqual([false, true, true]);
  const all = await officer.get(urls.queue.href({}, { vue: "tous" }));
  expect(all.body).toContain("décidé en comité");
  const service = (await officer.get(urls.serviceFigures.href())).body.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
  expect(service).toContain("dont 2 en retard");
});

import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notifyAll, type ToVote, voteAll } from "#src/awards/batch/vote.ts";
import { makeReport } from "#src/awards/make-report.ts";
import { findCall } from "#src/calls/index.ts";
import { giveSeat, makeCommittee } from "#src/committees/acts.ts";
import { findCommittee, listSeats } from "#src/committees/committee-store.ts";
import { recordAttendance } from "#src/committees/in-session.ts";
import { takeMeetingStep } from "#src/committees/meeting-step.ts";
import { fillSheet } from "#src/demo/selection-steps.ts";
import { localMoment } from "#src/life/index.ts";
import { createPerson, type SignedVisitor } from "#src/people/index.ts";
import { runJobs } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { minutesOf } from "./committee/minutes.ts";
import { draftMinutes } from "./committee/minutes-acts.ts";
import { planSession } from "./committee/session-acts.ts";
import { outsideModel, readOutsideSheet } from "./outside/sheet.ts";
import { closeAssessment, closeRanking, settle } from "./ranking/close.ts";
import { makeAssessors, makeCall, type TestCall } from "./selecting.fixture.ts";

let w: TestWorld;
let call: TestCall;
let officer: Browser;
let chair: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  call = await makeCall(w, "modernisation", {
    files: 3,
    call: { bodies: ["dreets"], assessors: "1", tieRule: "cost" },
  });
  const [expert] = await makeAssessors(w, call, 1);
  for (const [at, id] of call.files.entries()) {
    await fillSheet(w.world, expert as SignedVisitor, id, ({ at: line }) =>
      at === 2 && line === 1 ? "insufficient" : "satisfying",
    );
  }
  officer = await w.browser(call.officer.person.id);
  chair = await w.browser(call.supervisor.person.id);
}, 120_000);
afterAll(() => w.close());

/** A committee whose chair has an account, its meeting planned for this call. */
async function sit(): Promise<void> {
  const committee = {
    slug: "selection",
    kind: "selection",
    name: "Comité de sélection",
    purpose: "Choisir",
    quorumPercent: 50,
  } as const;
  await makeCommittee(w.world, call.officer, committee);
  const found = await w.inTx((tx) => findCommittee(tx, "selection"));
  if (found === null) throw new Error("no committee");
  const seat = { college: "", fromOn: "2026-01-01", untilOn: null, nameIsPublic: false };
  const { name, email } = call.supervisor.person;
  await giveSeat(w.world, call.officer, found, { ...seat, name, email, body: "Région", role: "chair" });
  await giveSeat(w.world, call.officer, found, {
    ...seat,
    name: "Une membre",
    email: "",
    body: "DREETS",
    role: "member",
  });
  const startsAt = Temporal.Instant.from("2026-04-21T08:00:00Z");
  const session = {
    committee: "selection",
    title: "Sélection",
    startsAt,
    place: "Caen",
    link: "https://visio.example/x",
  };
  expect(await planSession(w.world, call.officer, call.id, session)).toEqual({ done: true });
  const seats = await w.inTx((tx) => listSeats(tx, found.id));
  await takeMeetingStep(w.world, call.officer, found, 1, "call");
  const there = seats.map(({ id }) => ({ memberId: id, presence: "present", representedBy: null }) as const);
  await recordAttendance(w.world, call.officer, found, 1, there);
  await takeMeetingStep(w.world, call.officer, found, 1, "open");
  await takeMeetingStep(w.world, call.officer, found, 1, "close");
}

/** A member who left the room for a project reads no mark of it, nor the minutes before they are signed. */
async function steppingBack(): Promise<void> {
  const member = await w.inTx((tx) => createPerson(tx, { name: "Une membre", email: "membre@dreets.example" }));
  const [room, draft] = [urls.callRoom.href({ call: call.id }), urls.callMinutesFile.href({ call: call.id })];
  const shown = async () => [(await browser.get(`${room}?rang=1`)).body, (await browser.get(draft)).status] as const;
  await w.inTx(async (tx) => {
    await tx.updateTable("committee_member").set({ person_id: member }).where("name", "=", "Une membre").execute();
    await tx.updateTable("selection").set({ summary: "Un atelier qui roule." }).execute();
  });
  const browser = await w.browser(member);
  const [before, draftBefore] = await shown();
  expect([before.includes("Un atelier qui roule."), draftBefore]).toEqual([true, 200]);
  await w.inTx((tx) =>
    sql`INSERT INTO item_interest (item_id, member_id, reason, declared_at)
      SELECT i.id, m.id, 'Partenaire', now() FROM agenda_item i, committee_member m
      WHERE i.subject LIKE 'application:%' AND m.person_id = ${member}`.execute(tx),
  );
  const [after, draftAfter] = await shown();
  expect([after.includes("Un atelier qui roule."), draftAfter]).toEqual([false, 404]);
  expect(after).toContain("Vous avez un intérêt dans ce projet");
}

describe("the session of a committee", () => {
  it("ranks projects by the call's own order where none is marked; a criterion not met keeps one out", async () => {
    await closeAssessment(w.world, call.officer, call.id, randomUUID());
    await closeRanking(w.world, call.officer, call.id, randomUUID());
    const outcome = await settle(w.world, call.officer, call.id, randomUUID());
    expect(outcome).toEqual({ done: 3, left: [] });
    const states = await w.inTx((tx) => tx.selectFrom("application").select("state").orderBy("number").execute());
    expect(states.map(({ state }) => state)).toEqual(["selected", "selected", "not-selected"]);
  });

  it("has minutes that only its chair signs, once; what is corrected stands beside them", async () => {
    await sit();
    await steppingBack();
    const action = urls.callMinutes.href({ call: call.id });
    expect((await officer.post(action, { action: "signer" })).status).toBe(403);
    const chairAged = (minutes: number) =>
      w.world.pool.query("UPDATE session SET created_at = now() - make_interval(mins => $1)", [minutes]);
    await chairAged(16);
    expect((await chair.post(action, { action: "signer" })).body).toContain("Confirmez que c’est vous");
    await chairAged(0);
    const [first = ""] = call.files;
    const become = (state: string) =>
      w.inTx((tx) => tx.updateTable("application").set({ state }).where("id", "=", first).execute());
    const page = async () => (await chair.get(urls.callSession.href({ call: call.id }))).body;
    await become("ranked");
    expect(await page()).toContain("ne dirait rien de la décision d’un projet");
    await become("selected");
    expect(await page()).not.toContain("Des décisions ne sont pas enregistrées");
    const less = { retained: 1_000_000, retained_reason: "Sans le site." };
    await w.inTx((tx) => tx.updateTable("selection").set(less).where("application_id", "=", first).execute());
    const said = await w
      .inTx((tx) => findCall(tx, { id: call.id }))
      .then((found) => found && draftMinutes(w.world, found, "x", null));
    expect(said && minutesOf(said).rows[0]?.reasons[0]).toMatch(/^Coûts retenus\s: 10\s000\s€\. Sans le site\.$/);
    // Opened long before the day it was called for: it is of the day on which it was held.
    const opened = localMoment(w.clock.now());
    expect(said && minutesOf(said)).toMatchObject({ heldAt: opened, plannedAt: "2026-04-21T10:00" });
    expect(await page()).toMatch(/prévue le 21\savril\s2026/);
    for (let times = 0; times < 2; times += 1)
      expect((await chair.post(action, { action: "signer" })).status).toBe(303);
    const issued = await w.inTx((tx) => tx.selectFrom("selection_minutes").selectAll().execute());
    expect(issued).toMatchObject([{ number: "PV-2026-0001", signed_name: call.supervisor.person.name }]);
    const pdf = await chair.get(urls.callMinutesFile.href({ call: call.id }));
    expect(pdf.headers.get("content-type")).toContain("application/pdf");
    expect((await officer.post(action, { words: "" })).status).toBe(422);
    await officer.post(action, { words: "Mme Une membre était excusée." });
    const corrected = await officer.get(urls.callSession.href({ call: call.id }));
    expect(corrected.body).toContain("Rectificatif du");
    expect(corrected.body).toContain("Mme Une membre était excusée.");
  });

  it("is followed on the screen of the room within a second", async () => {
    const cookie = await w.signIn(call.officer.person.id);
    const url = new URL(urls.callRoomFeed.href({ call: call.id }), w.world.origin).href;
    const response = await w.app.request(url, { headers: { cookie } });
    const reader = response.body?.getReader();
    if (reader === undefined) throw new Error("no stream");
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toContain("event: ready");
    const at = performance.now();
    await w.inTx((tx) =>
      tx
        .updateTable("selection")
        .set({ short_title: "Vu" })
        .where("application_id", "=", call.files[0] ?? "")
        .execute(),
    );
    expect(await next()).toContain("event: changed");
    expect(performance.now() - at).toBeLessThan(1_000);
    await reader.cancel();
  });
});

describe("a batch that was cut short", () => {
  const rows = async (): Promise<readonly ToVote[]> =>
    (
      await w.inTx((tx) =>
        tx
          .selectFrom("application")
          .select(["id", "number", "version", "state", "proposed_aid"])
          .orderBy("number")
          .execute(),
      )
    ).map(({ proposed_aid, number, ...row }) => ({ ...row, number: number ?? "", aid: proposed_aid ?? 0 }));

  it("is reported to the assembly in the committee's words: no aid is proposed for who is not selected", async () => {
    const seen = await rows();
    const report = { key: randomUUID(), title: "Projets", sessionOn: "2026-04-28" as never, budgetLine: "" };
    const made = await makeReport(w.world, call.officer, { ...report, ids: seen.map(({ id }) => id) }, true);
    if (made.kind !== "preview") throw new Error(JSON.stringify(made));
    expect(made.data.files).toMatchObject(
      seen.map(({ state, aid }) => ({
        opinion: state === "selected" ? "favourable" : "unfavourable",
        opinionOf: "committee",
        plan: { aid: state === "selected" ? aid : 0 },
      })),
    );
    for (const { opinion, grounds } of made.data.files) {
      expect(grounds.join(" ")).toContain(opinion === "favourable" ? "Rang" : "non retenu par le comité");
    }
    const page = await (await w.browser(call.officer.person.id)).get(urls.commissionReport.href());
    expect(wordsOf(page.body)).toMatch(/3 dossiers choisis : 28.000 € d’aide proposée/);
  });

  it("is taken up again by the same form: nothing is voted or notified twice", async () => {
    const seen = await rows();
    const on = "2026-04-20" as never;
    const input = { number: "CP-1", decidedOn: on, transmittedOn: on, publishedOn: on };
    const key = randomUUID();
    expect((await voteAll(w.world, call.approver, seen.slice(0, 1), input, key)).done).toBe(1);
    expect(await voteAll(w.world, call.approver, seen, input, key)).toEqual({ done: 3, left: [] });
    expect(await w.inTx((tx) => tx.selectFrom("award").select("aid").orderBy("aid").execute())).toEqual([
      { aid: 0 },
      { aid: 1_400_000 },
      { aid: 1_400_000 },
    ]);
    const voted = await rows();
    const other = randomUUID();
    expect((await notifyAll(w.world, call.officer, voted.slice(0, 2), other)).done).toBe(2);
    expect(await notifyAll(w.world, call.officer, voted, other)).toEqual({ done: 3, left: [] });
    await runJobs(w);
    const letters = await w.inTx((tx) =>
      tx.selectFrom("document").select("kind").where("kind", "in", ["award-letter", "refusal-letter"]).execute(),
    );
    expect(letters).toHaveLength(3);
  });
});

describe("the spreadsheet of another selection", () => {
  it("is read line by line, its model filled with the files that wait", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await outsideModel(["TR-2026-00001", "TR-2026-00002", "TR-2026-00003"]));
    const [sheet] = book.worksheets;
    const put = (row: number, cells: readonly (string | number | Date)[]) => {
      for (const [at, cell] of cells.entries()) if (sheet) sheet.getRow(row).getCell(at + 2).value = cell;
    };
    put(2, ["oui", new Date("2026-04-18T00:00:00Z"), "FSE-1", 84_000.5]);
    put(3, ["Non", "18/04/2026", "FSE-2"]);
    const lines = await readOutsideSheet((await book.xlsx.writeBuffer()) as ArrayBuffer);
    expect(lines).toEqual([
      {
        row: 2,
        number: "TR-2026-00001",
        input: { isSelected: true, decidedOn: "2026-04-18", reference: "FSE-1", retained: 8_400_050 },
      },
      {
        row: 3,
        number: "TR-2026-00002",
        input: { isSelected: false, decidedOn: "2026-04-18", reference: "FSE-2", retained: null },
      },
    ]);
    expect(await readOutsideSheet(new TextEncoder().encode("pas un tableur").buffer as ArrayBuffer)).toBeNull();
  });
});

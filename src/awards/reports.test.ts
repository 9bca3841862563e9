import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day as parseDay } from "#policy/index.ts";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { loadReviewed } from "#src/reviews/index.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import type { CommissionReport } from "./letters/commission-report.ts";
import { commissionReportOf } from "./report.ts";

let w: TestWorld;
let agents: TestAgents;
let id: string;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  const request = await fileRequest(w, 0);
  id = request.id;
  const stage = await troupeOf(w, agents);
  const applicant = await visitorOf(w, request.organisation.owner);
  await leadTo(stage, { id, applicant, n: 5 }, "validated-favourable");
});
afterAll(() => w.close());

const reports = () =>
  w.inTx((tx) => tx.selectFrom("commission_report").select(["id", "number", "file_id"]).orderBy("number").execute());

describe("the reports to the Commission", () => {
  it("are made once a press, and again for other words from the same page", async () => {
    const approver = await w.browser(agents.approver);
    const href = urls.commissionReport.href();
    const fields = { cle: randomUUID(), dossier: id, titre: "Un", date: "15/06/2026", action: "emettre" };
    await approver.post(href, fields);
    await approver.post(href, fields);
    expect(await reports()).toHaveLength(1);
    await approver.post(href, { ...fields, titre: "Deux" });
    expect((await reports()).map((one) => one.number)).toEqual(["RCP-2026-0001", "RCP-2026-0002"]);
    const { data } = await w.inTx((tx) => tx.selectFrom("commission_report").select("data").executeTakeFirstOrThrow());
    const { context, deliberation } = data as CommissionReport;
    expect(context).toContain("accompagne dans sa transformation");
    expect(context).not.toMatch(/\bvo(us|s|tre)\b/);
    for (const visa of deliberation.visas) expect(visa).toMatch(/^Vu .*[^,;.]$/);
  });

  it("say which files one of them presents already, and tick those no more", async () => {
    const href = urls.commissionReport.href();
    const approver = await w.browser(agents.approver);
    const boxOf = (page: string) => new RegExp(`<input[^>]*value="${id}"[^>]*>`).exec(page)?.[0] ?? "";
    const opened = (await approver.get(href)).body;
    expect(boxOf(opened)).not.toContain("checked");
    expect(opened).toMatch(/Déjà au rapport <a [^>]*>RCP-2026-0002<\/a> \(séance du 15\s+juin 2026\)/);
    // Chosen in the queue, it may be presented again: it is ticked, and told all the same.
    const chosen = (await approver.get(urls.commissionReport.href({}, { dossier: [id] }))).body;
    expect(boxOf(chosen)).toContain("checked");
    expect(chosen).toContain("Déjà au rapport");
  });

  it("keep a title too long whole, its last emoji too, and read one cut within a character", async () => {
    const approver = await w.browser(agents.approver);
    const fields = { cle: randomUUID(), dossier: id, date: "01/01/2020", action: "emettre" };
    const long = await approver.post(urls.commissionReport.href(), { ...fields, titre: `${"a".repeat(200)}💶` });
    expect([long.status, long.body.includes(`value="${"a".repeat(200)}💶"`)]).toEqual([422, true]);
    expect(long.body).toContain("200 caractères");
    const body = `${new URLSearchParams(fields)}&titre=Rapport%F0%9F%92`;
    const cut = await approver.post(urls.commissionReport.href(), body, {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect([cut.status, cut.body.includes('value="Rapport')]).toEqual([422, true]);
  });

  it("refuse a meeting held before an opinion that they present was validated", async () => {
    const approver = await w.browser(agents.approver);
    const fields = { cle: randomUUID(), dossier: id, titre: "Trop tôt", date: "01/01/2020", action: "emettre" };
    const unread = await approver.post(urls.commissionReport.href(), { ...fields, date: "31/02/2030" });
    expect([unread.status, unread.body]).toEqual([422, expect.stringContaining("Ce jour n’existe pas")]);
    const told = await approver.post(urls.commissionReport.href(), fields);
    expect(told.status).toBe(422);
    expect(told.body).toMatch(/id="champ-date-erreur">.*La réunion ne peut pas précéder la validation/);
    expect(await reports()).toHaveLength(2);
  });

  it("cite for each scheme its own text, and attribute under each what it grants", async () => {
    const file = await w.inTx((tx) => loadReviewed(tx, id, agents.officer));
    if (file === null) throw new Error("no file");
    const other = { ...file, application: { ...file.application, scheme: "transitions", number: "TR-2026-00001" } };
    const input = {
      title: "Deux",
      sessionOn: parseDay("2026-12-14"),
      budgetLine: "",
      files: [file, other, file],
      committee: new Map(),
    };
    const made = commissionReportOf(w.world.config, input, "R1", w.clock.now(), (code) => code);
    if ("refusals" in made) throw new Error(JSON.stringify(made.refusals));
    const { deliberation, scheme, context, letterhead } = made.ok;
    expect(scheme).toMatch(/^l’appui.* et « /);
    expect(letterhead.references?.[1]?.label).toBe("Dispositifs");
    expect(context.split("accompagne dans sa transformation")).toHaveLength(2);
    // One version of the text, cited once; one article a scheme, one that authorises to sign.
    expect(deliberation.visas).toHaveLength(4);
    expect(deliberation.articles.filter((one) => one.startsWith("D’attribuer"))).toHaveLength(2);
    expect(deliberation.articles.filter((one) => one.startsWith("D’autoriser"))).toHaveLength(1);
  });

  it("are all read, however many came after", async () => {
    const [first] = await reports();
    if (first === undefined) throw new Error("no report was made");
    const later = w.clock.now().add({ hours: 1 }).toString();
    await w.inTx((tx) =>
      tx
        .insertInto("commission_report")
        .values(
          Array.from({ length: 60 }, (_, index) => ({
            number: `RCP-2026-1${String(index).padStart(3, "0")}`,
            session_on: "2026-03-15",
            applications: [id],
            file_id: first.file_id,
            data: "{}",
            made_by: agents.approver,
            made_at: later,
          })),
        )
        .execute(),
    );
    const opened = await (await w.browser(agents.approver)).get(urls.commissionReportFile.href({ report: first.id }));
    expect([opened.status, opened.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const absent = urls.commissionReportFile.href({ report: randomUUID() });
    expect((await (await w.browser(agents.approver)).get(absent)).status).toBe(404);
  });
});

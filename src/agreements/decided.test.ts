import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day } from "#policy/index.ts";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { decide, notify } from "#src/awards/decide.ts";
import { findAward } from "#src/awards/index.ts";
import type { AwardLetter } from "#src/awards/letters/award-letter.ts";
import { type DemoTroupe, leadTo } from "#src/demo/reviewed.ts";
import { findApplication } from "#src/life/index.ts";
import { today } from "#src/platform/clock.ts";
import { json } from "#src/platform/database/database.ts";
import {
  fileRequest,
  makeAgents,
  runJobs,
  sendForm,
  type TestAgents,
  troupeOf,
} from "#src/reviews/reviewing.fixture.ts";
import { formatMoney } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import type { GrantAgreement } from "./letters/grant-agreement.ts";

let w: TestWorld;
let agents: TestAgents;
let stage: DemoTroupe;
let next = 0;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  stage = await troupeOf(w, agents);
});
afterAll(() => w.close());

/** A new request led to a state; a rank that three divides has its first line cut. */
async function led(state: "agreement-to-sign" | "validated-favourable", n: number) {
  w.clock.set("2026-03-10T09:00:00Z");
  const { id, organisation } = await fileRequest(w, 400 + next++);
  await leadTo(stage, { id, applicant: await visitorOf(w, organisation.owner), n }, state);
  return { id, organisation };
}

async function issued(id: string, kind: string): Promise<unknown> {
  const found = await w.inTx((tx) =>
    tx
      .selectFrom("document")
      .select("data")
      .where("application_id", "=", id)
      .where("kind", "=", kind)
      .executeTakeFirstOrThrow(),
  );
  return found.data;
}

/** Settings as two people would have confirmed them. */
async function set(values: Readonly<Record<string, string>>) {
  const confirmed = { confirmed_by: agents.supervisor, confirmed_at: w.clock.now() };
  const rows = Object.entries(values).map(([key, value]) => ({
    key,
    value: json(value),
    effective_on: today(w.clock).toString(),
    proposed_by: agents.administrator,
    proposed_at: w.clock.now(),
    ...confirmed,
  }));
  await w.inTx((tx) => tx.insertInto("setting_version").values(rows).execute());
  await w.world.settings.reload();
}

/** The number in a cell of a table, where it holds one. */
function numberIn(cell: unknown): number | null {
  const { number, cents } = cell as { readonly number?: number; readonly cents?: number };
  return number ?? cents ?? null;
}

async function act(id: string) {
  const application = await w.inTx((tx) => findApplication(tx, id));
  return { id, key: randomUUID(), version: application?.version ?? 0, location: "/" };
}

describe("what is printed of a decision", () => {
  it("keeps the quote beside what is eligible and what really remains to pay", async () => {
    const { id } = await led("agreement-to-sign", 3);
    await set({
      "funder.siret": "23500001600040",
      "signatory.quality": "La vice-présidente",
      "signatory.name": "Camille Exemple",
      "data.officer": "La déléguée",
      "finance.programme": "P112",
      "finance.account": "65748",
    });
    await runJobs(w);
    const agreement = (await issued(id, "grant-agreement")) as GrantAgreement;
    const letter = (await issued(id, "award-letter")) as AwardLetter;
    expect(agreement).toMatchObject({
      funder: { siret: "23500001600040" },
      signatories: { funder: { role: "La vice-présidente", name: "Camille Exemple" } },
      budgetLine: "programme P112, nature 65748",
      dataProtection: { officer: `La déléguée, ${w.world.config.funder.email}` },
    });
    expect(letter.signatory).toEqual(agreement.signatories.funder);
    const [, calendar] = agreement.parts.calendar;
    const [phase = []] = calendar?.kind === "table" ? calendar.rows : [];
    const [, days, eligibleDays, dayPrice] = phase.map(numberIn);
    const [first] = agreement.budget;
    const { plan } = agreement;
    expect(eligibleDays).toBe((days ?? 0) - 1);
    expect(first?.requested).toBe((days ?? 0) * (dayPrice ?? 0));
    expect(first?.why).toContain("comptée deux fois");
    expect(agreement.budget.reduce((sum, line) => sum + line.requested, 0)).toBe(plan.presented);
    expect(agreement.budget.reduce((sum, line) => sum + line.accepted, 0)).toBe(plan.eligible);
    expect(plan.presented).toBeGreaterThan(plan.eligible);
    expect(plan.own).toBe(plan.presented - plan.aid - plan.other);
    expect(agreement.fundingPlan.reduce((sum, source) => sum + source.cents, 0)).toBe(plan.presented);
    expect(letter.plan).toEqual(plan);
    expect(letter.reductions[0]).toMatchObject({ presented: first?.requested, why: first?.why });
    const shown = await (await w.browser(agents.officer)).get(urls.review.href({ id }));
    for (const cents of [plan.presented, plan.eligible, plan.aid, plan.own]) {
      expect(shown.body).toContain(formatMoney(cents));
    }
  });

  it("is what was voted, whatever the ledgers become, with the reason of a lower vote", async () => {
    const { id, organisation } = await led("validated-favourable", 5);
    const siren = await w.inTx((tx) =>
      tx
        .selectFrom("party")
        .select("siren")
        .where("application_id", "=", id)
        .where("funded", "=", true)
        .executeTakeFirstOrThrow(),
    );
    const grant = { ...siren, scheme: "appui-conseil", granted_on: "2025-09-01", source: "Reprise" };
    await w.inTx((tx) =>
      tx
        .insertInto("past_grant")
        .values({ ...grant, measures: { days: 24, aid: 1_680_000 } })
        .execute(),
    );
    const reason = "Les crédits de la session sont partagés.";
    const vote = {
      favourable: true,
      decidedOn: day(today(w.clock).toString()),
      deliberation: "CP-1",
      aid: 50_000,
      reason,
      grounds: [],
    };
    expect((await decide(w.world, stage.approver, await act(id), vote)).kind).toBe("done");
    const voted = await w.inTx((tx) => findAward(tx, id));
    expect(voted).toMatchObject({ aid: 50_000, reason });
    expect(voted?.basis.history).toMatchObject([{ days: { whole: 24 }, aid: { whole: 1_680_000 } }]);
    const computed = voted?.basis.plan.aid ?? 0;
    expect(computed).toBeGreaterThan(50_000);

    await w.inTx((tx) => tx.deleteFrom("past_grant").execute());
    await w.inTx((tx) =>
      tx
        .updateTable("establishment")
        .set({ address: "4 quai des Essais", postcode: "76000", commune: "76540" })
        .where("organisation_id", "=", organisation.id)
        .execute(),
    );
    const officer = await w.browser(agents.officer);
    const page = await officer.get(urls.review.href({ id }));
    expect(page.body).toContain("Textes juridiques à faire confirmer");
    expect(page.body).toContain(reason);
    expect((await notify(w.world, stage.officer, await act(id), true)).kind).toBe("done");
    await runJobs(w);
    expect(await issued(id, "award-letter")).toMatchObject({
      plan: { aid: 50_000, eligible: voted?.eligibleCosts },
      less: { computed, why: reason },
      letterhead: { recipient: { address: ["4 quai des Essais", "76000 Rouen"] } },
    });
  });
});

describe("a vote by who signed in long ago", () => {
  it("is asked to sign in again, all that was typed kept; then it is recorded", async () => {
    const { id } = await led("validated-favourable", 3);
    const approver = await w.browser(agents.approver);
    const page = await approver.get(urls.review.href({ id }));
    const typed = {
      sens: "favorable",
      date: "24/03/2026",
      deliberation: "CP-2",
      aide: "500",
      raison: "Crédits partagés.",
    };
    const vote = (browser: Browser) => sendForm(browser, page, urls.reviewDecision.href({ id }), typed);
    await w.world.pool.query("UPDATE session SET created_at = now() - interval '16 minutes'");
    const asked = await vote(approver);
    expect(asked.status).toBe(401);
    expect(asked.body).toContain("Confirmez que c’est vous");
    expect(asked.body).toContain('name="raison" value="Crédits partagés."');
    expect(await w.inTx((tx) => findAward(tx, id))).toBeNull();
    const voted = await vote(await w.browser(agents.approver));
    expect(voted.status).toBe(303);
    expect(await w.inTx((tx) => findAward(tx, id))).toMatchObject({ deliberation: "CP-2" });
  });
});

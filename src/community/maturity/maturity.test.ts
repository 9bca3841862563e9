import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day, frameworkOn } from "#policy/index.ts";
import { addMember, createOrganisation, createPerson } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { keepCommunity } from "../jobs.ts";

let w: TestWorld;
let organisation: string;
const people = { owner: "", reader: "" };

const [instrument] = frameworkOn(day("2026-03-10")).instruments;
if (instrument === undefined) throw new Error("no instrument");

/** Every answer at one level, save those of one domain. */
function answers(level: number, except: Readonly<Record<string, number>> = {}): Record<string, string> {
  const all = instrument?.dimensions.flatMap(({ id, asks }) =>
    asks.map((one) => [`${id}.${one.id}`, String(except[id] ?? level)] as const),
  );
  return Object.fromEntries(all ?? []);
}

beforeAll(async () => {
  w = await openTestWorld();
  await w.inTx(async (tx) => {
    organisation = await createOrganisation(tx, {
      kind: "training-body",
      siren: "732829320",
      name: "Ateliers d’essai",
      source: "declared",
    });
    people.owner = await createPerson(tx, { name: "Odile", email: "odile@essai.example" });
    people.reader = await createPerson(tx, { name: "Rémi", email: "remi@essai.example" });
    await addMember(tx, organisation, people.owner, "owner");
    await addMember(tx, organisation, people.reader, "reader");
  });
});
afterAll(() => w.close());

const params = () => ({ instrument: "maturite", id: organisation });
const result = (given: Record<string, string>) => urls.assessmentResult.href({ instrument: "maturite" }, given);

describe("a self-assessment", () => {
  it("COM-3: is answered to its result without an account, and leaves nothing behind", async () => {
    const stranger = await w.browser();
    const start = await stranger.get(urls.digitalMaturity.href());
    expect(start.body).toContain("Faire le point en numérique");
    const first = await stranger.get(urls.assessmentQuestions.href({ instrument: "maturite" }));
    expect(wordsOf(first.body)).toContain("Vos cours existent-ils en ligne ?");
    const carried = await stranger.get(
      urls.assessmentQuestions.href({ instrument: "maturite" }, { etape: "2", "courses.online": "3", autre: "x" }),
    );
    expect(carried.body).toContain('type="hidden" name="courses.online" value="3"');
    expect(carried.body).not.toContain('name="autre"');
    const page = await stranger.get(result(answers(1, { courses: 4 })));
    expect(page.body).toContain("Vous organisez bien vos cours. Le suivi à distance reste à construire.");
    expect(page.body).toContain("Partager");
    expect(page.body).toContain("Me connecter et le garder");
    const rows = await w.inTx((tx) => tx.selectFrom("assessment_response").selectAll().execute());
    expect(rows).toEqual([]);
  });

  it("is kept with an account, joined by a colleague, then compared with the round before", async () => {
    const owner = await w.browser(people.owner);
    const kept = await owner.postAndFollow(urls.assessmentResult.href({ instrument: "maturite" }), {
      organisme: organisation,
      ...answers(2),
    });
    expect(wordsOf(kept.body)).toContain("1 personne a répondu");
    w.clock.set("2026-04-10T09:00:00Z");
    const reader = await w.browser(people.reader);
    const joined = await reader.postAndFollow(urls.assessmentResult.href({ instrument: "maturite" }), {
      organisme: organisation,
      ...answers(4),
    });
    expect(wordsOf(joined.body)).toContain("2 personnes ont répondu");
    expect(wordsOf(joined.body)).toContain("de 2 à 4 selon les personnes");
    w.clock.set("2026-09-10T09:00:00Z");
    const again = await owner.postAndFollow(urls.assessmentResult.href({ instrument: "maturite" }), {
      organisme: organisation,
      ...answers(3),
    });
    expect(wordsOf(again.body)).toContain("Depuis mars 2026, 6 domaines sur 6 ont avancé. Rien n’a reculé.");
    expect(wordsOf(again.body)).toContain("Essayer, en mars 2026");
  });

  it("starts again from the person's own answers, and shows them to nobody else", async () => {
    const href = urls.assessmentQuestions.href({ instrument: "maturite" }, { organisme: organisation });
    const own = await (await w.browser(people.owner)).get(href);
    expect(own.body).toMatch(/value="3" checked/);
    const other = await (await w.browser(people.reader)).get(href);
    expect(other.body).toMatch(/value="4" checked/);
    const seen = await w.inTx((tx) => tx.selectFrom("assessment_answers").select("person_id").execute(), {
      person: people.reader,
    });
    expect(seen.map((row) => row.person_id)).toEqual([people.reader]);
  });

  it("reminds who asked for it, once, on the day", async () => {
    const owner = await w.browser(people.owner);
    await owner.post(urls.assessmentReminder.href(params()));
    const told = () =>
      w.inTx((tx) => tx.selectFrom("mail").select("subject").where("subject", "like", "Refaire le point%").execute());
    await keepCommunity(w.world);
    expect(await told()).toHaveLength(0);
    w.clock.set("2027-03-10T09:00:00Z");
    await keepCommunity(w.world);
    await keepCommunity(w.world);
    expect(await told()).toHaveLength(1);
  });

  it("shows a mean from ten organisations on, not from nine", async () => {
    const addOne = (n: number) =>
      w.inTx(async (tx) => {
        const id = await createOrganisation(tx, {
          kind: "training-body",
          siren: String(100_000_000 + n),
          name: `N${n}`,
          source: "declared",
        });
        const { id: round } = await tx
          .insertInto("assessment_round")
          .values({
            organisation_id: id,
            instrument: "digital-maturity",
            framework: "2025-07-15",
            opened_on: "2027-01-10",
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        const levels = Object.fromEntries(instrument.dimensions.map((one) => [one.id, 5]));
        await tx
          .insertInto("assessment_response")
          .values({ round_id: round, levels: JSON.stringify(levels), answered_at: "2027-01-10T09:00:00Z" })
          .execute();
      });
    for (let n = 0; n < 8; n++) await addOne(n);
    const stranger = await w.browser();
    expect((await stranger.get(result(answers(2)))).body).not.toContain("moyenne de");
    await addOne(9);
    const { body } = await stranger.get(result(answers(2)));
    expect(body).toContain("moyenne de 10 structures, sans nom");
    // Nine at 5 and one at 3.
    expect(body).toContain("4,8");
  });
});

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { createPerson, grantAgentRole } from "#src/people/index.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { pathOf, routesOf } from "./populated.ts";

/**
 * Whoever has an interest in a party to a file takes no part in it, by any route: neither an act on the file alone nor
 * one over several, whatever their roles. Each route that acts on files stands here, so that none is forgotten.
 */
interface Attempt {
  readonly state: LaterState | "submitted";
  readonly fields?: Readonly<Record<string, string>>;
  readonly multipart?: true;
  /** The part of the path that tells one act from another. */
  readonly parts?: Readonly<Record<string, string>>;
  /** What answers where the act takes several files, and leaves out those that it may not touch. */
  readonly status?: 200;
}

const REPORT = { titre: "Subventions proposées", date: "15/06/2027" };

const attempts: Readonly<Record<string, readonly Attempt[]>> = {
  "POST /instruction/rapport": [
    { state: "validated-favourable", fields: { ...REPORT, action: "emettre" } },
    { state: "validated-favourable", fields: { ...REPORT, action: "apercu" } },
  ],
  "POST /instruction/dossiers/:id/jugement": [
    { state: "under-review", fields: { "point:need": "satisfying" } },
    { state: "under-review", fields: { acte: "transmettre", sens: "favorable", avis: "Bon projet." } },
  ],
  "POST /instruction/dossiers/:id/complements": [{ state: "under-review", fields: { echeance: "01/09/2027" } }],
  "POST /instruction/dossiers/:id/complements/cloture": [{ state: "completion-requested", fields: { motif: "Reçu." } }],
  "POST /instruction/dossiers/:id/corrections": [{ state: "under-review", fields: { champ: "title", title: "Autre" } }],
  "POST /instruction/dossiers/:id/autre-financeur": [{ state: "under-review", fields: {} }],
  "POST /instruction/dossiers/:id/messages": [{ state: "under-review", fields: { message: "Bonjour." } }],
  "POST /instruction/dossiers/:id/etiquettes": [{ state: "under-review", fields: { etiquette: "urgent" } }],
  "POST /instruction/dossiers/:id/taches": [
    { state: "under-review", fields: { tache: "Appeler.", "pour-le": "01/09/2027" } },
  ],
  "POST /instruction/dossiers/:id/taches/:task/fin": [
    { state: "under-review", parts: { task: "00000000-0000-4000-8000-000000000000" } },
  ],
  "POST /instruction/dossiers/:id/doublons": [{ state: "under-review", fields: { action: "meme" } }],
  "POST /instruction/dossiers/:id/decision/correction": [
    {
      state: "awarded",
      fields: { action: "demander", date: "15/06/2026", deliberation: "CP-1", aide: "1", pourquoi: "x" },
    },
  ],
  "POST /instruction/dossiers/:id/propositions/:proposal": [
    {
      state: "under-review",
      parts: { proposal: "00000000-0000-4000-8000-000000000000" },
      fields: { reponse: "accepter" },
    },
  ],
  "POST /instruction/dossiers/:id/notes": [{ state: "under-review", fields: { note: "À revoir." } }],
  "POST /instruction/dossiers/:id/affectation": [{ state: "under-review" }],
  "POST /instruction/dossiers/:id/validation": [
    { state: "proposed-favourable", fields: { action: "valider" } },
    { state: "proposed-favourable", fields: { action: "renvoyer", motif: "À revoir." } },
  ],
  "POST /instruction/dossiers/:id/etapes/:step": [
    { state: "submitted", parts: { step: "declare-complete" } },
    { state: "complete", parts: { step: "start-review" } },
    { state: "notified", parts: { step: "abandon" }, fields: { motif: "Sans nouvelles." } },
    { state: "proposed-favourable", parts: { step: "take-back" } },
  ],
  "POST /instruction/dossiers/:id/decision": [
    {
      state: "validated-favourable",
      fields: { sens: "favorable", date: "15/06/2026", deliberation: "CP-1", aide: "1" },
    },
    { state: "validated-favourable", fields: { sens: "defavorable", date: "15/06/2026", deliberation: "CP-1" } },
  ],
  "POST /instruction/dossiers/:id/notification": [{ state: "awarded" }],
  "POST /instruction/dossiers/:id/apercu/:letter": [
    { state: "under-review", parts: { letter: "demande-de-complements" } },
  ],
  "POST /instruction/dossiers/:id/convention": [{ state: "notified" }],
  "POST /instruction/dossiers/:id/convention/signature": [
    { state: "agreement-to-sign", multipart: true },
    { state: "signed", multipart: true, fields: { reprise: "oui" } },
  ],
  "POST /instruction/dossiers/:id/avenant": [
    { state: "signed", fields: { aide: "0", deliberation: "CP-1", date: "15/06/2026" } },
  ],
  "POST /instruction/dossiers/:id/avenant/signature": [{ state: "signed", multipart: true }],
  // Last: what these do for who has no interest, they do.
  "POST /instruction/actions": [
    { state: "submitted", fields: { action: "complets" }, status: 200 },
    { state: "under-review", fields: { action: "affecter", agent: "moi" }, status: 200 },
  ],
};

/** Routes of agents that touch no file, and the one by which an interest is said. */
const aside = [
  "POST /instruction/colonnes",
  "POST /instruction/reglages",
  "POST /instruction/dossiers/:id/suivi",
  "POST /instruction/dossiers/:id/vu",
  "POST /instruction/modeles",
  "POST /instruction/modeles/:template",
  "POST /instruction/vues",
  "POST /instruction/vues/:view/suppression",
  "POST /instruction/dossiers/:id/interet",
  "POST /instruction/rattachements/:proof",
];

const states = [...new Set(Object.values(attempts).flatMap((all) => all.map(({ state }) => state)))];

let w: TestWorld;
let agents: TestAgents;
const files = new Map<string, string>();
const cookies = { barred: "", impartial: "" };

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  const stage = await troupeOf(w, agents, { officer: agents.colleague });
  for (const [n, state] of states.entries()) {
    w.clock.set("2026-03-10T09:00:00Z");
    const { id, organisation } = await fileRequest(w, n);
    const applicant = await visitorOf(w, organisation.owner);
    if (state !== "submitted") await leadTo(stage, { id, applicant, n: 5 }, state);
    files.set(state, id);
  }
  for (const who of ["barred", "impartial"] as const) {
    const person = await w.inTx(async (tx) => {
      const made = await createPerson(tx, { name: `Agent ${who}`, email: `${who}@region.example` });
      for (const role of ["officer", "supervisor", "approver"] as const) await grantAgentRole(tx, made, role);
      return made;
    });
    cookies[who] = await w.signIn(person);
  }
  for (const id of files.values()) {
    const said = await ask("barred", urls.reviewInterest.href({ id }), {
      cle: randomUUID(),
      motif: "Mon frère préside cet organisme.",
    });
    expect(said.status).toBe(303);
  }
}, 120_000);
afterAll(() => w.close());

async function ask(who: keyof typeof cookies, path: string, fields: Record<string, string>, multipart = false) {
  const body = multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return w.app.request(new URL(path, w.world.origin).href, {
    method: "POST",
    headers: { cookie: cookies[who], origin: w.world.origin },
    body,
  });
}

/** Sends the act with the version given, or the one that stands. */
async function send(who: keyof typeof cookies, route: string, attempt: Attempt, version?: string) {
  const id = files.get(attempt.state) ?? "";
  const row = await w.inTx((tx) =>
    tx.selectFrom("application").select("version").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  const path = pathOf(route.split(" ")[1] ?? "", { ...attempt.parts, id });
  const fields = { cle: randomUUID(), version: version ?? String(row.version), dossier: id, ...attempt.fields };
  return ask(who, path, fields, attempt.multipart);
}

const TABLES = [
  "application",
  "finding",
  "accepted_cost",
  "completion_request",
  "revision",
  "message",
  "internal_note",
  "opinion",
  "task",
  "likeness",
  "vote_correction",
  "message_file",
  "award",
  "agreement",
  "party",
  "document",
  "commission_report",
  "journal",
  "mail",
];

/** All that acts write of files, as it stands. */
async function everything(): Promise<string> {
  const contents = await Promise.all(
    TABLES.map((table) =>
      w.inTx(
        async (tx) =>
          (
            await sql<{ all: string }>`SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS all
              FROM ${sql.table(table)} t`.execute(tx)
          ).rows[0]?.all,
      ),
    ),
  );
  return JSON.stringify(contents);
}

describe("an interest in a party to a file", () => {
  it("is asked by every route that acts on files: none is left out", () => {
    const acting = routesOf(w)
      .filter(({ method, path }) => method !== "GET" && path.startsWith(urls.queue.pattern))
      .map(({ method, path }) => `${method} ${path}`);
    expect(acting.sort()).toEqual([...Object.keys(attempts), ...aside].sort());
  });

  it.each(Object.entries(attempts))("%s does nothing for who has one", async (route, all) => {
    for (const attempt of all) {
      const before = await everything();
      const response = await send("barred", route, attempt);
      expect([route, attempt, response.status]).toEqual([route, attempt, attempt.status ?? 403]);
      expect(await response.text()).toMatch(/frère|Action réservée|laissé tel quel/);
      expect(await everything()).toBe(before);
      // The same act is refused to nobody else for that reason: its page is stale, or its form lacks something.
      const impartial = await send("impartial", route, attempt, "0");
      expect([route, attempt, [401, 403, 404].includes(impartial.status)]).toEqual([route, attempt, false]);
    }
  });

  it("unticks the file in the page of the report, and says why", async () => {
    const id = files.get("validated-favourable") ?? "";
    const href = new URL(urls.commissionReport.href(), w.world.origin).href;
    const read = async (who: keyof typeof cookies) =>
      (await w.app.request(href, { headers: { cookie: cookies[who] } })).text();
    const box = `name="dossier" value="${id}"`;
    expect(await read("impartial")).toContain(box);
    const page = await read("barred");
    expect(page).not.toContain(box);
    expect(page).toContain("Mon frère préside cet organisme.");
  });

  it("is held by the database too: no report with such a file, though the others may stand in one", async () => {
    const id = files.get("validated-favourable") ?? "";
    const add = (person: string, applications: readonly string[]) =>
      w.inTx(
        (tx) =>
          sql`INSERT INTO commission_report (number, session_on, applications, file_id, data, made_by, made_at)
            SELECT 'RCP-' || gen_random_uuid(), '2026-06-15', ${[...applications]}::uuid[], file_id, '{}', ${person}, now()
            FROM attachment LIMIT 1`.execute(tx),
        { person },
      );
    const barred = await w.inTx((tx) =>
      tx.selectFrom("declared_interest").select("person_id").limit(1).executeTakeFirstOrThrow(),
    );
    await expect(add(barred.person_id, [id])).rejects.toThrow(/row-level security/);
    await expect(add(agents.auditor, [])).rejects.toThrow(/row-level security/);
    await expect(add(agents.officer, [id])).resolves.toBeDefined();
  });

  it("keeps others from giving the file to who has it", async () => {
    const id = files.get("under-review") ?? "";
    const { person_id: barred } = await w.inTx((tx) =>
      tx.selectFrom("declared_interest").select("person_id").limit(1).executeTakeFirstOrThrow(),
    );
    const { version } = await w.inTx((tx) =>
      tx.selectFrom("application").select("version").where("id", "=", id).executeTakeFirstOrThrow(),
    );
    const given = { cle: randomUUID(), version: String(version), agent: barred };
    const refused = await ask("impartial", urls.reviewAssignment.href({ id }), given);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Cet agent a un intérêt dans l’organisme");
  });
});

import { randomUUID } from "node:crypto";
import {
  APPLIED_TO,
  fewDays,
  joinPdf,
  makeDraft,
  makeOrganisation,
  type TestOrganisation,
  visitorOf,
} from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { addMember, createPerson } from "#src/people/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { fileRequest, makeAgents, runJobs, type TestAgents, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import type { TestWorld } from "#test/support/world.ts";

/** A word that stands in everything of the organisation whose data no other may see. */
export const SECRET = "zyx987secret";

/** Two organisations with files at several stages: one whose data are secret, one that tries to see them. */
export interface Populated {
  readonly agents: TestAgents;
  readonly secret: TestOrganisation;
  readonly mine: TestOrganisation;
  /** Of the secret organisation, by the name of the part of a path that carries it. */
  readonly theirs: Readonly<Record<string, string>>;
  /** A signed file, a filed one and a draft of the secret organisation. */
  readonly applications: { readonly signed: string; readonly filed: string; readonly draft: string };
  /** What the secret organisation has in the community, by the address under which its id stands. */
  readonly community: Readonly<Record<string, string>>;
  /** A filed request and a draft of the other organisation. */
  readonly own: { readonly filed: string; readonly draft: string };
}

export async function populate(w: TestWorld): Promise<Populated> {
  const agents = await makeAgents(w);
  const secret = await makeOrganisation(w, 0);
  const mine = await makeOrganisation(w, 1);
  await w.inTx((tx) =>
    tx
      .updateTable("organisation")
      .set({ name: `Organisme ${SECRET}` })
      .where("id", "=", secret.id)
      .execute(),
  );
  const twist = { title: `Projet ${SECRET}` };
  const start = w.clock.now();
  const { id: draft } = await makeDraft(w, secret, 3, { twist, papers: false });
  const visitor = await visitorOf(w, secret.owner);
  await joinPdf(w.world, visitor, draft, "quote", SECRET);
  const { id: filed } = await fileRequest(w, 0, twist, secret);
  const { id: signed } = await fileRequest(w, 20, { ...fewDays, ...twist }, secret);
  const stage = await troupeOf(w, agents, { from: start });
  await leadTo(stage, { id: signed, applicant: visitor, n: 6 }, "signed");
  await runJobs(w);
  const { id: ownFiled } = await fileRequest(w, 1, {}, mine);
  const { id: ownDraft } = await makeDraft(w, mine, 1, { papers: false });
  return {
    agents,
    secret,
    mine,
    applications: { signed, filed, draft },
    own: { filed: ownFiled, draft: ownDraft },
    theirs: await w.inTx((tx) => hang(tx, w, { secret, signed, agents })),
    community: await w.inTx((tx) => settle(tx, w, secret)),
  };
}

interface Held {
  readonly secret: TestOrganisation;
  readonly signed: string;
  readonly agents: TestAgents;
}

/** What hangs on the secret organisation and its signed file, and what is added so that each kind has one. */
async function hang(tx: Tx, w: TestWorld, { secret, signed, agents }: Held): Promise<Readonly<Record<string, string>>> {
  const at = w.clock.now();
  const asking = await createPerson(tx, { name: `Demandeur ${SECRET}`, email: `${SECRET}@formation.example` });
  const other = await createPerson(tx, { name: `Membre ${SECRET}`, email: `membre-${SECRET}@formation.example` });
  await addMember(tx, secret.id, other, "editor");
  const invitation = await tx
    .insertInto("invitation")
    .values({
      organisation_id: secret.id,
      email: `invite-${SECRET}@formation.example`,
      role: "reader",
      token_hash: randomUUID(),
      created_at: at,
      expires_at: at.add({ hours: 240 }),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const request = await tx
    .insertInto("join_request")
    .values({ organisation_id: secret.id, person_id: asking, asked_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  const view = await tx
    .insertInto("saved_view")
    .values({ person_id: agents.officer, name: `Vue ${SECRET}`, query: "" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("message")
    .values({ application_id: signed, side: "funder", body: `Message ${SECRET}`, sent_at: at })
    .execute();
  const attachment = await tx
    .selectFrom("attachment")
    .select(["id", "file_id"])
    .where("application_id", "=", signed)
    .executeTakeFirstOrThrow();
  const document = await tx
    .selectFrom("document")
    .select("id")
    .where("application_id", "=", signed)
    .executeTakeFirstOrThrow();
  const report = await tx
    .insertInto("commission_report")
    .values({
      number: "RCP-2026-9999",
      session_on: "2026-03-15",
      applications: [signed],
      file_id: attachment.file_id,
      data: json({ word: SECRET }),
      made_by: agents.approver,
      made_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return {
    attachment: attachment.id,
    document: document.id,
    invitation: invitation.id,
    request: request.id,
    view: view.id,
    report: report.id,
    person: other,
    session: randomUUID(),
    passkey: randomUUID(),
    token: randomUUID(),
    scheme: APPLIED_TO,
    section: "project",
    letter: "notification",
    step: "declare-complete",
    role: "officer",
    instrument: "maturite",
    slug: "pratique-secrete",
    about: "practice",
  };
}

/** One of each thing that an organisation keeps to itself, or that waits to be read. */
async function settle(tx: Tx, w: TestWorld, secret: TestOrganisation): Promise<Readonly<Record<string, string>>> {
  const at = w.clock.now();
  const id = async (rows: Promise<{ readonly id: string }>) => (await rows).id;
  const round = await id(
    tx
      .insertInto("assessment_round")
      .values({
        organisation_id: secret.id,
        instrument: "digital-maturity",
        framework: "2025-07-15",
        opened_on: "2026-03-01",
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  await tx
    .insertInto("assessment_response")
    .values({ round_id: round, person_id: secret.owner, levels: json({ courses: 3 }), answered_at: at })
    .execute();
  const referral = await id(
    tx
      .insertInto("referral")
      .values({
        number: "SECRET-1",
        organisation_id: secret.id,
        state: "received",
        need: SECRET,
        passed: json({ contact: { name: SECRET, email: "", phone: "" } }),
        consented_by: secret.owner,
        consented_at: at,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  const listing = await id(
    tx
      .insertInto("listing")
      .values({
        organisation_id: secret.id,
        author: secret.owner,
        kind: "seek",
        title: SECRET,
        body: SECRET,
        departments: ["14"],
        state: "removed",
        published_at: at,
        closes_on: "2026-05-01",
        closed_at: at,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  await tx
    .insertInto("listing_message")
    .values({
      listing_id: listing,
      organisation_id: secret.id,
      correspondent: secret.reader,
      from_correspondent: true,
      author: secret.reader,
      body: SECRET,
      sent_at: at,
    })
    .execute();
  const practice = await id(
    tx
      .insertInto("practice")
      .values({
        slug: "pratique-secrete",
        organisation_id: secret.id,
        author: secret.owner,
        title: SECRET,
        summary: SECRET,
        body: SECRET,
        themes: ["hybrid"],
        state: "submitted",
        written_at: at,
        submitted_at: at,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  const moderation = await id(
    tx
      .insertInto("moderation")
      .values({
        about: "practice",
        about_id: practice,
        organisation_id: secret.id,
        title: SECRET,
        decision: "refused",
        ground: "unclear",
        reasons: SECRET,
        decided_at: at,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return {
    "/points/:instrument/organismes": secret.id,
    "/communaute/adhesions": secret.id,
    "/orientations/labels": secret.id,
    "/orientations": referral,
    "/orientations/a-traiter": referral,
    "/communaute/annonces": listing,
    "/communaute/decisions": moderation,
    "/communaute/animation/recours": moderation,
    "/communaute/animation/moderation/:about": practice,
  };
}

/** The path of a route, its parts filled in; a part without a value stands as a word. */
export function pathOf(pattern: string, parts: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)(\{[^}]*\})?/g, (_part, name: string) => encodeURIComponent(parts[name] ?? "mot"));
}

export interface Route {
  readonly method: string;
  readonly path: string;
}

/** The routes as the router holds them; middleware is left out. */
export function routesOf(w: TestWorld): readonly Route[] {
  const seen = new Map<string, Route>();
  for (const { method, path } of w.app.routes) {
    if (method !== "ALL" && !path.includes("*")) seen.set(`${method} ${path}`, { method, path });
  }
  return [...seen.values()];
}

import { Readable } from "node:stream";
import type { Raw } from "#policy/index.ts";
import { visitorOf as visitorIn } from "#src/demo/cast.ts";
import { type DemoApplication, demoApplication } from "#src/demo/file.fixture.ts";
import { demoPaper } from "#src/demo/paper.ts";
import { listAttachments } from "#src/life/attachments.ts";
import { openApplication } from "#src/life/file.ts";
import { createDraft } from "#src/life/index.ts";
import {
  addMember,
  createOrganisation,
  createPerson,
  grantAgentRole,
  type MemberRole,
  type SignedVisitor,
} from "#src/people/index.ts";
import { json } from "#src/platform/database/database.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import type { TestWorld } from "#test/support/world.ts";
import { addProof } from "./belonging/store.ts";
import { joinPaper } from "./papers/papers.ts";

/** The scheme that drafts of tests are for, unless they say another. */
export const APPLIED_TO = "appui-conseil";

/** So few days that an organisation may ask for several requests within what is counted of it. */
export const fewDays: Raw = { "structures.0.phases.0.days": "1", "structures.0.phases.1.days": "1" };

/** An organisation with one person a role. */
export interface TestOrganisation {
  readonly id: string;
  readonly owner: string;
  readonly editor: string;
  readonly reader: string;
}

/** Makes the n-th fictional organisation, its people, what shows that they are its own, and nothing else. */
export async function makeOrganisation(w: TestWorld, n: number): Promise<TestOrganisation> {
  const { organisation } = demoApplication(n);
  return w.inTx(async (tx) => {
    const id = await createOrganisation(tx, {
      kind: "training-body",
      siren: organisation.siren,
      name: organisation.name,
      source: "declared",
      headcount: organisation.headcount,
      legalCategory: organisation.legalCategory,
      declarationNumber: organisation.declarationNumber,
      establishments: [{ siret: organisation.siret, commune: organisation.commune, isHead: true }],
    });
    const member = async (role: MemberRole) => {
      const person = await createPerson(tx, { name: `Personne ${role} ${n}`, email: `${role}-${n}@formation.example` });
      await addMember(tx, id, person, role);
      return person;
    };
    const owner = await member("owner");
    const proof = {
      organisationId: id,
      person: owner,
      way: "mail",
      what: "formation.example",
      isEvident: true,
    } as const;
    await addProof(tx, proof, w.clock.now());
    return { id, owner, editor: await member("editor"), reader: await member("reader") };
  });
}

export async function makeAgent(
  w: TestWorld,
  role: Parameters<typeof grantAgentRole>[2],
  email = `${role}@region.example`,
): Promise<string> {
  return w.inTx(async (tx) => {
    const person = await createPerson(tx, { name: `Agent ${role}`, email });
    await grantAgentRole(tx, person, role);
    return person;
  });
}

/** A visitor as the service would know them. */
export function visitorOf(w: TestWorld, personId: string): Promise<SignedVisitor> {
  return w.inTx((tx) => visitorIn(tx, personId));
}

/** A draft with the n-th fictional request's answers, and every paper that they ask for. */
export async function makeDraft(
  w: TestWorld,
  organisation: TestOrganisation,
  n: number,
  options: { readonly twist?: Raw; readonly papers?: boolean } = {},
): Promise<{ readonly id: string; readonly demo: DemoApplication }> {
  const demo = demoApplication(n, options.twist);
  const { owner } = organisation;
  const draft = { scheme: APPLIED_TO, framework: "2025-07-15", organisationId: organisation.id, raw: demo.raw };
  const id = await w.inTx((tx) => createDraft(tx, draft, owner, w.world.clock.now()), { person: owner });
  if (options.papers !== false) await joinEveryPaper(w, id, owner);
  return { id, demo };
}

export async function joinEveryPaper(w: TestWorld, id: string, person: string): Promise<void> {
  const visitor = await visitorOf(w, person);
  const file = await w.inTx((tx) => openApplication(tx, id, w.world.clock.now()), { person });
  for (const document of file?.reading.documents ?? []) {
    if (document.required) await joinPdf(w.world, visitor, id, document.key);
  }
}

export async function joinPdf(
  world: World,
  visitor: SignedVisitor,
  id: string,
  key: string,
  text = key,
): Promise<void> {
  const received = await receiveFile(world, Readable.from([pdfBytes(text)]), "piece.pdf", ["application/pdf"]);
  if (!received.ok) throw new Error(received.message);
  const [document = "", about = ""] = key.split(":");
  const outcome = await joinPaper(world, visitor, id, { document, about, received });
  if (outcome !== "done") throw new Error(outcome);
}

/** A small true PDF. */
export function pdfBytes(text: string): Buffer {
  return demoPaper(text, []);
}

/** The fields of the acts that a page shows: its hidden `cle` and `version`, taken from the form that posts to `action`. */
export function actOf(body: string, action: string): Record<string, string> {
  const form = body.split("<form").find((part) => part.includes(`action="${action}"`)) ?? "";
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? "";
  return { cle: field("cle"), version: field("version") };
}

/** Every declaration ticked. */
export const allTicked: Readonly<Record<string, string>> = Object.fromEntries(
  ["honour", "other-aid", "republican-commitment", "provider-informed", "data"].map((id) => [
    `declarations.${id}`,
    "oui",
  ]),
);

/** Where a request stands. */
export type Stage = "draft" | "filed" | "asked";
export interface Subject {
  readonly id: string;
  readonly paper: string;
}

/** A request at a stage of its life, put there directly: the acts that lead there are tried elsewhere. */
export async function subjectAt(w: TestWorld, organisation: TestOrganisation, stage: Stage): Promise<Subject> {
  const { id } = await makeDraft(w, organisation, 0, { papers: false });
  await joinPdf(w.world, await visitorOf(w, organisation.owner), id, "quote");
  const paper = (await w.inTx((tx) => listAttachments(tx, id)))[0]?.id ?? "";
  if (stage === "draft") return { id, paper };
  const at = w.clock.now().toString();
  await w.inTx(async (tx) => {
    await tx
      .updateTable("application")
      .set({
        state: stage === "filed" ? "submitted" : "completion-requested",
        submitted_at: at,
        revision: 1,
        number: `AC-${id.slice(-12)}`,
      })
      .where("id", "=", id)
      .execute();
    if (stage === "asked") {
      await tx
        .insertInto("completion_request")
        .values({
          application_id: id,
          items: json([{ path: "title", message: "Précisez le titre." }]),
          due_on: "2026-04-10",
          asked_at: at,
        })
        .execute();
    }
  });
  return { id, paper };
}

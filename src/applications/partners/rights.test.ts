import { afterAll, beforeAll, expect, test } from "vitest";
import type { Raw } from "#policy/index.ts";
import { createDraft } from "#src/life/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Fields } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { joinPdf, makeAgent, visitorOf } from "../applying.fixture.ts";
import {
  type Consortia,
  filled,
  key,
  makeProject,
  nameOf,
  partFields,
  projectRaw,
  siretOf,
} from "./consortium.fixture.ts";

/** Who asks, by their relation to the project: the lead's people, a partner's, those of an organisation only invited. */
const WHO = [
  "stranger",
  "other",
  "lead-reader",
  "lead-editor",
  "lead-owner",
  "partner-reader",
  "partner-editor",
  "partner-owner",
  "invited-reader",
  "invited-owner",
  "officer",
  "auditor",
] as const;
type Who = (typeof WHO)[number];

let w: TestWorld;
let all: Consortia;
let raw: Raw;
const browsers = new Map<Who, Browser>();

beforeAll(async () => {
  w = await openTestWorld();
  raw = filled(projectRaw(0));
  all = await makeProject(w, raw);
  const [partner, invited] = all.partners;
  const agents = { officer: await makeAgent(w, "officer"), auditor: await makeAgent(w, "auditor") };
  const stranger = await makeAgent(w, "organiser");
  const persons: Readonly<Record<Who, string | undefined>> = {
    stranger: undefined,
    other: stranger,
    "lead-reader": all.lead.reader,
    "lead-editor": all.lead.editor,
    "lead-owner": all.lead.owner,
    "partner-reader": partner.reader,
    "partner-editor": partner.editor,
    "partner-owner": partner.owner,
    "invited-reader": invited.reader,
    "invited-owner": invited.owner,
    ...agents,
  };
  for (const who of WHO) browsers.set(who, await w.browser(persons[who]));
});
afterAll(() => w.close());

interface Subject {
  readonly id: string;
  /** The place of the partner, and that of the organisation only invited. */
  readonly partner: string;
  readonly invited: string;
}

/** A project whose one partner has written its part, and which one organisation is invited to; filed where asked. */
async function subjectAt(stage: "draft" | "filed"): Promise<Subject> {
  const [partner, invited] = all.partners;
  const at = w.clock.now();
  const draft = { scheme: "transitions", framework: "2025-07-15", organisationId: all.lead.id, raw };
  const id = await w.inTx((tx) => createDraft(tx, draft, all.lead.owner, at), { person: all.lead.owner });
  const place = async (organisation: { readonly id: string }, n: number, isAccepted: boolean) =>
    w.inTx(async (tx) => {
      const row = await tx
        .insertInto("partner")
        .values({
          application_id: id,
          organisation_id: organisation.id,
          name: nameOf(n),
          invited_at: at.subtract({ hours: 48 }),
          expires_at: at.add({ hours: 240 }),
          accepted_at: isAccepted ? at : null,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return row.id;
    });
  const subject = { id, partner: await place(partner, 1, true), invited: await place(invited, 2, false) };
  const part = Object.fromEntries(Object.entries(partFields).map(([field, value]) => [`partners.1.${field}`, value]));
  const whole = {
    ...raw,
    ...part,
    "partners.length": "3",
    "partners.1.role": "partner",
    "partners.1.siret": siretOf(1),
    "partners.1.legalName": nameOf(1),
    "partners.1.partnerId": subject.partner,
    "partners.2.role": "partner",
    "partners.2.partnerId": subject.invited,
  };
  await w.inTx((tx) =>
    tx
      .updateTable("application")
      .set({ raw: JSON.stringify(whole) })
      .where("id", "=", id)
      .execute(),
  );
  await joinPdf(w.world, await visitorOf(w, all.lead.owner), id, "partnership-agreement");
  if (stage === "filed") {
    await w.inTx((tx) =>
      tx
        .updateTable("application")
        .set({ state: "submitted", submitted_at: at.toString(), revision: 1, number: `TR-${id.slice(-12)}` })
        .where("id", "=", id)
        .execute(),
    );
  }
  return subject;
}

interface Cell {
  readonly what: string;
  readonly stage: "draft" | "filed";
  readonly path: (subject: Subject) => string;
  /** A POST when given. */
  readonly fields?: (subject: Subject) => Fields;
  /** One letter a visitor, in the order of WHO: Y may, U understood and refused with reasons, F refused, N not there, S sign in. */
  readonly cells: string;
}

const lead = (
  what: string,
  path: Cell["path"],
  cells: string,
  fields?: Cell["fields"],
  stage: Cell["stage"] = "draft",
): Cell => ({
  what,
  stage,
  path,
  cells,
  ...(fields === undefined ? {} : { fields }),
});
const version = () => ({ ...key(), version: "1" });
const ofPartner = (url: { href(of: { partner: string }): string }) => (subject: Subject) =>
  url.href({ partner: subject.partner });
const ofInvited = (url: { href(of: { partner: string }): string }) => (subject: Subject) =>
  url.href({ partner: subject.invited });

const table: readonly Cell[] = [
  // stranger other | lead: reader editor owner | partner: reader editor owner | invited: reader owner | officer auditor
  lead("see who takes part", ({ id }) => urls.applicationPartners.href({ id }), "SN YYY NNN NN NN"),
  lead(
    "invite",
    ({ id }) => urls.applicationPartners.href({ id }),
    "SN FUU NNN NN NN",
    () => key(),
  ),
  lead(
    "press a partner",
    ({ id, partner }) => urls.applicationPartnerReminder.href({ id, partner }),
    "SN FYY NNN NN NN",
    () => key(),
  ),
  lead(
    "take a partner away",
    ({ id, partner }) => urls.applicationPartnerRemoval.href({ id, partner }),
    "SN FYY NNN NN NN",
    () => key(),
  ),
  lead("read the lead’s draft", ({ id }) => urls.application.href({ id }), "SN YYY NNN NN NN"),
  lead(
    "write in the lead’s draft",
    ({ id }) => urls.applicationSection.href({ id, section: "project" }),
    "SN FYY NNN NN NN",
    () => ({ title: "Autre titre" }),
  ),
  lead("see the lead’s papers", ({ id }) => urls.applicationAttachments.href({ id }), "SN YYY NNN NN NN"),
  lead("print the lead’s draft", ({ id }) => urls.applicationDraftPdf.href({ id }), "SN YYY NNN NN NN"),
  lead("check before filing", ({ id }) => urls.applicationSubmission.href({ id }), "SN YYY NNN NN NN"),
  lead("file", ({ id }) => urls.applicationSubmission.href({ id }), "SN FUU NNN NN NN", version),
  lead("delete the draft", ({ id }) => urls.applicationDeletion.href({ id }), "SN FYY NNN NN NN", version),
  lead("follow the lead’s file", ({ id }) => urls.application.href({ id }), "SN YYY NNN NN NN", undefined, "filed"),
  lead(
    "write to the funder",
    ({ id }) => urls.applicationMessages.href({ id }),
    "SN FYY NNN NN FF",
    () => ({ ...version(), message: "Bonjour" }),
    "filed",
  ),
  lead(
    "withdraw the file",
    ({ id }) => urls.applicationWithdrawal.href({ id }),
    "SN FYY NNN NN FF",
    () => ({ ...version(), motif: "Reporté" }),
    "filed",
  ),
  lead("read the project as a partner", ofPartner(urls.partnership), "SN NNN YYY NN NN"),
  lead("follow it once filed", ofPartner(urls.partnership), "SN NNN YYY NN NN", undefined, "filed"),
  lead("read the agreement of all", ofPartner(urls.partnershipAgreement), "SN NNN YYY NN NN"),
  // Who only reads is led back to the project.
  lead("open the part’s form", ofPartner(urls.partnershipPart), "SN NNN YYY NN NN"),
  lead("write the part", ofPartner(urls.partnershipPart), "SN NNN FYY NN NN", () => ({
    partie: "partners.1",
    base: "1",
    page: "p",
    "partners.1.contribution": "Autre.",
  })),
  lead("confirm the part", ofPartner(urls.partnershipConfirmation), "SN NNN FUU NN NN", () => key()),
  lead("leave", ofPartner(urls.partnershipLeaving), "SN NNN FYY NN NN", () => key()),
  lead("leave what is filed", ofPartner(urls.partnershipLeaving), "SN NNN FFF NN NN", () => key(), "filed"),
  lead("confirm what is filed", ofPartner(urls.partnershipConfirmation), "SN NNN FFF NN NN", () => key(), "filed"),
  lead("read an invitation", ofInvited(urls.partnership), "SN NNN NNN YY NN"),
  lead("read through an invitation", ofInvited(urls.partnershipPart), "SN NNN NNN NN NN"),
  lead("confirm through an invitation", ofInvited(urls.partnershipConfirmation), "SN NNN NNN NN NN", () => key()),
  lead("leave through an invitation", ofInvited(urls.partnershipLeaving), "SN NNN NNN NN NN", () => key()),
  lead("accept", ofInvited(urls.partnershipAnswer), "SN NNN NNN FY NN", () => ({
    ...key(),
    reponse: "accepter",
    organisme: all.partners[1].id,
  })),
  lead("accept for another organisation", ofInvited(urls.partnershipAnswer), "SN NNN NNN FF NN", () => ({
    ...key(),
    reponse: "accepter",
    organisme: all.partners[0].id,
  })),
  lead("decline", ofInvited(urls.partnershipAnswer), "SN NNN NNN FY NN", () => ({ ...key(), reponse: "decliner" })),
];

async function cellOf(cell: Cell, subject: Subject, who: Who): Promise<string> {
  const browser = browsers.get(who);
  if (browser === undefined) throw new Error(who);
  const path = cell.path(subject);
  const page = cell.fields === undefined ? await browser.get(path) : await browser.post(path, cell.fields(subject));
  if (page.status === 303 && page.location?.startsWith("/connexion") === true) return "S";
  if (page.status === 401 && cell.fields !== undefined) return "S";
  const letters: Readonly<Record<number, string>> = { 200: "Y", 303: "Y", 403: "F", 404: "N", 422: "U" };
  return letters[page.status] ?? String(page.status);
}

test.each(table)("$what ($stage)", async (cell) => {
  const found: string[] = [];
  const letters = cell.cells.replaceAll(" ", "");
  let subject = await subjectAt(cell.stage);
  for (const [at, who] of WHO.entries()) {
    found.push(await cellOf(cell, subject, who));
    // What was done is done: the next one meets a project as it was.
    if (cell.fields !== undefined && letters[at] === "Y") subject = await subjectAt(cell.stage);
  }
  expect(found.join("")).toBe(letters);
});

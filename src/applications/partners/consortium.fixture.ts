import { randomUUID } from "node:crypto";
import { missingAnswers, type Question, questionsOf, type Raw, readRaw } from "#policy/index.ts";
import { openSchemeOf } from "#src/calls/calls.fixture.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { createDraft } from "#src/life/index.ts";
import { json } from "#src/platform/database/database.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import type { TestWorld } from "#test/support/world.ts";
import { joinEveryPaper, makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";

export const consortiumScheme = () => openSchemeOf("transitions");

/** A plausible answer to any question of the form. */
function answerTo({ control, path }: Question): string | readonly string[] {
  const name = path.at(-1) ?? "";
  switch (control.kind) {
    case "yes-no":
      return name.startsWith("isFundedBy") || name.startsWith("isControlledBy") || name === "isGreta" ? "non" : "oui";
    case "choice":
      return (
        control.options.find(({ value }) => value === "association" || value === "lead")?.value ??
        control.options[0]?.value ??
        ""
      );
    case "choices":
      return [control.options[0]?.value ?? ""];
    case "day":
      return "15/09/2026";
    case "commune":
      return "76540";
    case "money":
      return "60 000";
    case "share":
      return "60";
    case "integer":
    case "decimal":
      return String(Math.max(control.min, 1));
    case "email":
      return "contact@formation.example";
    case "phone":
      return "02 31 00 00 00";
    case "url":
      return "https://exemple.example";
    default:
      return "Une réponse d’essai, fictive.";
  }
}

/** The answers with what they still lack, but for parts of partners: a project of a lead that only waits for the others. */
export function filled(given: Raw, day = "2026-03-10"): Raw {
  const { form } = consortiumScheme();
  let raw: Raw = given;
  for (let round = 0; round < 12; round += 1) {
    const { answers } = readRaw(form, raw);
    const asked = new Map(questionsOf(form, answers).map((one) => [one.path, one.question]));
    const gaps = missingAnswers(form, answers, [], day as Parameters<typeof missingAnswers>[3]).filter(
      ({ path }) => asked.has(path) && !/^partners\.[1-9]/.test(path),
    );
    if (gaps.length === 0) return raw;
    raw = {
      ...raw,
      ...Object.fromEntries(gaps.map(({ path }) => [path, answerTo(asked.get(path) as Question)])),
    };
  }
  throw new Error("a project that is never whole");
}

/** What a lead types of a project of three; partners are invited, not typed. */
export function projectRaw(n: number): Raw {
  const { organisation } = demoApplication(n);
  return {
    title: "Des parcours qui passent par l’atelier",
    "partners.length": "1",
    "partners.0.siret": organisation.siret,
    "partners.0.legalName": organisation.name,
    "partners.0.commune": "76540",
    "partners.0.role": "lead",
    "partners.0.category": "association",
    "partners.0.agreementSignedOn": "01/03/2026",
    "partners.0.contribution": "Elle coordonne.",
    "partners.0.brings": "Une équipe.",
    partnershipAgreementOn: "02/03/2026",
    "project.startsOn": "01/09/2026",
    "project.endsOn": "31/03/2027",
    "project.transitions": ["digital"],
    "project.kinds": ["method"],
    "phases.0.startsOn": "01/09/2026",
    "phases.0.endsOn": "31/03/2027",
    "costs.length": "1",
    "costs.0.heading": "staff",
    "costs.0.label": "Ingénierie des parcours",
    "costs.0.person": "Ingénieure pédagogique",
    "costs.0.amount": "60 000",
    "costs.0.hours": "480",
    "costs.0.ownHours": "1607",
    "costs.0.activity": "engineering",
    "costs.0.bornBy": "lead",
    "costs.0.employer": "lead",
    otherPublicFunding: "0",
    requestedEsfRate: "60",
  };
}

/** A call that fixes nothing of its own, open for a year from the day before. */
export async function openPlainCall(w: TestWorld, title = "Transitions (appel d’essai)"): Promise<string> {
  const now = w.world.clock.now();
  const { id } = await w.inTx((tx) =>
    tx
      .insertInto("call")
      .values({
        slug: `appel-${randomUUID()}`,
        scheme: "transitions",
        framework: "2025-07-15",
        state: "published",
        raw: json({}),
        title,
        opens_at: now.subtract({ hours: 24 }).toString(),
        closes_at: now.add({ hours: 365 * 24 }).toString(),
        created_at: now.toString(),
        updated_at: now.toString(),
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** Three organisations and the draft of the first. */
export interface Consortia {
  readonly lead: TestOrganisation;
  readonly partners: readonly [TestOrganisation, TestOrganisation];
  readonly id: string;
}

export async function makeProject(w: TestWorld, raw: Raw = filled(projectRaw(0))): Promise<Consortia> {
  const lead = await makeOrganisation(w, 0);
  const partners = [await makeOrganisation(w, 1), await makeOrganisation(w, 2)] as const;
  const callId = await openPlainCall(w);
  const draft = { scheme: "transitions", framework: "2025-07-15", organisationId: lead.id, raw, callId };
  const id = await w.inTx((tx) => createDraft(tx, draft, lead.owner, w.world.clock.now()), { person: lead.owner });
  return { lead, partners, id };
}

/** The last link sent by mail to an address. */
export async function linkSentTo(w: TestWorld, email: string): Promise<string> {
  const mail = await w.inTx((tx) =>
    tx
      .selectFrom("mail")
      .select("body")
      .where("to_address", "=", email)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  );
  return /\/partenariats\/[\w/-]+/.exec(mail.body)?.[0] ?? "";
}

export async function subjectsSentTo(w: TestWorld, email: string): Promise<readonly string[]> {
  const mails = await w.inTx((tx) =>
    tx.selectFrom("mail").select("subject").where("to_address", "=", email).orderBy("id").execute(),
  );
  return mails.map(({ subject }) => subject);
}

export const siretOf = (n: number) => demoApplication(n).organisation.siret;
export const nameOf = (n: number) => demoApplication(n).organisation.name;

export const key = () => ({ cle: randomUUID() });

/** Invites the n-th organisation by its SIRET, and accepts in its owner's name. Gives the partner's id. */
export async function joinAs(
  w: TestWorld,
  lead: Browser,
  id: string,
  organisation: TestOrganisation,
  n: number,
): Promise<string> {
  await lead.post(urls.applicationPartners.href({ id }), { ...key(), siret: siretOf(n) });
  const owner = await w.browser(organisation.owner);
  const link = await linkSentTo(w, `owner-${n}@formation.example`);
  const accepted = await owner.post(link, { ...key(), reponse: "accepter", organisme: organisation.id });
  return /partenariats\/([0-9a-f-]{36})/.exec(accepted.location ?? "")?.[1] ?? "";
}

/** What a partner types of its part. */
export const partFields: Readonly<Record<string, string>> = {
  category: "association",
  isGreta: "non",
  involvedWithJobSeekers: "oui",
  involvement: "Deux parcours par an.",
  contribution: "Elle tient l’atelier.",
  brings: "Un local et deux formateurs.",
  agreementSignedOn: "01/03/2026",
  commune: "14118",
};

/** Writes and confirms a part through its pages. */
export async function confirmAs(owner: Browser, partner: string): Promise<void> {
  await writePart(owner, partner, partFields);
  const confirmed = await confirmation(owner, partner);
  if (confirmed.status !== 303) throw new Error(`${confirmed.status} ${confirmed.body.slice(0, 4000)}`);
}

export async function confirmation(owner: Browser, partner: string) {
  const { body } = await owner.get(urls.partnership.href({ partner }));
  const boxes = [...body.matchAll(/name="(declarations\.[^"]+)"/g)].map(([, name]) => [name ?? "", "oui"] as const);
  const seen = /name="vu" value="([^"]*)"/.exec(body)?.[1] ?? "";
  return owner.post(urls.partnershipConfirmation.href({ partner }), {
    ...key(),
    vu: seen,
    ...Object.fromEntries(boxes),
  });
}

/** Posts fields of a part, from its page as it stands now. */
export async function writePart(
  owner: Browser,
  partner: string,
  fields: Readonly<Record<string, string>>,
  page?: string,
) {
  const body = page ?? (await owner.get(urls.partnershipPart.href({ partner }))).body;
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";
  const part = hidden("partie");
  const named = Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${part}.${field}`, value]));
  return owner.post(urls.partnershipPart.href({ partner }), {
    base: hidden("base"),
    page: hidden("page"),
    partie: part,
    aller: "relire",
    ...named,
  });
}

/** Puts the answers of a draft in place directly. */
export async function setRaw(w: TestWorld, id: string, raw: Raw): Promise<void> {
  await w.inTx((tx) =>
    tx
      .updateTable("application")
      .set({ raw: json(raw) })
      .where("id", "=", id)
      .execute(),
  );
}

export async function rawOf(w: TestWorld, id: string): Promise<Raw> {
  const row = await w.inTx((tx) =>
    tx.selectFrom("application").select("raw").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return row.raw as Raw;
}

/** Everything that the lead still owes, then the filing. */
export async function fileProject(w: TestWorld, lead: TestOrganisation, id: string) {
  const browser = await w.browser(lead.owner);
  await setRaw(w, id, filled(await rawOf(w, id)));
  await joinEveryPaper(w, id, lead.owner);
  return submitAs(browser, id);
}

export async function submitAs(browser: Browser, id: string) {
  const { body } = await browser.get(urls.applicationSubmission.href({ id }));
  const boxes = [...body.matchAll(/name="(declarations\.[^"]+)"/g)].map(([, name]) => [name ?? "", "oui"] as const);
  const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? "";
  return browser.post(urls.applicationSubmission.href({ id }), { ...key(), version, ...Object.fromEntries(boxes) });
}

import { frameworkByVersion, type OpenScheme } from "#policy/index.ts";
import { createPerson, grantAgentRole } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Fields } from "#test/support/browser.ts";
import type { TestWorld } from "#test/support/world.ts";
import { createCall } from "./acts.ts";

/** What an administrator types, part by part, for a call open in March 2026. */
export const callParts: Readonly<Record<string, Fields>> = {
  presentation: {
    title: "Transitions 2026 (appel d’essai)",
    summary: "Des projets qui changent la formation.",
    purpose: "Un premier paragraphe.\n\nUn second.",
    applicants: "Les structures de formation.",
    contact: "appels@region.example",
  },
  calendrier: {
    opensOn: "10/03/2026",
    opensAtHour: "9 h",
    closesOn: "27/03/2026",
    closesAtHour: "12h",
    questionsUntil: "20/03/2026",
    "steps.0.on": "15/04/2026",
    "steps.0.what": "Comité de sélection",
    "steps.1.on": "",
    "steps.1.what": "",
  },
  argent: {
    "envelope.0.funder": "region",
    "envelope.0.year": "2026",
    "envelope.0.section": "running",
    "envelope.0.committed": "400 000",
    "envelope.0.payable": "120 000",
    aidRegime: "de-minimis",
    aidRegimeName: "",
    heldUntilBalance: "20",
  },
  modalites: {},
  reponses: {
    "questions.0.label": "Le projet se tient-il en Normandie ?",
    "questions.0.quote": "",
    "questions.0.kind": "yes-no",
    "questions.0.answeredBy": "lead",
    "questions.0.eliminatory": "oui",
    note: "non",
  },
  analyse: { assessors: "2", conflictLimit: "5", tieRule: "cost" },
};

/** The terms that a call for the modernisation of services fixes in tests. */
export const modernisationTerms: Fields = {
  "terms.rate": "50",
  "terms.maxAid": "10 000",
  "terms.costsFrom": "10/03/2026",
  "terms.costsUntil": "31/12/2028",
  "terms.acceptsStaff": "oui",
  "terms.investment": "judged",
  "terms.countsVat": "oui",
};

export async function agentOf(w: TestWorld, ...roles: Parameters<typeof grantAgentRole>[2][]): Promise<string> {
  return w.inTx(async (tx) => {
    const name = roles.join("-");
    const id = await createPerson(tx, { name: `Personne ${name}`, email: `${name}-${Math.random()}@region.example` });
    for (const role of roles) await grantAgentRole(tx, id, role);
    return id;
  });
}

export function openSchemeOf(slug: string): OpenScheme {
  const scheme = frameworkByVersion("2025-07-15")?.scheme(slug);
  if (scheme?.status !== "open") throw new Error(`no scheme ${slug}`);
  return scheme;
}

/** Begins a call as this person, by the act itself: some schemes that tests take are not offered on screen. */
export function beginCall(w: TestWorld, personId: string, scheme: OpenScheme): Promise<string> {
  const person = { id: personId, name: "Personne", email: "personne@region.example" };
  return createCall(
    w.world,
    { person, sessionId: null, memberships: [], agentRoles: ["administrator"] },
    scheme,
    "Transitions 2026 (appel d’essai)",
  );
}

/** Writes every part of a call by its forms. */
export async function writeCall(browser: Browser, id: string, more: Readonly<Record<string, Fields>> = {}) {
  for (const [part, fields] of Object.entries({ ...callParts, ...more })) {
    const version = await versionOf(browser, id);
    const saved = await browser.post(urls.deskCallPart.href({ id, part }), { version, ...fields, ...more[part] });
    if (saved.status !== 303) throw new Error(`${part}: ${saved.status} ${saved.body.slice(0, 3000)}`);
  }
}

/** The version that the desk's page shows. */
export async function versionOf(browser: Browser, id: string): Promise<string> {
  const { body } = await browser.get(urls.deskCall.href({ id }));
  return /Version (\d+)/.exec(body)?.[1] ?? "";
}

export async function step(browser: Browser, id: string, name: string, fields: Fields = {}) {
  return browser.post(urls.deskCallStep.href({ id, step: name }), { version: await versionOf(browser, id), ...fields });
}

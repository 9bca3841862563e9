import { cors } from "hono/cors";
import { etag } from "hono/etag";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { cents, type OpenScheme, toDecimal, type Values } from "#policy/index.ts";
import type { RequestContext, Routes } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { problemResponse } from "#src/platform/http/problem.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { type Phase, type PublishedCall, phaseOf, schemeOfCall } from "../call.ts";
import { readCall } from "../content.ts";
import { callLink } from "../mails.ts";
import { listPublished } from "../store.ts";
import { type CallItem, MOST_CALLS, PHASE_WORDS, USUAL_CALLS } from "./api-schema.ts";

const PHASES: Readonly<Record<string, Phase>> = PHASE_WORDS;

/** Calls as JSON: pages by cursor, filtered as on the page. No account, no cookie, any site. */
export function callsApi(routes: Routes, world: World): void {
  const open = cors({ origin: "*", allowMethods: ["GET"], maxAge: 86_400 });
  routes.get(urls.callsApi.pattern, open, etag({ weak: true }), (c) => answerPage(c, world));
}

async function answerPage(c: RequestContext, world: World): Promise<Response> {
  const query = c.req.query();
  const asked = readQuery(query);
  if ("bad" in asked) return refused(asked.bad, asked.detail);
  const { limit, after, phase } = asked;
  const now = world.clock.now();
  // Calls are few: those of one phase are picked among all.
  const all = await inTransaction(world.db, "public", (tx) =>
    listPublished(tx, { limit: 1_000, ...(after === null ? null : { after }) }),
  );
  const found = phase === null ? all : all.filter((call) => phaseOf(call, now) === phase);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last !== undefined ? cursorOf(last) : null;
  const search = new URLSearchParams({ ...query, cursor: next ?? "" });
  const body = {
    items: items.map((call) => itemOf(world, call, now)),
    next: next === null ? null : `${world.origin}${urls.callsApi.href()}?${search}`,
  };
  return c.json(body, 200, { "cache-control": "public, max-age=60" });
}

type Query = Readonly<Record<string, string>>;

interface Cursor {
  readonly closesAt: string;
  readonly id: string;
}

type Asked =
  | { readonly bad: string; readonly detail: string }
  | { readonly limit: number; readonly after: Cursor | null; readonly phase: Phase | null };

function readQuery(query: Query): Asked {
  const limit = query.limit === undefined ? USUAL_CALLS : Number(query.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_CALLS) {
    return { bad: "limit", detail: `un nombre de 1 à ${MOST_CALLS}` };
  }
  const after = readCursor(query.cursor ?? "");
  if (after === undefined) return { bad: "cursor", detail: "la valeur donnée par la page précédente" };
  const typed = query.quand ?? "";
  const phase = typed === "" ? null : Object.hasOwn(PHASES, typed) ? PHASES[typed] : undefined;
  if (phase === undefined) return { bad: "quand", detail: Object.keys(PHASES).join(", ") };
  return { limit, after, phase };
}

function cursorOf(call: PublishedCall): string {
  return Buffer.from(`${call.closesAt.toString()} ${call.id}`).toString("base64url");
}

function readCursor(text: string): Cursor | null | undefined {
  if (text === "") return null;
  const [at = "", id = ""] = Buffer.from(text, "base64url").toString().split(" ");
  if (!z.uuid().safeParse(id).success) return undefined;
  try {
    return { closesAt: Temporal.Instant.from(at).toString(), id };
  } catch {
    return undefined;
  }
}

/** What a published call lacks nothing of: it was checked whole before it was. */
function itemOf(world: World, call: PublishedCall, now: Temporal.Instant): CallItem {
  const scheme = schemeOfCall(call);
  const { content, terms } = readCall(scheme, call.raw);
  return {
    id: call.id,
    url: callLink(world, call),
    scheme: call.scheme,
    framework: call.framework,
    title: call.title,
    summary: content.summary ?? "",
    purpose: content.purpose ?? "",
    applicants: content.applicants ?? "",
    phase: phaseOf(call, now),
    opensAt: call.opensAt.toString(),
    closesAt: call.closesAt.toString(),
    questionsUntil: content.questionsUntil ?? null,
    steps: (content.steps ?? []).map(({ on, what }) => ({ on: on ?? "", what: what ?? "" })),
    envelope: (content.envelope ?? []).map(({ funder, year, section, committed, payable }) => ({
      funder: funder ?? "region",
      year: year ?? 0,
      section: section ?? "running",
      committed: toDecimal(committed ?? cents(0)),
      payable: toDecimal(payable ?? cents(0)),
    })),
    aidRegime: content.aidRegime ?? null,
    heldUntilBalance: content.heldUntilBalance ?? null,
    terms: wireTerms(scheme, terms),
    questions: (content.questions ?? []).map(({ label, eliminatory }) => ({
      label: label ?? "",
      eliminatory: eliminatory === true,
    })),
    documents: (content.documents ?? []).map(({ label, mandatory }) => ({
      label: label ?? "",
      mandatory: mandatory === true,
    })),
    contact: content.contact ?? "",
    updatedAt: call.updatedAt.toString(),
  };
}

/** The terms in force as a simulation takes them: amounts in decimals. */
function wireTerms({ terms: { declared, voted } }: OpenScheme, ofCall: Values): CallItem["terms"] {
  const told = Object.entries({ ...voted, ...ofCall }).filter(([, value]) => value != null);
  return Object.fromEntries(
    told.map(([name, value]) => [
      name,
      declared.fields[name]?.kind === "money" && typeof value === "number" ? toDecimal(cents(value)) : value,
    ]),
  );
}

function refused(name: string, detail: string): Response {
  return problemResponse({
    type: `${urls.api.href()}#erreurs`,
    title: "Filtre refusé",
    status: 400,
    detail: `Le filtre ${name} n’est pas compris : ${detail}.`,
    errors: [{ pointer: `/${name}`, detail }],
  });
}

import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { frameworkOn } from "#policy/index.ts";
import { notFound, type RequestContext, type Routes, respondPage } from "#src/people/web/index.ts";
import type { ApiPart } from "#src/platform/http/open-api.ts";
import { type Problem, problemResponse } from "#src/platform/http/problem.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { OpenCalls } from "../open-calls.ts";
import { namedCall, openSchemes, simulate } from "../simulation.ts";
import { ApiPage } from "./api-page.tsx";
import { openApiDocument } from "./openapi.ts";
import { legalToday } from "./today.ts";

/** The open API: no account, no cookie, callable from any site. */
export function apiRoutes(
  routes: Routes,
  world: World,
  keep: MiddlewareHandler,
  calls: OpenCalls,
  parts: () => readonly ApiPart[],
): void {
  const open = cors({ origin: "*", allowMethods: ["GET", "POST"], allowHeaders: ["content-type"], maxAge: 86_400 });
  routes.use(urls.simulations.pattern, open);
  routes.use(urls.openapi.pattern, open);
  routes.post(urls.simulations.pattern, (c) => answerSimulation(c, world, calls));
  routes.get(urls.api.pattern, keep, (c) => {
    const schemes = openSchemes(frameworkOn(legalToday(world)));
    const [scheme] = schemes;
    if (scheme === undefined) notFound();
    const page = {
      title: "Données ouvertes et API",
      description: `Interroger les règles ${world.config.funder.words.of} depuis un autre logiciel, sans compte.`,
      breadcrumbs: [{ label: "Accueil", href: urls.home.href() }, { label: "Données ouvertes et API" }],
      public: true,
    };
    return respondPage(c, world, page, <ApiPage scheme={scheme} schemes={schemes} origin={world.origin} />);
  });
  routes.get(urls.openapi.pattern, keep, (c) => {
    const document = openApiDocument(world.origin, frameworkOn(legalToday(world)), parts());
    return c.json(document, 200, { "cache-control": "public, max-age=300" });
  });
  routes.all(urls.simulations.pattern, () => {
    const detail = "Envoyez la demande par POST, en JSON.";
    const response = problemResponse({ type: "about:blank", title: "Méthode refusée", status: 405, detail });
    response.headers.set("allow", "POST, OPTIONS");
    return response;
  });
}

async function answerSimulation(c: RequestContext, world: World, calls: OpenCalls): Promise<Response> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    const detail = "Le corps de la requête doit être du JSON (content-type: application/json).";
    return refused({ title: "Type de contenu refusé", status: 415, detail });
  }
  const body = parseJson(await c.req.arrayBuffer());
  if (body === undefined) {
    return refused({
      title: "JSON illisible",
      status: 400,
      detail: "Le corps de la requête n’est pas du JSON valide, en UTF-8.",
    });
  }
  const slug = namedCall(body.json);
  const simulated = simulate(body.json, legalToday(world), slug === null ? null : await calls.find(world, slug));
  if (simulated.ok) {
    const { scheme, assessment, call } = simulated;
    const answer = { ...scheme.toWire(assessment), ...(call === null ? null : { call: call.slug }) };
    return c.json(answer, 200, { "cache-control": "no-store" });
  }
  const errors = simulated.errors.map(({ pointer, message }) => ({ pointer, detail: message }));
  const count = errors.length === 1 ? "Un champ est refusé" : `${errors.length} champs sont refusés`;
  return refused({ title: "Demande refusée", status: 422, detail: `${count} ; rien n’a été calculé.`, errors });
}

function refused(problem: Omit<Problem, "type">): Response {
  return problemResponse({ type: `${urls.api.href()}#erreurs`, ...problem });
}

/** Bytes of another alphabet are refused rather than read with holes in them. */
function parseJson(bytes: ArrayBuffer): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

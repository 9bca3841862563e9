import { cors } from "hono/cors";
import { frameworkOn, toContract } from "#policy/index.ts";
import type { RequestContext, Routes } from "#src/people/web/index.ts";
import { type Problem, problemResponse } from "#src/platform/http/problem.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { simulate } from "../simulation.ts";
import { openApiDocument } from "./openapi.ts";
import { legalToday } from "./today.ts";

/** The open API: no account, no cookie, callable from any site. */
export function apiRoutes(routes: Routes, world: World): void {
  const open = cors({ origin: "*", allowMethods: ["GET", "POST"], allowHeaders: ["content-type"], maxAge: 86_400 });
  routes.use(urls.simulations.pattern, open);
  routes.use(urls.openapi.pattern, open);
  routes.post(urls.simulations.pattern, (c) => answerSimulation(c, world));
  routes.get(urls.openapi.pattern, (c) => {
    const document = openApiDocument(world.origin, frameworkOn(legalToday(world)));
    return c.json(document, 200, { "cache-control": "public, max-age=300" });
  });
  routes.all(urls.simulations.pattern, () => {
    const detail = "Envoyez la demande par POST, en JSON.";
    const response = problemResponse({ type: "about:blank", title: "Méthode refusée", status: 405, detail });
    response.headers.set("allow", "POST, OPTIONS");
    return response;
  });
}

async function answerSimulation(c: RequestContext, world: World): Promise<Response> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    const detail = "Le corps de la requête doit être du JSON (content-type: application/json).";
    return refused({ title: "Type de contenu refusé", status: 415, detail });
  }
  const body = parseJson(await c.req.text());
  if (body === undefined) {
    return refused({
      title: "JSON illisible",
      status: 400,
      detail: "Le corps de la requête n’est pas du JSON valide.",
    });
  }
  const simulated = simulate(body.json, legalToday(world));
  if (simulated.ok) return c.json(toContract(simulated.assessment), 200, { "cache-control": "no-store" });
  const errors = simulated.errors.map(({ pointer, message }) => ({ pointer, detail: message }));
  const count = errors.length === 1 ? "Un champ est refusé" : `${errors.length} champs sont refusés`;
  return refused({ title: "Demande refusée", status: 422, detail: `${count} ; rien n’a été calculé.`, errors });
}

function refused(problem: Omit<Problem, "type">): Response {
  return problemResponse({ type: `${urls.api.href()}#erreurs`, ...problem });
}

function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

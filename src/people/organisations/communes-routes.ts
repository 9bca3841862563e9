import { Hono } from "hono";
import { cors } from "hono/cors";
import { problemResponse } from "#src/platform/http/problem.ts";
import { searchCommunes } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import type { Env, Routes } from "../web/env.ts";

const LONGEST = 100;

/** The list of communes, open to all: it feeds the search boxes, and whoever wants INSEE codes. */
export function communesRoutes(): Routes {
  const routes = new Hono<Env>();
  routes.use(urls.communes.pattern, cors({ origin: "*", allowMethods: ["GET"], maxAge: 86_400 }));
  routes.get(urls.communes.pattern, (c) => {
    const asked = c.req.query("q")?.trim() ?? "";
    if (asked === "") {
      const detail = "Donnez par q le début d’un nom, un code postal ou un code INSEE.";
      return problemResponse({ type: `${urls.api.href()}#erreurs`, title: "Demande refusée", status: 422, detail });
    }
    const found = searchCommunes(cutText(asked, LONGEST));
    const answer = found.map(({ code, name, postcodes, department, departmentName }) => ({
      code,
      name,
      postcodes,
      department: departmentName ?? department,
    }));
    return c.json(answer, 200, { "cache-control": "public, max-age=86400" });
  });
  return routes;
}

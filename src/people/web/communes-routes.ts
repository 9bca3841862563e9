import { Hono } from "hono";
import { searchCommunes } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import type { Env, Routes } from "./env.ts";

const LONGEST = 100;

/** The list of communes, open to all: it feeds the search boxes, and whoever wants INSEE codes. */
export function communesRoutes(): Routes {
  const routes = new Hono<Env>();
  routes.get(urls.communes.pattern, (c) => {
    const found = searchCommunes(cutText(c.req.query("q") ?? "", LONGEST));
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

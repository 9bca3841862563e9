import { Hono } from "hono";
import { sql } from "kysely";
import type { World } from "../world.ts";

/** `/healthz`: the process is up and reaches its database. `/readyz`: it may be sent people. */
export function healthRoutes(world: World): Hono {
  const routes = new Hono();
  for (const path of ["/healthz", "/readyz"]) {
    routes.get(path, async (c) => {
      const database = await reachable(world);
      return c.json({ status: database ? "ok" : "unavailable", database }, database ? 200 : 503, {
        "cache-control": "no-store",
      });
    });
  }
  return routes;
}

async function reachable(world: World): Promise<boolean> {
  try {
    await Promise.race([
      sql`SELECT 1`.execute(world.db),
      new Promise((_done, fail) => setTimeout(() => fail(new Error("database did not answer")), 2000).unref()),
    ]);
    return true;
  } catch {
    return false;
  }
}

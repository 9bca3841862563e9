import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { World } from "#src/platform/world.ts";
import { setAssets } from "#src/ui/index.ts";
import { createApp, securityHeaders } from "./app.ts";
import { builtFolder } from "./places.ts";

export interface RunningWeb {
  readonly port: number;
  stop(): Promise<void>;
}

/** How long a request under way may take once the service was asked to stop. */
const PATIENCE_MS = 5000;

/** The door of people: serves pages, API and their scripts and styles on the configured port. */
export async function startWeb(world: World): Promise<RunningWeb> {
  useBuiltAssets();
  const app = createApp(world);
  const assets = new Hono();
  assets.use(secureHeaders(securityHeaders(world)));
  assets.get(
    "/assets/*",
    serveStatic({
      root: builtFolder,
      onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
      precompressed: true,
    }),
  );
  // Scripts and styles pass by none of the pages' middleware.
  const fetch: typeof app.fetch = (request, env) =>
    new URL(request.url).pathname.startsWith("/assets/") ? assets.fetch(request, env) : app.fetch(request, env);
  return new Promise((done, fail) => {
    const server = serve({ fetch, port: world.config.port, hostname: world.config.host }, (info) =>
      done({ port: info.port, stop }),
    );
    server.once("error", fail);
    const stop = () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        // Requests under way are answered; connections that only wait are closed.
        (server as Server).closeIdleConnections();
        setTimeout(() => (server as Server).closeAllConnections(), PATIENCE_MS).unref();
      });
  });
}

function useBuiltAssets(): void {
  const manifest = join(builtFolder, "manifest.json");
  if (existsSync(manifest)) setAssets(JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>);
}

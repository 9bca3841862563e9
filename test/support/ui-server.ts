import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { build } from "esbuild";

export interface UiServer {
  readonly origin: string;
  readonly requests: readonly { readonly method: string; readonly url: string; readonly body: string }[];
  stop(): Promise<void>;
}

/** What a test answers to a request; `null` leaves it to the built assets, else 404. */
export type Answer = (
  request: { readonly method: string; readonly url: URL; readonly body: string },
  response: ServerResponse,
) => boolean;

const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";

/** Serves pages with the real styles and islands, under the same content policy as the service. */
export async function serveUi(answer: Answer): Promise<UiServer> {
  const assets = await buildAssets();
  const requests: { method: string; url: string; body: string }[] = [];
  const server = createServer((request, response) => {
    void handle(request, response);
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString("utf8");
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("content-security-policy", policy);
    const asset = assets.get(url.pathname);
    if (asset !== undefined) {
      response.setHeader("content-type", url.pathname.endsWith(".css") ? "text/css" : "text/javascript");
      response.end(asset);
      return;
    }
    requests.push({ method, url: url.pathname + url.search, body });
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (answer({ method, url, body }, response)) return;
    response.statusCode = 404;
    response.end();
  }

  const port = await listen(server);
  return {
    origin: `http://localhost:${port}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function buildAssets(): Promise<ReadonlyMap<string, string>> {
  const names = ["base", "autosave", "live", "commune", "upload"];
  const built = await build({
    entryPoints: [
      ...names.map((name) => ({ in: `src/ui/islands/${name}.ts`, out: name })),
      { in: "src/ui/theme/index.css", out: "theme" },
    ],
    outdir: "/",
    bundle: true,
    write: false,
    format: "esm",
    target: ["es2022"],
  });
  return new Map(
    built.outputFiles.map((file) => [`/assets/${file.path.slice(file.path.lastIndexOf("/") + 1)}`, file.text]),
  );
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

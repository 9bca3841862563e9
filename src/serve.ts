import { createServer } from "node:net";
import type { Config } from "#src/platform/config.ts";
import { startWeb } from "./web.ts";
import { startWorker } from "./worker.ts";
import { openWorld } from "./world.ts";

/**
 * Runs the whole service until told to stop (SIGINT, SIGTERM): database, pages and background work, in this order;
 * stopped in the other. Prints the address once people may come.
 */
export async function serve(config: Config): Promise<undefined> {
  const started = performance.now();
  const { world, close } = await openWorld({ ...config, port: config.port || (await freePort()) });
  const web = await startWeb(world);
  const worker = await startWorker(world);
  const address = config.origin ?? `http://localhost:${web.port}`;
  process.stdout.write(`Essaim est prêt (${Math.round(performance.now() - started)} ms) : ${address}\n`);

  await stopSignal();
  process.stdout.write("Arrêt demandé : fin des travaux en cours.\n");
  await web.stop();
  await worker.stop();
  await close();
}

/** Port 0 asks for any free one; it is chosen first, since the links of mails carry it. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}

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
  const { world, close } = await openWorld(config);
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

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}

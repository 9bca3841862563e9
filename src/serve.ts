import { createServer } from "node:net";
import type { Config } from "#src/platform/config.ts";
import type { World } from "#src/platform/world.ts";
import { loadDemo } from "./demo/index.ts";
import { demonstrationPeople } from "./people/demonstration.ts";
import { agentRoleWords } from "./people/web/index.ts";
import { urls } from "./urls.ts";
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
  if (config.demo && (await loadDemo(world))) process.stdout.write("Données de démonstration chargées (fictives).\n");
  const web = await startWeb(world);
  const worker = await startWorker(world);
  const address = config.origin ?? `http://localhost:${web.port}`;
  process.stdout.write(`Essaim est prêt (${Math.round(performance.now() - started)} ms) : ${address}\n`);
  if (config.demo) process.stdout.write(await demonstrationAccounts(world, address));

  await stopSignal();
  process.stdout.write("Arrêt demandé : fin des travaux en cours.\n");
  await web.stop();
  await worker.stop();
  await close();
}

/** Who can be entered as, without a password, and where. */
async function demonstrationAccounts(world: World, address: string): Promise<string> {
  const people = await demonstrationPeople(world);
  const agents = people.filter((person) => person.agentRoles.length > 0);
  const members = people.filter((person) => person.agentRoles.length === 0);
  const lines = [
    ...agents.map((one) => `  ${one.name} — ${one.agentRoles.map((role) => agentRoleWords[role]).join(", ")}`),
    ...members
      .slice(0, 3)
      .map((one) => `  ${one.name} — ${one.memberships.map((two) => two.organisationName).join(", ")}`),
    `  et ${Math.max(0, members.length - 3)} autres personnes d’organismes.`,
  ];
  return [`Comptes de démonstration, ouverts à tous sur ${address}${urls.demonstration.href()} :`, ...lines, ""].join(
    "\n",
  );
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

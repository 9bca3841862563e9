import { backup, restore } from "#src/platform/backup.ts";
import { type Config, readConfig } from "#src/platform/config.ts";
import { verifyJournal } from "#src/platform/journal.ts";
import { serve } from "./serve.ts";
import { type OpenWorld, openWorld } from "./world.ts";

interface Command {
  readonly usage: string;
  /** Exit status; nothing means 0. */
  readonly run: (args: readonly string[]) => Promise<number | undefined>;
}

export const commands: Readonly<Record<string, Command>> = {
  aide: { usage: "aide", run: help },
  serve: { usage: "serve : lance le service", run: () => serve(config()) },
  migrate: { usage: "migrate : met la base à jour", run: () => withWorld(async () => say("Base à jour.")) },
  backup: { usage: "backup DOSSIER : sauvegarde tout le service dans un dossier neuf", run: backupTo },
  restore: { usage: "restore DOSSIER : remplit un service vide depuis une sauvegarde", run: restoreFrom },
  journal: { usage: "journal verify : recalcule toutes les chaînes du journal", run: journal },
};

function config(): Config {
  return readConfig(process.env);
}

async function withWorld(work: (open: OpenWorld) => Promise<number | undefined>): Promise<number | undefined> {
  const open = await openWorld(config());
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

async function help(): Promise<undefined> {
  say(["essaim — commandes :", ...Object.values(commands).map((command) => `  ${command.usage}`)].join("\n"));
}

function journal(args: readonly string[]): Promise<number | undefined> {
  if (args[0] !== "verify") {
    say("Usage : essaim journal verify");
    return Promise.resolve(2);
  }
  return withWorld(async ({ world }) => {
    const result = await verifyJournal(world.db);
    for (const fault of result.faults) say(`Écriture ${fault.id} (${fault.chain}) : ${fault.fault}`);
    say(`${result.entries} écritures, ${result.chains} chaînes, ${result.faults.length} anomalie(s).`);
    return result.faults.length === 0 ? 0 : 1;
  });
}

function backupTo(args: readonly string[]): Promise<number | undefined> {
  return withFolder(args, "backup", async (folder, { world }) => {
    const counts = await backup(world.pool, world.files, folder);
    say(`Sauvegarde faite : ${counts.rows} lignes de ${counts.tables} tables, ${counts.files} fichiers.`);
  });
}

function restoreFrom(args: readonly string[]): Promise<number | undefined> {
  return withFolder(args, "restore", async (folder, { world }) => {
    const counts = await restore(world.pool, world.files, folder);
    say(`Restauration faite : ${counts.rows} lignes, ${counts.files} fichiers.`);
  });
}

async function withFolder(
  args: readonly string[],
  name: string,
  work: (folder: string, open: OpenWorld) => Promise<void>,
): Promise<number | undefined> {
  const [folder] = args;
  if (folder === undefined) {
    say(`Usage : essaim ${name} DOSSIER`);
    return 2;
  }
  return withWorld(async (open) => {
    await work(folder, open);
    return 0;
  });
}

function say(text: string): undefined {
  process.stdout.write(`${text}\n`);
}

import { readFile } from "node:fs/promises";
import { day } from "#policy/index.ts";
import { type ProofFault, proveFilings } from "#src/life/index.ts";
import { backup, restore } from "#src/platform/backup.ts";
import { systemClock, today } from "#src/platform/clock.ts";
import { type Config, readConfig } from "#src/platform/config.ts";
import {
  type JournalFault,
  journalHeads,
  readNotedHeads,
  sayHead,
  verifyJournal,
} from "#src/platform/journal-verification.ts";
import type { World } from "#src/platform/world.ts";
import { caseload } from "#src/reviews/queue/caseload.ts";
import { loadDemo } from "./demo/index.ts";
import { simulate } from "./eligibility/index.ts";
import { readAccountEmail } from "./people/account/account-email.ts";
import { forgetPasskeys, giveRole, inviteAgent, takeRole } from "./people/agents/agents.ts";
import { AGENT_ROLES, type AgentRole } from "./people/index.ts";
import { openDemonstrationProvider } from "./people/signing-in/serve-provider.ts";
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
  demo: { usage: "demo : charge les données de démonstration (fictives) dans une base vide", run: demo },
  backup: { usage: "backup DOSSIER : sauvegarde tout le service dans un dossier neuf", run: backupTo },
  restore: { usage: "restore DOSSIER : remplit un service vide depuis une sauvegarde", run: restoreFrom },
  simulate: {
    usage: "simulate FICHIER : simule une demande décrite en JSON, sans rien enregistrer",
    run: simulateFile,
  },
  user: {
    usage:
      "user invite|role|revoke ADRESSE RÔLE : donne ou retire un rôle d’agent ; user forget-keys ADRESSE : oublie ses clés d’accès",
    run: user,
  },
  "oidc-demo": {
    usage: "oidc-demo [PORT] : fournisseur d’identité de démonstration (jamais en production)",
    run: identityProvider,
  },
  journal: {
    usage:
      "journal heads|verify [NOTE] : écrit la fin de chaque chaîne, ou les recalcule toutes (et les compare à une note)",
    run: journal,
  },
  filings: {
    usage: "filings verify : relit tout ce qui a été déposé et émis, et le compare à ses empreintes et au journal",
    run: filings,
  },
};

function config(): Config {
  return readConfig(process.env);
}

async function withWorld(work: (open: OpenWorld) => Promise<number | undefined>): Promise<number | undefined> {
  const open = await openWorld(config(), systemClock, { beside: true });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

function demo(): Promise<number | undefined> {
  if (config().production) return Promise.resolve(say("Pas de données de démonstration en production.") ?? 1);
  return withWorld(async ({ world }) => {
    if (await loadDemo(world)) return say("Données de démonstration chargées.");
    say("La base n’est pas vide : rien n’a été chargé.");
    return 1;
  });
}

async function help(): Promise<undefined> {
  say(["essaim — commandes :", ...Object.values(commands).map((command) => `  ${command.usage}`)].join("\n"));
}

const faultWords: Readonly<Record<JournalFault["fault"], string>> = {
  hash: "l’empreinte n’est pas celle du contenu",
  previous: "ne suit pas l’écriture précédente",
  position: "n’est pas à son rang",
  content: "les colonnes ne disent pas ce que dit le contenu scellé",
  tail: "la chaîne ne finit pas là où elle finissait",
  noted: "l’écriture notée n’y est plus",
};

function journal(args: readonly string[]): Promise<number | undefined> {
  const [act, note] = args;
  if (act !== "verify" && act !== "heads") return Promise.resolve(wrongUse("journal heads|verify [NOTE]"));
  return withWorld(async ({ world }) => {
    if (act === "heads") return say((await journalHeads(world.db)).map(sayHead).join("\n"));
    const text = note === undefined ? "" : await textOf(note);
    if (text === null) return 2;
    const noted = note === undefined ? [] : readNotedHeads(text);
    if (noted === null) return wrongUse("journal verify NOTE, où NOTE est ce que « journal heads » a écrit");
    const result = await verifyJournal(world.db, noted);
    for (const { chain, position, fault } of result.faults)
      say(`${chain}, écriture ${position} : ${faultWords[fault]}`);
    say(`${result.entries} écritures, ${result.chains} chaînes, ${result.faults.length} anomalie(s).`);
    if (note !== undefined) say(`${result.compared} fin(s) de chaîne comparée(s) à la note.`);
    say(`Empreinte des fins de chaîne : ${result.fingerprint}`);
    return result.faults.length === 0 ? 0 : 1;
  });
}

const proofWords: Readonly<Record<ProofFault["fault"], string>> = {
  revision: "les réponses ne sont pas celles qui ont été figées",
  journal: "le journal ne le dit pas ainsi",
  piece: "la pièce n’est pas celle qui a été déposée",
  bytes: "le contenu n’est pas celui qui a été reçu ou émis",
  absent: "le contenu manque",
};

function filings(args: readonly string[]): Promise<number | undefined> {
  if (args[0] !== "verify") return Promise.resolve(wrongUse("filings verify"));
  return withWorld(async ({ world }) => {
    const proof = await proveFilings(world);
    for (const { request, what, fault } of proof.faults) say(`${request}, ${what} : ${proofWords[fault]}`);
    const { revisions, letters, files, faults } = proof;
    say(
      `${revisions} versions déposées, ${letters} documents émis, ${files} fichiers relus, ${faults.length} anomalie(s).`,
    );
    return faults.length === 0 ? 0 : 1;
  });
}

/** The JSON of the public API, its answer on the standard output; bad fields are told one a line. */
async function simulateFile(args: readonly string[]): Promise<number | undefined> {
  const [file] = args;
  if (file === undefined) return wrongUse("simulate FICHIER");
  const text = await textOf(file);
  if (text === null) return 2;
  let asked: unknown;
  try {
    asked = JSON.parse(text);
  } catch (error) {
    process.stderr.write(`Le fichier ${file} n’est pas du JSON : ${(error as Error).message}\n`);
    return 2;
  }
  const answer = simulate(asked, day(today(systemClock).toString()));
  if (!answer.ok) {
    for (const { pointer, message } of answer.errors) process.stderr.write(`${pointer} : ${message}\n`);
    return 1;
  }
  return say(JSON.stringify(answer.scheme.toWire(answer.assessment), null, 2));
}

/** What a file given on the command line says; null, once said why, where it cannot be read. */
async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "il n’existe pas" : code === "EISDIR" ? "c’est un dossier" : code;
    process.stderr.write(`Le fichier ${file} ne peut pas être lu : ${why}.\n`);
    return null;
  }
}

function user(args: readonly string[]): Promise<number | undefined> {
  const [act, typed = "", word] = args;
  const email = readAccountEmail(typed);
  if (act === "forget-keys" && email !== null) return forgetKeys(email);
  const role = AGENT_ROLES.find((one) => one === word);
  if (email === null || role === undefined || !["invite", "role", "revoke"].includes(act ?? "")) {
    return Promise.resolve(wrongUse(`user invite|role|revoke ADRESSE ${AGENT_ROLES.join("|")}`));
  }
  return withWorld(async ({ world }) => {
    if (act === "revoke") return revoke(world, email, role);
    if (act === "invite") await inviteAgent(world, email, role);
    else if (!(await giveRole(world, email, role))) {
      say(`Rien n’a changé : personne n’a l’adresse ${email}.`);
      return 1;
    }
    return say(`Fait : ${email}, ${role}.`);
  });
}

async function revoke(world: World, email: string, role: AgentRole): Promise<number | undefined> {
  const taken = await takeRole(world, caseload, email, role);
  if ("refusal" in taken) {
    say(`Rien n’a changé : personne n’a l’adresse ${email}, ou ce rôle ne peut pas lui être retiré.`);
    return 1;
  }
  const files = taken.left === 0 ? "" : ` ${taken.left} dossiers ne sont plus affectés à personne.`;
  return say(`Fait : ${email}, ${role}.${files}`);
}

function forgetKeys(email: string): Promise<number | undefined> {
  return withWorld(async ({ world }) => {
    const keys = await forgetPasskeys(world, email);
    if (keys !== null) return say(`Fait : ${keys} clés d’accès de ${email} oubliées, ses sessions fermées.`);
    say(`Rien n’a changé : personne n’a l’adresse ${email}.`);
    return 1;
  });
}

/** Stays until Ctrl+C; the service is then started beside it with the settings that are printed. */
async function identityProvider(args: readonly string[]): Promise<undefined> {
  const provider = await openDemonstrationProvider(config(), Number(args[0] ?? 4010));
  say(`Fournisseur d’identité de démonstration prêt. Lancez le service avec :\n${provider.settings}`);
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
  await provider.stop();
}

function wrongUse(usage: string): number {
  say(`Usage : essaim ${usage}`);
  return 2;
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
  if (folder === undefined) return wrongUse(`${name} DOSSIER`);
  return withWorld(async (open) => {
    await work(folder, open);
    return 0;
  });
}

function say(text: string): undefined {
  process.stdout.write(`${text}\n`);
}

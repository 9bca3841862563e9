import { BackupRefused } from "#src/platform/backup.ts";
import { ConfigError } from "#src/platform/config.ts";
import { isOutage } from "#src/platform/database/outage.ts";
import { FolderInUse } from "#src/platform/database/owner.ts";
import { UnusableData } from "#src/platform/database/unusable.ts";
import { commands } from "./commands.ts";

/** `essaim COMMAND …`: the door of whoever installs and runs the service. */
const [given = "aide", ...args] = process.argv.slice(2);
const name = given === "--help" || given === "-h" ? "aide" : given;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
try {
  if (command === undefined) {
    process.stderr.write(`Commande inconnue : ${name}. Essayez : ${Object.keys(commands).join(", ")}.\n`);
    process.exitCode = 2;
  } else {
    process.exitCode = (await command.run(args)) ?? 0;
  }
} catch (error) {
  process.stderr.write(`${sentenceOf(error as Error)}\n`);
  process.exitCode = 1;
}

/** What the person who installs the service can do something about is said in a sentence; a bug, by where it happened. */
function sentenceOf(error: NodeJS.ErrnoException): string {
  if (error instanceof ConfigError) return `Configuration refusée.\n${error.message}`;
  if (error instanceof FolderInUse || error instanceof UnusableData || error instanceof BackupRefused) {
    return error.message;
  }
  if (error.code === "EADDRINUSE") {
    return "Ce port est déjà pris par un autre programme : arrêtez-le, ou donnez un autre port par PORT.";
  }
  if (error.code === "EACCES" && error.syscall === "listen") {
    return "Ce port ne peut pas être ouvert par ce compte : donnez un autre port par PORT.";
  }
  if (isOutage(error)) {
    return `La base de données ne répond pas (${error.message}). Vérifiez qu’elle est lancée et que DATABASE_URL mène à elle.`;
  }
  if (isDoorClosed(error)) {
    return `La base de données refuse l’entrée (${error.message}). Vérifiez le rôle, son mot de passe et le nom de la base dans DATABASE_URL.`;
  }
  return error.stack ?? String(error);
}

/** SQLSTATE of a role or a password that is refused (class 28) and of a database that is not there. */
function isDoorClosed({ code }: NodeJS.ErrnoException): boolean {
  return code === "3D000" || /^28\w{3}$/.test(code ?? "");
}

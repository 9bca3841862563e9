import { ConfigError } from "#src/platform/config.ts";
import { commands } from "./commands.ts";

/** `essaim COMMAND …`: the door of whoever installs and runs the service. */
const [name = "aide", ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (command === undefined) {
    process.stderr.write(`Commande inconnue : ${name}. Essayez : ${Object.keys(commands).join(", ")}.\n`);
    process.exitCode = 2;
  } else {
    process.exitCode = (await command.run(args)) ?? 0;
  }
} catch (error) {
  process.stderr.write(
    error instanceof ConfigError ? `Configuration refusée.\n${error.message}\n` : `${(error as Error).stack}\n`,
  );
  process.exitCode = 1;
}

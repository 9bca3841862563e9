/** The way in: an older Node says what it lacks in a sentence, before any module that it could not read is opened. */
const NEEDED = 24;
if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(
    `Il faut Node ${NEEDED} au moins ; celui-ci est le ${process.versions.node}. npm a installé le bon avec le reste : npm start, npm run essaim -- COMMANDE, ou node_modules/.bin/node dist/cli.js COMMANDE.\n`,
  );
  process.exitCode = 1;
} else {
  await import("./essaim.ts");
}

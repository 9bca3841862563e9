import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configurationPage } from "../src/platform/configuration-page.ts";

/** Writes docs/configuration.md from the settings' own descriptions; a test says when it is late. */
writeFileSync(join(import.meta.dirname, "../docs/configuration.md"), configurationPage());

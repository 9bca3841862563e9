import { loadDemonstration } from "./demonstration.ts";

/** Loads the demonstration in a folder, for a run that does something else meanwhile. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error("the folder to fill is told");
await loadDemonstration(dataDir);

import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "#src/places.ts";

/** The built service in a process of its own, on a free port, as `npm start` runs it. */
export interface Service {
  readonly origin: string;
  readonly pid: number;
  readonly dataDir: string;
  /** All it printed so far. */
  output(): string;
  /** Asks it to stop and waits; returns its exit status. */
  stop(): Promise<number | null>;
  /** Ends it at once, as a power cut would: kill -9. */
  kill(): Promise<void>;
}

export interface ServiceOptions {
  /** A data folder to go on with; a new one otherwise, removed by `removeData`. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The variable by which a run that loaded the demonstration beside its checks says in which folder. */
export const LOADED = "ESSAIM_TESTS_DEMONSTRATION";

export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "essaim-service-"));
  // Open to the account that PostgreSQL runs under when root starts it.
  chmodSync(folder, 0o755);
  return folder;
}

export function removeData(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts dist/cli.js serve and waits until it says where it answers. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const program = join(packageRoot, "dist/cli.js");
  if (!existsSync(program)) throw new Error("build first: npm run build");
  const dataDir = options.dataDir ?? newDataDir();
  const child = spawn(process.execPath, [program, "serve"], {
    cwd: packageRoot,
    env: {
      ...process.env,
      NODE_ENV: "development",
      PORT: "0",
      ESSAIM_DATA_DIR: dataDir,
      ESSAIM_LOG_LEVEL: "error",
      // What one start compiled serves the next ones.
      NODE_COMPILE_CACHE: join(tmpdir(), "essaim-compiled"),
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const origin = await new Promise<string>((done, fail) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /prêt[^:]*: (http\S+)/.exec(output)?.[1];
      if (address) done(address);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => fail(new Error(`the service did not start\n${output}`)));
  });
  return {
    origin,
    pid: child.pid ?? 0,
    dataDir,
    output: () => output,
    stop: () => end(child, "SIGTERM"),
    kill: async () => void (await end(child, "SIGKILL")),
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => {
    child.once("exit", (status) => done(status));
    child.kill(signal);
  });
}

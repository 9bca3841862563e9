import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A program that runs beside the measure, and where it answers. */
export interface Running {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts `node` or another program of the project, once it has said where it answers. */
export function launch(command: string, args: string[], env: Record<string, string>, ready: RegExp): Promise<Running> {
  const program = command === "node" ? process.execPath : join(root, "node_modules/.bin", command);
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((done, fail) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const origin = ready.exec(output)?.[1];
      if (origin) done({ origin, pid: child.pid ?? 0, stop: () => stop(child) });
    });
    child.once("exit", () => fail(new Error(`${args.join(" ")} did not start`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once("exit", () => done());
    child.kill("SIGTERM");
  });
}

/** Milliseconds of processor that all threads of a process have used. */
export function processorOf(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).reduce(
    (sum, task) => sum + Number(readFileSync(join(tasks, task, "schedstat"), "utf8").split(" ")[0]) / 1e6,
    0,
  );
}

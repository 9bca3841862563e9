import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** A server process that is launched again whenever it dies by itself. */
export interface KeptServer {
  /** Ends it in good order, or gives up launching it. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Launches a PostgreSQL server and keeps it up: killed, or stopped by a disk that is full, it is launched again after
 * pauses that grow, until it stands. Answers once it accepts connections; throws a French sentence where the first
 * launch fails. `tell` hears of each death after that, with the server's last words.
 */
export async function keepServer(launch: () => ChildProcess, tell: (lastWords: string) => void): Promise<KeptServer> {
  const stopping = new AbortController();
  let server = follow(launch());
  if (!(await server.isReady)) throw new Error(`La base de données embarquée n’a pas démarré.\n${server.lastWords()}`);

  async function keep(): Promise<void> {
    for (let wait = FIRST_PAUSE_MS; ; ) {
      await server.hasEnded;
      if (stopping.signal.aborted) return;
      tell(server.lastWords());
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      server = follow(launch());
      wait = (await server.isReady) ? FIRST_PAUSE_MS : Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }

  const keeping = keep();
  return {
    async stop() {
      stopping.abort();
      server.interrupt();
      await keeping;
    },
  };
}

interface Followed {
  /** True once it accepts connections, false where it ends before. */
  readonly isReady: Promise<boolean>;
  readonly hasEnded: Promise<void>;
  lastWords(): string;
  interrupt(): void;
}

function follow(server: ChildProcess): Followed {
  let said = "";
  const hasEnded = new Promise<void>((done) => {
    server.once("exit", () => done());
    server.once("error", (error) => {
      said += error.message;
      done();
    });
  });
  const isReady = new Promise<boolean>((done) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes("ready to accept connections")) done(true);
    });
    void hasEnded.then(() => done(false));
  });
  // Interrupted, PostgreSQL closes its connections and writes what it holds.
  return { isReady, hasEnded, lastWords: () => ofItself(said), interrupt: () => void server.kill("SIGINT") };
}

/** What the server says of itself: what it says of statements may hold what people wrote, and the log holds none of it. */
function ofItself(said: string): string {
  const lines = said.split("\n").filter((line) => !OF_A_STATEMENT.test(line));
  return lines.join("\n").trim();
}

const OF_A_STATEMENT = /\b(ERROR|WARNING|DETAIL|HINT|CONTEXT|QUERY|STATEMENT): |^\t/;

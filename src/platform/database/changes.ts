import pg from "pg";
import type { Log } from "../log.ts";

/** What the database says at each commit that changed something shown: an application's id, or "*" for anything. */
export interface Changes {
  /** False while nothing can be heard: what is kept in memory may be out of date. */
  readonly heard: boolean;
  /** Gives what ends it. */
  subscribe(listener: (subject: string) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = "essaim_changes";
const RETRY_MS = 1000;

/** Listens on a connection of its own; a lost one is opened again, and everything counts as changed meanwhile. */
export async function listenToChanges(url: string, log: Log): Promise<Changes> {
  const listeners = new Set<(subject: string) => void>();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  /** Said once an outage, not once a second. */
  let isTold = false;
  const tell = (subject: string) => {
    for (const listener of listeners) listener(subject);
  };

  async function connect(): Promise<void> {
    const opened = new pg.Client({ connectionString: url, application_name: "essaim changes" });
    opened.on("error", () => lose(opened));
    opened.on("end", () => lose(opened));
    opened.on("notification", ({ payload }) => tell(payload ?? "*"));
    await opened.connect();
    await opened.query(`LISTEN ${CHANNEL}`);
    client = opened;
    isTold = false;
    tell("*");
  }

  function lose(lost: pg.Client): void {
    if (client !== lost && client !== null) return;
    client = null;
    tell("*");
    if (closed || retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().catch((error: Error) => {
        if (!isTold) log.warn({ err: error }, "changes cannot be heard");
        isTold = true;
        lose(lost);
      });
    }, RETRY_MS);
    retry.unref();
  }

  await connect();
  return {
    get heard() {
      return client !== null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}

import type { Changes } from "../database/changes.ts";
import { type Database, inTransaction } from "../database/database.ts";
import type { Log } from "../log.ts";

/** A value that was confirmed, and the legal day from which it holds (ISO). */
export interface Confirmed {
  readonly key: string;
  readonly subject: string;
  readonly value: unknown;
  readonly effectiveOn: string;
}

/** What is set on screen, kept in memory: read again whenever the database says that it changed. */
export interface LiveSettings {
  /** Grows each time that what is set was read again: pages kept for all are written anew. */
  readonly edition: number;
  /** The value that holds on a legal day; undefined where none was confirmed. */
  valueOn(day: string, key: string, subject?: string): unknown;
  /** Every confirmed value about a subject, in the order of their days. */
  about(subject: string): readonly Confirmed[];
  /** After an act of this process: its author sees it at once. */
  reload(): Promise<void>;
  /** Told each time that what is set was read again. */
  subscribe(listener: () => void): void;
}

/** The database's word for a change of settings. */
const SUBJECT = "settings";
const none: readonly Confirmed[] = [];

/** Reads what is set, and follows it. */
export async function openSettings(db: Database, changes: Changes, log: Log): Promise<LiveSettings> {
  let edition = 0;
  const listeners: (() => void)[] = [];
  let bySubject: ReadonlyMap<string, readonly Confirmed[]> = new Map();
  const reload = async () => {
    bySubject = await readConfirmed(db);
    edition += 1;
    for (const listener of listeners) listener();
  };
  await reload();
  changes.subscribe((subject) => {
    if (subject !== SUBJECT) return;
    reload().catch((error: Error) => log.error({ err: error }, "settings cannot be read again"));
  });
  return {
    get edition() {
      return edition;
    },
    valueOn: (day, key, subject = "") => heldOn(bySubject.get(subject) ?? none, key, day)?.value,
    about: (subject) => bySubject.get(subject) ?? none,
    reload,
    subscribe: (listener) => void listeners.push(listener),
  };
}

/** Changes as pages kept in memory hear them: those of settings once they are read again, not before. */
export function hearingSettings(changes: Changes, settings: LiveSettings): Changes {
  return {
    get heard() {
      return changes.heard;
    },
    subscribe(listener) {
      settings.subscribe(() => listener("*"));
      return changes.subscribe(listener);
    },
    close: () => changes.close(),
  };
}

/** The last value whose day has come. */
export function heldOn(confirmed: readonly Confirmed[], key: string, day: string): Confirmed | undefined {
  return confirmed.findLast((one) => one.key === key && one.effectiveOn <= day);
}

async function readConfirmed(db: Database): Promise<ReadonlyMap<string, readonly Confirmed[]>> {
  const rows = await inTransaction(db, "system", (tx) =>
    tx
      .selectFrom("setting_version")
      .select(["key", "subject", "value", "effective_on"])
      .where("confirmed_at", "is not", null)
      .orderBy("effective_on")
      .orderBy("confirmed_at")
      .orderBy("id")
      .execute(),
  );
  const found = new Map<string, Confirmed[]>();
  for (const { key, subject, value, effective_on: effectiveOn } of rows) {
    const before = found.get(subject);
    const one = { key, subject, value, effectiveOn };
    if (before === undefined) found.set(subject, [one]);
    else before.push(one);
  }
  return found;
}

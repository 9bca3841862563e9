import { type Logger, pino } from "pino";

export type Log = Logger;

/** The technical log: one JSON line an event, without personal data (addresses, cookies, bodies). */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

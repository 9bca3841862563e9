import { type Logger, pino } from "pino";

export type Log = Logger;

/** Where to write, instead of the standard output. */
type Destination = Parameters<typeof pino>[1];

/** The technical log: one JSON line an event, without personal data (addresses, cookies, bodies, values of rows). */
export function createLog(level: string, destination?: Destination): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutRows } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** PostgreSQL's details of an error quote the row that was refused. */
function withoutRows(error: Error): object {
  const { detail: _detail, where: _where, internalQuery: _query, ...told } = pino.stdSerializers.err(error);
  return told;
}

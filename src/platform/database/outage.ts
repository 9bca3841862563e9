/** Classes of SQLSTATE where waiting, or an operator, mends it: connection lost, resources exhausted (disk, memory). */
const CLASSES = new Set(["08", "53"]);
/** The server stops, has crashed, or is not ready yet; its disk fails. */
const STATES = new Set(["57P01", "57P02", "57P03", "58030"]);
/** Nobody answers at the address: codes of the system's sockets. */
const SOCKETS = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
/** The driver says these in words alone. */
const WORDS = /^Connection terminated|^timeout exceeded when trying to connect|not queryable$/;

/**
 * Whether an error means that the database cannot be reached, or can keep nothing for now: the request is not at fault,
 * and the same one may pass later. Codes: PostgreSQL's appendix of SQLSTATE, errno(3), node-postgres' messages.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined) return WORDS.test(error.message);
  // The folder of a server's socket goes away with it.
  if (code === "ENOENT") return syscall === "connect";
  return SOCKETS.has(code) || STATES.has(code) || (code.length === 5 && CLASSES.has(code.slice(0, 2)));
}

import { isIP } from "node:net";

/** Set by the service itself on what it hands to better-auth, whatever the browser sent. */
export const CLIENT_ADDRESS_HEADER = "x-essaim-client";

/**
 * Address of the browser. A forwarding header is believed only from this very machine, where a reverse proxy may stand;
 * its last value is the one that proxy wrote.
 */
export function clientAddress(peer: string | undefined, forwarded: string | undefined): string {
  const direct = withoutMapping(peer ?? "127.0.0.1");
  if (!isLoopback(direct)) return direct;
  const last = forwarded?.split(",").at(-1)?.trim() ?? "";
  return isIP(last) === 0 ? direct : withoutMapping(last);
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

/** An IPv4 address dressed as IPv6 is the same machine. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

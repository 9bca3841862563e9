import { isIP } from "node:net";
import type { AddressList } from "#src/platform/address-list.ts";

/** Set by the service itself on what it hands to better-auth, whatever the browser sent. */
export const CLIENT_ADDRESS_HEADER = "x-essaim-client";

/**
 * Address of the browser. A forwarding header is believed from trusted proxies only, and read from its end: each proxy
 * wrote there whom it spoke to, so that the last one that is no trusted proxy is the browser. What stands before it
 * was sent by the browser itself.
 */
export function clientAddress(trusted: AddressList, peer: string | undefined, forwarded: string | undefined): string {
  let client = withoutMapping(peer ?? "127.0.0.1");
  const hops = forwarded?.split(",") ?? [];
  while (trusted.has(client)) {
    const hop = withoutMapping(hops.pop()?.trim() ?? "");
    if (isIP(hop) === 0) break;
    client = hop;
  }
  return client;
}

/** An IPv4 address dressed as IPv6 is the same machine. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

import type { World } from "#src/platform/world.ts";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "../signing-in/client-address.ts";
import type { RequestContext } from "./env.ts";

/** Address of the browser that asks. Without a socket (a test asks the app itself) it is this machine. */
export function addressOf(world: Pick<World, "config">, c: RequestContext): string {
  const bindings = c.env as
    | { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
    | undefined;
  const peer = bindings?.incoming?.socket?.remoteAddress;
  return clientAddress(world.config.trustedProxies, peer, c.req.header("x-forwarded-for"));
}

/** What better-auth is handed: the request, with the browser's address as we read it. */
export function withClientAddress(world: World, c: RequestContext, body?: string): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.set(CLIENT_ADDRESS_HEADER, addressOf(world, c));
  return new Request(c.req.raw.url, { method: c.req.method, headers, ...(body === undefined ? {} : { body }) });
}

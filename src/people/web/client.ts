import type { World } from "#src/platform/world.ts";
import { clientAddress } from "../client-address.ts";
import type { RequestContext } from "./env.ts";

/** Address of the browser that asks. Without a socket (a test asks the app itself) it is this machine. */
export function addressOf(world: Pick<World, "config">, c: RequestContext): string {
  const bindings = c.env as
    | { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
    | undefined;
  const peer = bindings?.incoming?.socket?.remoteAddress;
  return clientAddress(world.config.trustedProxies, peer, c.req.header("x-forwarded-for"));
}

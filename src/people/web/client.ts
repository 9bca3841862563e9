import { clientAddress } from "../client-address.ts";
import type { RequestContext } from "./env.ts";

/** Address of the browser that asks. Without a socket (a test asks the app itself) it is this machine. */
export function addressOf(c: RequestContext): string {
  const bindings = c.env as
    | { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
    | undefined;
  return clientAddress(bindings?.incoming?.socket?.remoteAddress, c.req.header("x-forwarded-for"));
}

import { z } from "zod";
import type { World } from "#src/platform/world.ts";
import { registeredPasskeys } from "../account/account.ts";
import { withClientAddress } from "../web/client.ts";
import type { RequestContext } from "../web/env.ts";
import { forbidden } from "../web/guard.ts";
import type { Authentication } from "./auth.ts";
import { sessionCookieName, verifiedToken } from "./session-cookie.ts";
import { closeSession, strengthen } from "./sessions.ts";

/** What a browser reaches by itself to use a key, and to register one. */
const USES = new Set(["/passkey/generate-authenticate-options", "/passkey/verify-authentication"]);

/**
 * Better-auth's own addresses of passkeys. Whoever still owes a second factor registers the first key there, and touches
 * none of those they have: a link by mail alone must not replace it. A session that a key opened is marked as strong.
 */
export async function answerPasskey(
  c: RequestContext,
  world: World,
  door: Authentication,
  path: string,
): Promise<Response> {
  const visitor = c.get("visitor");
  if (visitor.person !== null && c.get("session")?.lacksSecondFactor === true && !USES.has(path)) {
    if ((await registeredPasskeys(world, visitor.person.id)).length > 0) forbidden();
  }
  const body = c.req.method === "POST" ? await c.req.text() : undefined;
  const answer = await door.handler(withClientAddress(world, c, body));
  if (path !== "/passkey/verify-authentication" || !answer.ok || body === undefined) return answer;
  const token = tokenIn(answer, world);
  if (token === null) return answer;
  const before = visitor.person === null ? null : visitor.sessionId;
  if (isVerified(body)) await strengthen(world, token);
  if (before !== null && visitor.person !== null) await closeSession(world, visitor.person.id, before);
  return answer;
}

function tokenIn(answer: Response, world: World): string | null {
  const name = `${sessionCookieName(world.origin)}=`;
  const line = answer.headers.getSetCookie().find((one) => one.startsWith(name));
  const value = line?.slice(name.length).split(";")[0];
  return value === undefined ? null : verifiedToken(decodeURIComponent(value), world.config.secret);
}

const assertion = z.object({ response: z.object({ response: z.object({ authenticatorData: z.string() }) }) });
/** Flags stand after the 32 bytes of the site's hash (WebAuthn, 6.1); this one tells a code or a fingerprint. */
const FLAGS_AT = 32;
const USER_VERIFIED = 0x04;

/** Whether the device asked for a code or a fingerprint: better-auth has checked the signature over these bytes. */
function isVerified(body: string): boolean {
  const read = assertion.safeParse(JSON.parse(body));
  if (!read.success) return false;
  const flags = Buffer.from(read.data.response.response.authenticatorData, "base64url")[FLAGS_AT] ?? 0;
  return (flags & USER_VERIFIED) !== 0;
}

import { createHmac, timingSafeEqual } from "node:crypto";

/** How long a session lasts, in days, when nobody closes it. */
export const SESSION_DAYS = 14;

/** Whether cookies travel over HTTPS alone: wherever the service has it. */
export function isSecure(origin: string): boolean {
  return origin.startsWith("https://");
}

/** What the names of all our cookies begin with: `__Host-` binds them to this host, the whole of it, over HTTPS. */
export function cookiePrefix(origin: string): string {
  return isSecure(origin) ? "__Host-essaim" : "essaim";
}

/** Name of the cookie that carries the session. */
export function sessionCookieName(origin: string): string {
  return `${cookiePrefix(origin)}.session_token`;
}

/** The cookie's value for a session's token, `token.signature`, before its encoding. The same as better-auth writes. */
export function signedToken(token: string, secret: string): string {
  return `${token}.${signature(token, secret)}`;
}

/** The token that a cookie carries, or null when its signature is not ours. `value` is already decoded. */
export function verifiedToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const expected = Buffer.from(signature(token, secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function signature(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("base64");
}

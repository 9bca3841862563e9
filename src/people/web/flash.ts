import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Flash } from "#src/ui/index.ts";
import { cutText } from "#text/index.ts";
import type { RequestContext } from "./env.ts";

/** Bound to this host where the service has HTTPS. */
export function flashCookieName(c: RequestContext): string {
  return c.get("secure") ? "__Host-essaim-flash" : "essaim-flash";
}

const TONES = ["info", "success", "warning", "danger"] as const;

/** Says one sentence at the top of the next page, after a redirect. Plain text only. */
export function setFlash(c: RequestContext, tone: Flash["tone"], text: string): void {
  const value = Buffer.from(JSON.stringify([tone, cutText(text, 500)])).toString("base64url");
  const secure = c.get("secure");
  setCookie(c, flashCookieName(c), value, { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge: 60 });
}

/** The sentence left by the page before, shown once. */
export function takeFlash(c: RequestContext): Flash | null {
  const name = flashCookieName(c);
  const value = getCookie(c, name);
  if (value === undefined) return null;
  deleteCookie(c, name, { path: "/", secure: c.get("secure") });
  return parse(value);
}

/** The cookie comes from outside: anything but what `setFlash` writes is dropped. */
function parse(value: string): Flash | null {
  try {
    const [tone, text] = JSON.parse(Buffer.from(value, "base64url").toString()) as unknown[];
    const known = TONES.find((one) => one === tone);
    return known !== undefined && typeof text === "string" ? { tone: known, text } : null;
  } catch {
    return null;
  }
}

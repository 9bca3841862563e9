import { urls } from "#src/urls.ts";
import { hasAgentRole, isAgent, runsAgenda, type Visitor } from "../visitor.ts";

/** A path of this service to go back to, or null: nobody is sent elsewhere by a link that someone prepared. */
export function safeBack(value: string | undefined, origin: string): string | null {
  if (value === undefined || !value.startsWith("/")) return null;
  const url = URL.parse(value, origin);
  if (url === null || url.origin !== new URL(origin).origin) return null;
  // "/.//elsewhere" keeps our origin while it is read, and leaves it once it is written.
  if (url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}

/** Where a visitor begins: agents at their own queue, applicants at what they have to do. */
export function startPage(visitor: Visitor): string {
  if (isAgent(visitor)) return urls.queue.href();
  if (hasAgentRole(visitor, "animator")) return urls.animation.href();
  if (runsAgenda(visitor)) return urls.running.href();
  return hasAgentRole(visitor, "sustainability-adviser") ? urls.referralQueue.href() : urls.dashboard.href();
}

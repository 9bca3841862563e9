import type { SignedVisitor } from "#src/people/index.ts";
import { forbidden, type RequestContext, requireAgent } from "#src/people/web/index.ts";
import { urls } from "#src/urls.ts";
import { mayUseQueue } from "../may.ts";

/** The agent who asks, where they may do this with the queue; 403 otherwise. */
export function requireQueue(c: RequestContext, act: Parameters<typeof mayUseQueue>[1]): SignedVisitor {
  const visitor = requireAgent(c);
  return mayUseQueue(visitor, act) ? visitor : forbidden();
}

/** Where a form of the queue leads back: a list, never elsewhere. */
export function backToQueue(href: string): string {
  return href === urls.queue.href() || href.startsWith(`${urls.queue.href()}?`) ? href : urls.queue.href();
}

/** The same, or the page of a file. */
export function backToDesk(href: string): string {
  return href.startsWith(urls.review.href({ id: "" })) ? href : backToQueue(href);
}

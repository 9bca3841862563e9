import { type AgentRole, hasAgentRole, type Visitor } from "#src/people/index.ts";

export type NewsletterRight = "see-desk" | "compose" | "send";

/** The permission table of the letter; anyone may ask for it, and leave. */
export const newsletterRights: Readonly<Record<NewsletterRight, readonly AgentRole[]>> = {
  "see-desk": ["animator", "auditor"],
  compose: ["animator"],
  send: ["animator"],
};

export function mayOnNewsletter(visitor: Visitor, right: NewsletterRight): boolean {
  return hasAgentRole(visitor, ...newsletterRights[right]);
}

import type { SignedVisitor } from "#src/people/index.ts";
import { forbidden, type RequestContext, requireAgent } from "#src/people/web/index.ts";
import { maySetUp, type SetupAct } from "../may.ts";

/** The agent who may do this; other agents are told no, anyone else finds nothing there. */
export function requireSetup(c: RequestContext, act: SetupAct): SignedVisitor {
  const visitor = requireAgent(c);
  return maySetUp(visitor, act) ? visitor : forbidden();
}

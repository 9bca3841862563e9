import type { Context, Hono } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { Visitor } from "../visitor.ts";

/** What every request carries once the visitor is known. */
export interface Env {
  Variables: { visitor: Visitor; html?: string } & RequestIdVariables;
}

export type Routes = Hono<Env>;
export type RequestContext = Context<Env>;

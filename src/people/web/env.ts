import type { Context, Hono } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { Temporal } from "temporal-polyfill";
import type { Turn } from "#src/platform/turns.ts";
import type { Visitor } from "../visitor.ts";

/** What every request carries once the visitor is known. */
export interface Env {
  Variables: {
    visitor: Visitor;
    /** When the request came, before anything was done of it. */
    arrivedAt: Temporal.Instant;
    /** Of an act whose order of arrival counts: its place among the others. */
    turn?: Turn;
    /** Cookies travel over HTTPS alone. */
    secure: boolean;
    session?: SessionFacts;
    html?: string;
  } & RequestIdVariables;
}

/** What is known of the session that the request came with. */
export interface SessionFacts {
  /** Seconds since its person proved who they are. */
  readonly age: number;
  /** Its person holds a role of agent, and the settings ask such for a second factor that this session lacks. */
  readonly lacksSecondFactor: boolean;
  /** It was closed, since an agent had let it idle. */
  readonly wasIdle: boolean;
}

export type Routes = Hono<Env>;
export type RequestContext = Context<Env>;

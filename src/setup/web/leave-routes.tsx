import { readWrittenDay } from "#policy/index.ts";
import { listLeaves } from "#src/life/index.ts";
import { FILE_ROLES, readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireAgent,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { endLeave, mayNoteLeave, noteLeave } from "../leave/acts.ts";
import { LeavePage, type NamedAgent } from "./leave-page.tsx";

/** Leaves of agents and their deputies. */
export function leaveRoutes(routes: Routes, world: World): void {
  routes.get(urls.leaves.pattern, (c) => answerLeaves(c, world, requireAgent(c), {}));
  routes.post(urls.leaves.pattern, (c) => postLeave(c, world));
  routes.post(urls.leaveEnd.pattern, async (c) => {
    const visitor = requireAgent(c);
    const ended = await endLeave(world, visitor, idParam(c, "id"));
    if (ended === "absent") notFound();
    if (ended === "forbidden") forbidden();
    setFlash(c, "success", "L’absence est terminée.");
    return c.redirect(urls.leaves.href(), 303);
  });
}

async function answerLeaves(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  refused: { readonly typed?: Readonly<Record<string, string>>; readonly errors?: Readonly<Record<string, string>> },
): Promise<Response> {
  const { leaves, agents } = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    leaves: await listLeaves(tx, today(world.clock).toString()),
    agents: await agentsWithRoles(tx),
  }));
  const people = agents.filter(({ id }) => mayNoteLeave(visitor, id));
  const page = (
    <LeavePage
      leaves={leaves}
      mine={visitor.person.id}
      people={people}
      deputies={agents.filter((one) => people.some((away) => away.id !== one.id && shareRole(away, one)))}
      mayEnd={({ personId }) => mayNoteLeave(visitor, personId)}
      {...refused}
    />
  );
  const status = refused.errors === undefined ? 200 : 422;
  return respondPage(c, world, { title: "Absences", current: urls.today.href(), status }, page);
}

interface AgentWithRoles extends NamedAgent {
  readonly roles: readonly string[];
}

async function agentsWithRoles(tx: Tx): Promise<readonly AgentWithRoles[]> {
  const rows = await tx
    .selectFrom("agent_role as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .select((eb) => ["p.id", "p.name", "p.email", eb.fn.agg<string[]>("array_agg", ["r.role"]).as("roles")])
    .groupBy(["p.id", "p.name", "p.email"])
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
  return rows
    .filter(({ roles }) => FILE_ROLES.some((role) => roles.includes(role)))
    .map(({ id, name, email, roles }) => ({ id, name: name || email, roles }));
}

function shareRole(one: AgentWithRoles, other: AgentWithRoles): boolean {
  return one.roles.some((role) => other.roles.includes(role));
}

async function postLeave(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireAgent(c);
  const fields = await readForm(c);
  const typed = {
    absent: text(fields, "absent"),
    du: text(fields, "du"),
    au: text(fields, "au"),
    suppleant: text(fields, "suppleant"),
  };
  const errors: Record<string, string> = {};
  const [from, until] = [readWrittenDay(typed.du), readWrittenDay(typed.au)];
  if ("error" in from) errors.du = from.error;
  if ("error" in until) errors.au = until.error;
  else if ("value" in from && until.value < from.value) errors.au = "Le dernier jour vient après le premier.";
  else if (until.value < today(world.clock).toString()) errors.au = "Ce jour est passé.";
  if ("error" in from || "error" in until || Object.keys(errors).length > 0)
    return answerLeaves(c, world, visitor, { typed, errors });
  const leave = { person: typed.absent, deputy: typed.suppleant, from: from.value, until: until.value };
  const noted = await noteLeave(world, visitor, leave);
  if (noted === "forbidden") forbidden();
  if (noted === "no-deputy") errors.suppleant = "Choisissez un agent qui a le même rôle.";
  if (noted === "overlap") errors.du = "L’un des deux est déjà absent à ces dates.";
  if (Object.keys(errors).length > 0) return answerLeaves(c, world, visitor, { typed, errors });
  setFlash(c, "success", "L’absence est notée : le suppléant sera prévenu de ce qui arrive.");
  return c.redirect(urls.leaves.href(), 303);
}

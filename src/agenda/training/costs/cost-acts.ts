import { cents, type Money, type RemainingCostRule } from "#policy/index.ts";
import { actingFor, memberRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { formatMoney, NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { asService, type NotDone } from "../../occasions/act.ts";
import { mayInTraining } from "../may.ts";
import {
  type CostRequest,
  fileRequest,
  findRequest,
  freeSeats,
  listLines,
  saveCheck,
  saveDecision,
} from "./cost-store.ts";
import type { SeatCost } from "./costs.ts";

type Done<T> = T | { readonly notDone: NotDone };

/** Files a request for seats that are the organisation's, attended, and asked for by nobody; all of it or nothing. */
export function fileCosts(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  asked: { readonly year: number; readonly rule: RemainingCostRule; readonly lines: readonly SeatCost[] },
): Promise<Done<{ readonly id: string; readonly number: string }>> {
  const role = memberRole(visitor, organisationId);
  if (role !== "owner" && role !== "editor") return Promise.resolve({ notDone: "forbidden" });
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const at = world.clock.now();
    const free = new Set((await asService(tx, () => freeSeats(tx, organisationId))).map((one) => one.registrationId));
    if (!asked.lines.every((line) => free.has(line.registrationId))) return { notDone: "stale" as const };
    const filed = await fileRequest(tx, at, { ...asked, organisationId, by: visitor.person.id });
    await note(tx, world, visitor.person.id, organisationId, filed.id, "cost-request-filed", {
      number: filed.number,
      asked: asked.lines.reduce((sum, line) => sum + line.computed, 0),
    });
    return filed;
  });
}

/** The operator checked the request against the sheets of the sessions. */
export function checkCosts(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  said: string,
): Promise<Done<CostRequest>> {
  return actOnRequest(world, visitor, id, version, "check-cost-request", "filed", async (tx, request) => {
    await saveCheck(tx, world.clock.now(), id, said);
    await note(tx, world, visitor.person.id, request.organisationId, id, "cost-request-checked", { said });
  });
}

/** Decides how much is paid for each seat, never more than what the rule gives, and tells the employer. */
export function decideCosts(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  decision: { readonly amounts: ReadonlyMap<string, Money>; readonly reason: string },
): Promise<Done<CostRequest>> {
  return actOnRequest(world, visitor, id, version, "decide-cost-request", "checked", async (tx, request) => {
    const lines = await asService(tx, () => listLines(tx, id));
    const decided = new Map(
      lines.map((line) => [
        line.registrationId,
        cents(Math.min(line.computed, decision.amounts.get(line.registrationId) ?? line.computed)),
      ]),
    );
    const amount = cents([...decided.values()].reduce((sum, one) => sum + one, 0));
    await saveDecision(tx, world.clock.now(), id, { lines: decided, amount, reason: decision.reason });
    await note(tx, world, visitor.person.id, request.organisationId, id, "cost-request-decided", {
      amount,
      reason: decision.reason,
    });
    await asService(tx, () => tellDecision(tx, world, request, amount, decision.reason));
  });
}

function actOnRequest(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  act: "check-cost-request" | "decide-cost-request",
  from: CostRequest["state"],
  work: (tx: Tx, request: CostRequest) => Promise<void>,
): Promise<Done<CostRequest>> {
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    await tx.selectFrom("cost_request").select("id").where("id", "=", id).forUpdate().execute();
    const request = await findRequest(tx, id);
    if (request === null) return { notDone: "absent" as const };
    // Whoever is a member of the organisation does not judge its request.
    if (!mayInTraining(visitor, act) || memberRole(visitor, request.organisationId) !== null) {
      return { notDone: "forbidden" as const };
    }
    if (request.version !== version || request.state !== from) return { notDone: "stale" as const };
    await work(tx, request);
    return request;
  });
}

async function tellDecision(tx: Tx, world: World, request: CostRequest, amount: Money, reason: string): Promise<void> {
  const owners = await tx
    .selectFrom("membership as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select("p.email")
    .where("m.organisation_id", "=", request.organisationId)
    .where("m.role", "=", "owner")
    .execute();
  const paragraphs = [
    `Votre demande ${request.number} est décidée${NBSP}: ${formatMoney(amount)} au titre de ce qui reste à la charge de l’employeur.`,
    ...(reason === "" ? [] : [reason]),
    `Le détail par personne${NBSP}: ${world.origin}${urls.costRequest.href({ id: request.id })}`,
  ];
  const subject = `Décision sur votre demande ${request.number}`;
  const why = actingFor(world, request.organisationId);
  for (const { email: to } of owners) await postMail(world, tx, world.clock.now(), { to, subject, paragraphs, why });
}

function note(
  tx: Tx,
  world: World,
  actor: string,
  organisation: string,
  id: string,
  act: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = world.clock.now();
  return record(tx, {
    chain: `training:request:${id}`,
    at,
    actor,
    organisation,
    act,
    details,
    visibleToApplicant: true,
  });
}

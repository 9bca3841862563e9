import { type Money, remainingCost } from "#policy/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text, textWithin } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ended, versionOf } from "../../events/guard.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { readEuros } from "../amounts.ts";
import { requireTraining } from "../guard.ts";
import { mayInTraining } from "../may.ts";
import { findPlan, listPlans } from "../year/plan-store.ts";
import { checkCosts, decideCosts, fileCosts } from "./cost-acts.ts";
import { CostRequestPage } from "./cost-request-page.tsx";
import { CostRequestsPage, Requests } from "./cost-requests-page.tsx";
import { CostSimulatorPage } from "./cost-simulator-page.tsx";
import { type CostRequest, type FiledLine, findRequest, freeSeats, listLines, listRequests } from "./cost-store.ts";
import { readRequest, readSeat } from "./costs.ts";

export function costRoutes(routes: Routes, world: World): void {
  routes.get(urls.remainingCost.pattern, async (c) => {
    const plan = await inTransaction(world.db, "public", async (tx) => {
      const ofYear = await findPlan(tx, today(world.clock).year);
      return ofYear !== null && ofYear.state !== "prepared" ? ofYear : null;
    });
    const typed: FormFields = c.req.query();
    const errors: Record<string, string> = {};
    const seat = readSeat(typed, "", errors);
    const isAsked = Object.keys(typed).length > 0 && Object.keys(errors).length === 0;
    const found = isAsked ? remainingCost(plan?.remainingCost ?? null, seat) : null;
    const title = "Ce qui reste à la charge de l’employeur";
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const options = { title, current: urls.catalogue.href(), public: true, status } as const;
    return respondPage(
      c,
      world,
      options,
      <CostSimulatorPage plan={plan} typed={typed} errors={errors} found={found} />,
    );
  });

  routes.get(urls.costRequests.pattern, (c) => answerMine(c, world, requireSignedIn(c), {}, {}, 200));

  routes.post(urls.costRequests.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const typed = await readForm(c);
    const organisation = editable(visitor).find((one) => one.id === text(typed, "organisme"));
    if (organisation === undefined) forbidden();
    const year = Number(text(typed, "annee"));
    const { seats, plan } = await inTransaction(world.db, "system", async (tx) => ({
      seats: (await freeSeats(tx, organisation.id)).filter((one) => one.year === year),
      plan: Number.isInteger(year) && year > 2000 && year < 2101 ? await findPlan(tx, year) : null,
    }));
    const rule = plan?.remainingCost ?? null;
    // Without a rule no amount is ever computed: the page says so, and has no form to send.
    if (rule === null)
      return answerMine(c, world, visitor, typed, { organisme: "Aucune modalité n’est fixée pour cette année." }, 422);
    const read = readRequest(typed, seats, rule);
    if ("errors" in read) return answerMine(c, world, visitor, typed, read.errors, 422);
    const { id, number } = ended(await fileCosts(world, visitor, organisation.id, { year, rule, lines: read.lines }));
    setFlash(
      c,
      "success",
      `Votre demande ${number} est déposée : l’opérateur la vérifie, puis ${world.config.funder.words.the} décide.`,
    );
    return c.redirect(urls.costRequest.href({ id }), 303);
  });

  routes.get(urls.costRequest.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const found = await requireRequest(c, world, visitor);
    if (!visitor.memberships.some((one) => one.organisationId === found.request.organisationId)) notFound();
    const page = <CostRequestPage {...found} mayCheck={false} mayDecide={false} typed={{}} errors={{}} />;
    return respondPage(c, world, { title: found.request.number, current: urls.organisations.href() }, page);
  });

  routes.get(urls.costDesk.pattern, async (c) => {
    const visitor = requireTraining(c, "see-cost-requests");
    const requests = await inTransaction(world.db, readerOf(visitor), (tx) => listRequests(tx, null));
    const page = (
      <>
        <PageHeader
          title="Demandes de reste à charge"
          lead={`L’opérateur vérifie, ${world.config.funder.words.the} décide.`}
        />
        <Requests requests={requests} href={(id) => urls.costDeskRequest.href({ id })} />
      </>
    );
    return respondPage(c, world, { title: "Reste à charge", current: urls.running.href(), density: "compact" }, page);
  });

  routes.get(urls.costDeskRequest.pattern, async (c) => {
    const visitor = requireTraining(c, "see-cost-requests");
    return answerDesk(c, world, visitor, await requireRequest(c, world, visitor), {}, {}, 200);
  });

  routes.post(urls.costDeskRequest.pattern, async (c) => {
    const visitor = requireTraining(c, "see-cost-requests");
    const found = await requireRequest(c, world, visitor);
    const fields = await readForm(c);
    const { id } = found.request;
    if (text(fields, "acte") === "verification") {
      const errors: Record<string, string> = {};
      const said = textWithin(fields, "mot", 1000, errors);
      if (said === "") errors.mot = "Dites ce que vous avez vérifié.";
      if (Object.keys(errors).length > 0) return answerDesk(c, world, visitor, found, fields, errors, 422);
      ended(await checkCosts(world, visitor, id, versionOf(fields), said));
      setFlash(c, "success", "La demande est vérifiée.");
      return c.redirect(urls.costDesk.href(), 303);
    }
    const read = readDecision(fields, found.lines);
    if ("errors" in read) return answerDesk(c, world, visitor, found, fields, read.errors, 422);
    ended(await decideCosts(world, visitor, id, versionOf(fields), read));
    setFlash(c, "success", "C’est décidé ; l’employeur est prévenu.");
    return c.redirect(urls.costDeskRequest.href({ id }), 303);
  });
}

function readDecision(
  fields: FormFields,
  lines: readonly FiledLine[],
): { readonly amounts: ReadonlyMap<string, Money>; readonly reason: string } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const amounts = new Map<string, Money>();
  const reason = textWithin(fields, "motif", 1000, errors);
  for (const line of lines) {
    const name = `montant.${line.registrationId}`;
    const amount = readEuros(text(fields, name));
    if (amount === undefined) errors[name] = "Donnez un montant, 0 pour rien.";
    else if (amount > line.computed) errors[name] = "Ce montant dépasse ce que la règle donne.";
    else amounts.set(line.registrationId, amount);
  }
  const isReduced = lines.some((line) => (amounts.get(line.registrationId) ?? line.computed) < line.computed);
  if (isReduced && reason === "") errors.motif = "Dites pourquoi un montant est réduit.";
  return Object.keys(errors).length > 0 ? { errors } : { amounts, reason };
}

function editable(visitor: SignedVisitor): readonly { readonly id: string; readonly name: string }[] {
  return visitor.memberships
    .filter((one) => one.role !== "reader")
    .map((one) => ({ id: one.organisationId, name: one.organisationName }));
}

async function requireRequest(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
): Promise<{ readonly request: CostRequest; readonly lines: readonly FiledLine[] }> {
  const id = idParam(c, "id");
  const request = await inTransaction(world.db, readerOf(visitor), (tx) => findRequest(tx, id));
  if (request === null) notFound();
  // The names are those of people whom the organisation itself registered.
  return { request, lines: await inTransaction(world.db, "system", (tx) => listLines(tx, id)) };
}

async function answerMine(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Promise<Response> {
  const mine = editable(visitor);
  const requests = await inTransaction(world.db, readerOf(visitor), (tx) =>
    listRequests(
      tx,
      visitor.memberships.map((one) => one.organisationId),
    ),
  );
  const { organisations, plans } = await inTransaction(world.db, "system", async (tx) => {
    const withSeats = [];
    for (const one of mine) withSeats.push({ ...one, seats: await freeSeats(tx, one.id) });
    return { organisations: withSeats, plans: new Map((await listPlans(tx)).map((one) => [one.year, one])) };
  });
  const page = (
    <CostRequestsPage requests={requests} organisations={organisations} plans={plans} typed={typed} errors={errors} />
  );
  return respondPage(c, world, { title: "Reste à charge", current: urls.organisations.href(), status }, page);
}

function answerDesk(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  found: { readonly request: CostRequest; readonly lines: readonly FiledLine[] },
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Response {
  const page = (
    <CostRequestPage
      {...found}
      mayCheck={mayInTraining(visitor, "check-cost-request")}
      mayDecide={mayInTraining(visitor, "decide-cost-request")}
      typed={typed}
      errors={errors}
    />
  );
  const options = { title: found.request.number, current: urls.running.href(), density: "compact", status } as const;
  return respondPage(c, world, options, page);
}

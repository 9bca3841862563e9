import { Hono } from "hono";
import { z } from "zod";
import { day, frameworkOn } from "#policy/index.ts";
import { today as legalToday } from "#src/platform/clock.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { readAccountEmail } from "../account-email.ts";
import { inviteAgent, listAgents, type RevocationRefusal, revokeAgentRole } from "../agents.ts";
import { mayOnService, type ServiceAct } from "../may.ts";
import { mayReadOutbox, outboxIsOpen, outboxPageSize, readOutbox } from "../outbox.ts";
import { AGENT_ROLES, type SignedVisitor } from "../visitor.ts";
import { AdministrationPage, type AdministrationPageProps } from "./administration-page.tsx";
import type { Env, RequestContext, Routes } from "./env.ts";
import { setFlash } from "./flash.ts";
import { forbidden, notFound, requireAgent, requireSignedIn } from "./guard.ts";
import { OutboxPage } from "./outbox-page.tsx";
import { respondPage } from "./page.tsx";
import { askProof } from "./proof.tsx";
import { VocabularyPage } from "./vocabulary-page.tsx";

const refusalWords: Readonly<Record<RevocationRefusal, string>> = {
  "not-held": "Cette personne n’a plus ce rôle.",
  "not-administrator": "Vous n’êtes plus administrateur : rien n’a changé.",
  "last-administrator": "C’est le seul administrateur : donnez d’abord ce rôle à une autre personne.",
};

export function administrationRoutes(world: World): Routes {
  const routes = new Hono<Env>();

  routes.get(urls.administration.pattern, (c) =>
    answerAdministration(c, world, requireService(c, "see-administration")),
  );

  routes.get(urls.administrationVocabulary.pattern, (c) => {
    requireService(c, "see-administration");
    const today = day(legalToday(world.clock).toString());
    const page = <VocabularyPage framework={frameworkOn(today)} today={today} />;
    return respondPage(c, world, { title: "Vocabulaire du cadre", current: urls.administration.href() }, page);
  });

  routes.post(urls.administrationRoles.pattern, async (c) => {
    const visitor = requireService(c, "manage-roles");
    const again = await askProof(c, world);
    if (again !== null) return again;
    const fields = await readForm(c);
    const typed = { email: text(fields, "email"), role: text(fields, "role") };
    const role = AGENT_ROLES.find((one) => one === typed.role);
    const errors: Record<string, string> = {};
    const email = readAccountEmail(typed.email);
    if (email === null) errors.email = "Donnez une adresse électronique complète.";
    if (role === undefined) errors.role = "Choisissez un rôle.";
    if (role === undefined || email === null || Object.keys(errors).length > 0) {
      return answerAdministration(c, world, visitor, { typed, errors }, 422);
    }
    if ((await inviteAgent(world, email, role, visitor.person.id)) === null) forbidden();
    setFlash(c, "success", "Le rôle est donné, et la personne prévenue.");
    return c.redirect(urls.administration.href(), 303);
  });

  routes.post(urls.administrationRole.pattern, async (c) => {
    const visitor = requireService(c, "manage-roles");
    const role = AGENT_ROLES.find((one) => one === c.req.param("role")) ?? notFound();
    const again = await askProof(c, world);
    if (again !== null) return again;
    const refusal = await revokeAgentRole(world, c.req.param("person"), role, visitor.person.id);
    if (refusal === null) setFlash(c, "success", "Le rôle est retiré.");
    else setFlash(c, "warning", refusalWords[refusal]);
    return c.redirect(urls.administration.href(), 303);
  });

  routes.get(urls.outbox.pattern, async (c) => {
    if (!mayReadOutbox(world, c.get("visitor"))) {
      requireSignedIn(c);
      notFound();
    }
    const before = c.req.query("avant") ?? "";
    const mails = await readOutbox(world, z.uuid().safeParse(before).success ? before : null);
    const next = mails.length < outboxPageSize ? undefined : urls.outbox.href({}, { avant: mails.at(-1)?.id });
    const page = <OutboxPage mails={mails} origin={world.origin} open={outboxIsOpen(world)} next={next} />;
    return respondPage(c, world, { title: "Courriels du service" }, page);
  });

  return routes;
}

/** The agent who may do this; other agents are told no, anyone else finds nothing there. */
function requireService(c: RequestContext, act: ServiceAct): SignedVisitor {
  const visitor = requireAgent(c);
  return mayOnService(visitor, act) ? visitor : forbidden();
}

async function answerAdministration(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  more: Pick<AdministrationPageProps, "typed" | "errors"> = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const page = (
    <AdministrationPage
      agents={await listAgents(world)}
      mayManage={mayOnService(visitor, "manage-roles")}
      mayReadOutbox={mayReadOutbox(world, visitor)}
      {...more}
    />
  );
  return respondPage(c, world, { title: "Administration", current: urls.administration.href(), status }, page);
}

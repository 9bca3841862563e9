import { Hono } from "hono";
import { z } from "zod";
import { day, frameworkOn } from "#policy/index.ts";
import { today as legalToday } from "#src/platform/clock.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { readAccountEmail } from "../account/account-email.ts";
import { mayOnService, type ServiceAct } from "../may.ts";
import { AGENT_ROLES, type AgentRole, type SignedVisitor } from "../visitor.ts";
import type { Env, RequestContext, Routes } from "../web/env.ts";
import { setFlash } from "../web/flash.ts";
import { forbidden, notFound, requireAgent, requireSignedIn } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import { askProof } from "../web/proof.tsx";
import { AdministrationPage, type AdministrationPageProps } from "./administration-page.tsx";
import { askedOfRevocation, inviteAgent, listAgents, type RevocationRefusal, revokeAgentRole } from "./agents.ts";
import type { Bodies, Caseload, HandedOver } from "./caseload.ts";
import { HandOverPage, handOverTitle, TO_NOBODY } from "./hand-over-page.tsx";
import { mayReadOutbox, outboxIsOpen, outboxPageSize, readOutbox } from "./outbox.ts";
import { OutboxPage } from "./outbox-page.tsx";
import { VocabularyPage } from "./vocabulary-page.tsx";

const refusalWords: Readonly<Record<RevocationRefusal, string>> = {
  "not-held": "Cette personne n’a plus ce rôle.",
  "not-administrator": "Vous n’êtes plus administrateur : rien n’a changé.",
  "has-files": "Dites d’abord à qui vont ses dossiers et ses tâches.",
  "no-receiver": "Cette personne ne peut plus recevoir de dossier : choisissez-en une autre.",
  "last-administrator": "C’est le seul administrateur : donnez d’abord ce rôle à une autre personne.",
};

export function administrationRoutes(world: World, caseload: Caseload, bodies: Bodies): Routes {
  const routes = new Hono<Env>();

  const answerAdministration = async (
    c: RequestContext,
    visitor: SignedVisitor,
    more: Pick<AdministrationPageProps, "typed" | "errors"> = {},
    status: 200 | 422 = 200,
  ) => {
    const page = (
      <AdministrationPage
        agents={await listAgents(world, caseload, bodies)}
        mayManage={mayOnService(visitor, "manage-roles")}
        mayReadOutbox={mayReadOutbox(world, visitor)}
        {...more}
      />
    );
    const about = { title: "Administration", current: urls.administration.href(), density: "compact", status } as const;
    return respondPage(c, world, about, page);
  };

  routes.get(urls.administration.pattern, (c) => answerAdministration(c, requireService(c, "see-administration")));

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
      return answerAdministration(c, visitor, { typed, errors }, 422);
    }
    if ((await inviteAgent(world, email, role, visitor.person.id)) === null) forbidden();
    setFlash(c, "success", "Le rôle est donné, et la personne prévenue.");
    return c.redirect(urls.administration.href(), 303);
  });

  routes.get(urls.administrationRole.pattern, async (c) => {
    requireService(c, "manage-roles");
    const role = AGENT_ROLES.find((one) => one === c.req.param("role")) ?? notFound();
    return (await askReceiver(c, world, caseload, role)) ?? c.redirect(urls.administration.href(), 303);
  });

  routes.post(urls.administrationRole.pattern, async (c) => {
    const visitor = requireService(c, "manage-roles");
    const role = AGENT_ROLES.find((one) => one === c.req.param("role")) ?? notFound();
    const again = await askProof(c, world);
    if (again !== null) return again;
    const said = text(await readForm(c), "dossiers");
    const receiver = said === "" ? undefined : said === TO_NOBODY ? null : said;
    const order = { actor: visitor.person.id, receiver };
    const taken = await revokeAgentRole(world, caseload, c.req.param("person"), role, order);
    if ("refusal" in taken) {
      const isAsked = taken.refusal === "has-files" || taken.refusal === "no-receiver";
      const error = taken.refusal === "no-receiver" ? refusalWords["no-receiver"] : undefined;
      const asked = isAsked ? await askReceiver(c, world, caseload, role, error) : null;
      if (asked !== null) return asked;
      setFlash(c, "warning", refusalWords[taken.refusal]);
    } else setFlash(c, "success", `Le rôle est retiré.${sayHandedOver(taken)}`);
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

/** The page that asks to whom the files go before a role is taken back; null where there is nothing to ask. */
async function askReceiver(
  c: RequestContext,
  world: World,
  caseload: Caseload,
  role: AgentRole,
  error?: string,
): Promise<Response | null> {
  const person = c.req.param("person") ?? notFound();
  const leaving = await askedOfRevocation(world, caseload, person, role);
  if (leaving === null) return null;
  const page = <HandOverPage person={person} role={role} leaving={leaving} error={error} />;
  const title = handOverTitle(leaving);
  return respondPage(c, world, { title, status: error === undefined ? 200 : 422 }, page);
}

/** What became of the files, after the role's own sentence. */
function sayHandedOver({ given, left, tasks }: HandedOver): string {
  const words = [
    given === 0
      ? ""
      : ` ${given === 1 ? "Son dossier a été confié" : `Ses ${given} dossiers ont été confiés`} à la personne choisie.`,
    left === 0
      ? ""
      : given === 0
        ? ` ${left === 1 ? "Son dossier est" : `Ses ${left} dossiers sont`} à affecter.`
        : ` ${left === 1 ? "Un autre reste" : `${left} autres restent`} à affecter : cette personne y a un intérêt.`,
    tasks === 0
      ? ""
      : ` ${plural(tasks, "tâche a été confiée à la personne choisie", "tâches ont été confiées à la personne choisie")}.`,
  ];
  return words.join("");
}

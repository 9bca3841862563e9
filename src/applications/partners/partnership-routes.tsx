import { randomUUID } from "node:crypto";
import type { Group } from "#policy/index.ts";
import { hashOfPart, policyDay, type Refusal, schemeOf } from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
import { memberRole, type SignedVisitor } from "#src/people/index.ts";
import {
  answerSpentInvitation,
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { downloadResponse } from "#src/platform/http/download.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { communeQueryName, errorAt, fieldId } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { groupOfItem } from "../begin/begin.ts";
import { savedText } from "../draft/answer-section.tsx";
import {
  conflictNotes,
  conflictSummary,
  conflictsAt,
  settled,
  toldInOneLine,
  withoutUndecided,
} from "../draft/conflicts.tsx";
import type { ToldConflict } from "../draft/drafts.ts";
import { buttons } from "../draft/form-items.tsx";
import { readPosted } from "../draft/posted.ts";
import { type Answered, acceptInvitation, answerers, declineInvitation, type Key, openInvitation } from "./answer.ts";
import { confirmPart, leaveProject } from "./confirm.ts";
import { InvitationPage } from "./invitation-page.tsx";
import { PartPage } from "./part-page.tsx";
import { PartnershipPage } from "./partnership-page.tsx";
import { declarationsFor, findOwnPartner, openProject, type SharedProject } from "./project.ts";
import { savePart } from "./write.ts";

const SPENT =
  "Elle a reçu une réponse, elle a été annulée ou renouvelée, son délai est passé, ou le projet est déposé. Demandez-en une autre au chef de file.";

/** The partner's side: answer an invitation, read the project, write one's part, confirm it, leave. */
export function partnershipRoutes(routes: Routes, world: World): void {
  routes.get(urls.partnerInvitation.pattern, (c) => answerInvitation(c, world, { token: c.req.param("token") ?? "" }));
  routes.post(urls.partnerInvitation.pattern, (c) => receiveAnswer(c, world, { token: c.req.param("token") ?? "" }));
  routes.post(urls.partnershipAnswer.pattern, (c) => {
    const visitor = requireSignedIn(c);
    return receiveAnswer(c, world, { partnerId: idParam(c, "partner"), visitor });
  });
  routes.get(urls.partnership.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const partnerId = idParam(c, "partner");
    const partner = await findOwnPartner(world, visitor, partnerId);
    if (partner === null || partner.endedAt !== null) return notFound();
    if (partner.acceptedAt === null) return answerInvitation(c, world, { partnerId, visitor });
    return answerProject(c, world, await load(c, world), [], []);
  });
  routes.get(urls.partnershipPart.pattern, async (c) => {
    const project = await load(c, world);
    if (!mayWrite(requireSignedIn(c), project)) return c.redirect(here(project), 303);
    return answerPart(c, world, project, [], c.req.query("verifier") !== undefined);
  });
  routes.post(urls.partnershipPart.pattern, (c) => keepPart(c, world));
  routes.post(urls.partnershipConfirmation.pattern, (c) => confirm(c, world));
  routes.post(urls.partnershipLeaving.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const outcome = await leaveProject(world, visitor, idParam(c, "partner"), readKey(await readForm(c)));
    if (outcome.kind !== "done") return outcome.kind === "forbidden" ? forbidden() : notFound();
    setFlash(c, "success", "Vous ne prenez plus part à ce projet. Le chef de file est prévenu.");
    return c.redirect(outcome.location, 303);
  });
  routes.get(urls.partnershipAgreement.pattern, async (c) => {
    const project = await load(c, world);
    const paper = project.papers.findLast(({ document }) => document === project.consortium.agreement);
    if (paper === undefined || paper.scan === "infected" || paper.scan === "pending") return notFound();
    return downloadResponse(world, paper, true);
  });
  // An act that was refused leaves its own address in the bar: read again, it leads back to the project.
  for (const act of [urls.partnershipAnswer, urls.partnershipConfirmation, urls.partnershipLeaving]) {
    routes.get(act.pattern, async (c) => {
      const partner = await findOwnPartner(world, requireSignedIn(c), idParam(c, "partner"));
      return partner === null ? notFound() : c.redirect(urls.partnership.href({ partner: partner.id }), 303);
    });
  }
}

async function load(c: RequestContext, world: World): Promise<SharedProject> {
  return (await openProject(world, requireSignedIn(c), idParam(c, "partner"))) ?? notFound();
}

function here({ partner }: SharedProject): string {
  return urls.partnership.href({ partner: partner.id });
}

/** Owners and editors of the partner, while the project is a draft. */
function mayWrite(visitor: SignedVisitor, { partner, application }: SharedProject): boolean {
  return application.state === "draft" && isWriter(visitor, partner.organisationId);
}

function isWriter(visitor: SignedVisitor, organisationId: string | null): boolean {
  const role = organisationId === null ? null : memberRole(visitor, organisationId);
  return role === "owner" || role === "editor";
}

async function answerInvitation(c: RequestContext, world: World, key: Key, error?: string): Promise<Response> {
  const invitation = await openInvitation(world, key);
  if (invitation === null) return answerSpentInvitation(c, world, SPENT);
  const isSignedIn = c.get("visitor").person !== null;
  const visitor = isSignedIn ? requireSignedIn(c) : null;
  const ids = (visitor?.memberships ?? []).map(({ organisationId }) => organisationId);
  const rows =
    ids.length === 0
      ? []
      : await world.db.selectFrom("organisation").select(["id", "siren"]).where("id", "in", ids).execute();
  const sirens = new Map(rows.map(({ id, siren }) => [id, siren]));
  const organisations = visitor === null ? [] : answerers(visitor, invitation, sirens);
  const address =
    "token" in key
      ? urls.partnerInvitation.href({ token: key.token })
      : urls.partnership.href({ partner: key.partnerId });
  const { scheme } = schemeOf(invitation.application, policyDay(world.clock.now()));
  return respondPage(
    c,
    world,
    { title: `Invitation de ${invitation.application.organisationName}`, status: error === undefined ? 200 : 422 },
    <InvitationPage
      invitation={invitation}
      schemeName={scheme.name}
      isSignedIn={isSignedIn}
      action={"token" in key ? address : urls.partnershipAnswer.href({ partner: key.partnerId })}
      here={address}
      cle={randomUUID()}
      organisations={organisations.map(({ organisationId, organisationName }) => ({
        id: organisationId,
        name: organisationName,
      }))}
      error={error}
    />,
  );
}

async function receiveAnswer(c: RequestContext, world: World, key: Key): Promise<Response> {
  const visitor = requireSignedIn(c);
  const fields = await readForm(c);
  const isAccepted = text(fields, "reponse") === "accepter";
  const actKey = readKey(fields);
  const done: Answered = isAccepted
    ? await acceptInvitation(world, visitor, key, actKey, text(fields, "organisme"))
    : await declineInvitation(world, visitor, key, actKey);
  switch (done.kind) {
    case "done":
      setFlash(
        c,
        "success",
        isAccepted
          ? "Vous prenez part à ce projet. Écrivez maintenant votre partie."
          : "Vous avez décliné. Le chef de file est prévenu.",
      );
      return c.redirect(done.location, 303);
    case "taken":
      return answerInvitation(c, world, key, "Cette structure prend déjà part à ce projet.");
    case "forbidden":
      return forbidden();
    case "absent":
      return answerSpentInvitation(c, world, SPENT);
  }
}

function answerProject(
  c: RequestContext,
  world: World,
  project: SharedProject,
  ticked: readonly string[],
  refusals: readonly Refusal[],
): Response {
  const visitor = requireSignedIn(c);
  return respondPage(
    c,
    world,
    {
      title: "Projet commun",
      current: urls.dashboard.href(),
      breadcrumbs: [{ label: "Mon espace", href: urls.dashboard.href() }, { label: "Projet commun" }],
      status: refusals.length > 0 ? 422 : 200,
      toCorrect: refusals.length > 0,
    },
    <PartnershipPage
      project={project}
      mayWrite={isWriter(visitor, project.partner.organisationId)}
      declarations={declarationsFor(project)}
      ticked={ticked}
      refusals={refusals}
      seen={hashOfPart(project.consortium, project.application.raw, project.own.part.path)}
      newKey={() => randomUUID()}
    />,
  );
}

async function confirm(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSignedIn(c);
  const partnerId = idParam(c, "partner");
  const fields = await readForm(c);
  const prefix = "declarations.";
  const ticked = Object.keys(fields).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  const project = await load(c, world);
  if (!mayWrite(visitor, project)) return forbidden();
  const outcome = await confirmPart(world, visitor, partnerId, readKey(fields), text(fields, "vu"), ticked);
  switch (outcome.kind) {
    case "done":
      setFlash(c, "success", "Votre partie est confirmée. Le chef de file est prévenu.");
      return c.redirect(outcome.location, 303);
    case "absent":
      return notFound();
    case "forbidden":
      return forbidden();
    case "refused":
      return answerProject(c, world, await load(c, world), ticked, outcome.refusals);
  }
}

async function keepPart(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSignedIn(c);
  const json = c.req.header("accept") === "application/json";
  const project = await load(c, world);
  const fields = await readForm(c);
  if (!mayWrite(visitor, project)) {
    if (json) return c.json({ message: "Cette partie ne se modifie pas, ou plus." }, 409);
    return isWriter(visitor, project.partner.organisationId) ? c.redirect(here(project), 303) : forbidden();
  }
  const shownAt = shownIn(fields, project);
  const posted = postedIn(fields, project, shownAt);
  const saved = await savePart(world, visitor, project.partner.id, json ? withoutUndecided(posted) : posted, shownAt);
  if (saved.kind !== "saved") {
    if (json)
      return c.json({ message: "Cette partie ne se modifie pas, ou plus." }, saved.kind === "absent" ? 404 : 403);
    return saved.kind === "absent" ? notFound() : forbidden();
  }
  const [conflict] = saved.conflicts;
  if (json) {
    if (conflict !== undefined) return c.json(toldInOneLine(project.reading.allQuestions, conflict), 409);
    return c.json({ savedAt: saved.application.rawSavedAt.toString() });
  }
  const after = await load(c, world);
  if (conflict !== undefined) return answerPart(c, world, after, saved.conflicts, false);
  const searched = text(fields, "chercher-commune");
  const part = urls.partnershipPart.href({ partner: project.partner.id });
  if (searched !== "") return c.redirect(`${part}#${fieldId(searched)}`, 303);
  if (text(fields, buttons.go) !== "relire") return c.redirect(part, 303);
  const isLeft = after.missing.length + after.errors.size > 0;
  return c.redirect(
    isLeft ? urls.partnershipPart.href({ partner: project.partner.id }, { verifier: 1 }) : here(after),
    303,
  );
}

/** Where the part stood when the page was made; where it stands now for a page that does not say. */
function shownIn(fields: FormFields, { own, consortium }: SharedProject): string {
  const said = text(fields, "partie");
  return new RegExp(`^${consortium.each.join("\\.")}\\.\\d{1,4}$`).test(said) ? said : own.part.path;
}

function postedIn(fields: FormFields, { reading, own, application }: SharedProject, shownAt: string) {
  const questions = reading.allQuestions
    .filter(({ path }) => path.startsWith(`${own.part.path}.`))
    .map(({ question, path }) => ({ question, path: shownAt + path.slice(own.part.path.length) }));
  const base = text(fields, "base");
  return settled(fields, {
    values: readPosted(fields, questions, communeQueryName),
    baseVersion: /^\d{1,9}$/.test(base) ? Number(base) : application.rawVersion,
    page: cutText(text(fields, "page"), 40),
  });
}

async function answerPart(
  c: RequestContext,
  world: World,
  project: SharedProject,
  conflicts: readonly ToldConflict[],
  isChecked: boolean,
): Promise<Response> {
  const { reading, application, own, consortium } = project;
  const group: Group | undefined = groupOfItem(reading.scheme.form, own.part.path)?.group;
  if (group === undefined) return notFound();
  const raw = { ...reading.raw, ...Object.fromEntries(conflicts.map(({ path, yours }) => [path, yours])) };
  const conflicting = conflictsAt(conflicts, reading.allQuestions);
  const isOwn = (path: string) => consortium.writes.some((field) => path === `${own.part.path}.${field}`);
  const errors = new Map([...reading.errors].filter(([path]) => isOwn(path)));
  for (const gap of project.missing) if (isChecked || gap.contradicts === true) errors.set(gap.path, gap.message);
  const labels = new Map(reading.allQuestions.map(({ path, question }) => [path, question.label]));
  const summary = isChecked
    ? [...errors].map(([path, message]) => ({ name: path, message: errorAt(labels.get(path) ?? path, message) }))
    : conflictSummary(conflicting);
  return respondPage(
    c,
    world,
    {
      title: "Votre partie du projet",
      current: urls.dashboard.href(),
      breadcrumbs: [
        { label: "Mon espace", href: urls.dashboard.href() },
        { label: "Projet commun", href: here(project) },
        { label: "Votre partie" },
      ],
      scripts: ["autosave", "live", "commune"],
      status: conflicts.length > 0 ? 409 : 200,
      toCorrect: summary.length > 0,
    },
    <PartPage
      project={project}
      group={group}
      state={{ reading, raw, errors, notes: conflictNotes(conflicting) }}
      summary={summary}
      page={randomUUID()}
      savedText={savedText(application, world)}
      conflict={conflicts.length > 0}
      lastAuthor={null}
    />,
  );
}

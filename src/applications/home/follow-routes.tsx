import { differences, readRaw, type Values } from "#policy/index.ts";
import {
  type Amendment,
  awaitsBeneficiary,
  type FiledRevision,
  findAmendments,
  findApplication,
  findMessageFile,
  historyOf,
  listDocuments,
  listMessageFiles,
  listMessages,
  listRevisions,
  markRead,
  mayCopy,
  mayDelete,
  mayEdit,
  maySeeAsApplicant,
  mayTakeNow,
  mayWriteFor,
  mayWriteMessage,
  type OpenApplication,
  openApplication,
  openCompletionRequest,
  type Refusal,
  readFiledApplication,
  sayAnswer,
} from "#src/life/index.ts";
import { actFields, answerAct, readAct, refusedAnswer } from "#src/life/web/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  deskOf,
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
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { downloadResponse, refuseQuarantined } from "#src/platform/http/download.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { copyApplication, type Done, giveUpDraft } from "../begin/copy.ts";
import { standingFor } from "../belonging/store.ts";
import { DraftPage, type DraftPageProps } from "../draft/draft-page.tsx";
import { partnershipsFor } from "../partners/home.ts";
import { mayPropose } from "../proposals/proposal.ts";
import { listProposals } from "../proposals/store.ts";
import { trackPropsOf } from "../track/track-routes.tsx";
import type { RevisionDifference } from "../web/answers.tsx";
import type { ApplicantPart, HomePart } from "../web/applicant-part.ts";
import { readMessageForm } from "../web/message-form.ts";
import { ApplicationPage } from "./application-page.tsx";
import type { ApplicationPageProps } from "./application-props.tsx";
import { DashboardPage } from "./dashboard-page.tsx";
import { readHome } from "./home.ts";
import { withdrawApplication } from "./withdraw.ts";
import { writeMessage } from "./write-message.ts";

/** The applicant's home, and each request followed to its end. */
export function followRoutes(routes: Routes, world: World, originPart: ApplicantPart, homePart: HomePart): void {
  routes.get(urls.dashboard.pattern, (c) => answerHome(c, world, homePart));
  routes.get(urls.applications.pattern, (c) => c.redirect(urls.dashboard.href(), 303));
  routes.get(urls.application.pattern, async (c) => answerApplication(c, world, originPart, undefined));
  routes.post(urls.applicationMessages.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const { fields, file } = await readMessageForm(c, world);
    const body = text(fields, "message");
    const request = readAct(id, fields, `${urls.application.href({ id })}#messages`);
    if (file?.ok === false)
      return answerApplication(c, world, originPart, {
        body,
        message: `Le fichier n’est pas joint\u00a0: ${file.message}`,
      });
    const outcome = await writeMessage(world, visitor, request, body, file);
    if (file !== null && (outcome.kind !== "done" || outcome.repeated)) await world.files.remove(file.stored.id);
    return answerAct(c, world, outcome, "Votre message est envoyé.", (refusals) =>
      answerApplication(c, world, originPart, { body, message: sentence(refusals) }),
    );
  });
  routes.get(urls.applicationMessageFile.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const [id, file] = [idParam(c, "id"), idParam(c, "file")];
    const found = await inTransaction(world.db, readerOf(visitor), (tx) => findMessageFile(tx, id, file));
    if (found === null) return notFound();
    refuseQuarantined(found.scan);
    return downloadResponse(world, found, c.req.query("voir") !== undefined);
  });
  routes.post(urls.applicationWithdrawal.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const fields = await readForm(c);
    const request = readAct(id, fields, urls.application.href({ id }));
    const reason = text(fields, "motif");
    const outcome = await withdrawApplication(world, visitor, request, reason);
    return answerAct(c, world, outcome, "Votre demande est retirée.", (refusals) =>
      refusals.some((one) => one.path === "motif")
        ? answerApplication(c, world, originPart, { reason, withdrawal: sentence(refusals) })
        : refusedAnswer(c, world, refusals, { href: urls.application.href({ id }), label: "Revenir à la demande" }),
    );
  });
  routes.post(urls.applicationCopy.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const { key } = readAct(id, await readForm(c), "");
    const done = await copyApplication(world, visitor, id, key, (copy) => urls.application.href({ id: copy }));
    return answerDone(c, done, "Un nouveau brouillon reprend vos réponses. Joignez de nouveau les pièces.");
  });
  routes.post(urls.applicationDeletion.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const { key } = readAct(id, await readForm(c), "");
    const done = await giveUpDraft(world, visitor, id, key, urls.dashboard.href());
    return answerDone(c, done, "Le brouillon est supprimé.");
  });
  // An act that was refused leaves its own address in the bar: read again, it leads back to the file.
  const acts = [urls.applicationMessages, urls.applicationWithdrawal, urls.applicationCopy, urls.applicationDeletion];
  for (const act of acts) routes.get(act.pattern, async (c) => c.redirect(await addressOfApplication(c, world), 303));
}

async function addressOfApplication(c: RequestContext, world: World): Promise<string> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const application = await inTransaction(world.db, readerOf(visitor), (tx) => findApplication(tx, id));
  return application !== null && maySeeAsApplicant(visitor, application) ? urls.application.href({ id }) : notFound();
}

function sentence(refusals: readonly Refusal[]): string {
  return refusals.map((one) => one.message).join(" ");
}

function answerDone(c: RequestContext, done: Done, told: string): Response {
  if (done.kind !== "done") return done.kind === "absent" ? notFound() : forbidden();
  setFlash(c, "success", told);
  return c.redirect(done.location, 303);
}

async function answerHome(c: RequestContext, world: World, homePart: HomePart): Promise<Response> {
  const visitor = requireSignedIn(c);
  const desk = deskOf(visitor);
  if (desk !== null) return c.redirect(desk, 303);
  const ids = visitor.memberships.map((one) => one.organisationId);
  const home = await inTransaction(world.db, readerOf(visitor), (tx) => readHome(tx, ids, world.clock.now()));
  const partnerships = await partnershipsFor(world, visitor);
  return respondPage(
    c,
    world,
    { title: "Mon espace", current: urls.dashboard.href() },
    <DashboardPage
      home={home}
      partnerships={partnerships}
      dates={await homePart(world, visitor)}
      firstName={visitor.person.name.split(" ")[0] ?? ""}
      hasOrganisation={ids.length > 0}
      mayBegin={ids.some((id) => mayWriteFor(visitor, id))}
      today={today(world.clock).toString()}
    />,
  );
}

type Refused = ApplicationPageProps["refused"];

async function answerApplication(
  c: RequestContext,
  world: World,
  originPart: ApplicantPart,
  refused: Refused,
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const loaded = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const file = await openApplication(tx, id, world.clock.now());
    if (file === null || !maySeeAsApplicant(visitor, file.application)) return null;
    if (mayWriteFor(visitor, file.application.organisationId)) await markRead(tx, id, "applicant", world.clock.now());
    const origin = await originPart(world, tx, file.application, mayDelete(visitor, file.application));
    if (file.application.state === "draft") return { file, origin, rest: null, messages: await listMessages(tx, id) };
    const rest = {
      request: await openCompletionRequest(tx, id),
      toSign: await amendmentToSign(tx, id),
      documents: (await listDocuments(tx, id)).filter((one) => one.forApplicant),
      messageFiles: await listMessageFiles(tx, id),
      history: await historyOf(tx, id),
      revisions: await listRevisions(tx, id),
      proposals: await listProposals(tx, id),
    };
    const messages = await listMessages(tx, id);
    return { file: await readFiledApplication(tx, file.application, world.clock.now()), origin, rest, messages };
  });
  if (loaded === null) return notFound();
  const { file, origin, rest, messages } = loaded;
  if (rest === null) return answerDraft(c, world, visitor, { file, origin, messages, refused });
  const { application } = file;
  const { revisions, ...told } = rest;
  const title = application.title === "" ? "Ma demande" : application.title;
  return respondPage(
    c,
    world,
    {
      title,
      current: urls.dashboard.href(),
      breadcrumbs: [{ label: "Mon espace", href: urls.dashboard.href() }, { label: application.number ?? title }],
      status: refused === undefined ? 200 : 422,
    },
    <ApplicationPage
      {...told}
      messages={messages}
      file={file}
      origin={origin}
      track={file.reading.scheme.track === undefined ? null : trackPropsOf(file, visitor, null)}
      differences={differencesOf(file, revisions)}
      today={today(world.clock).toString()}
      may={{
        answer: mayEdit(visitor, application),
        propose: mayPropose(visitor, application),
        withdraw: mayTakeNow(visitor, application, "withdraw"),
        copy: mayCopy(visitor, application),
        write: mayWriteMessage(visitor, application),
      }}
      fields={{ withdraw: actFields(application), copy: actFields(application), message: actFields(application) }}
      refused={refused}
    />,
  );
}

async function amendmentToSign(tx: Tx, id: string): Promise<Amendment | null> {
  const last = (await findAmendments(tx, [id])).at(-1);
  return last !== undefined && awaitsBeneficiary(last) ? last : null;
}

async function answerDraft(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  shown: Pick<DraftPageProps, "file" | "origin" | "messages" | "refused">,
): Promise<Response> {
  const { application } = shown.file;
  return respondPage(
    c,
    world,
    {
      title: "Votre demande",
      current: urls.dashboard.href(),
      breadcrumbs: [{ label: "Mon espace", href: urls.dashboard.href() }, { label: "Demande en cours" }],
      status: shown.refused === undefined ? 200 : 422,
    },
    <DraftPage
      now={world.clock.now()}
      {...shown}
      mayEdit={mayEdit(visitor, application)}
      mayDelete={mayDelete(visitor, application)}
      standing={await standingFor(world, visitor, application.organisationId)}
      mayWrite={mayWriteMessage(visitor, application)}
      fields={actFields(application)}
    />,
  );
}

/** What each revision after the first changed, last first. */
function differencesOf(file: OpenApplication, revisions: readonly FiledRevision[]): readonly RevisionDifference[] {
  const { form } = file.reading.scheme;
  const answers = (revision: FiledRevision): Values => readRaw(form, revision.raw).answers;
  return revisions.flatMap((revision, index) => {
    const before = revisions[index + 1];
    if (before === undefined) return [];
    const had = new Set(before.attachments.map((one) => one.sha256));
    const papers = revision.attachments
      .filter((one) => !had.has(one.sha256))
      .map((one) => `Pièce ajoutée : ${one.name}`);
    const { number, cause, madeAt } = revision;
    return [
      { number, cause, madeAt, changes: differences(form, answers(before), answers(revision), sayAnswer), papers },
    ];
  });
}

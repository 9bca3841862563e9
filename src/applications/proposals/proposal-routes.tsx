import { labelHere, type Raw, valueAtPath } from "#policy/index.ts";
import {
  findApplication,
  maySeeAsApplicant,
  type OpenApplication,
  type RawValue,
  type Refusal,
  readFiledApplication,
  sayAnswer,
} from "#src/life/index.ts";
import { actFields, answerAct, readActFields } from "#src/life/web/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import { streamFile } from "#src/platform/http/upload.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { communeQueryName, type FormError } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { breadcrumbsOf } from "../draft/answer-section.tsx";
import { readPosted } from "../draft/posted.ts";
import { type CorrectionProposal, mayPropose } from "./proposal.ts";
import { AnswerProposalPage, PaperProposalPage } from "./proposal-page.tsx";
import { ProposalsPage } from "./proposals-page.tsx";
import { proposable, proposeAnswer, proposePaper } from "./propose.ts";
import { listProposals } from "./store.ts";

const DONE = "Votre proposition est envoyée. Un courriel vous dira la réponse.";

/** Corrections that the applicant proposes once their request is filed. */
export function proposalRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationCorrections.pattern, async (c) => {
    const opened = await open(c, world);
    const [path, paper] = [c.req.query("champ"), c.req.query("piece")];
    if (path !== undefined) return answerForm(c, world, opened, path, nothing);
    if (paper !== undefined) return paperForm(c, world, opened, paper, nothing);
    return respondPage(
      c,
      world,
      pageOf(opened.file, 200),
      <ProposalsPage file={opened.file} proposals={opened.proposals} />,
    );
  });

  routes.post(urls.applicationCorrections.pattern, async (c) => {
    const opened = await open(c, world);
    const { file, visitor } = opened;
    const fields = await readForm(c);
    const path = text(fields, "champ");
    const asked = proposable(file).find((one) => one.path === path) ?? notFound();
    const posted = readPosted(fields, [asked], communeQueryName);
    const value = posted.get(path) ?? "";
    const reason = text(fields, "motif");
    const outcome = await proposeAnswer(world, visitor, requestOf(file, fields), {
      path,
      // What could be several communes, or none, is refused as it was typed.
      value: value === "" ? (posted.get(communeQueryName(path)) ?? "") : value,
      reason,
    });
    return answerAct(c, world, outcome, DONE, (refusals) =>
      answerForm(c, world, opened, path, { raw: Object.fromEntries(posted), reason, refusals }),
    );
  });

  routes.post(urls.applicationCorrectionPaper.pattern, async (c) => {
    const opened = await open(c, world);
    const { file, visitor } = opened;
    const key = c.req.query("piece") ?? "";
    const asked = file.reading.documents.find((one) => one.key === key) ?? notFound();
    const fields = new Map<string, string>();
    const received = await streamFile(
      c,
      ({ bytes, name }) => receiveFile(world, bytes, name, asked.document.accept),
      fields,
    );
    const sent = Object.fromEntries(fields);
    const reason = text(sent, "motif");
    if (received?.ok !== true) {
      const message = received === null ? "Choisissez un fichier." : `Le fichier n’est pas pris : ${received.message}`;
      return paperForm(c, world, opened, key, { raw: {}, reason, refusals: [{ path: "fichier", message }] });
    }
    const outcome = await proposePaper(world, visitor, requestOf(file, sent), { key, reason, received });
    if (outcome.kind !== "done" || outcome.repeated) await world.files.remove(received.stored.id);
    return answerAct(c, world, outcome, DONE, (refusals) =>
      paperForm(c, world, opened, key, { raw: {}, reason, refusals }),
    );
  });

  // What was refused is answered at its own address, and stays in the bar.
  routes.get(urls.applicationCorrectionPaper.pattern, async (c) => {
    const { file } = await open(c, world);
    return c.redirect(urls.applicationCorrections.href({ id: file.application.id }), 303);
  });
}

interface Opened {
  readonly visitor: SignedVisitor;
  readonly file: OpenApplication;
  readonly proposals: readonly CorrectionProposal[];
}

interface TypedProposal {
  readonly raw: Readonly<Record<string, RawValue>>;
  readonly reason: string;
  readonly refusals: readonly Refusal[];
}

const nothing: TypedProposal = { raw: {}, reason: "", refusals: [] };

/** The filed request, for who may propose: elsewhere 404, its readers 403, and back to it where it is too early or too late. */
async function open(c: RequestContext, world: World): Promise<Opened> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const opened = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const application = await findApplication(tx, id);
    if (application === null || !maySeeAsApplicant(visitor, application)) return null;
    if (!mayPropose(visitor, application)) return "refused";
    const file = await readFiledApplication(tx, application, world.clock.now());
    return { visitor, file, proposals: await listProposals(tx, id) };
  });
  if (opened === null) return notFound();
  return opened === "refused" ? forbidden() : opened;
}

function requestOf(file: OpenApplication, fields: FormFields) {
  const { id } = file.application;
  return { id, ...readActFields(fields), location: `${urls.application.href({ id })}#corrections` };
}

function pageOf(file: OpenApplication, status: 200 | 422) {
  return {
    title: "Proposer une correction",
    current: urls.dashboard.href(),
    breadcrumbs: breadcrumbsOf(file, "Proposer une correction"),
    status,
  };
}

function errorsOf(refusals: readonly Refusal[]): readonly FormError[] {
  return refusals.map(({ path, message }) => (path === undefined ? { message } : { name: path, message }));
}

function answerForm(c: RequestContext, world: World, opened: Opened, path: string, typed: TypedProposal): Response {
  const { file } = opened;
  const { reading } = file;
  const asked = proposable(file).find((one) => one.path === path) ?? notFound();
  const raw: Raw = { ...reading.raw, ...typed.raw };
  return respondPage(
    c,
    world,
    { ...pageOf(file, typed.refusals.length > 0 ? 422 : 200), scripts: ["commune"] },
    <AnswerProposalPage
      file={file}
      asked={asked}
      label={labelHere(asked.question.label, asked.situation)}
      raw={raw}
      before={sayAnswer(asked.question, valueAtPath(reading.answers, path))}
      reason={typed.reason}
      errors={errorsOf(typed.refusals)}
      fields={actFields(file.application)}
    />,
  );
}

function paperForm(c: RequestContext, world: World, opened: Opened, key: string, typed: TypedProposal): Response {
  const { file } = opened;
  const asked = file.reading.documents.find((one) => one.key === key) ?? notFound();
  const held = file.attachments.filter((one) => one.key === key).map((one) => one.name);
  return respondPage(
    c,
    world,
    pageOf(file, typed.refusals.length > 0 ? 422 : 200),
    <PaperProposalPage
      file={file}
      asked={asked}
      label={asked.situation === "" ? asked.label : `${asked.label}, ${asked.situation}`}
      before={held.length === 0 ? "aucun fichier" : held.join(", ")}
      reason={typed.reason}
      errors={errorsOf(typed.refusals)}
      fields={actFields(file.application)}
    />,
  );
}

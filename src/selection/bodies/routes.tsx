import { listPublished } from "#src/calls/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { askables, loadReviewed, schemeOf } from "#src/reviews/index.ts";
import { urls } from "#src/urls.ts";
import type { SelectionOutcome } from "../act.ts";
import type { Sense } from "../candidate.ts";
import { type Body, bodiesOf } from "../may.ts";
import { rulesOf, rulesOfApplication } from "../rules.ts";
import { findCandidate, listCandidates } from "../store.ts";
import { answerAct } from "../web/answer.tsx";
import { answerPaper } from "../web/papers.ts";
import { askOfficer, giveBodyOpinion } from "./acts.ts";
import { BodyApplicationPage, BodyDeskPage, type BodyRow } from "./body-pages.tsx";

const SENSES: readonly Sense[] = ["favourable", "with-reserve", "unfavourable"];

/** The pages of agents of bodies that instruct calls with the funder: read in their name, so that they see theirs alone. */
export function bodyRoutes(routes: Routes, world: World): void {
  routes.get(urls.bodyDesk.pattern, async (c) => {
    const { visitor, bodies } = requireBody(c);
    const rows = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const found: BodyRow[] = [];
      for (const call of await listPublished(tx)) {
        if (!rulesOf(call).bodies.some((one) => bodies.some((body) => body === one))) continue;
        for (const candidate of await listCandidates(tx, call.id)) found.push({ candidate, call: call.title });
      }
      return found;
    });
    return respondPage(
      c,
      world,
      {
        title: `Dossiers instruits avec ${world.config.funder.words.the}`,
        current: urls.bodyDesk.href(),
        density: "compact",
      },
      <BodyDeskPage bodies={bodies} rows={rows} />,
    );
  });

  routes.get(urls.bodyApplication.pattern, (c) => show(c, world, new Map(), {}));

  routes.post(urls.bodyOpinion.pattern, async (c) => {
    const { visitor } = requireBody(c);
    const fields = await readForm(c);
    const sense = SENSES.find((one) => one === text(fields, "sense")) ?? null;
    const outcome = await giveBodyOpinion(world, visitor, idParam(c, "id"), { sense, words: text(fields, "words") });
    return answer(c, world, outcome, fields, "Votre avis est rendu.");
  });

  routes.post(urls.bodyQuestion.pattern, async (c) => {
    const { visitor } = requireBody(c);
    const fields = await readForm(c);
    const outcome = await askOfficer(world, visitor, idParam(c, "id"), text(fields, "question"));
    return answer(c, world, outcome, fields, "Votre question est envoyée à l’instructeur.");
  });

  routes.get(urls.bodyAttachment.pattern, async (c) => {
    const { visitor } = requireBody(c);
    const id = idParam(c, "id");
    await load(world, visitor, id);
    return answerPaper(c, world, visitor, id);
  });
}

function requireBody(c: RequestContext): { readonly visitor: SignedVisitor; readonly bodies: readonly Body[] } {
  const visitor = requireSignedIn(c);
  const bodies = bodiesOf(visitor);
  return bodies.length === 0 ? notFound() : { visitor, bodies };
}

async function load(world: World, visitor: SignedVisitor, id: string) {
  const bodies = bodiesOf(visitor);
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    file: await loadReviewed(tx, id, visitor.person.id),
    candidate: await findCandidate(tx, id),
  }));
  const { file, candidate } = found;
  if (file === null || candidate === null || file.application.call === null) return notFound();
  const { call } = file.application;
  const theirs = rulesOfApplication({ ...file.application, call }).bodies;
  const body = bodies.find((one) => theirs.includes(one));
  return body === undefined ? notFound() : { file, candidate, body };
}

function answer(
  c: RequestContext,
  world: World,
  outcome: SelectionOutcome,
  fields: FormFields,
  done: string,
): Response | Promise<Response> {
  if (typeof outcome === "object" && !outcome.done)
    return show(c, world, new Map([[outcome.field, outcome.why]]), fields);
  return answerAct(c, outcome, done, urls.bodyApplication.href({ id: idParam(c, "id") }));
}

async function show(
  c: RequestContext,
  world: World,
  errors: ReadonlyMap<string, string>,
  fields: FormFields,
): Promise<Response> {
  const { visitor } = requireBody(c);
  const { file, candidate, body } = await load(world, visitor, idParam(c, "id"));
  const papers = file.revision.attachments.map(({ key }) => key);
  return respondPage(
    c,
    world,
    {
      title: `${candidate.number}, ${candidate.organisation}`,
      current: urls.bodyDesk.href(),
      density: "compact",
      status: errors.size > 0 ? 422 : 200,
      breadcrumbs: [
        { label: `Dossiers instruits avec ${world.config.funder.words.the}`, href: urls.bodyDesk.href() },
        { label: candidate.number },
      ],
    },
    <BodyApplicationPage
      file={file}
      candidate={candidate}
      body={body}
      asked={askables(schemeOf(file.application), file.answers, papers)}
      errors={errors}
      typed={(name) => (name in fields ? text(fields, name) : undefined)}
    />,
  );
}

import {
  maySeeAsApplicant,
  mayWriteFor,
  type OpenApplication,
  openApplication,
  type RawValue,
  type Refusal,
} from "#src/life/index.ts";
import { actFields, answerAct, applicantStateLook, readAct } from "#src/life/web/index.ts";
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
import { readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { breadcrumbsOf } from "../draft/answer-section.tsx";
import { isTellable, readTold, tellTrack } from "./tell.ts";
import { TrackPart, type TrackPartProps } from "./track-part.tsx";

/** The applicant follows the same project at the other funder, and tells what it answers. */
export function trackRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationTrack.pattern, async (c) => answerTrack(c, world, await load(c, world)));
  routes.post(urls.applicationTrack.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const id = idParam(c, "id");
    const file = await load(c, world);
    const fields = await readForm(c);
    const told = readTold(file.reading.scheme, fields);
    const outcome = await tellTrack(world, visitor, readAct(id, fields, urls.applicationTrack.href({ id })), told);
    return answerAct(c, world, outcome, "C’est noté. Le service le voit dans votre dossier.", async (refusals) =>
      answerTrack(c, world, await load(c, world), { typed: told, refusals }),
    );
  });
}

async function load(c: RequestContext, world: World): Promise<OpenApplication> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const file = await inTransaction(world.db, readerOf(visitor), (tx) => openApplication(tx, id, world.clock.now()));
  if (file === null || !maySeeAsApplicant(visitor, file.application)) return notFound();
  return file.application.state === "draft" || file.reading.scheme.track === undefined ? notFound() : file;
}

interface Told {
  readonly typed: ReadonlyMap<string, RawValue>;
  readonly refusals: readonly Refusal[];
}

/** What the two roads show to the applicant. */
export function trackPropsOf(file: OpenApplication, visitor: SignedVisitor, told: Told | null): TrackPartProps {
  const { application, reading } = file;
  const mayTell = mayWriteFor(visitor, application.organisationId) && isTellable(application.state);
  return {
    application,
    reading,
    ownLook: applicantStateLook(application.state),
    action: mayTell ? urls.applicationTrack.href({ id: application.id }) : null,
    fields: actFields(application),
    typed: told === null ? null : { ...reading.raw, ...Object.fromEntries(told.typed) },
    refusals: told?.refusals ?? [],
  };
}

function answerTrack(c: RequestContext, world: World, file: OpenApplication, told: Told | null = null): Response {
  const visitor = requireSignedIn(c);
  const name = file.reading.scheme.track?.name ?? "";
  const title = `${world.config.funder.words.short} et ${name}\u00a0: les deux dossiers`;
  return respondPage(
    c,
    world,
    {
      title,
      current: urls.dashboard.href(),
      breadcrumbs: breadcrumbsOf(file, title),
      status: told === null ? 200 : 422,
      toCorrect: told !== null,
    },
    <>
      <PageHeader
        eyebrow={file.application.number ?? ""}
        title={title}
        lead={`Le projet se joue en deux endroits. Dites ici ce que répond le ${name}\u00a0: le service en tient compte aussitôt.`}
      />
      <TrackPart {...trackPropsOf(file, visitor, told)} />
    </>,
  );
}

import { Hono } from "hono";
import { findAward } from "#src/awards/index.ts";
import { findAmendments, findApplication } from "#src/life/index.ts";
import { readActFields } from "#src/life/web/index.ts";
import { loadOrganisation, readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  type Env,
  forbidden,
  hasFreshProof,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireAgent,
  requireSignedIn,
  respondPage,
  sayProof,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import {
  answerOutcome,
  listOf,
  loadView,
  mayTakeStep,
  type ReviewedPartLoader,
  readDayText,
  readMoneyText,
  reviewHref,
  showReviewed,
  tellDay,
} from "#src/reviews/web/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { joinCountersigned, makeAgreement, sendSignedCopy, signForFunder } from "../acts.ts";
import { agreementOf } from "../agreement-of.ts";
import { amendAgreement } from "../amend.ts";
import { grantAgreement } from "../letters/grant-agreement.ts";
import { mayReadAgreement, maySignAgreement } from "../may.ts";
import { sendSignedAmendment, signAmendment } from "../sign-amendment.ts";
import { findAgreement } from "../store.ts";
import { yearOf } from "../yearly.ts";
import { AgreementPage, type AgreementView } from "./agreement-page.tsx";
import { JOINED_AGAIN, SIGNATURE_FORM } from "./agreement-part.tsx";
import { AMENDMENT_FORM } from "./amend-form.tsx";
import { amendmentCopy, signedCopy } from "./copies.ts";
import { AMENDMENT_SIGNATURE_FORM } from "./sign-amendment-form.tsx";
import { signing } from "./signing.ts";

/** All the pages of this slice. `loaders` show the page of the file again where an act is refused. */
export function agreementRoutes(world: World, loaders: readonly ReviewedPartLoader[]): Routes {
  const routes = new Hono<Env>();

  routes.post(urls.reviewAgreement.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const fields = await readForm(c);
    const act = readActFields(fields);
    const list = listOf(fields);
    const outcome = await makeAgreement(world, visitor, { id, ...act, location: reviewHref(id, "convention", list) });
    return answerOutcome(c, world, outcome, {
      done: "La convention est établie : elle part avec un courriel au bénéficiaire.",
      back: reviewHref(id, "", list),
    });
  });

  routes.get(urls.reviewPreview.pattern, async (c, next) => {
    if (c.req.param("letter") !== "convention") return next();
    const visitor = requireAgent(c);
    const view = await loadView(world, visitor, idParam(c, "id"));
    if (!mayTakeStep(view, "make-agreement")) return forbidden();
    const { application } = view.file;
    const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const award = await findAward(tx, application.id);
      const organisation = await loadOrganisation(tx, application.organisationId);
      return { award, organisation, yearly: award === null ? null : await yearOf(tx, application, award) };
    });
    if (found.award === null || found.organisation === null || found.yearly === null) return notFound();
    const data = agreementOf({
      config: world.config,
      file: view.file,
      award: found.award,
      organisation: found.organisation,
      yearly: found.yearly,
      number: "en projet",
      at: world.clock.now(),
      placeName: (code) => communeByCode(code)?.name ?? code,
    });
    return pdfResponse(
      (await funderPdf(world.config, grantAgreement, data, { preview: true })).pdf,
      "apercu-convention.pdf",
    );
  });

  routes.post(urls.reviewAmendment.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const fields = await readForm(c);
    const list = listOf(fields);
    const request = { id, ...readActFields(fields), location: reviewHref(id, "convention", list) };
    const outcome = await amendAgreement(world, visitor, request, {
      aid: readMoneyText(text(fields, "aide")),
      deliberation: text(fields, "deliberation"),
      decidedOn: readDayText(text(fields, "date")),
      reason: text(fields, "raison"),
    });
    return answerOutcome(c, world, outcome, {
      done: "L’avenant est établi\u00a0: il part avec un courriel au bénéficiaire.",
      back: reviewHref(id, "", list),
      typed: fields,
      refused: (unread) => {
        const refusals = tellDay(unread, "date", text(fields, "date"));
        return showReviewed(c, world, visitor, id, loaders, { form: AMENDMENT_FORM, fields, refusals });
      },
    });
  });

  routes.get(urls.reviewAmendmentSignature.pattern, async (c) => {
    requireAgent(c);
    return amendmentCopy(c, world);
  });

  routes.post(urls.reviewAmendmentSignature.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    await loadView(world, visitor, id);
    const { fields, outcome } = await signing(
      c,
      world,
      id,
      (sent) => reviewHref(id, "convention", listOf(sent)),
      (request, { signedOn }, file) => signAmendment(world, visitor, request, signedOn, file),
    );
    const typed = Object.fromEntries(fields);
    return answerOutcome(c, world, outcome, {
      done: "L’avenant signé est joint.",
      back: reviewHref(id, "", listOf(typed)),
      refused: (refusals) =>
        showReviewed(c, world, visitor, id, loaders, { form: AMENDMENT_SIGNATURE_FORM, fields: typed, refusals }),
    });
  });

  routes.get(urls.reviewSignature.pattern, async (c) => {
    requireAgent(c);
    return signedCopy(c, world, ({ signedFile }) => signedFile);
  });

  routes.post(urls.reviewSignature.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const view = await loadView(world, visitor, id);
    if (!mayTakeStep(view, "sign") && view.file.application.state === "agreement-to-sign") return forbidden();
    const isProven = hasFreshProof(c, world);
    let joinedAgain = false;
    const { fields, outcome } = await signing(
      c,
      world,
      id,
      (sent) => reviewHref(id, "convention", listOf(sent)),
      (request, input, file, sent) => {
        joinedAgain = sent.has(JOINED_AGAIN);
        if (joinedAgain) return joinCountersigned(world, visitor, request, file);
        // The page keeps what was typed; the copy is chosen again after.
        if (!isProven) return Promise.resolve({ kind: "refused", refusals: [{ message: sayProof(world) }] });
        return signForFunder(world, visitor, request, input, file);
      },
    );
    return answerOutcome(c, world, outcome, {
      done: joinedAgain ? "L’exemplaire est joint." : "La convention est signée par les deux parties.",
      back: reviewHref(id, "", listOf(Object.fromEntries(fields))),
      refused: (refusals) =>
        showReviewed(c, world, visitor, id, loaders, {
          form: SIGNATURE_FORM,
          fields: Object.fromEntries(fields),
          refusals,
        }),
    });
  });

  routes.get(urls.applicationSignedAgreement.pattern, (c) => signedCopy(c, world, ({ signedFile }) => signedFile));
  routes.get(urls.applicationSignedAmendment.pattern, (c) => amendmentCopy(c, world));
  routes.post(urls.applicationSignedAmendment.pattern, (c) =>
    postCopy(c, world, sendSignedAmendment, "L’avenant signé est déposé."),
  );

  routes.get(urls.applicationAgreement.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const view = await loadAgreement(c, world, visitor);
    return showAgreement(c, world, view);
  });

  routes.post(urls.applicationAgreement.pattern, (c) =>
    postCopy(
      c,
      world,
      sendSignedCopy,
      `L’exemplaire signé est déposé. ${world.config.funder.words.capital} signe à son tour.`,
    ),
  );

  return routes;
}

/** The beneficiary's own copy, of the agreement or of its last amendment. */
async function postCopy(
  c: RequestContext,
  world: World,
  send: typeof sendSignedCopy | typeof sendSignedAmendment,
  done: string,
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const view = await loadAgreement(c, world, visitor);
  if (!view.maySign) return forbidden();
  const { id } = view.application;
  const back = urls.applicationAgreement.href({ id });
  const { fields, outcome } = await signing(
    c,
    world,
    id,
    () => back,
    (request, input, file) => send(world, visitor, request, input, file),
  );
  return answerOutcome(c, world, outcome, {
    done,
    back,
    refused: async (refusals) =>
      showAgreement(c, world, { ...(await loadAgreement(c, world, visitor)), typed: fields, refusals }),
  });
}

async function loadAgreement(c: RequestContext, world: World, visitor: SignedVisitor): Promise<AgreementView> {
  const id = idParam(c, "id");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    application: await findApplication(tx, id),
    agreement: await findAgreement(tx, id),
    amendments: await findAmendments(tx, [id]),
  }));
  const { application, agreement, amendments } = found;
  if (application === null || agreement === null || !mayReadAgreement(visitor, application)) return notFound();
  const maySign = maySignAgreement(visitor, application);
  return { application, agreement, amendments, maySign, typed: new Map(), refusals: [] };
}

function showAgreement(c: RequestContext, world: World, view: AgreementView): Response {
  const { application, agreement } = view;
  return respondPage(
    c,
    world,
    {
      title: `Convention ${agreement.number}`,
      current: urls.dashboard.href(),
      breadcrumbs: [
        { label: "Mon espace", href: urls.dashboard.href() },
        { label: application.number ?? "Demande", href: urls.application.href({ id: application.id }) },
        { label: "Convention" },
      ],
      status: view.refusals.length > 0 ? 422 : 200,
    },
    <AgreementPage view={view} />,
  );
}

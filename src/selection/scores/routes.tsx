import { gridLines } from "#policy/index.ts";
import { findCall } from "#src/calls/index.ts";
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
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { askables, loadReviewed } from "#src/reviews/index.ts";
import { urls } from "#src/urls.ts";
import { partyNames } from "../assessors/store.ts";
import { rulesOf } from "../rules.ts";
import { answerPaper } from "../web/papers.ts";
import { declareImpartial, declareOwnInterest, saveSheet, sendSheet } from "./acts.ts";
import { givenIn } from "./given.ts";
import { ImpartialPage } from "./impartial-page.tsx";
import { OwnSheetsPage } from "./own-sheets-page.tsx";
import { readSheet, type TypedLine } from "./sheet.ts";
import { SheetPage } from "./sheet-page.tsx";
import { listOthersMarks, listOwnSheets, type OwnSheet } from "./store.ts";

/** The assessors' own pages: their sheets, and nothing of what is not given to them. */
export function sheetRoutes(routes: Routes, world: World): void {
  routes.get(urls.mySheets.pattern, async (c) => {
    const sheets = await ownSheets(world, requireSignedIn(c));
    return respondPage(
      c,
      world,
      { title: "Mes évaluations", current: urls.mySheets.href() },
      <OwnSheetsPage sheets={sheets} />,
    );
  });

  routes.get(urls.sheet.pattern, async (c) => show(c, world, new Map(), null));

  routes.post(urls.sheet.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const { sheet } = await load(c, world, visitor);
    const fields = await readForm(c);
    const typed = typedLines(fields);
    const isSending = text(fields, "action") === "envoyer";
    const outcome = await (isSending ? sendSheet : saveSheet)(world, visitor, sheet.id, typed);
    if (outcome === "absent") return notFound();
    const wantsJson = c.req.header("accept") === "application/json";
    if ("errors" in outcome) {
      const [message = ""] = outcome.errors.values();
      if (wantsJson) return c.json({ message }, 422);
      return show(c, world, outcome.errors, typed);
    }
    if (wantsJson) return c.json({ savedAt: world.clock.now().toString() });
    setFlash(c, "success", isSending ? "Votre fiche est envoyée." : "Votre brouillon est gardé.");
    return c.redirect(isSending ? urls.mySheets.href() : urls.sheet.href({ sheet: sheet.id }), 303);
  });

  routes.post(urls.sheetInterest.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const { sheet } = await load(c, world, visitor);
    const fields = await readForm(c);
    if (text(fields, "action") === "aucun") {
      await declareImpartial(world, visitor, sheet.id);
      return c.redirect(urls.sheet.href({ sheet: sheet.id }), 303);
    }
    const typed = { sirens: texts(fields, "siren"), reason: text(fields, "reason") };
    const outcome = await declareOwnInterest(world, visitor, sheet.id, typed);
    if (outcome === "absent") return notFound();
    if ("errors" in outcome) return showImpartial(c, world, sheet, outcome.errors, typed);
    setFlash(c, "success", "Votre intérêt est noté\u00a0: une autre personne évaluera ce dossier.");
    return c.redirect(urls.mySheets.href(), 303);
  });

  routes.get(urls.sheetAttachment.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const { sheet } = await load(c, world, visitor);
    if (sheet.impartialAt === null) return forbidden();
    return answerPaper(c, world, visitor, sheet.applicationId);
  });
}

function ownSheets(world: World, visitor: SignedVisitor): Promise<readonly OwnSheet[]> {
  const on = today(world.clock).toString();
  return inTransaction(world.db, "system", (tx) => listOwnSheets(tx, visitor.person.id, on));
}

async function load(c: RequestContext, world: World, visitor: SignedVisitor): Promise<{ readonly sheet: OwnSheet }> {
  const id = idParam(c, "sheet");
  const sheet = (await ownSheets(world, visitor)).find((one) => one.id === id);
  return sheet === undefined ? notFound() : { sheet };
}

/** `mark.line`, `reason.line`…: what was sent, line by line. */
function typedLines(fields: FormFields): readonly TypedLine[] {
  const lines = new Set(
    Object.keys(fields).flatMap((name) => /^(?:mark|reason|strength|question)\.([a-z-]+)$/.exec(name)?.[1] ?? []),
  );
  return [...lines].map((line) => ({
    line,
    mark: text(fields, `mark.${line}`),
    reason: text(fields, `reason.${line}`),
    strength: text(fields, `strength.${line}`),
    question: text(fields, `question.${line}`),
  }));
}

async function showImpartial(
  c: RequestContext,
  world: World,
  sheet: OwnSheet,
  errors: ReadonlyMap<string, string>,
  typed: { readonly sirens: readonly string[]; readonly reason: string },
): Promise<Response> {
  const parties = await inTransaction(world.db, "system", (tx) => partyNames(tx, sheet.applicationId));
  return respondPage(
    c,
    world,
    { title: "Avant d’ouvrir ce dossier", current: urls.mySheets.href(), status: errors.size > 0 ? 422 : 200 },
    <ImpartialPage sheet={sheet} parties={parties} errors={errors} typed={typed} />,
  );
}

async function show(
  c: RequestContext,
  world: World,
  errors: ReadonlyMap<string, string>,
  typed: readonly TypedLine[] | null,
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const { sheet } = await load(c, world, visitor);
  if (sheet.impartialAt === null) return showImpartial(c, world, sheet, new Map(), { sirens: [], reason: "" });
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    file: await loadReviewed(tx, sheet.applicationId, visitor.person.id),
    call: await findCall(tx, { id: sheet.callId }),
    parties: await partyNames(tx, sheet.applicationId),
  }));
  // By the service: another's sheet is not theirs to read, but for what the common file shows of it.
  const others = sheet.isCommon
    ? await inTransaction(world.db, "system", (tx) => listOthersMarks(tx, sheet.id))
    : new Map<string, readonly string[]>();
  if (found.file === null || found.call === null) return notFound();
  const { file, parties } = found;
  const { scheme, lines } = rulesOf(found.call);
  const asked = askables(
    scheme,
    file.answers,
    file.revision.attachments.map(({ key }) => key),
  );
  const kept = typed === null ? sheet.lines : readSheet(scheme, typed).lines;
  return respondPage(
    c,
    world,
    {
      title: `${sheet.number}, évaluation`,
      current: urls.mySheets.href(),
      density: "compact",
      status: errors.size > 0 ? 422 : 200,
      scripts: ["autosave", "sheet"],
      breadcrumbs: [{ label: "Mes évaluations", href: urls.mySheets.href() }, { label: sheet.number }],
    },
    <SheetPage
      sheet={sheet}
      scheme={scheme}
      weights={new Map(lines.map(({ id, weight }) => [id, weight]))}
      reads={
        new Map(gridLines(scheme.grid).map(({ id, reads }) => [id, asked.filter(({ path }) => isRead(path, reads))]))
      }
      given={givenIn(scheme, file.answers)}
      attachments={file.revision.attachments}
      papers={new Map(file.revision.attachments.map(({ key }) => [key, paperName(asked, key)]))}
      scans={file.scans}
      parties={parties}
      lines={kept}
      others={others}
      errors={errors}
    />,
  );
}

/** A paper by what was asked; by its key where nothing asks for it any more. */
function paperName(asked: readonly { readonly path: string; readonly label: string }[], key: string): string {
  return asked.find(({ path }) => path === `document:${key}`)?.label ?? key;
}

/** `people.*.name` reads `people.0.name`. */
function isRead(path: string, reads: readonly string[]): boolean {
  return reads.some((read) => new RegExp(`^${read.replaceAll(".", "\\.").replaceAll("*", "\\d+")}$`).test(path));
}

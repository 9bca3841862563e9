import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { downloadResponse, mediaResponse, refuseQuarantined } from "#src/platform/http/download.ts";
import { textWithin } from "#src/platform/http/forms.ts";
import { streamFiles } from "#src/platform/http/upload.ts";
import { drawAgain, type Received, receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { crumbs } from "../web/crumbs.ts";
import { loadPractice, toWrite } from "../web/practice-guard.ts";

import { CAPTION_TYPES, type PieceKind, type PracticePiece, pieceLooks } from "./piece.ts";
import { joinPiece, takePieceAway } from "./piece-acts.ts";
import { piecesOf } from "./piece-store.ts";
import { fieldsOf, PiecesPage, type PiecesPageProps } from "./pieces-page.tsx";

/** Pictures, videos and files of a practice: added while it is written, shown with it. */
export function pieceRoutes(routes: Routes, world: World): void {
  routes.get(urls.practicePieces.pattern, (c) => answerPieces(c, world, null));
  routes.post(urls.practicePieces.pattern, (c) => receive(c, world));

  routes.post(urls.practicePieceRemoval.pattern, async (c) => {
    const { visitor, practice } = await toWrite(c, world);
    if (!(await takePieceAway(world, visitor, practice.id, idParam(c, "piece")))) notFound();
    setFlash(c, "success", "C’est retiré.");
    return c.redirect(urls.practicePieces.href({ slug: practice.slug }), 303);
  });

  routes.get(urls.practicePiece.pattern, async (c) => {
    const piece = await load(c, world);
    refuseQuarantined(piece.file.scan);
    const file = { ...piece.file, fileId: piece.file.id };
    if (piece.kind === "video") return mediaResponse(world, file, c.req.header("range"));
    return downloadResponse(world, file, piece.kind === "picture");
  });

  routes.get(urls.practiceCaptions.pattern, async (c) => {
    const { captions } = await load(c, world);
    if (captions === null) notFound();
    refuseQuarantined(captions.scan);
    return mediaResponse(world, { ...captions, fileId: captions.id }, undefined);
  });
}

async function load(c: RequestContext, world: World): Promise<PracticePiece> {
  const practice = await loadPractice(c, world);
  const id = idParam(c, "piece");
  const pieces = await inTransaction(world.db, readerOf(c.get("visitor")), (tx) => piecesOf(tx, practice.id));
  return pieces.find((one) => one.id === id) ?? notFound();
}

async function receive(c: RequestContext, world: World): Promise<Response> {
  const { visitor, practice } = await toWrite(c, world);
  const kind = (Object.keys(pieceLooks) as PieceKind[]).find((one) => pieceLooks[one].value === c.req.query("genre"));
  if (kind === undefined) notFound();
  const names = fieldsOf(kind);
  const { types, largest } = pieceLooks[kind];
  const fields = new Map<string, string>();
  const files = await streamFiles(
    c,
    2,
    ({ field, bytes, name }) =>
      field === names.captions
        ? receiveFile(world, bytes, name, CAPTION_TYPES, 1_000_000)
        : receiveFile(world, bytes, name, types, largest),
    fields,
  );
  const [received, captions] = [files.get(names.file) ?? null, files.get(names.captions) ?? null];
  const errors: Record<string, string> = {};
  const description = textWithin(Object.fromEntries(fields), names.description, 300, errors);
  if (description === "") errors[names.description] = "Dites ce que c’est, en une phrase.";
  const wrong = whyNot(received, "Choisissez un fichier.");
  if (wrong !== null) errors[names.file] = wrong;
  const uncaptioned = kind === "video" ? whyNot(captions, "Joignez ses sous-titres, en WebVTT.") : null;
  if (uncaptioned !== null) errors[names.captions] = uncaptioned;
  if (received?.ok !== true || Object.keys(errors).length > 0) {
    for (const one of files.values()) if (one.ok) await world.files.remove(one.stored.id);
    return answerPieces(c, world, { kind, description, errors });
  }
  const kept = kind === "picture" ? await drawAgain(world, received) : received;
  const withCaptions = kind === "video" && captions?.ok === true ? captions : null;
  const joined = await joinPiece(world, visitor, practice.id, {
    kind,
    description,
    received: kept,
    captions: withCaptions,
  });
  if (joined) setFlash(c, "success", "C’est ajouté.");
  else {
    for (const one of [kept, withCaptions]) if (one !== null) await world.files.remove(one.stored.id);
    setFlash(c, "warning", "Rien n’est ajouté : cette pratique ne se modifie plus, ou elle en tient déjà assez.");
  }
  return c.redirect(urls.practicePieces.href({ slug: practice.slug }), 303);
}

function whyNot(received: Received | null, none: string): string | null {
  if (received === null) return none;
  return received.ok ? null : `Le fichier n’est pas pris : ${received.message}`;
}

async function answerPieces(c: RequestContext, world: World, refused: PiecesPageProps["refused"]): Promise<Response> {
  const { visitor, practice } = await toWrite(c, world);
  const pieces = await inTransaction(world.db, readerOf(visitor), (tx) => piecesOf(tx, practice.id));
  return respondPage(
    c,
    world,
    {
      title: `Images, vidéos et fichiers, ${practice.title}`,
      current: urls.community.href(),
      breadcrumbs: crumbs("Images, vidéos et fichiers", urls.practice.href({ slug: practice.slug }), practice.title),
      status: refused === null ? 200 : 422,
    },
    <PiecesPage practice={practice} pieces={pieces} refused={refused} />,
  );
}

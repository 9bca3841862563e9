import { HTTPException } from "hono/http-exception";
import type { JSX } from "preact";
import { readerOf, type Visitor } from "#src/people/index.ts";
import { idParam, notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { downloadResponse, refuseQuarantined } from "#src/platform/http/download.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import { streamFile } from "#src/platform/http/upload.ts";
import { drawAgain, type ReceivedFile, receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { LinkButton, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ended, requirePart } from "../events/guard.ts";
import { mayOnOccasion, type OccasionPart } from "../occasions/may.ts";
import { isPublic, type Occasion } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";
import { registrationOfTicket } from "../registrations/links.ts";
import type { Registration } from "../registrations/registration.ts";
import { findRegistration, listRegistrations } from "../registrations/store.ts";
import { changePhotoConsent, keepPiece, takeAway } from "./acts.ts";
import { isReadable, mayReceive, type Piece, type PieceKind, pieceTypes } from "./piece.ts";
import { readPiece } from "./piece-fields.ts";
import { fileField, PiecesPage, type PiecesPageProps } from "./pieces-page.tsx";
import { PhotoAccord, PiecesPart } from "./pieces-part.tsx";
import { findPiece, listPieces } from "./store.ts";

export function afterRoutes(routes: Routes, world: World): void {
  routes.get(urls.runOccasionPieces.pattern, (c) => answerPieces(c, world, null));
  routes.post(urls.runOccasionPieces.pattern, (c) => receive(c, world));

  routes.post(urls.runOccasionPieceRemoval.pattern, async (c) => {
    const { visitor, occasion } = await requirePart(c, world, "add-documents");
    if (!ended(await takeAway(world, visitor, occasion.id, idParam(c, "piece")))) notFound();
    setFlash(c, "success", "C’est retiré.");
    return c.redirect(urls.runOccasionPieces.href({ id: occasion.id }), 303);
  });

  routes.get(urls.agendaPiece.pattern, async (c) => {
    const id = idParam(c, "piece");
    const found = await inTransaction(world.db, readerOf(c.get("visitor")), async (tx) => {
      const occasion = await findOccasion(tx, { slug: c.req.param("slug") });
      return occasion === null ? null : findPiece(tx, occasion.id, id);
    });
    return send(world, found);
  });

  routes.get(urls.registrationPiece.pattern, async (c) => {
    const registrationId = registrationOfTicket(world, c.req.param("ticket")) ?? notFound();
    const id = idParam(c, "piece");
    const found = await inTransaction(world.db, "system", async (tx) => {
      const registration = await findRegistration(tx, registrationId);
      return registration?.state === "registered" ? findPiece(tx, registration.occasionId, id) : null;
    });
    return send(world, found);
  });

  routes.post(urls.registrationPhotographs.pattern, async (c) => {
    const ticket = c.req.param("ticket");
    const id = registrationOfTicket(world, ticket) ?? notFound();
    const agrees = text(await readForm(c), "accord") === "oui";
    const gone = await changePhotoConsent(world, id, agrees);
    if (gone === null) notFound();
    setFlash(
      c,
      "success",
      agrees
        ? "C’est noté : vous pouvez paraître sur des photographies."
        : gone === 0
          ? "C’est noté : aucune photographie de vous ne paraîtra."
          : "C’est noté : les photographies où l’on vous reconnaît sont effacées.",
    );
    return c.redirect(urls.registration.href({ ticket }), 303);
  });
}

function send(world: World, piece: Piece | null): Response {
  if (piece === null) notFound();
  const { file } = piece;
  refuseQuarantined(file.scan);
  return downloadResponse(world, { ...file, fileId: file.id }, piece.kind === "photograph");
}

async function receive(c: RequestContext, world: World): Promise<Response> {
  const { visitor, occasion } = await requirePart(c, world, "add-documents");
  const kind: PieceKind = c.req.query("genre") === "document" ? "document" : "photograph";
  const fields = new Map<string, string>();
  const received = await streamFile(c, ({ bytes, name }) => receiveFile(world, bytes, name, pieceTypes[kind]), fields);
  const typed = Object.fromEntries(fields);
  const { piece, errors } = readPiece(kind, typed);
  const wrong: Record<string, string> = { ...errors };
  if (received === null) wrong[fileField[kind]] = "Choisissez un fichier.";
  else if (!received.ok) wrong[fileField[kind]] = `Le fichier n’est pas pris : ${received.message}`;
  if (received?.ok !== true || Object.keys(wrong).length > 0) {
    if (received?.ok === true) await world.files.remove(received.stored.id);
    return answerPieces(c, world, { kind, typed, errors: wrong });
  }
  const file: ReceivedFile = kind === "photograph" ? await drawAgain(world, received) : received;
  const outcome = await keepPiece(world, visitor, occasion.id, { ...piece, received: file });
  if (outcome !== "kept") await world.files.remove(file.stored.id);
  const kept = ended(outcome);
  if (kept === "too-soon") throw new HTTPException(409);
  if (kept === "no-accord") {
    const told = { accord: "Une des personnes cochées n’a pas donné son accord, ou l’a repris." };
    return answerPieces(c, world, { kind, typed, errors: told });
  }
  setFlash(c, "success", kind === "photograph" ? "La photographie est en place." : "Le document est en place.");
  return c.redirect(urls.runOccasionPieces.href({ id: occasion.id }), 303);
}

async function answerPieces(c: RequestContext, world: World, refused: PiecesPageProps["refused"]): Promise<Response> {
  const { visitor, occasion, parts } = await requirePart(c, world, "add-documents");
  const now = world.clock.now();
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    pieces: await listPieces(tx, occasion.id),
    registrations: mayOnOccasion(parts, "read-registrations") ? await listRegistrations(tx, occasion.id) : [],
  }));
  const page = (
    <PiecesPage
      occasion={occasion}
      pieces={found.pieces}
      agreed={found.registrations
        .filter((one) => one.state === "registered" && one.photoConsent === true)
        .slice(0, 200)}
      takes={{ photograph: mayReceive(occasion, "photograph", now), document: mayReceive(occasion, "document", now) }}
      refused={refused}
    />
  );
  const title = `Photographies et documents, ${occasion.title}`;
  const breadcrumbs = [
    { label: "Animation", href: urls.running.href() },
    { label: occasion.title, href: urls.runOccasion.href({ id: occasion.id }) },
    { label: "Photographies et documents" },
  ];
  return respondPage(
    c,
    world,
    { title, current: urls.running.href(), breadcrumbs, status: refused === null ? 200 : 422 },
    page,
  );
}

/** What an occasion's page shows of what was kept: what is open to the visitor. */
export async function piecesPart(world: World, occasion: Occasion, visitor: Visitor): Promise<JSX.Element | null> {
  if (!isPublic(occasion)) return null;
  const pieces = await inTransaction(world.db, readerOf(visitor), (tx) => listPieces(tx, occasion.id));
  return (
    <PiecesPart
      title="Photographies et documents"
      pieces={pieces.filter((one) => one.openTo === "everyone" && isReadable(one))}
      hrefOf={(piece) => urls.agendaPiece.href({ slug: occasion.slug, piece: piece.id })}
    />
  );
}

/** What who registered finds on their own page: everything that was kept, and the accord that they gave or take back. */
export async function ticketPiecesPart(
  world: World,
  occasion: Occasion,
  registration: Registration,
  ticket: string,
): Promise<JSX.Element | null> {
  if (registration.state !== "registered") return null;
  const pieces = await inTransaction(world.db, "system", (tx) => listPieces(tx, occasion.id));
  return (
    <>
      <PiecesPart
        title="Photographies et documents"
        pieces={pieces.filter(isReadable)}
        hrefOf={(piece) => urls.registrationPiece.href({ ticket, piece: piece.id })}
      />
      <PhotoAccord agrees={registration.photoConsent === true} ticket={ticket} />
    </>
  );
}

/** For who runs an occasion, or speaks there: where pieces are kept. */
export async function runPiecesPart(
  _world: World,
  occasion: Occasion,
  parts: readonly OccasionPart[],
): Promise<JSX.Element | null> {
  if (!mayOnOccasion(parts, "add-documents") || occasion.state !== "published") return null;
  return (
    <Section id="apres" title="Ce qui reste">
      <p>
        <LinkButton variant="secondary" icon="file" href={urls.runOccasionPieces.href({ id: occasion.id })}>
          Photographies et documents
        </LinkButton>
      </p>
    </Section>
  );
}

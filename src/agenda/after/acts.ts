import { holding, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { postMail } from "#src/platform/mail.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { actOnOccasion, asService, type NotDone } from "../occasions/act.ts";
import { listCrew } from "../occasions/crew.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";
import { findRegistration, setPhotoConsent } from "../registrations/store.ts";
import { mayReceive, type Piece } from "./piece.ts";
import { addPiece, addSubjects, findPiece, removePhotographsOf, removePiece } from "./store.ts";

export interface NewPiece extends Pick<Piece, "kind" | "description" | "openTo" | "accord"> {
  readonly received: ReceivedFile;
  /** Registrations of those who can be recognised. */
  readonly subjects: readonly string[];
}

/** Keeps a photograph or a document of an occasion. "no-accord" where somebody named has not agreed, or no longer does. */
export function keepPiece(
  world: World,
  visitor: SignedVisitor,
  id: string,
  piece: NewPiece,
): Promise<"kept" | "no-accord" | "too-soon" | { readonly notDone: NotDone }> {
  return actOnOccasion(world, visitor, id, "add-documents", null, async ({ tx, occasion, note }) => {
    const at = world.clock.now();
    if (!mayReceive(occasion, piece.kind, at)) return "too-soon";
    const agreed = await asService(tx, () => haveAgreed(tx, id, piece.subjects));
    if (!agreed) return "no-accord";
    const { received, subjects } = piece;
    await keepFile(world, tx, received, { by: visitor.person.id, at });
    const kept = await addPiece(tx, {
      ...piece,
      occasionId: id,
      fileId: received.stored.id,
      by: visitor.person.id,
      at,
    });
    await asService(tx, () => addSubjects(tx, kept, subjects));
    await note("piece-kept", { piece: kept, kind: piece.kind, sha256: received.stored.sha256 });
    return "kept";
  });
}

async function haveAgreed(tx: Tx, occasionId: string, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) {
    const one = await findRegistration(tx, id);
    if (one?.occasionId !== occasionId || one.state !== "registered" || one.photoConsent !== true) return false;
  }
  return true;
}

export function takeAway(
  world: World,
  visitor: SignedVisitor,
  id: string,
  pieceId: string,
): Promise<boolean | { readonly notDone: NotDone }> {
  return actOnOccasion(world, visitor, id, "add-documents", null, async ({ tx, note }) => {
    if ((await findPiece(tx, id, pieceId)) === null) return false;
    await removePiece(tx, pieceId);
    await note("piece-removed", { piece: pieceId });
    return true;
  });
}

/**
 * Somebody takes back the accord they gave to be photographed, or gives it. Taken back, every photograph where they can
 * be recognised goes at once, and the organisers are told. Gives how many went; null where there is no such registration.
 */
export function changePhotoConsent(world: World, registrationId: string, agrees: boolean): Promise<number | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const registration = await findRegistration(tx, registrationId);
    const occasion = registration === null ? null : await findOccasion(tx, { id: registration.occasionId });
    if (registration === null || occasion === null || registration.state === "cancelled") return null;
    await setPhotoConsent(tx, registrationId, agrees);
    const gone = agrees ? 0 : await removePhotographsOf(tx, registrationId);
    await record(tx, {
      chain: `occasion:${occasion.id}`,
      at: world.clock.now(),
      actor: null,
      organisation: null,
      act: agrees ? "photographs-agreed" : "photographs-refused",
      details: { registration: registrationId, removed: gone },
      visibleToApplicant: false,
    });
    if (gone > 0) await tellHosts(tx, world, occasion, gone);
    return gone;
  });
}

async function tellHosts(tx: Tx, world: World, occasion: Occasion, gone: number): Promise<void> {
  const hosts = (await listCrew(tx, occasion.id)).filter((one) => one.part === "host").map((one) => one.email);
  const to = new Set([...hosts, ...(occasion.contact === "" ? [] : [occasion.contact])]);
  const many = gone === 1 ? "Une photographie est retirée" : `${gone} photographies sont retirées`;
  const paragraphs = [
    `${many} de « ${occasion.title} » : une personne qui y est reconnaissable a repris son accord. Si elle a paru ailleurs, retirez-la aussi.`,
    `Ce qui reste${NBSP}: ${world.origin}${urls.runOccasionPieces.href({ id: occasion.id })}`,
  ];
  const subject = `${many} : ${occasion.title}`;
  const why = holding("organisez ce rendez-vous");
  for (const email of to) await postMail(world, tx, world.clock.now(), { to: email, subject, paragraphs, why });
}

import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { oneLine } from "#text/index.ts";
import { isPublished, type PublishedCall, schemeOfCall } from "../call.ts";
import { readCall } from "../content.ts";
import { LONGEST_NOTE, LONGEST_TITLE, maySendFor, notesOf, sendNote, takesNotes } from "../notes.ts";
import { findCall } from "../store.ts";
import type { Typed } from "./desk-forms.tsx";
import { NotesPage } from "./notes-page.tsx";

/** The note asked before a file, where a call asks for one. */
export function noteRoutes(routes: Routes, world: World): void {
  routes.get(urls.callNotes.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    return answerNotes(c, world, visitor, await load(c, world), {}, {});
  });
  routes.post(urls.callNotes.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const call = await load(c, world);
    const fields = await readForm(c);
    const typed = {
      organisme: text(fields, "organisme"),
      titre: oneLine(text(fields, "titre")),
      note: text(fields, "note"),
    };
    const errors = errorsIn(visitor, typed);
    if (Object.keys(errors).length > 0) return answerNotes(c, world, visitor, call, typed, errors);
    const outcome = await sendNote(world, visitor, call.id, typed.organisme, { title: typed.titre, body: typed.note });
    if (outcome === "absent") notFound();
    if (outcome === "done") setFlash(c, "success", "Votre note est envoyée. La réponse paraîtra ici, et par courriel.");
    else setFlash(c, "danger", "Cet appel ne prend plus de note.");
    return c.redirect(urls.callNotes.href({ slug: call.slug }), 303);
  });
}

function errorsIn(visitor: SignedVisitor, typed: Readonly<Record<"organisme" | "titre" | "note", string>>): Typed {
  const errors: Record<string, string> = {};
  if (!maySendFor(visitor, typed.organisme)) errors.organisme = "Choisissez une organisation.";
  if (typed.titre === "") errors.titre = "Donnez un titre.";
  if (typed.titre.length > LONGEST_TITLE) errors.titre = `${LONGEST_TITLE} caractères au plus.`;
  if (typed.note === "") errors.note = "Écrivez votre note.";
  if (typed.note.length > LONGEST_NOTE) errors.note = "4 000 caractères au plus.";
  return errors;
}

/** A published call that asks for a note; any other has no such page. */
async function load(c: RequestContext, world: World): Promise<PublishedCall> {
  const call = await inTransaction(world.db, readerOf(c.get("visitor")), (tx) =>
    findCall(tx, { slug: c.req.param("slug") ?? "" }),
  );
  if (call === null || !isPublished(call)) return notFound();
  return readCall(schemeOfCall(call), call.raw).content.note === true ? call : notFound();
}

async function answerNotes(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  call: PublishedCall,
  typed: Typed,
  errors: Typed,
): Promise<Response> {
  const organisations = visitor.memberships
    .filter((one) => maySendFor(visitor, one.organisationId))
    .map((one) => ({ id: one.organisationId, name: one.organisationName }));
  const found = await notesOf(world, visitor, call.id);
  // An agent reads them all at the desk; here, one reads those of one's own organisations.
  const own = found.filter((one) => visitor.memberships.some((of) => of.organisationId === one.organisationId));
  const page = (
    <NotesPage
      call={call}
      isOpen={takesNotes(call, world.clock.now())}
      notes={own}
      organisations={organisations}
      typed={typed}
      errors={errors}
    />
  );
  const options = {
    title: "Note d’intention",
    current: urls.aids.href(),
    breadcrumbs: [
      { label: "Appels à projets", href: urls.calls.href() },
      { label: call.title, href: urls.call.href({ slug: call.slug }) },
      { label: "Note d’intention" },
    ],
    status: Object.keys(errors).length > 0 ? (422 as const) : (200 as const),
  };
  return respondPage(c, world, options, page);
}

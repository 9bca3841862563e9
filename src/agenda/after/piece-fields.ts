import { type FormFields, text, textWithin } from "#src/platform/http/forms.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import type { OpenTo, PieceKind } from "./piece.ts";

/** What was typed of a piece, its file apart. */
export interface TypedPiece {
  readonly kind: PieceKind;
  readonly description: string;
  readonly openTo: OpenTo;
  readonly accord: string;
  readonly subjects: readonly string[];
}

/** A photograph is told to who does not see it, and says who can be recognised and how they agreed. */
export function readPiece(
  kind: PieceKind,
  typed: FormFields,
): { readonly piece: TypedPiece; readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const description = textWithin(typed, kind === "document" ? "titre" : "description", 300, errors);
  if (description === "" && kind === "document") errors.titre = "Donnez un titre à ce document.";
  if (description === "" && kind === "photograph")
    errors.description = "Décrivez cette photographie pour qui ne la voit pas.";
  const people = text(typed, "personnes");
  const subjects = Object.keys(typed)
    .filter((name) => name.startsWith("inscrit.") && text(typed, name) === "oui")
    .map((name) => name.slice("inscrit.".length));
  const accord = textWithin(typed, "accord", 300, errors);
  if (kind === "photograph" && people !== "personne" && people !== "reconnaissables")
    errors.personnes = "Dites si une personne y est reconnaissable.";
  if (people === "reconnaissables" && subjects.length === 0 && accord === "")
    errors.accord = "Cochez ceux que l’on reconnaît, ou dites comment ils ont donné leur accord.";
  const shows = kind === "photograph" && people === "reconnaissables";
  const openTo = text(typed, "pour") === "registered" && kind === "document" ? "registered" : "everyone";
  return {
    piece: { kind, description, openTo, accord: shows ? accord : "", subjects: shows ? subjects : [] },
    errors,
  };
}

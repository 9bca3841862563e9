import type { JSX } from "preact";
import type { Question } from "#policy/index.ts";
import type { RawValue } from "#src/life/index.ts";
import { type FormFields, text, texts } from "#src/platform/http/forms.ts";
import {
  ChoiceField,
  type Content,
  communeQueryName,
  fieldId,
  formatDateTime,
  HiddenField,
  quoted,
} from "#src/ui/index.ts";
import { communeName } from "./communes.ts";
import type { ToldConflict } from "./drafts.ts";
import { answerOfRaw } from "./form-question.tsx";
import type { PostedDraft } from "./merge.ts";

const SHOWN = "conflit";
const KEPT = "ecrit";

function choiceName(path: string): string {
  return `choix.${path}`;
}

/** What a page that showed conflicts sends, once its author has chosen between the two values of each field. */
export function settled<P extends Pick<PostedDraft, "values">>(
  fields: FormFields,
  posted: P,
): P & Required<Pick<PostedDraft, "undecided">> {
  const values = new Map(posted.values);
  const undecided = new Set<string>();
  for (const path of texts(fields, SHOWN)) {
    const choice = text(fields, choiceName(path));
    for (const name of [path, communeQueryName(path)]) {
      if (choice === KEPT) values.delete(name);
      else if (choice === "") undecided.add(name);
    }
  }
  return { ...posted, values, undecided };
}

/** For what saves by itself: a field that waits for a choice is left out, and the others are kept. */
export function withoutUndecided<P extends Pick<PostedDraft, "values" | "undecided">>(posted: P): P {
  const values = new Map([...posted.values].filter(([path]) => posted.undecided?.has(path) !== true));
  return { ...posted, values };
}

interface Conflicting {
  readonly question: Question;
  readonly path: string;
  readonly conflict: ToldConflict;
}

/** The conflicts by the question they are about: a commune and the text of its box are one. */
export function conflictsAt(
  conflicts: readonly ToldConflict[],
  questions: readonly { readonly question: Question; readonly path: string }[],
): readonly Conflicting[] {
  return questions.flatMap(({ question, path }) => {
    const conflict =
      conflicts.find((one) => one.path === path) ?? conflicts.find((one) => one.path === communeQueryName(path));
    return conflict === undefined ? [] : [{ question, path, conflict }];
  });
}

/** Under the field: which of the two values is to be kept. */
export function conflictNotes(conflicting: readonly Conflicting[]): ReadonlyMap<string, Content> {
  return new Map(conflicting.map((one) => [one.path, <ConflictChoice key={one.path} {...one} />]));
}

/** At the top: each field that waits for a choice, by its name. */
export function conflictSummary(conflicting: readonly Conflicting[]): readonly { name: string; message: string }[] {
  return conflicting.map(({ question, path }) => ({
    name: choiceName(path),
    message: `${quoted(question.label)}\u00a0: choisissez la valeur à garder`,
  }));
}

function ConflictChoice({ question, path, conflict }: Conflicting): JSX.Element {
  return (
    <>
      <HiddenField name={SHOWN} value={path} />
      <ChoiceField
        name={choiceName(path)}
        label="Quelle valeur garder ?"
        as="radios"
        options={[
          { value: "saisi", label: "Votre saisie", hint: "Celle du champ ci-dessus, que vous pouvez encore changer." },
          { value: KEPT, label: whoseValue(conflict), hint: <Value of={question} value={conflict.theirs} /> },
        ]}
      />
    </>
  );
}

/** « Valeur enregistrée par Camille le 3 mars 2026 à 14 h 32 ». */
function whoseValue({ who, at, isSelf }: ToldConflict): string {
  const when = at === null ? "" : ` le ${formatDateTime(at)}`;
  if (isSelf) return `Valeur enregistrée depuis une autre page que vous avez ouverte${when}`;
  return `Valeur enregistrée${who === null ? "" : ` par ${who}`}${when}`;
}

/** For what saves by itself: the sentence of one conflict, and the id of the field that it is about. */
export function toldInOneLine(
  questions: readonly { readonly question: Question; readonly path: string }[],
  conflict: ToldConflict,
): { readonly message: string; readonly field?: string } {
  const [at] = conflictsAt([conflict], questions);
  const field = at === undefined ? "un champ" : quoted(at.question.label);
  return {
    message: `${whatChanged(conflict, field)} Enregistrez pour choisir entre les deux valeurs\u00a0: votre saisie reste sur cette page.`,
    ...(at === undefined ? {} : { field: fieldId(at.path) }),
  };
}

/** « Camille a modifié « Titre du projet » en même temps que vous. » */
function whatChanged(conflict: ToldConflict, field: string): string {
  if (conflict.isSelf) return `Une autre page ouverte par vous a enregistré ${field} avec une autre valeur.`;
  return `${conflict.who ?? "Une autre personne"} a modifié ${field} en même temps que vous.`;
}

function Value(props: { readonly of: Question; readonly value: RawValue }): JSX.Element {
  const said = answerOfRaw(props.of, props.value, communeName);
  return said === "" ? <em>(vide)</em> : <q class="es-lines">{said}</q>;
}

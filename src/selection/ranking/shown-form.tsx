import type { JSX } from "preact";
import { Button, Disclosure, Form, HiddenField, LongTextField, NumberField, TextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { seenOf } from "../seen.ts";
import type { CandidatePageProps } from "./file-props.ts";
import { shownOf } from "./shown.ts";

/** What the room shows of a project, and its place among those it is level with. */
export function ShownForm(props: CandidatePageProps): JSX.Element {
  const { candidate } = props.file;
  const { errors, typed } = props;
  return (
    <Disclosure
      summary="Ce que la séance en montre"
      open={["titre", "resume", "place", "place-raison"].some((name) => errors.has(name))}
    >
      <Form action={urls.candidateShown.href({ call: props.call.id, id: candidate.id })}>
        <HiddenField name="vu" value={seenOf(shownOf(candidate))} />
        <TextField
          name="titre"
          label="Titre court"
          hint="34 signes au plus : il se lit du fond de la salle."
          required={false}
          value={typed("titre") ?? candidate.shortTitle}
          error={errors.get("titre")}
        />
        <LongTextField
          name="resume"
          label="Résumé d’une page"
          maxLength={3000}
          required={false}
          value={typed("resume") ?? candidate.summary}
          error={errors.get("resume")}
        />
        <NumberField
          name="place"
          label="Place parmi les projets à égalité"
          hint="Quand l’appel laisse le comité trancher."
          required={false}
          value={typed("place") ?? (candidate.place === null ? "" : String(candidate.place))}
          error={errors.get("place")}
        />
        <LongTextField
          name="place-raison"
          label="Pourquoi cette place"
          rows={2}
          required={false}
          value={typed("place-raison") ?? candidate.placeReason}
          error={errors.get("place-raison")}
        />
        <Button variant="secondary">Garder</Button>
      </Form>
    </Disclosure>
  );
}

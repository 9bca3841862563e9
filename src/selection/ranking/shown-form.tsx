import type { JSX } from "preact";
import { Button, Disclosure, Form, LongTextField, NumberField, TextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FilePageProps } from "./file-props.ts";

/** What the room shows of a project, and its place among those it is level with. */
export function ShownForm(props: FilePageProps): JSX.Element {
  const { candidate } = props.file;
  const { errors, typed } = props;
  return (
    <Disclosure
      summary="Ce que la séance en montre"
      open={errors.has("titre") || errors.has("place") || errors.has("place-raison")}
    >
      <Form action={urls.selectedFileShown.href({ call: props.call.id, id: candidate.id })}>
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

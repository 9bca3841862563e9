import type { JSX } from "preact";
import {
  Button,
  ButtonBar,
  capital,
  ErrorSummary,
  Form,
  KEPT_BUT_FILE,
  LinkButton,
  LongTextField,
  PageHeader,
  SelectField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { sayWhen, sayWhere } from "../occasions/words.ts";
import type { Quota } from "./registration.ts";
import { sayRoom } from "./registration-form.tsx";
import { ROSTER_COLUMNS, type RosterError } from "./roster.ts";

export interface TeamPageProps {
  readonly occasion: Occasion;
  readonly quotas: readonly Quota[];
  readonly structures: readonly { readonly id: string; readonly name: string }[];
  readonly typed: { readonly list: string; readonly structure: string; readonly quota: string };
  readonly errors: readonly RosterError[];
  readonly fieldErrors: Readonly<Record<string, string>>;
}

/** Several colleagues at once: a spreadsheet, or the lines pasted from one. */
export function TeamPage(props: TeamPageProps): JSX.Element {
  const { occasion, quotas, structures, typed, errors, fieldErrors } = props;
  const where = sayWhere(occasion);
  return (
    <>
      <ErrorSummary
        kept={KEPT_BUT_FILE}
        title={errors.length > 0 ? "Des lignes sont à corriger" : undefined}
        errors={[
          ...Object.entries(fieldErrors).map(([name, message]) => ({ name, message })),
          ...errors.map((one) => ({ name: "liste", message: `Ligne ${one.line} : ${one.message}` })),
        ]}
      />
      <PageHeader
        eyebrow="Inscrire une équipe"
        title={occasion.title}
        lead={[capital(sayWhen(occasion)), where].filter((part) => part !== "").join(". ")}
        actions={
          <LinkButton variant="secondary" icon="download" href={urls.teamModel.href({ slug: occasion.slug })}>
            Modèle de tableur
          </LinkButton>
        }
      />
      <Form action={urls.teamRegistration.href({ slug: occasion.slug })} multipart>
        <SelectField
          name="organisme"
          label="Pour quel organisme ?"
          options={structures.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.structure}
          error={fieldErrors.organisme}
        />
        {quotas.length > 1 && (
          <SelectField
            name="public"
            label="Places"
            options={quotas.map((one) => ({ value: one.id, label: `${one.label} (${sayRoom(one)})` }))}
            value={typed.quota}
            error={fieldErrors.public}
          />
        )}
        <div class="es-field">
          <label class="ds-label" for="champ-fichier">
            Un tableur (.xlsx ou .csv) <span class="es-optional">facultatif</span>
          </label>
          <input class="ds-input" type="file" id="champ-fichier" name="fichier" accept=".xlsx,.csv,text/csv" />
        </div>
        <LongTextField
          name="liste"
          label="Ou collez ici les lignes du tableur"
          hint={`Une personne par ligne, dans cet ordre : ${ROSTER_COLUMNS.join(", ")}. Les deux premières suffisent.`}
          rows={10}
          value={typed.list}
          required={false}
          error={errors.length > 0 ? "Corrigez les lignes nommées plus haut." : undefined}
        />
        <p class="es-hint">
          Chaque personne reçoit un courriel qui dit que vous l’avez inscrite, ce que vous avez donné, combien de temps
          c’est gardé, et comment s’y opposer.
        </p>
        <ButtonBar>
          <Button>Inscrire ces personnes</Button>
        </ButtonBar>
      </Form>
    </>
  );
}

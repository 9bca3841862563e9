import type { JSX } from "preact";
import { courseCodes, entryLevels, jobFamilies, pathways, teachingModes } from "#policy/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import {
  CheckField,
  ChoiceField,
  ChoicesField,
  Fieldset,
  LongTextField,
  NumberField,
  TextField,
} from "#src/ui/index.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import type { Need } from "../year/needs.ts";

/** What one types of a course: all that LHÉO requires, and the needs of the networks that it answers. */
export function CourseFields(props: {
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  readonly needs: readonly Need[];
}): JSX.Element {
  const { typed, errors, needs } = props;
  const field = (name: string) => ({ name, value: one(typed[name]), error: errors[name] });
  const check = (name: string, label: string) => (
    <CheckField name={name} label={label} checked={one(typed[name]) === "oui"} required={false} />
  );
  return (
    <>
      <Fieldset legend="La formation">
        <TextField {...field("titre")} label="Titre" maxLength={200} />
        <LongTextField {...field("objectif")} label="Objectif" rows={3} maxLength={3000} />
        <LongTextField {...field("resultats")} label="À la fin, on saura" rows={3} maxLength={3000} />
        <LongTextField {...field("contenu")} label="Contenu" rows={5} maxLength={3000} />
        <ChoicesField
          name="metiers"
          label="Pour qui"
          hint="Rien de coché : pour tous les métiers."
          options={optionsOf(jobFamilies)}
          values={many(typed.metiers)}
          required={false}
        />
        <TextField {...field("formateur")} label="Formateur ou organisme formateur" maxLength={200} required={false} />
      </Fieldset>
      <Fieldset legend="Comment ?">
        <NumberField {...field("heures")} label="Durée" unit="heures" decimals />
        <ChoiceField {...field("enseignement")} label="Enseignement" options={optionsOf(teachingModes)} />
        <TextField
          {...field("rythme")}
          label="Rythme"
          hint="Comme : une journée, ou deux demi-journées à une semaine d’écart."
        />
        <ChoiceField {...field("parcours")} label="Parcours" options={optionsOf(pathways)} />
        <ChoiceField {...field("niveau")} label="Niveau à l’entrée" as="select" options={optionsOf(entryLevels)} />
        {check("niveau-exige", "Ce niveau est exigé")}
        <TextField {...field("conditions")} label="Conditions particulières" required={false} />
        <TextField {...field("alternance")} label="Alternance" required={false} />
        {check("certifiante", "La formation est certifiante")}
        {check("prise-en-charge", "Une prise en charge des frais est possible")}
        {check("entrees", "On peut entrer à tout moment")}
      </Fieldset>
      <Fieldset legend="Les codes du catalogue" hint="Leur forme seule est vérifiée.">
        <TextField {...field("public")} label="Public visé (FORMACODE)" hint="5 chiffres." width="s" />
        {Object.entries(courseCodes).map(([name, { label, example, most }]) => (
          <TextField
            key={name}
            {...field(name)}
            label={label}
            hint={`Comme : ${example}. ${most} au plus, séparés par des virgules.`}
            required={false}
          />
        ))}
      </Fieldset>
      <Fieldset legend="Pourquoi cette formation ?">
        {needs.length > 0 && (
          <ChoicesField
            name="besoins"
            label="Besoins des réseaux auxquels elle répond"
            options={needs.map((need) => ({ value: need.id, label: `${need.title} (${need.network})` }))}
            values={many(typed.besoins)}
            required={false}
          />
        )}
        <LongTextField
          {...field("complements")}
          label="Ce qu’elle complète"
          hint="Les plans de compétences que les OPCO financent : ce qui existe, ce qui manque."
          rows={2}
          maxLength={1000}
          required={false}
        />
      </Fieldset>
    </>
  );
}

function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

function many(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

import type { JSX } from "preact";
import { costBases } from "#policy/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import {
  ChoicesField,
  EmailField,
  Fieldset,
  LongTextField,
  MoneyField,
  NumberField,
  PhoneField,
  SiretField,
  TextField,
} from "#src/ui/index.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { MOST_SOURCES, type YearPlanContent } from "./plan.ts";

/** What one types of a year's programme. */
export function PlanFields(props: { readonly typed: FormFields; readonly errors: FieldErrors }): JSX.Element {
  const { typed, errors } = props;
  const field = (name: string) => ({ name, value: one(typed[name]), error: errors[name] });
  return (
    <>
      <Fieldset legend="L’opérateur" hint="Ce que le catalogue LHÉO dit de l’organisme responsable.">
        <TextField {...field("operateur")} label="Nom" maxLength={200} />
        <SiretField {...field("siret")} label="SIRET" />
        <TextField {...field("nda")} label="Numéro de déclaration d’activité" hint="11 chiffres." width="m" />
        <TextField {...field("adresse")} label="Adresse" maxLength={50} />
        <TextField {...field("code-postal")} label="Code postal" width="s" />
        <TextField {...field("ville")} label="Ville" maxLength={50} />
        <EmailField {...field("courriel")} label="Courriel" autocomplete="off" />
        <PhoneField {...field("telephone")} label="Téléphone" autocomplete="off" required={false} />
      </Fieldset>
      <Fieldset legend="Qui finance ?">
        {Array.from({ length: sourcesShown(typed) }, (_, n) => (
          <div class="es-row" key={n}>
            <TextField {...field(`financeur.${n}.nom`)} label={`Financeur ${n + 1}`} required={false} unmarked />
            <MoneyField {...field(`financeur.${n}.montant`)} label="Montant" required={false} unmarked />
          </div>
        ))}
      </Fieldset>
      <Fieldset
        legend="Ce qui reste à la charge de l’employeur"
        hint="Laissez les trois champs vides tant que la règle n’est pas fixée : aucun montant n’est alors calculé."
      >
        <NumberField {...field("part")} label="Part prise en charge" unit="%" decimals required={false} />
        <MoneyField {...field("plafond")} label="Au plus, par personne et par session" required={false} />
        <ChoicesField
          name="assiette"
          label="Dépenses qui comptent"
          options={Object.entries(costBases).map(([value, label]) => ({ value, label }))}
          values={many(typed.assiette)}
          error={errors.assiette}
          required={false}
        />
      </Fieldset>
      <Fieldset
        legend="Les absences sans prévenir"
        hint="À partir de ce nombre, l’inscription de la personne attend l’accord de l’opérateur."
      >
        <NumberField {...field("absences")} label="Nombre d’absences" required={false} />
        <NumberField {...field("mois")} label="Comptées sur" unit="mois" required={false} />
      </Fieldset>
      <LongTextField {...field("presentation")} label="Présentation" rows={4} maxLength={5000} required={false} />
    </>
  );
}

/** Those that are there, and room for two more, as many as a plan holds at most. */
function sourcesShown(typed: FormFields): number {
  const last = Array.from({ length: MOST_SOURCES }, (_, n) => n).findLast(
    (n) => one(typed[`financeur.${n}.nom`]) !== "" || one(typed[`financeur.${n}.montant`]) !== "",
  );
  return Math.min(MOST_SOURCES, (last ?? -1) + 3);
}

/** A plan as its form was typed. */
export function typedPlan(plan: YearPlanContent): FormFields {
  const { operator, remainingCost: rule } = plan;
  const euros = (cents: number | null) => (cents === null ? "" : String(cents / 100).replace(".", ","));
  const fields: Record<string, string | readonly string[]> = {
    operateur: operator.name,
    siret: operator.siret,
    nda: operator.activityNumber,
    adresse: operator.address,
    "code-postal": operator.postcode,
    ville: operator.town,
    courriel: operator.email,
    telephone: operator.phone,
    part: rule === null ? "" : String(rule.share / 100).replace(".", ","),
    plafond: euros(rule?.ceiling ?? null),
    assiette: rule?.base ?? [],
    absences: plan.noShow === null ? "" : String(plan.noShow.limit),
    mois: plan.noShow === null ? "" : String(plan.noShow.months),
    presentation: plan.presentation,
  };
  for (const [n, source] of plan.sources.entries()) {
    fields[`financeur.${n}.nom`] = source.name;
    fields[`financeur.${n}.montant`] = euros(source.amount);
  }
  return fields;
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

function many(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

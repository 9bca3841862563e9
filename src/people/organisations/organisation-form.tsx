import type { JSX } from "preact";
import { type FormFields, text, texts } from "#src/platform/http/forms.ts";
import type { Commune } from "#src/territory/index.ts";
import {
  ChoiceField,
  ChoicesField,
  CommuneField,
  communeQueryName,
  DayField,
  Disclosure,
  Fieldset,
  formatDay,
  NumberField,
  SelectField,
  SummaryList,
  TextField,
  YesNoField,
} from "#src/ui/index.ts";
import { kindWords, qualiopiWords } from "../web/words.ts";
import { headcountBandLabels } from "./headcount-bands.ts";
import {
  findLegalCategories,
  legalCategoryLabel,
  otherLegalCategories,
  usualLegalCategories,
} from "./legal-categories.ts";
import { opcos } from "./opcos.ts";
import { ORGANISATION_KINDS, type OrganisationProfile, QUALIOPI_CATEGORIES } from "./organisation.ts";
import type { FieldErrors, Identity } from "./organisation-form.ts";

export interface OrganisationFormProps {
  /** As typed, right or wrong. */
  readonly fields: FormFields;
  readonly errors: FieldErrors;
  /** What the directory said: shown, not asked. */
  readonly company: Identity | null;
}

/** The questions about an organisation: identity only where the directory did not give it. */
export function OrganisationFields(props: OrganisationFormProps): JSX.Element {
  const { fields, errors, company } = props;
  const of = (name: string) => ({ name, value: text(fields, name), error: errors[name] });
  return (
    <>
      {company === null ? <IdentityFields {...props} /> : <DirectoryIdentity company={company} />}
      <Fieldset legend="Son activité">
        <ChoiceField
          {...of("type")}
          label="Quel type d’organisme est-ce ?"
          options={ORGANISATION_KINDS.map((value) => ({ value, label: kindWords[value] }))}
        />
        <TextField
          {...of("nda")}
          label="Numéro de déclaration d’activité (NDA)"
          hint="11 chiffres, pour un organisme de formation déclaré."
          width="m"
          inputMode="numeric"
          required={false}
        />
        <YesNoField {...of("qualiopi")} label="Est-il certifié Qualiopi ?" required={false} />
        <ChoicesField
          name="qualiopi-categories"
          label="Si oui, pour quelles actions ?"
          options={QUALIOPI_CATEGORIES.map((value) => ({ value, label: qualiopiWords[value] }))}
          values={texts(fields, "qualiopi-categories")}
          required={false}
        />
        <NumberField {...of("effectif")} label="Nombre de salariés aujourd’hui" unit="salariés" required={false} />
        <SelectField
          {...of("opco")}
          label="OPCO de rattachement"
          options={Object.entries(opcos).map(([value, label]) => ({ value, label }))}
          required={false}
        />
      </Fieldset>
    </>
  );
}

function DirectoryIdentity(props: { readonly company: Identity }): JSX.Element {
  const { company } = props;
  return (
    <SummaryList
      items={[
        { label: "Nom", value: company.name },
        { label: "Forme juridique", value: company.legalCategory && legalCategoryLabel(company.legalCategory) },
        { label: "Activité principale (NAF)", value: company.mainActivity },
        { label: "Date de création", value: company.createdOn && formatDay(company.createdOn) },
        {
          label: "Tranche d’effectif",
          value: company.headcountBand === null ? null : headcountBandLabels[company.headcountBand],
        },
      ]}
    />
  );
}

const usualForms = usualLegalCategories.map((value) => ({ value, label: legalCategoryLabel(value) ?? value }));
const otherForms = otherLegalCategories.map(([, label]) => label);

/** The dozen usual forms; the others are searched for, by a word of their name, with or without a script. */
function LegalForm({ fields, errors }: OrganisationFormProps): JSX.Element {
  const of = (name: string) => ({ name, value: text(fields, name), error: errors[name] });
  const typed = text(fields, "forme-juridique-autre");
  const found = errors["forme-juridique-autre"] === undefined ? [] : findLegalCategories(typed);
  return (
    <>
      <SelectField {...of("forme-juridique")} label="Forme juridique" options={usualForms} required={false} />
      <Disclosure summary="Elle n’est pas dans la liste : la chercher" open={typed !== ""}>
        <TextField
          {...of("forme-juridique-autre")}
          label="Autre forme juridique"
          hint="Quelques lettres ou un mot suffisent, par exemple : coopérative. Elle remplace le choix ci-dessus."
          suggestions={otherForms}
          required={false}
        />
        {found.length > 1 && (
          <SelectField
            {...of("forme-juridique-choix")}
            label={`Laquelle de ces ${found.length} formes ?`}
            options={found.map((value) => ({ value, label: legalCategoryLabel(value) ?? value }))}
            required={false}
          />
        )}
      </Disclosure>
    </>
  );
}

function IdentityFields(props: OrganisationFormProps): JSX.Element {
  const { fields, errors } = props;
  const of = (name: string) => ({ name, value: text(fields, name), error: errors[name] });
  return (
    <Fieldset legend="Son identité">
      <TextField {...of("nom")} label="Nom de l’organisme" maxLength={200} autocomplete="organization" />
      <LegalForm {...props} />
      <TextField
        {...of("activite")}
        label="Activité principale (code NAF)"
        hint="Par exemple : 85.59A"
        width="s"
        required={false}
      />
      <DayField {...of("creation")} label="Date de création" required={false} />
    </Fieldset>
  );
}

/** Where the establishment is, when the directory did not say. */
export function PlaceFields(props: {
  readonly fields: FormFields;
  readonly errors: FieldErrors;
  readonly matches?: readonly Commune[] | undefined;
}): JSX.Element {
  const { fields, errors } = props;
  return (
    <Fieldset legend="Son adresse">
      <TextField
        name="adresse"
        label="Adresse"
        value={text(fields, "adresse")}
        autocomplete="street-address"
        required={false}
      />
      <TextField
        name="code-postal"
        label="Code postal"
        value={text(fields, "code-postal")}
        error={errors["code-postal"]}
        width="xs"
        inputMode="numeric"
        autocomplete="postal-code"
        required={false}
      />
      <CommuneField
        name="commune"
        label="Commune"
        value={text(fields, "commune")}
        query={text(fields, communeQueryName("commune"))}
        error={errors.commune}
        matches={props.matches?.map(({ code, name, postcodes, departmentName }) => ({
          code,
          name,
          postcodes,
          department: departmentName ?? undefined,
        }))}
      />
    </Fieldset>
  );
}

/** The form as it would have been typed for what is known: to change it, or to begin from what the directory hints. */
export function fieldsOf(profile: Partial<OrganisationProfile>): FormFields {
  const day = profile.createdOn ?? null;
  const fields: Record<string, string | readonly string[] | null | undefined> = {
    type: profile.kind,
    nom: profile.name,
    ...legalFormFields(profile.legalCategory ?? null),
    activite: profile.mainActivity,
    creation: day === null ? null : day.split("-").reverse().join("/"),
    effectif: profile.headcount?.toString(),
    nda: profile.declarationNumber,
    qualiopi: profile.qualiopi === true ? "oui" : profile.qualiopi === false ? "non" : null,
    "qualiopi-categories": profile.qualiopiCategories,
    opco: profile.opco,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string | readonly string[]] => Boolean(entry[1])),
  );
}

/** A usual form is chosen in the list, another one stands in the box that searches. */
function legalFormFields(code: string | null): Readonly<Record<string, string | null>> {
  if (code === null || usualLegalCategories.includes(code)) return { "forme-juridique": code };
  return { "forme-juridique-autre": legalCategoryLabel(code) };
}

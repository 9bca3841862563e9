import type { JSX } from "preact";
import { eventKinds, jobFamilies, transitions } from "#policy/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import {
  CheckField,
  ChoiceField,
  ChoicesField,
  DayField,
  EmailField,
  Fieldset,
  LongTextField,
  NumberField,
  TextField,
  UrlField,
} from "#src/ui/index.ts";
import { axes, type FieldErrors, MOST } from "./occasion-form.ts";

export interface OccasionFieldsProps {
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  readonly nature: "event" | "session";
  /** Once announced, hours move by an act of their own that tells everyone. */
  readonly isAnnounced: boolean;
}

/** All that one types to prepare an occasion; each repeated block shows what is filled and a few empty rows. */
export function OccasionFields(props: OccasionFieldsProps): JSX.Element {
  const { typed, errors, nature } = props;
  const field = (name: string) => ({ name, value: one(typed[name]), error: errors[name] });
  return (
    <>
      <Fieldset legend="De quoi s’agit-il ?">
        <TextField {...field("titre")} label="Titre" maxLength={200} />
        {nature === "event" && <ChoiceField {...field("genre")} label="Forme" options={optionsOf(eventKinds)} />}
        <LongTextField {...field("resume")} label="En deux phrases" rows={3} maxLength={1000} required={false} />
        {nature === "event" && (
          <LongTextField
            {...field("probleme")}
            label="Le problème qui réunit les participants"
            rows={3}
            maxLength={2000}
            required={false}
          />
        )}
        <ChoiceField
          {...field("axe")}
          label="Axe de la stratégie"
          as="select"
          options={axes().map(({ id, label }) => ({ value: id, label }))}
          required={false}
        />
        <ChoicesField
          name="transitions"
          label="Transitions concernées"
          options={optionsOf(transitions)}
          values={many(typed.transitions)}
          required={false}
        />
        <ChoicesField
          name="metiers"
          label="Pour qui"
          hint="Rien de coché : pour tous les métiers."
          options={optionsOf(jobFamilies)}
          values={many(typed.metiers)}
          required={false}
        />
      </Fieldset>
      {!props.isAnnounced && (
        <Fieldset legend="Jours et heures" hint="Une ligne par demi-journée ou par journée.">
          {rows(typed, "seance", MOST.slots, 3).map((n) => (
            <div class="es-row" key={n}>
              <DayField
                {...field(`seance.${n}.jour`)}
                label={n === 0 ? "Jour" : `Jour ${n + 1}`}
                required={n === 0}
                unmarked
              />
              <TextField {...field(`seance.${n}.debut`)} label="Début" width="xs" required={n === 0} unmarked />
              <TextField {...field(`seance.${n}.fin`)} label="Fin" width="xs" required={n === 0} unmarked />
            </div>
          ))}
        </Fieldset>
      )}
      <Fieldset legend="Où ?">
        <CheckField
          name="distance"
          label="On peut suivre à distance"
          checked={one(typed.distance) === "oui"}
          required={false}
        />
        <UrlField
          {...field("lien")}
          label="Adresse pour suivre à distance"
          hint="Donnée aux inscrits seulement."
          required={false}
        />
        <TextField {...field("lieu")} label="Lieu" maxLength={200} required={false} />
        <TextField {...field("adresse")} label="Adresse" maxLength={200} required={false} />
        <TextField {...field("commune")} label="Commune" hint="Comme : Caen, ou 14000 Caen." required={false} />
        <LongTextField
          {...field("acces")}
          label="Venir avec un besoin particulier"
          hint="Ce qui est prévu : plain-pied, boucle magnétique, sous-titres…"
          rows={3}
          maxLength={2000}
          required={false}
        />
      </Fieldset>
      <Fieldset
        legend="Places et inscriptions"
        hint="Sans nombre, tout le monde vient. Plusieurs lignes gardent des places à plusieurs publics."
      >
        {rows(typed, "public", MOST.quotas, 1).map((n) => (
          <div class="es-row" key={n}>
            <TextField
              {...field(`public.${n}.nom`)}
              label={n === 0 ? "Pour qui sont ces places ?" : `Public ${n + 1}`}
              required={false}
              unmarked
            />
            <NumberField {...field(`public.${n}.places`)} label="Places" required={false} unmarked />
          </div>
        ))}
        <DayField {...field("ouverture")} label="Ouverture des inscriptions" required={false} />
        <DayField {...field("cloture")} label="Dernier jour pour s’inscrire" required={false} />
        <NumberField
          {...field("delai")}
          label="Temps laissé pour prendre une place libérée"
          unit="heures"
          required={false}
        />
        {rows(typed, "question", MOST.questions, 1).map((n) => (
          <div class="es-row" key={n}>
            <TextField
              {...field(`question.${n}.texte`)}
              label={`Question ${n + 1} aux inscrits`}
              required={false}
              unmarked
            />
            <ChoiceField
              {...field(`question.${n}.genre`)}
              label="Réponse"
              as="select"
              required={false}
              unmarked
              options={[
                { value: "text", label: "Texte" },
                { value: "yes-no", label: "Oui ou non" },
                { value: "choice", label: "Choix" },
              ]}
            />
            <LongTextField
              {...field(`question.${n}.choix`)}
              label="Choix, un par ligne"
              rows={2}
              required={false}
              unmarked
            />
            <CheckField
              name={`question.${n}.obligatoire`}
              label="Obligatoire"
              checked={one(typed[`question.${n}.obligatoire`]) === "oui"}
              required={false}
            />
          </div>
        ))}
      </Fieldset>
      <Fieldset legend="Le programme" hint="Deux lignes à la même heure se tiennent en parallèle.">
        {rows(typed, "programme", MOST.timetable, 3).map((n) => (
          <div class="es-row" key={n}>
            <TextField {...field(`programme.${n}.heure`)} label="Heure" width="xs" required={false} unmarked />
            <TextField {...field(`programme.${n}.titre`)} label="Ce qui s’y passe" required={false} unmarked />
            <TextField {...field(`programme.${n}.intervenants`)} label="Intervenants" required={false} unmarked />
            <TextField {...field(`programme.${n}.salle`)} label="Salle" width="s" required={false} unmarked />
          </div>
        ))}
      </Fieldset>
      <Fieldset legend="Qui organise ?">
        <TextField {...field("organisateur")} label="Nom affiché" maxLength={200} required={false} />
        <EmailField {...field("contact")} label="Adresse pour les questions" autocomplete="off" required={false} />
      </Fieldset>
    </>
  );
}

function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

/** The filled rows of a block and some empty ones, within what a form can hold. */
function rows(typed: FormFields, block: string, most: number, spare: number): readonly number[] {
  const filled = Object.entries(typed)
    .filter(([name, value]) => name.startsWith(`${block}.`) && one(value) !== "")
    .map(([name]) => Number(name.split(".")[1]));
  const count = Math.min(most, Math.max(0, ...filled.map((n) => n + 1)) + spare);
  return Array.from({ length: Math.max(1, count) }, (_, n) => n);
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

function many(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

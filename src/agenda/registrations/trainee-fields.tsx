import type { JSX } from "preact";
import { jobFamilies } from "#policy/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import { departmentsOfFunder } from "#src/territory/index.ts";
import { Fieldset, SelectField } from "#src/ui/index.ts";
import { OPCO_PARTS, SEXES } from "./trainee.ts";

/** Asked of who registers for a session; shown to nobody by name. */
export function TraineeFields(props: { readonly typed: FormFields }): JSX.Element {
  const value = (name: string) => String(props.typed[name] ?? "");
  return (
    <Fieldset
      legend="Pour les statistiques"
      hint="Ces réponses ne servent qu’à compter : personne ne les lit avec votre nom."
    >
      <SelectField
        name="metier"
        label="Votre métier"
        required={false}
        options={optionsOf(jobFamilies)}
        value={value("metier")}
      />
      <SelectField name="sexe" label="Vous êtes" required={false} options={optionsOf(SEXES)} value={value("sexe")} />
      <SelectField
        name="departement"
        label="Département de travail"
        required={false}
        options={departmentsOfFunder().map(({ code, name }) => ({ value: code, label: name }))}
        value={value("departement")}
      />
      <SelectField
        name="opco"
        label="L’OPCO paie-t-il déjà cette place ?"
        required={false}
        options={optionsOf(OPCO_PARTS)}
        value={value("opco")}
      />
    </Fieldset>
  );
}

function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

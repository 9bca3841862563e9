import type { JSX } from "preact";
import { text } from "#src/platform/http/forms.ts";
import {
  ActionForm,
  Button,
  DataTable,
  Disclosure,
  EmailField,
  Form,
  LongTextField,
  Section,
  SelectField,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { crewWords } from "../occasions/crew.ts";
import { hasError, type RunPageProps } from "./run-props.ts";

export function Writing(props: RunPageProps): JSX.Element {
  const { typed, errors } = props;
  return (
    <Disclosure summary="Écrire aux inscrits" id="ecrire" open={hasError(props, "objet", "texte")}>
      <Form action={urls.runOccasionMail.href({ id: props.occasion.id })} label="Écrire aux inscrits">
        <SelectField
          name="etat"
          label="À qui ?"
          options={[
            { value: "registered", label: "Aux inscrits" },
            { value: "waiting", label: "À la liste d’attente" },
            { value: "all", label: "À tous" },
          ]}
          value={text(typed, "etat") || "registered"}
        />
        <TextField name="objet" label="Objet" maxLength={150} value={text(typed, "objet")} error={errors.objet} />
        <LongTextField
          name="texte"
          label="Message"
          rows={6}
          maxLength={5000}
          value={text(typed, "texte")}
          error={errors.texte}
        />
        <Button variant="secondary" icon="send">
          Envoyer
        </Button>
      </Form>
    </Disclosure>
  );
}

export function People(props: RunPageProps): JSX.Element {
  const { occasion, crew, typed, errors } = props;
  return (
    <Section id="equipe" title="L’équipe" intro="Chaque personne reçoit un courriel avec sa page.">
      {crew.length > 0 && (
        <DataTable
          caption="L’équipe"
          captionHidden
          rows={crew}
          rowKey={(one) => one.id}
          columns={[
            { key: "name", header: "Nom", rowHeader: true, cell: (one) => one.name },
            { key: "part", header: "Rôle", cell: (one) => crewWords[one.part] },
            { key: "email", header: "Adresse", cell: (one) => one.email },
            {
              key: "act",
              header: "Action",
              cell: (one) => (
                <ActionForm action={urls.runOccasionCrewRemoval.href({ id: occasion.id, member: one.id })}>
                  <Button variant="tertiary" size="sm" context={one.name}>
                    Retirer
                  </Button>
                </ActionForm>
              ),
            },
          ]}
        />
      )}
      <Form action={urls.runOccasionCrew.href({ id: occasion.id })} label="Ajouter une personne">
        <div class="es-row">
          <TextField name="nom" label="Nom" maxLength={120} value={text(typed, "nom")} error={errors.nom} />
          <EmailField
            name="courriel"
            label="Courriel"
            autocomplete="off"
            value={text(typed, "courriel")}
            error={errors.courriel}
          />
          <SelectField
            name="role"
            label="Rôle"
            options={Object.entries(crewWords).map(([value, label]) => ({ value, label }))}
            value={text(typed, "role")}
            error={errors.role}
          />
        </div>
        <Button variant="secondary" icon="plus">
          Ajouter
        </Button>
      </Form>
    </Section>
  );
}

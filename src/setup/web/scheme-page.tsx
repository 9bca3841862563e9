import type { JSX } from "preact";
import { gridLines, type OpenScheme } from "#policy/index.ts";
import { AdministrationTabs } from "#src/people/web/index.ts";
import type { SettingVersion } from "#src/platform/settings/versions.ts";
import { appliedTo } from "#src/schemes/index.ts";
import {
  Button,
  CheckField,
  ChoiceField,
  DataTable,
  Disclosure,
  ErrorSummary,
  Fieldset,
  Form,
  HiddenField,
  Notice,
  PageHeader,
  StateTag,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { MOST_ADDED } from "../schemes/typed.ts";
import { ProposalCard } from "./proposals.tsx";
import { WhenAndWhy } from "./when-and-why.tsx";

/** The schemes of the framework, and whether each takes requests. */
export function SchemesPage(props: { readonly schemes: readonly OpenScheme[] }): JSX.Element {
  return (
    <>
      <PageHeader
        title="Dispositifs"
        lead="Ce que le service ajoute au dossier de chaque dispositif : des mots, des pièces, l’ouverture. Rien de ce qui est voté ne s’y retire."
      />
      <AdministrationTabs current="schemes" />
      <DataTable
        caption="Dispositifs"
        captionHidden
        rows={props.schemes}
        rowKey={({ slug }) => slug}
        columns={[
          {
            key: "name",
            header: "Dispositif",
            rowHeader: true,
            cell: ({ slug, name }) => <a href={urls.schemeSetup.href({ scheme: slug })}>{name}</a>,
          },
          { key: "papers", header: "Pièces", numeric: true, cell: ({ form }) => form.documents.length },
          { key: "lines", header: "Lignes de grille", numeric: true, cell: ({ grid }) => gridLines(grid).length },
          {
            key: "open",
            header: "Demandes",
            cell: (scheme) =>
              appliedTo(scheme).opening.open ? (
                <StateTag tone="success" icon="check" label="Ouvert" quiet />
              ) : (
                <StateTag tone="danger" icon="pause" label="Fermé" />
              ),
          },
        ]}
      />
    </>
  );
}

export interface SchemeSetupProps {
  /** As the service applies it today. */
  readonly scheme: OpenScheme;
  readonly proposals: readonly SettingVersion[];
  readonly visitor: string;
  readonly mayPropose: boolean;
  readonly mayConfirm: boolean;
  /** What was typed, where something of it is refused. */
  readonly typed?: { readonly what: string; readonly read: (name: string) => string };
  readonly errors?: Readonly<Record<string, string>>;
}

export function SchemeSetupPage(props: SchemeSetupProps): JSX.Element {
  const { scheme, errors = {} } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow="Dispositif"
        title={scheme.name}
        lead="Une couche datée, au-dessus du dossier du dispositif : elle entre dans l’empreinte des règles et vaut pour les demandes déposées à partir de son jour."
      />
      {props.proposals.map((one) => (
        <ProposalCard key={one.id} level={2} proposal={one} visitor={props.visitor} mayConfirm={props.mayConfirm} />
      ))}
      {props.mayPropose ? (
        <Forms {...props} />
      ) : (
        <Notice tone="info">Un administrateur propose, une autre personne confirme.</Notice>
      )}
    </>
  );
}

function Forms(props: SchemeSetupProps): JSX.Element {
  const { scheme, typed } = props;
  const { opening } = appliedTo(scheme);
  const value = (what: string) => (name: string, now: string) => (typed?.what === what ? typed.read(name) : now);
  const field = (what: string, name: string, now: string) => ({
    name,
    value: value(what)(name, now),
    error: props.errors?.[name],
  });
  return (
    <>
      <Disclosure id="ouverture" summary="Ouverture" open={typed === undefined || typed.what === "ouverture"}>
        <SetupForm {...props} what="ouverture">
          <ChoiceField
            {...field("ouverture", "ouvert", opening.open ? "oui" : "non")}
            label="Ce dispositif prend-il des demandes ?"
            as="radios"
            options={[
              { value: "oui", label: "Oui" },
              { value: "non", label: "Non", hint: "Les brouillons restent ; rien ne se dépose." },
            ]}
          />
          <TextField
            {...field("ouverture", "note", opening.note)}
            label="Ce qui est dit quand il est fermé"
            required={false}
            maxLength={300}
          />
        </SetupForm>
      </Disclosure>
      <Disclosure id="pieces" summary="Pièces demandées" open={typed?.what === "pieces"}>
        <SetupForm {...props} what="pieces">
          {scheme.form.documents
            .filter(({ id }) => !id.startsWith("service-"))
            .map((paper) => (
              <Fieldset key={paper.id} legend={paper.label}>
                <TextField {...field("pieces", `piece-${paper.id}-nom`, paper.label)} label="Nom" />
                <TextField
                  {...field("pieces", `piece-${paper.id}-aide`, paper.hint ?? "")}
                  label="Aide"
                  required={false}
                />
              </Fieldset>
            ))}
          {Array.from({ length: MOST_ADDED }, (_, index) => index + 1).map((place) => {
            const own = scheme.form.documents.find(({ id }) => id === `service-${place}`);
            return (
              <Fieldset key={place} legend={`Pièce ajoutée ${place}`}>
                <TextField {...field("pieces", `ajout-${place}-nom`, own?.label ?? "")} label="Nom" required={false} />
                <TextField {...field("pieces", `ajout-${place}-aide`, own?.hint ?? "")} label="Aide" required={false} />
                <CheckField
                  name={`ajout-${place}-obligatoire`}
                  value="oui"
                  label="Obligatoire"
                  required={false}
                  checked={
                    value("pieces")(`ajout-${place}-obligatoire`, own?.required === "always" ? "oui" : "") !== ""
                  }
                />
              </Fieldset>
            );
          })}
        </SetupForm>
      </Disclosure>
      <Disclosure id="grille" summary="Grille" open={typed?.what === "grille"}>
        <SetupForm {...props} what="grille">
          {gridLines(scheme.grid).map((line) => (
            <Fieldset key={line.id} legend={line.title}>
              <TextField {...field("grille", `ligne-${line.id}-titre`, line.title)} label="Titre" />
              <TextField {...field("grille", `ligne-${line.id}-question`, line.question)} label="Question" />
              {"weight" in line && (
                <TextField
                  {...field("grille", `ligne-${line.id}-poids`, String(line.weight))}
                  label="Poids"
                  width="xs"
                  inputMode="numeric"
                />
              )}
            </Fieldset>
          ))}
        </SetupForm>
      </Disclosure>
    </>
  );
}

function SetupForm(
  props: SchemeSetupProps & {
    readonly what: string;
    readonly children: JSX.Element | readonly (JSX.Element | readonly JSX.Element[])[];
  },
): JSX.Element {
  const own = props.typed?.what === props.what ? props.typed : undefined;
  const typed = own === undefined ? undefined : { from: own.read("effet"), reason: own.read("motif") };
  const errors = own === undefined ? {} : (props.errors ?? {});
  return (
    <Form action={urls.schemeSetup.href({ scheme: props.scheme.slug })} label={props.what}>
      <HiddenField name="objet" value={props.what} />
      {props.children}
      <WhenAndWhy empty="le lendemain de la confirmation" typed={typed} errors={errors} of={props.what} />
      <Button>Proposer</Button>
    </Form>
  );
}

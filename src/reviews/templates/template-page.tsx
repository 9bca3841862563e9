import type { JSX } from "preact";
import {
  Button,
  Disclosure,
  ErrorSummary,
  fieldId,
  LongTextField,
  PageHeader,
  Section,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Refusal } from "../checks/finding.ts";
import { FIELDS } from "./fill.ts";
import type { Template, TemplateInput } from "./template-acts.ts";

export interface TemplatesProps {
  readonly templates: readonly Template[];
  readonly mayWrite: boolean;
  /** What was typed and refused: of a template, or of a new one where `id` is empty. */
  readonly typed: (TemplateInput & { readonly id: string; readonly refusals: readonly Refusal[] }) | null;
}

/** The words that agents use again in their messages: read by all who write, changed by who answers for the service. */
export function TemplatesPage(props: TemplatesProps): JSX.Element {
  const { templates, mayWrite, typed } = props;
  return (
    <>
      <ErrorSummary
        errors={(typed?.refusals ?? []).map(({ field, message }) => ({ message, id: idOf(typed?.id ?? "", field) }))}
      />
      <PageHeader
        title="Modèles de messages"
        lead="Un modèle se choisit au moment d’écrire à un demandeur ; le texte se relit et se change avant de partir."
      />
      <Section title="Champs que l’on peut nommer" level={2}>
        <ul>
          {Object.entries(FIELDS).map(([name, what]) => (
            <li key={name}>
              <code>{`{${name}}`}</code> : {what}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Modèles" level={2}>
        {templates.length === 0 && <p class="es-hint">Aucun modèle pour l’instant.</p>}
        {templates.map((template) => (
          <Disclosure key={template.id} summary={template.title} open={typed?.id === template.id}>
            {mayWrite ? <TemplateForm template={template} typed={typed} /> : <p class="es-lines">{template.body}</p>}
          </Disclosure>
        ))}
      </Section>
      {mayWrite && (
        <Section title="Nouveau modèle" level={2}>
          <TemplateForm template={null} typed={typed} />
        </Section>
      )}
    </>
  );
}

function idOf(template: string, field: string): string {
  return fieldId(`${field}-${template}`);
}

function TemplateForm(props: {
  readonly template: Template | null;
  readonly typed: TemplatesProps["typed"];
}): JSX.Element {
  const { template } = props;
  const id = template?.id ?? "";
  const typed = props.typed?.id === id ? props.typed : null;
  const errorOf = (field: string) => typed?.refusals.find((one) => one.field === field)?.message;
  return (
    <form
      class="es-form"
      method="post"
      action={template === null ? urls.reviewTemplates.href() : urls.reviewTemplate.href({ template: id })}
    >
      <TextField
        name="titre"
        id={idOf(id, "titre")}
        label="Titre"
        maxLength={120}
        value={typed?.title ?? template?.title ?? ""}
        error={errorOf("titre")}
      />
      <LongTextField
        name="texte"
        id={idOf(id, "texte")}
        label="Texte"
        rows={6}
        maxLength={10_000}
        value={typed?.body ?? template?.body ?? ""}
        error={errorOf("texte")}
      />
      <div class="es-button-bar">
        <Button name="action" value="garder">
          {template === null ? "Ajouter ce modèle" : "Enregistrer"}
        </Button>
        {template !== null && (
          <Button variant="secondary" name="action" value="retirer" context={`le modèle ${template.title}`}>
            Retirer
          </Button>
        )}
      </div>
    </form>
  );
}

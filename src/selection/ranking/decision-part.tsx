import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  ButtonBar,
  Disclosure,
  Form,
  formatMoneyExact,
  HiddenField,
  LongTextField,
  MoneyField,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { CandidatePageProps } from "./file-props.ts";

/** What the committee may do with a project now, each act with its form. */
export function DecisionPart(props: CandidatePageProps): JSX.Element | null {
  const { state } = props.file.candidate;
  const isOpen = state === "admitted" || state === "scored" || state === "ranked";
  if (!props.mayRun) return null;
  return (
    <Section title="Ce que décide le comité">
      {isOpen && <RetainedForm {...props} />}
      {state === "in-reserve" && (
        <StepForm
          {...props}
          step="appel"
          label="Appeler de la réserve"
          hint="Son aide est réservée sur l’enveloppe, si elle suffit."
        />
      )}
      {(state === "ranked" || state === "in-reserve") && (
        <ReasonForm
          {...props}
          step="non-retenu"
          summary="Ne pas retenir ce projet"
          label="Pourquoi ? La lettre le reprend."
        />
      )}
      {props.mayReopen && ["ranked", "selected", "in-reserve", "not-selected"].includes(state) && (
        <ReasonForm {...props} step="reprise" summary="Reprendre le classement de ce projet" label="Pourquoi ?" />
      )}
      {!isOpen && !["in-reserve", "selected", "not-selected"].includes(state) && (
        <p class="es-hint">Rien n’est à décider ici dans cet état du dossier.</p>
      )}
    </Section>
  );
}

function placeOf({ call, file }: CandidatePageProps) {
  return { call: call.id, id: file.candidate.id };
}

function acting(props: CandidatePageProps) {
  return { cle: props.newKey(), version: String(props.file.candidate.version) };
}

function RetainedForm(props: CandidatePageProps): JSX.Element {
  const { candidate } = props.file;
  const shown = candidate.retained === null ? "" : formatMoneyExact(candidate.retained).replace(/[^\d,]/g, "");
  return (
    <Disclosure
      summary="Retenir moins que demandé"
      open={props.errors.has("retenu") || props.errors.has("raison") || candidate.retained !== null}
    >
      <Form action={urls.candidateRetained.href(placeOf(props))}>
        {Object.entries(acting(props)).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <MoneyField
          name="retenu"
          label="Coûts éligibles retenus"
          hint="Vide : tout ce que les règles permettent. Chaque condition est relue sur ce montant avant d’être gardée."
          required={false}
          value={props.typed("retenu") ?? shown}
          error={props.errors.get("retenu")}
        />
        <LongTextField
          name="raison"
          label="Pourquoi"
          hint="Le procès-verbal et la lettre le reprennent."
          rows={2}
          required={false}
          value={props.typed("raison") ?? candidate.retainedReason}
          error={props.errors.get("raison")}
        />
        <Button variant="secondary">Garder ce montant</Button>
      </Form>
    </Disclosure>
  );
}

function StepForm(
  props: CandidatePageProps & { readonly step: string; readonly label: string; readonly hint: string },
): JSX.Element {
  return (
    <ActionForm action={urls.candidateStep.href({ ...placeOf(props), step: props.step })} fields={acting(props)}>
      <ButtonBar>
        <Button>{props.label}</Button>
      </ButtonBar>
      <p class="es-hint">{props.hint}</p>
    </ActionForm>
  );
}

function ReasonForm(
  props: CandidatePageProps & { readonly step: string; readonly summary: string; readonly label: string },
): JSX.Element {
  const name = `motif-${props.step}`;
  return (
    <Disclosure summary={props.summary} open={props.errors.has(name)}>
      <Form action={urls.candidateStep.href({ ...placeOf(props), step: props.step })}>
        {Object.entries(acting(props)).map(([field, value]) => (
          <HiddenField key={field} name={field} value={value} />
        ))}
        <LongTextField
          name={name}
          label={props.label}
          rows={3}
          value={props.typed(name)}
          error={props.errors.get(name)}
        />
        <Button variant="secondary">{props.summary}</Button>
      </Form>
    </Disclosure>
  );
}

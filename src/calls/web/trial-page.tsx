import type { JSX } from "preact";
import type { Assessment, Section as FormSection, OpenScheme } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  DataTable,
  Disclosure,
  ErrorSummary,
  errorAt,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  plural,
  QuestionField,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Call } from "../call.ts";
import type { Trial } from "../trial.ts";
import { Lines } from "./part-page.tsx";

export interface TrialPageProps {
  readonly call: Call;
  readonly scheme: OpenScheme;
  readonly trial: Trial;
  readonly example: Assessment;
  /** True once something was sent: the answer of the service is told. */
  readonly isTried: boolean;
}

/** A filing tried by the funder, with the very form, rules and terms of the call. Nothing is kept. */
export function TrialPage(props: TrialPageProps): JSX.Element {
  const { call, trial } = props;
  return (
    <>
      {props.isTried && (
        <ErrorSummary
          errors={[...trial.errors].map(([name, message]) => ({ name, message: errorAt(name, message) }))}
        />
      )}
      <PageHeader
        eyebrow={call.title}
        title="Essayer un dépôt"
        lead="Le formulaire, les règles et les modalités de cet appel, tels qu’un candidat les aura. Rien n’est gardé."
      />
      {props.isTried ? <Answer trial={trial} /> : <Example {...props} />}
      <Form action={urls.deskCallTrial.href({ id: call.id })}>
        {trial.form.sections.map((section, at) => (
          <Disclosure
            key={section.id}
            id={section.id}
            summary={section.title}
            open={at === 0 || (props.isTried && isWrong(section, trial))}
          >
            {section.intro !== undefined && <p class="es-hint">{section.intro}</p>}
            {section.items.map((item) =>
              item.type === "question" ? (
                <QuestionField
                  key={item.id}
                  question={item}
                  path={item.path.join(".")}
                  raw={trial.raw}
                  error={trial.errors.get(item.path.join("."))}
                />
              ) : (
                <Lines key={item.id} group={item} raw={trial.raw} errors={trial.errors} />
              ),
            )}
          </Disclosure>
        ))}
        <ButtonBar sticky>
          <Button>Essayer</Button>
          <LinkButton variant="tertiary" href={urls.deskCall.href({ id: call.id })}>
            Revenir à l’appel
          </LinkButton>
        </ButtonBar>
      </Form>
    </>
  );
}

/** Something in this section could not be read: it shows at once. */
function isWrong({ items }: FormSection, { errors }: Trial): boolean {
  const starts = items.map(({ path }) => path.join(".").split(".*")[0] ?? "");
  return [...errors.keys()].some((path) => starts.some((start) => path === start || path.startsWith(`${start}.`)));
}

const verdicts = {
  eligible: "Le projet remplirait les conditions",
  "not-eligible": "Une condition au moins ne serait pas remplie",
  incomplete: "Il manquerait des réponses",
  "to-assess": "Le service aurait des points à apprécier",
} as const;

function Answer({ trial }: { readonly trial: Trial }): JSX.Element {
  const { assessment, gaps, errors, papers } = trial;
  const missing = gaps.length + errors.size;
  return (
    <Section id="reponse" title="Ce que le service répondrait">
      <Notice
        tone={missing === 0 ? "success" : "warning"}
        title={
          missing === 0
            ? "Avec ses pièces, ce dossier pourrait être déposé"
            : `${plural(missing, "point")} à régler avant de déposer`
        }
      >
        <ul>
          {gaps.map(({ path, label, message }) => (
            <li key={path}>{`${label}\u00a0: ${message}`}</li>
          ))}
        </ul>
      </Notice>
      <p>
        <strong>{verdicts[assessment.eligibility]}.</strong>{" "}
        {assessment.criteria
          .filter(({ status }) => status === "not-met")
          .map(({ reason }) => reason)
          .join(" ")}
      </p>
      <Steps assessment={assessment} />
      <Disclosure summary={`${plural(papers.length, "pièce")} à joindre`}>
        <ul>
          {papers.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  );
}

function Example(props: TrialPageProps): JSX.Element {
  return (
    <Section
      id="exemple"
      title="Un exemple chiffré"
      intro="Le projet d’exemple du dispositif, calculé avec les modalités de cet appel telles qu’elles sont écrites."
    >
      <Steps assessment={props.example} />
    </Section>
  );
}

/** How the amount is reckoned, step by step. */
function Steps({ assessment }: { readonly assessment: Assessment }): JSX.Element {
  return (
    <DataTable
      caption="Calcul de l’aide"
      rows={assessment.funding.steps}
      rowKey={(_, place) => String(place)}
      columns={[
        { key: "label", header: "Étape", rowHeader: true, cell: ({ label }) => label },
        { key: "value", header: "Valeur", numeric: true, cell: ({ value }) => value },
      ]}
    />
  );
}

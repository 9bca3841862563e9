import type { ComponentChildren, JSX } from "preact";
import type { AskedHere, DocumentHere, Raw } from "#policy/index.ts";
import type { OpenApplication } from "#src/life/index.ts";
import { acceptOf, LARGEST_FILE, typesInWords } from "#src/platform/receiving/index.ts";
import {
  Button,
  ButtonBar,
  ErrorSummary,
  FileField,
  Form,
  type FormError,
  HiddenField,
  KEPT_BUT_FILE,
  LinkButton,
  LongTextField,
  PageHeader,
  QuestionField,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { communeBox } from "../draft/communes.ts";

interface Common {
  readonly file: OpenApplication;
  readonly before: string;
  readonly reason: string;
  readonly errors: readonly FormError[];
  /** Hidden fields of the act. */
  readonly fields: Readonly<Record<string, string>>;
}

/** One answer to correct: what was filed, what it should be, and why. */
export function AnswerProposalPage(
  props: Common & { readonly asked: AskedHere; readonly label: string; readonly raw: Raw },
): JSX.Element {
  const { asked, raw, file } = props;
  return (
    <Frame {...props} title={props.label}>
      <Form action={urls.applicationCorrections.href({ id: file.application.id })} label="Proposer une correction">
        <Hidden fields={{ ...props.fields, champ: asked.path }} />
        <QuestionField
          question={asked.question}
          path={asked.path}
          raw={raw}
          error={errorOf(props, asked.path)}
          commune={asked.question.control.kind === "commune" ? communeBox(raw, asked.path) : undefined}
        />
        <Why {...props} />
      </Form>
    </Frame>
  );
}

/** One paper to replace, or to add. */
export function PaperProposalPage(
  props: Common & { readonly asked: DocumentHere; readonly label: string },
): JSX.Element {
  const { asked, file } = props;
  const { accept } = asked.document;
  const action = urls.applicationCorrectionPaper.href({ id: file.application.id }, { piece: asked.key });
  return (
    <Frame {...props} title={props.label}>
      <Form action={action} multipart label="Proposer une autre pièce">
        <Hidden fields={props.fields} />
        <FileField
          name="fichier"
          label="Le fichier qui la remplace"
          hint={`${typesInWords(accept)}, 20\u00a0Mo au plus.`}
          accept={acceptOf(accept)}
          maxSize={LARGEST_FILE}
          error={errorOf(props, "fichier")}
        />
        <Why {...props} />
      </Form>
    </Frame>
  );
}

function errorOf({ errors }: Common, name: string): string | undefined {
  return errors.find((one) => one.name === name)?.message;
}

function Frame(props: Common & { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <>
      <ErrorSummary errors={props.errors} kept={KEPT_BUT_FILE} />
      <PageHeader
        eyebrow={props.file.application.number ?? ""}
        title="Proposer une correction"
        lead="Un agent la lit, l’accepte ou la refuse en disant pourquoi. D’ici là, votre demande reste telle que vous l’avez déposée."
      />
      <SummaryList items={[{ label: props.title, value: props.before }]} />
      {props.children}
    </>
  );
}

function Hidden(props: { readonly fields: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <>
      {Object.entries(props.fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
    </>
  );
}

function Why(props: Common): JSX.Element {
  const { id } = props.file.application;
  return (
    <>
      <LongTextField
        name="motif"
        label="Pourquoi est-ce à corriger ?"
        hint="L’agent lira ce motif."
        rows={3}
        maxLength={2000}
        value={props.reason}
        error={errorOf(props, "motif")}
      />
      <ButtonBar>
        <Button icon="send">Proposer cette correction</Button>
        <LinkButton variant="tertiary" href={urls.applicationCorrections.href({ id })}>
          Revenir à la liste
        </LinkButton>
      </ButtonBar>
    </>
  );
}

import type { JSX } from "preact";
import { AdministrationTabs } from "#src/people/web/index.ts";
import { type DeclaredText, TEXT_FIELDS } from "#src/platform/settings/texts.ts";
import type { SettingVersion } from "#src/platform/settings/versions.ts";
import {
  Button,
  ButtonBar,
  DataTable,
  ErrorSummary,
  Form,
  formatDay,
  HiddenField,
  LongTextField,
  Notice,
  PageHeader,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ProposalCard } from "./proposals.tsx";
import { VersionsTable } from "./versions-table.tsx";
import { WhenAndWhy } from "./when-and-why.tsx";

/** Words of letters and mails, by where they stand. */
export function TextsPage(props: {
  readonly rows: readonly { readonly text: DeclaredText; readonly since: string | null }[];
}): JSX.Element {
  return (
    <>
      <PageHeader
        title="Courriers et courriels"
        lead="Les mots que le service écrit à ceux qui demandent. Ce qui est déjà envoyé ne change pas."
      />
      <AdministrationTabs current="texts" />
      <DataTable
        caption="Textes"
        captionHidden
        rows={props.rows}
        rowKey={({ text }) => text.key}
        columns={[
          { key: "where", header: "Où", cell: ({ text }) => text.where },
          {
            key: "title",
            header: "Texte",
            rowHeader: true,
            cell: ({ text }) => <a href={urls.textSetup.href({ key: text.key })}>{text.title}</a>,
          },
          {
            key: "state",
            header: "État",
            cell: ({ since }) =>
              since === null ? (
                <StateTag tone="honey" icon="question" label="Proposition" />
              ) : (
                <StateTag tone="success" icon="check" label={`Depuis le ${formatDay(since)}`} quiet />
              ),
          },
        ]}
      />
    </>
  );
}

export interface TextPageProps {
  readonly text: DeclaredText;
  /** The words as they hold, or as they were typed. */
  readonly words: string;
  readonly versions: readonly SettingVersion[];
  readonly visitor: string;
  readonly mayPropose: boolean;
  readonly mayConfirm: boolean;
  /** It stands in a letter of which one was issued: the preview is that one. */
  readonly hasPreview: boolean;
  /** The mail as it would read, for the words of a mail. */
  readonly read: readonly string[];
  readonly typed?: { readonly from: string; readonly reason: string };
  readonly errors?: Readonly<Record<string, string>>;
}

export function TextPage(props: TextPageProps): JSX.Element {
  const { text, versions, errors = {} } = props;
  const open = versions.find(({ state }) => state === "proposed");
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader eyebrow={text.where} title={text.title} />
      {open !== undefined && (
        <ProposalCard level={2} proposal={open} visitor={props.visitor} mayConfirm={props.mayConfirm} />
      )}
      {open !== undefined && props.hasPreview && (
        <PreviewForm text={text} words={String(open.value)} label="Voir le courrier proposé en PDF" />
      )}
      {props.mayPropose && open === undefined ? <TextForm {...props} /> : <TextAsItHolds {...props} />}
      {props.read.length > 0 && (
        <Section title="Comme on le lira">
          {props.read.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Section>
      )}
      {!props.hasPreview && props.read.length === 0 && (
        <Notice tone="info">L’aperçu en PDF viendra avec le premier courrier de cette sorte.</Notice>
      )}
      <VersionsTable
        versions={versions}
        header="Texte"
        cell={({ value }) => <span class="es-lines">{String(value)}</span>}
      />
    </>
  );
}

function TextForm(props: TextPageProps): JSX.Element {
  const { text, errors = {} } = props;
  const isSingle = text.single === true;
  const fields = Object.entries(TEXT_FIELDS).map(([name, what]) => `{${name}} (${what})`);
  return (
    <Form action={urls.textSetup.href({ key: text.key })}>
      <LongTextField
        name="texte"
        label="Texte"
        hint={`${isSingle ? "Une seule ligne." : "Un paragraphe par ligne."} Champs : ${fields.join(", ")}.`}
        rows={isSingle ? 2 : 8}
        value={props.words}
        error={errors.texte}
      />
      <WhenAndWhy empty="dès la confirmation" typed={props.typed} errors={errors} />
      <ButtonBar>
        <Button>Proposer</Button>
        {props.hasPreview && <Preview text={text} />}
      </ButtonBar>
    </Form>
  );
}

/** The words of today, where one may not change them, or where a proposal waits for its answer. */
function TextAsItHolds(props: TextPageProps): JSX.Element {
  return (
    <Section title="Texte">
      <p class="es-lines">{props.words}</p>
      {props.hasPreview && <PreviewForm text={props.text} words={props.words} label="Voir le courrier en PDF" />}
    </Section>
  );
}

/** The letter with words that are not in a field: those that hold, or those that wait for a second person. */
function PreviewForm(props: {
  readonly text: DeclaredText;
  readonly words: string;
  readonly label: string;
}): JSX.Element {
  return (
    <Form action={urls.textSetup.href({ key: props.text.key })} label={props.label}>
      <HiddenField name="texte" value={props.words} />
      <Preview text={props.text} label={props.label} />
    </Form>
  );
}

function Preview(props: { readonly text: DeclaredText; readonly label?: string }): JSX.Element {
  return (
    <Button variant="secondary" icon="file" formAction={urls.textPreview.href({ key: props.text.key })} newTab>
      {props.label ?? "Voir le courrier en PDF"}
    </Button>
  );
}

import type { JSX } from "preact";
import { frameworkByVersion, gridLines } from "#policy/index.ts";
import type { Proof } from "#src/life/index.ts";
import { AdministrationTabs } from "#src/people/web/index.ts";
import type { JournalVerification } from "#src/platform/journal-verification.ts";
import { factDetails } from "#src/reviews/web/index.ts";
import {
  ActionForm,
  Answer,
  Button,
  ButtonBar,
  DataTable,
  DayField,
  dayInParis,
  EmptyState,
  ErrorSummary,
  Form,
  formatDayShort,
  formatTime,
  LinkButton,
  PageHeader,
  Pager,
  plural,
  Section,
  SelectField,
  TextField,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { actSubject, actTitle, chainSubject } from "../journal/act-words.ts";
import type { JournalFilter, JournalLine } from "../journal/read.ts";
import { tellChange } from "../tell.ts";

export interface JournalPageProps {
  readonly filter: JournalFilter;
  readonly errors: Readonly<Record<string, string>>;
  readonly lines: readonly JournalLine[];
  readonly acts: readonly string[];
  readonly next?: string;
  readonly exportHref: string;
}

/** The journal across files: who did what, when, for which organisation. */
export function JournalPage(props: JournalPageProps): JSX.Element {
  const funder = useFunder();
  const { filter, errors } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title="Journal"
        lead="Chaque acte, chaîné au précédent : une ligne changée ou retirée se voit."
        actions={
          <>
            <LinkButton variant="secondary" icon="download" href={props.exportHref}>
              Exporter en CSV
            </LinkButton>
            <ActionForm action={urls.journalProof.href()}>
              <Button variant="secondary" icon="shield">
                Vérifier la chaîne
              </Button>
            </ActionForm>
          </>
        }
      />
      <AdministrationTabs current="journal" />
      <Form action={urls.journal.href()} method="get" label="Chercher dans le journal">
        <div class="es-grid es-grid-small">
          <TextField name="personne" label="Personne" required={false} unmarked value={filter.person} />
          <TextField
            name="organisme"
            label="Organisme ou SIREN"
            required={false}
            unmarked
            value={filter.organisation}
          />
          <SelectField
            name="acte"
            label="Acte"
            required={false}
            unmarked
            value={filter.act}
            options={[{ value: "", label: "Tous" }]}
            groups={groupsOf(props.acts.map((act) => ({ value: act, label: actTitle(act, funder) })))}
          />
          <DayField name="du" label="Du" required={false} unmarked value={filter.from} error={errors.du} />
          <DayField name="au" label="Au" required={false} unmarked value={filter.until} error={errors.au} />
        </div>
        <ButtonBar>
          <Button icon="search">Chercher</Button>
          <a href={urls.journal.href()}>Tout le journal</a>
        </ButtonBar>
      </Form>
      <DataTable
        caption="Actes, le dernier d’abord"
        captionHidden
        rows={props.lines}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState level={2} title="Aucun acte ne correspond" />}
        columns={[
          { key: "at", header: "Quand", narrow: true, cell: ({ at }) => <When at={at} /> },
          { key: "act", header: "Acte", rowHeader: true, cell: ({ act }) => actTitle(act, funder) },
          {
            key: "actor",
            header: "Qui",
            cell: ({ actor, inPlaceOf }) =>
              `${actor ?? "Le service"}${inPlaceOf === null ? "" : `, à la place de ${inPlaceOf}`}`,
          },
          { key: "what", header: "Sur quoi", cell: (line) => <What line={line} /> },
          { key: "why", header: "Détail", cell: (line) => sayDetails(line) },
        ]}
      />
      <Pager next={props.next} />
    </>
  );
}

function When({ at }: Pick<JournalLine, "at">): JSX.Element {
  return (
    <>
      <span class="es-number">{formatDayShort(dayInParis(at))}</span>{" "}
      <span class="es-number es-hint">{formatTime(at)}</span>
    </>
  );
}

function What(props: { readonly line: JournalLine }): JSX.Element {
  const funder = useFunder();
  const { line } = props;
  if (line.applicationId === null || line.number === null)
    return <>{line.organisation ?? chainSubject(line.chain, funder)}</>;
  return (
    <>
      <a href={urls.review.href({ id: line.applicationId })}>{line.number}</a> {line.organisation}
    </>
  );
}

/** Before and after, or the reason; else what the journal of a file says of it. What fits a line. */
export function sayDetails(line: Pick<JournalLine, "act" | "details" | "framework" | "scheme">): string {
  const { act, details } = line;
  const { after, reason } = details;
  const change = after === undefined ? "" : tellChange(details);
  const told = [change, typeof reason === "string" ? reason : ""].filter((part) => part !== "").join(". ");
  // A finding says of what it is before it says why.
  const isTold = told !== "" && act !== "finding-made";
  return cutText(isTold ? told : factDetails(act, details, (subject) => subjectTitle(line, subject)), 300);
}

/** A line of the grid by its title, as the file's own journal names it; a condition of the text by its number. */
function subjectTitle({ framework, scheme }: Pick<JournalLine, "framework" | "scheme">, subject: string): string {
  const declared = scheme === null ? undefined : frameworkByVersion(framework ?? "")?.scheme(scheme);
  if (declared?.status !== "open") return subject;
  return gridLines(declared.grid).find(({ id }) => id === subject)?.title ?? subject;
}

const faultWords: Readonly<Record<string, string>> = {
  position: "une écriture manque",
  previous: "elle ne suit pas la précédente",
  hash: "son empreinte ne correspond pas",
  content: "ses colonnes ne disent pas ce qui a été scellé",
  tail: "la fin de la chaîne manque",
  noted: "elle n’est plus celle qui avait été notée",
};

/** What the proof at a click found: the same as the command line. */
export function ProofPage(props: { readonly journal: JournalVerification; readonly filings: Proof }): JSX.Element {
  const { journal, filings } = props;
  const faults = journal.faults.length + filings.faults.length;
  return (
    <>
      <PageHeader title="Preuve du journal" />
      <Answer
        tone={faults === 0 ? "success" : "danger"}
        icon={faults === 0 ? "shield" : "warning"}
        title={faults === 0 ? "Tout est intact" : `${plural(faults, "anomalie")}`}
      >
        <p>
          {`${plural(journal.entries, "écriture")} relues dans ${plural(journal.chains, "chaîne")}, ${plural(filings.revisions, "version déposée", "versions déposées")}, ${plural(filings.letters, "courrier")} et ${plural(filings.files, "fichier")} comparés à leurs empreintes.`}
        </p>
        <p>
          Empreinte des fins de chaîne : <code>{journal.fingerprint}</code>
        </p>
      </Answer>
      {faults > 0 && (
        <Section title="Anomalies">
          <ul>
            {journal.faults.map(({ chain, position, fault }) => (
              <li key={`${chain}${position}${fault}`}>
                {chain}, écriture {position} : {faultWords[fault] ?? fault}
              </li>
            ))}
            {filings.faults.map(({ request, what, fault }) => (
              <li key={`${request}${what}${fault}`}>
                {request}, {what} : {fault}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p>
        <a href={urls.journal.href()}>Retour au journal</a>
      </p>
    </>
  );
}

/** Acts by what they are about, in the order of the alphabet. */
function groupsOf(acts: readonly { readonly value: string; readonly label: string }[]) {
  const inOrder = (one: string, other: string) => one.localeCompare(other, "fr");
  const subjects = [...new Set(acts.map(({ value }) => actSubject(value)))].toSorted(inOrder);
  return subjects.map((label) => ({
    label,
    options: acts
      .filter(({ value }) => actSubject(value) === label)
      .toSorted((one, other) => inOrder(one.label, other.label)),
  }));
}

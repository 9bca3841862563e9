import type { JSX } from "preact";
import type { OutsideSelection } from "#policy/index.ts";
import type { Call } from "#src/calls/index.ts";
import {
  Button,
  ChoiceField,
  DataTable,
  DayField,
  Disclosure,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  formatDay,
  HiddenField,
  KEPT_BUT_FILE,
  LinkButton,
  Money,
  MoneyField,
  Notice,
  PageHeader,
  ProvisionId,
  SelectField,
  StateTag,
  TextField,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Candidate } from "../candidate.ts";
import { SelectionTabs } from "../web/tabs.tsx";
import { GRANTED } from "./granted.ts";

export interface OutsidePageProps {
  readonly call: Call;
  readonly after: OutsideSelection;
  readonly candidates: readonly Candidate[];
  readonly mayRecord: boolean;
  readonly newKey: () => string;
  readonly errors: ReadonlyMap<string, string>;
  readonly typed: (name: string) => string | undefined;
  /** What a spreadsheet could not record, line by line. */
  readonly left: readonly string[];
}

/** Another funder's selection: nothing is voted, notified or signed before it, and its total bounds the aid. */
export function OutsidePage(props: OutsidePageProps): JSX.Element {
  const funder = useFunder();
  const { call, after, candidates, errors } = props;
  return (
    <>
      <ErrorSummary errors={[...errors].map(([name, message]) => ({ name, message }))} kept={KEPT_BUT_FILE} />
      <PageHeader
        eyebrow="Sélection"
        title={call.title}
        lead={`Le vote attend ${after.called}, dossier par dossier.`}
      />
      <SelectionTabs call={call} at="outside" />
      <Notice tone="info">
        <p>
          Rien n’est voté, notifié ni signé avant. L’aide {funder.of} se calcule sur le total que cette sélection
          retient, au centime. <ProvisionId id={after.provision} />
        </p>
      </Notice>
      {props.left.length > 0 && (
        <Notice tone="warning" title="Lignes qui n’ont pas pu être enregistrées">
          <ul>
            {props.left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <DataTable
        caption="Ce que dit l’autre sélection"
        captionHidden
        rows={candidates}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Aucun dossier" />}
        columns={[
          {
            key: "file",
            header: "Dossier",
            rowHeader: true,
            cell: ({ id, number, organisation }) => (
              <>
                <a href={urls.candidate.href({ call: call.id, id })}>{number}</a>
                <div class="es-hint">{organisation}</div>
              </>
            ),
          },
          { key: "word", header: "Sélection", cell: (candidate) => <Word {...candidate} /> },
          { key: "reference", header: "Référence", cell: ({ outside }) => outside?.reference ?? "" },
          { key: "on", header: "Date", cell: ({ outside }) => (outside === null ? "" : formatDay(outside.decidedOn)) },
          {
            key: "total",
            header: "Total retenu",
            numeric: true,
            cell: ({ outside }) => (outside?.retained == null ? "–" : <Money cents={outside.retained} exact />),
          },
          {
            key: "aid",
            header: `Aide ${funder.of}`,
            numeric: true,
            cell: ({ asks, outside }) =>
              outside === null || asks[0] === undefined ? "–" : <Money cents={asks[0].amount} exact />,
          },
        ]}
      />
      {props.mayRecord && candidates.length > 0 && <RecordForm {...props} />}
      {props.mayRecord && <SheetForm {...props} />}
    </>
  );
}

function Word({ outside, state }: Candidate): JSX.Element {
  if (outside?.isSelected === false && GRANTED.includes(state))
    return <StateTag tone="danger" icon="undo" label="Retiré après le vote" />;
  if (outside === null) return <StateTag tone="neutral" icon="clock" label="Attendue" quiet />;
  return outside.isSelected ? (
    <StateTag tone="success" icon="check" label="Retenu" quiet />
  ) : (
    <StateTag tone="danger" icon="cross" label="Non retenu" quiet />
  );
}

function RecordForm(props: OutsidePageProps): JSX.Element {
  const { call, candidates, errors, typed } = props;
  return (
    <Disclosure summary="Noter une décision" open={errors.size > 0 && !errors.has("tableur")}>
      <Form action={urls.callOutside.href({ call: call.id })}>
        <HiddenField name="cle" value={props.newKey()} />
        <SelectField
          name="dossier"
          label="Dossier"
          options={candidates.map(({ id, number, organisation }) => ({
            value: id,
            label: `${number}, ${organisation}`,
          }))}
          value={typed("dossier")}
          error={errors.get("dossier")}
        />
        <ChoiceField
          name="selected"
          label="Le projet est-il retenu ?"
          as="radios"
          options={[
            { value: "oui", label: "Oui" },
            { value: "non", label: "Non" },
          ]}
          value={typed("selected")}
          error={errors.get("selected")}
        />
        <DayField
          name="decidedOn"
          label="Date de la décision"
          value={typed("decidedOn")}
          error={errors.get("decidedOn")}
        />
        <TextField name="reference" label="Référence" value={typed("reference")} error={errors.get("reference")} />
        <MoneyField
          name="retained"
          label="Total des coûts retenus"
          hint="S’il est retenu."
          required={false}
          unmarked
          value={typed("retained")}
          error={errors.get("retained")}
        />
        <Button variant="secondary">Enregistrer</Button>
      </Form>
    </Disclosure>
  );
}

function SheetForm(props: OutsidePageProps): JSX.Element {
  const { call, errors } = props;
  return (
    <Disclosure summary="Reprendre un tableur" open={errors.has("tableur")}>
      <p>
        <LinkButton variant="tertiary" icon="download" download href={urls.callOutsideModel.href({ call: call.id })}>
          Modèle à remplir
        </LinkButton>
      </p>
      <Form action={urls.callOutside.href({ call: call.id })} multipart>
        <HiddenField name="cle" value={props.newKey()} />
        <FileField
          name="tableur"
          label="Tableur rempli"
          accept="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          error={errors.get("tableur")}
        />
        <Button variant="secondary">Reprendre</Button>
      </Form>
    </Disclosure>
  );
}

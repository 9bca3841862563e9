import type { JSX } from "preact";
import { SelectionTabs } from "#src/selection/web/index.ts";
import {
  Button,
  ButtonBar,
  DataTable,
  DayField,
  EmptyState,
  ErrorSummary,
  HiddenField,
  LinkButton,
  Money,
  PageHeader,
  plural,
  Section,
  TextField,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { BatchRow } from "./store.ts";
import { amount, file, state } from "./vote-columns.tsx";
import { Deliberations, ToNotify } from "./vote-notice.tsx";
import type { VotePageProps } from "./vote-props.ts";

/** From the committee to the letters of one call: the vote of all in one act, then the notification of all. */
export function VotePage(props: VotePageProps): JSX.Element {
  const { call, rows, errors } = props;
  const funder = useFunder();
  const toVote = rows.filter(({ state }) => state === "selected" || state === "not-selected");
  const toNotify = rows.filter(({ state }) => state === "awarded" || state === "rejected");
  const done = rows.filter((row) => !toVote.includes(row) && !toNotify.includes(row));
  return (
    <>
      <ErrorSummary errors={[...errors].map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow="Sélection"
        title={call.title}
        lead={`Le rapport, le vote ${funder.voter.of}, puis les lettres.`}
        actions={
          <LinkButton variant="secondary" icon="download" download href={urls.callVoteSheet.href({ call: call.id })}>
            Tableur
          </LinkButton>
        }
      />
      <SelectionTabs call={call} at="vote" />
      {rows.length === 0 && (
        <EmptyState title="Rien à voter">
          <p>Les projets apparaissent ici quand les décisions du comité sont enregistrées.</p>
        </EmptyState>
      )}
      {toVote.length > 0 && <ToVote {...props} rows={toVote} />}
      {props.deliberations.length > 0 && <Deliberations {...props} />}
      {toNotify.length > 0 && <ToNotify {...props} rows={toNotify} />}
      {done.length > 0 && (
        <Section title="Notifiés">
          <DataTable
            caption="Projets notifiés"
            captionHidden
            rows={done}
            rowKey={({ id }) => id}
            columns={[file, state, { ...amount, cell: ({ decidedAid }) => <Money cents={decidedAid ?? 0} exact /> }]}
          />
        </Section>
      )}
    </>
  );
}

function ToVote(props: VotePageProps): JSX.Element {
  const { rows, obstacles, call, errors, typed } = props;
  const total = rows.filter(({ state: of }) => of === "selected").reduce((sum, one) => sum + (one.proposedAid ?? 0), 0);
  const isChosen = ({ id }: BatchRow) => (props.chosen === null ? !obstacles.has(id) : props.chosen.includes(id));
  return (
    <Section title="À voter" intro={`${plural(rows.length, "projet")}. Retirez une coche pour en faire une exception.`}>
      <ButtonBar>
        <LinkButton variant="secondary" href={urls.commissionReport.href({}, { dossier: rows.map(({ id }) => id) })}>
          Faire le rapport
        </LinkButton>
      </ButtonBar>
      <form class="es-form" method="post" action={urls.callVote.href({ call: call.id })}>
        <HiddenField name="cle" value={props.newKey()} />
        <DataTable
          caption="Projets à voter"
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          detail={({ id }) => obstacles.get(id)?.join(" ")}
          columns={[
            {
              key: "chosen",
              header: <span class="ds-sr-only">Voter</span>,
              narrow: true,
              cell: (row) =>
                props.mayVote ? (
                  <>
                    <input
                      class="ds-input"
                      type="checkbox"
                      name="dossier"
                      value={row.id}
                      checked={isChosen(row)}
                      aria-label={`Voter ${row.number}`}
                    />
                    <input type="hidden" name={`version.${row.id}`} value={String(row.version)} />
                  </>
                ) : null,
            },
            file,
            state,
            amount,
          ]}
          footer={["Total", "", "", <Money key="total" cents={total} exact />]}
        />
        {props.mayVote && (
          <>
            <TextField
              name="deliberation"
              label="Numéro de la délibération"
              width="m"
              value={typed("deliberation")}
              error={errors.get("deliberation")}
            />
            <DayField name="date" label="Date du vote" value={typed("date")} error={errors.get("date")} />
            <DayField
              name="transmission"
              label="Transmise à l’État le"
              hint="Si vous la connaissez déjà."
              required={false}
              value={typed("transmission")}
              error={errors.get("transmission")}
            />
            <DayField
              name="publication"
              label="Publiée le"
              hint="Si vous la connaissez déjà."
              required={false}
              value={typed("publication")}
              error={errors.get("publication")}
            />
            <Button icon="check">Enregistrer le vote des projets cochés</Button>
          </>
        )}
      </form>
    </Section>
  );
}

import type { JSX } from "preact";
import type { Call } from "#src/calls/index.ts";
import { readState } from "#src/life/index.ts";
import { stateLook } from "#src/reviews/web/index.ts";
import { SelectionTabs } from "#src/selection/web/index.ts";
import {
  Button,
  ButtonBar,
  CheckField,
  DataTable,
  DayField,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  HiddenField,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  plural,
  Section,
  StateTag,
  TextField,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Deliberation } from "../deliberation.ts";
import type { BatchRow } from "./store.ts";

export interface VotePageProps {
  readonly call: Call;
  readonly rows: readonly BatchRow[];
  /** What still stands before the vote of a file, by its id. */
  readonly obstacles: ReadonlyMap<string, readonly string[]>;
  readonly deliberations: readonly Deliberation[];
  readonly mayVote: boolean;
  readonly mayNotify: boolean;
  readonly newKey: () => string;
  readonly errors: ReadonlyMap<string, string>;
  readonly typed: (name: string) => string | undefined;
  readonly chosen: readonly string[] | null;
}

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

const file = {
  key: "file",
  header: "Projet",
  rowHeader: true,
  cell: ({ id, number, title, organisation }: BatchRow) => (
    <>
      <a href={urls.review.href({ id })}>{title}</a>
      <div class="es-hint">{`${number}, ${organisation}`}</div>
    </>
  ),
};

const state = {
  key: "state",
  header: "État",
  cell: ({ state: of }: BatchRow) => <StateTag {...stateLook(readState(of))} quiet />,
};

const amount = {
  key: "aid",
  header: "Aide",
  numeric: true,
  cell: ({ proposedAid, state: of }: BatchRow) => (of === "selected" ? <Money cents={proposedAid ?? 0} exact /> : "–"),
};

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

/** When each deliberation was transmitted and published: nothing of it is notified before both. */
function Deliberations(props: VotePageProps): JSX.Element {
  const { call, deliberations } = props;
  return (
    <Section title="Délibérations">
      {deliberations.map((one) => (
        <div key={one.number}>
          <p>
            <strong>{one.number}</strong>
            {`, votée le ${formatDay(one.votedOn)}. ${said("Transmise", one.transmittedOn)} ${said("Publiée", one.publishedOn)}`}
          </p>
          {props.mayNotify && (one.transmittedOn === null || one.publishedOn === null) && (
            <Disclosure summary="Noter la transmission et la publication">
              <Form action={urls.callVote.href({ call: call.id })}>
                <HiddenField name="action" value="dates" />
                <HiddenField name="deliberation" value={one.number} />
                <DayField
                  name="transmission"
                  id={`transmission-${one.number}`}
                  label="Transmise à l’État le"
                  required={false}
                  value={one.transmittedOn === null ? "" : formatDay(one.transmittedOn)}
                />
                <DayField
                  name="publication"
                  id={`publication-${one.number}`}
                  label="Publiée le"
                  required={false}
                  value={one.publishedOn === null ? "" : formatDay(one.publishedOn)}
                />
                <Button variant="secondary">Noter</Button>
              </Form>
            </Disclosure>
          )}
        </div>
      ))}
    </Section>
  );
}

function said(word: string, on: string | null): string {
  return on === null ? `${word} : pas encore.` : `${word} le ${formatDay(on)}.`;
}

function ToNotify(props: VotePageProps): JSX.Element {
  const { rows, call, errors } = props;
  return (
    <Section title="À notifier" intro={`${plural(rows.length, "lettre")}. Relisez-les avant de les envoyer ensemble.`}>
      <form class="es-form" method="post" action={urls.callNotification.href({ call: call.id })}>
        <HiddenField name="cle" value={props.newKey()} />
        <DataTable
          caption="Décisions à notifier"
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "chosen",
              header: <span class="ds-sr-only">Notifier</span>,
              narrow: true,
              cell: (row) =>
                props.mayNotify ? (
                  <>
                    <input
                      class="ds-input"
                      type="checkbox"
                      name="dossier"
                      value={row.id}
                      checked
                      aria-label={`Notifier ${row.number}`}
                    />
                    <input type="hidden" name={`version.${row.id}`} value={String(row.version)} />
                  </>
                ) : null,
            },
            file,
            state,
            {
              key: "letter",
              header: "Lettre",
              cell: (row: BatchRow) =>
                props.mayNotify ? (
                  <a
                    href={urls.reviewPreview.href({
                      id: row.id,
                      letter: row.state === "awarded" ? "notification" : "refus",
                    })}
                  >
                    Relire<span class="ds-sr-only">{` la lettre de ${row.number}`}</span>
                  </a>
                ) : (
                  ""
                ),
            },
            {
              ...amount,
              cell: ({ decidedAid, state: of }: BatchRow) =>
                of === "awarded" ? <Money cents={decidedAid ?? 0} exact /> : "–",
            },
          ]}
        />
        {props.mayNotify ? (
          <>
            <CheckField name="relu" label="J’ai relu les lettres" error={errors.get("relu")} />
            <Button icon="send">Notifier les décisions cochées</Button>
          </>
        ) : (
          <Notice tone="info">L’instructeur ou le responsable envoie les lettres.</Notice>
        )}
      </form>
    </Section>
  );
}

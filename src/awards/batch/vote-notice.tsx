import type { JSX } from "preact";
import {
  Button,
  CheckField,
  DataTable,
  DayField,
  Disclosure,
  Form,
  formatDay,
  HiddenField,
  Money,
  Notice,
  plural,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { BatchRow } from "./store.ts";
import { amount, file, state } from "./vote-columns.tsx";
import type { VotePageProps } from "./vote-props.ts";

/** When each deliberation was transmitted and published: nothing of it is notified before both. */
export function Deliberations(props: VotePageProps): JSX.Element {
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

export function ToNotify(props: VotePageProps): JSX.Element {
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

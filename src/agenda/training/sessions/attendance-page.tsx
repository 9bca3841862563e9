import type { JSX } from "preact";
import {
  Button,
  ButtonBar,
  capital,
  DataTable,
  EmptyState,
  Form,
  Icon,
  LinkButton,
  Notice,
  PageHeader,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion, Slot } from "../../occasions/occasion.ts";
import { sayHours, sayWhen } from "../../occasions/words.ts";
import type { Registration } from "../../registrations/registration.ts";
import type { HalfDay } from "./attended.ts";

interface TraineeRow {
  readonly registration: Registration;
  readonly halfDays: readonly HalfDay[];
}

export interface AttendancePageProps {
  readonly occasion: Occasion;
  readonly slots: readonly Slot[];
  readonly trainees: readonly TraineeRow[];
  /** Half days that have begun: the trainer signs those. */
  readonly begun: readonly boolean[];
  readonly maySign: boolean;
  readonly isClosed: boolean;
}

/** The sheet of a session: who signed each half day, and the trainer's own signature for all of them at once. */
export function AttendancePage(props: AttendancePageProps): JSX.Element {
  const { occasion, slots, trainees, begun, maySign, isClosed } = props;
  const canSign = maySign && !isClosed && begun.some(Boolean);
  const sheet = (
    <DataTable
      caption="Présence par demi-journée"
      captionHidden
      small="scroll"
      rows={trainees}
      rowKey={({ registration }) => registration.id}
      columns={[
        {
          key: "name",
          header: "Nom",
          rowHeader: true,
          cell: ({ registration }) => (
            <>
              {registration.name}
              <span class="es-hint">{` ${registration.structure}`}</span>
            </>
          ),
        },
        ...slots.map((slot, n) => ({
          key: slot.startsAt.toString(),
          header: capital(sayWhen(slot)),
          cell: ({ registration, halfDays }: TraineeRow) => {
            const half = halfDays[n];
            return half === undefined ? (
              ""
            ) : (
              <Cell half={half} n={n} registration={registration} canSign={canSign && begun[n] === true} />
            );
          },
        })),
      ]}
    />
  );
  return (
    <>
      <PageHeader
        eyebrow="Émargement"
        title={occasion.title}
        lead={capital(sayWhen(occasion))}
        actions={
          <LinkButton variant="secondary" icon="print" href={urls.runSheet.href({ id: occasion.id })}>
            Feuille à imprimer
          </LinkButton>
        }
      />
      {isClosed && (
        <Notice tone="info" title="Session close">
          Les présences ne changent plus : les attestations sont délivrées.
        </Notice>
      )}
      {trainees.length === 0 ? (
        <EmptyState title="Personne n’est inscrit" />
      ) : canSign ? (
        <Form action={urls.runAttendance.href({ id: occasion.id })} label="Émargement">
          {sheet}
          <p class="es-hint">
            En signant, vous attestez que les personnes cochées étaient là, et que les autres n’y étaient pas, pour les
            demi-journées commencées.
          </p>
          <ButtonBar>
            <Button icon="signature">Signer comme formateur</Button>
          </ButtonBar>
        </Form>
      ) : (
        sheet
      )}
    </>
  );
}

function Cell(props: {
  readonly half: HalfDay;
  readonly n: number;
  readonly registration: Registration;
  readonly canSign: boolean;
}): JSX.Element {
  const { half, n, registration, canSign } = props;
  const signed = half.trainee ? "a signé" : "n’a pas signé";
  return (
    <>
      <span class="es-hint">
        <Icon name={half.trainee ? "check" : "minus"} /> {signed}
      </span>
      {canSign ? (
        <label class="es-option">
          <input
            type="checkbox"
            class="ds-input"
            name="present"
            value={`${registration.id}.${n}`}
            checked={half.trainer ?? half.trainee}
            aria-label={`${registration.name}, ${sayHours(half.slot)} : présent`}
          />
          <span>Présent</span>
        </label>
      ) : (
        half.trainer !== null && <strong>{half.trainer ? " Présent" : " Absent"}</strong>
      )}
    </>
  );
}

import type { JSX } from "preact";
import { Button, ButtonBar, DataTable, Form, Section, SelectField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { PRESENCES, presenceWords, type Seat } from "../committee.ts";
import { type MeetingPageProps, placeOf } from "./meeting-form.ts";

/** Who is there: read by all who sit, written by who runs the meeting. */
export function AttendancePart(props: MeetingPageProps): JSX.Element {
  const { seats, meeting, mayRun } = props;
  const mayWrite = mayRun && (meeting.state === "called" || meeting.state === "open");
  return (
    <Section title="Présences">
      {mayWrite ? (
        <Form action={urls.meetingAttendance.href(placeOf(props))} label="Présences">
          {seats.map((seat) => (
            <SelectField
              key={seat.id}
              name={`presence.${seat.id}`}
              label={`${seat.name}, ${seat.body}`}
              options={choicesFor(seat, seats)}
              value={presenceOf(props, seat)}
              required={false}
              unmarked
            />
          ))}
          <ButtonBar>
            <Button variant="secondary">Enregistrer les présences</Button>
          </ButtonBar>
        </Form>
      ) : (
        <DataTable
          caption="Présences"
          captionHidden
          rows={seats}
          rowKey={(seat) => seat.id}
          columns={[
            { key: "name", header: "Membre", rowHeader: true, cell: (seat) => seat.name },
            { key: "body", header: "Organisme", cell: (seat) => seat.body },
            { key: "presence", header: "Présence", cell: (seat) => presenceInWords(props, seat) },
          ]}
        />
      )}
    </Section>
  );
}

/** Present, excused, absent, or represented by one of the others: one choice says it all. */
function choicesFor(seat: Seat, seats: readonly Seat[]) {
  return [
    ...PRESENCES.filter((one) => one !== "represented").map((value) => ({ value, label: presenceWords[value] })),
    ...seats
      .filter((one) => one.id !== seat.id)
      .map((one) => ({ value: `represented:${one.id}`, label: `Représenté par ${one.name}` })),
  ];
}

function presenceOf({ attendance }: MeetingPageProps, seat: Seat): string {
  const one = attendance.find(({ memberId }) => memberId === seat.id);
  if (one === undefined) return "";
  return one.presence === "represented" ? `represented:${one.representedBy}` : one.presence;
}

function presenceInWords({ attendance, seats }: MeetingPageProps, seat: Seat): string {
  const one = attendance.find(({ memberId }) => memberId === seat.id);
  if (one === undefined) return "—";
  if (one.presence !== "represented") return presenceWords[one.presence];
  return `Représenté par ${seats.find(({ id }) => id === one.representedBy)?.name ?? "un membre"}`;
}

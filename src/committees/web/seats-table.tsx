import type { JSX } from "preact";
import { ActionForm, Button, DataTable, EmptyState, formatDay } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { isSeated, type Seat, seatRoleWords } from "../committee.ts";

export interface SeatsTableProps {
  readonly slug: string;
  readonly seats: readonly Seat[];
  readonly today: string;
  /** Inside, every name is read; outside, those that agreed to it. */
  readonly inside: boolean;
  readonly mayRun: boolean;
}

/** Who sits today: bodies always, names where they may be read. */
export function SeatsTable(props: SeatsTableProps): JSX.Element {
  const { slug, today, inside, mayRun } = props;
  const seats = props.seats.filter((seat) => inside || isSeated(seat, today));
  return (
    <DataTable
      caption="Membres"
      captionHidden
      rows={seats}
      rowKey={(seat) => seat.id}
      empty={<EmptyState title="Personne ne siège encore" level={3} />}
      columns={[
        { key: "body", header: "Organisme", rowHeader: true, cell: (seat) => seat.body },
        {
          key: "name",
          header: "Qui siège",
          cell: (seat) => (inside || seat.nameIsPublic ? seat.name : "Nom non publié"),
        },
        { key: "role", header: "Rôle", cell: (seat) => seatRoleWords[seat.role] },
        { key: "college", header: "Collège", cell: (seat) => seat.college || "—" },
        { key: "mandate", header: "Mandat", cell: (seat) => mandate(seat) },
        ...(mayRun
          ? [
              {
                key: "end",
                header: "Fin",
                cell: (seat: Seat) =>
                  isSeated(seat, today) && seat.untilOn !== today ? (
                    <ActionForm action={urls.committeeMember.href({ slug, member: seat.id })}>
                      <Button variant="tertiary" size="sm" context={`: ${seat.name}`}>
                        Finir ce mandat
                      </Button>
                    </ActionForm>
                  ) : (
                    "—"
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function mandate({ fromOn, untilOn }: Seat): string {
  return untilOn === null ? `depuis le ${formatDay(fromOn)}` : `du ${formatDay(fromOn)} au ${formatDay(untilOn)}`;
}

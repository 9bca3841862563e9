import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  DataTable,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  formatDateTime,
  PageHeader,
  PlainFields,
  Section,
  StateTag,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Committee, committeeKindWords, type Meeting, meetingLooks, type Seat } from "../committee.ts";
import { meetingForm, seatForm } from "../forms.ts";
import { heldAt } from "../held.ts";
import { SeatsTable } from "./seats-table.tsx";

export interface CommitteePageProps {
  readonly committee: Committee;
  readonly seats: readonly Seat[];
  readonly meetings: readonly Meeting[];
  readonly today: string;
  readonly inside: boolean;
  readonly mayRun: boolean;
  /** Which form was refused, with what was typed. */
  readonly refused: {
    readonly form: "seat" | "meeting";
    readonly raw: Raw;
    readonly errors: ReadonlyMap<string, string>;
  } | null;
}

export function CommitteePage(props: CommitteePageProps): JSX.Element {
  const { committee, refused } = props;
  const { slug } = committee;
  const form = refused?.form === "seat" ? seatForm : meetingForm;
  return (
    <>
      <ErrorSummary errors={refused === null ? [] : summaryOf(form, refused.errors)} />
      <PageHeader eyebrow={committeeKindWords[committee.kind]} title={committee.name} lead={committee.purpose} />
      <Section title="Réunions">
        <MeetingsTable slug={slug} meetings={props.meetings} />
        {props.mayRun && (
          <Disclosure summary="Prévoir une réunion" open={refused?.form === "meeting"}>
            <Form action={urls.committeeMeetings.href({ slug })}>
              <PlainFields
                of={meetingForm}
                raw={refused?.form === "meeting" ? refused.raw : {}}
                errors={refused?.form === "meeting" ? refused.errors : undefined}
              />
              <ButtonBar>
                <Button>Prévoir</Button>
              </ButtonBar>
            </Form>
          </Disclosure>
        )}
      </Section>
      <Section
        title="Qui siège"
        intro={
          committee.quorumPercent === 0 ? undefined : `Il faut ${committee.quorumPercent} % des sièges pour décider.`
        }
      >
        <SeatsTable {...props} slug={slug} />
        {props.mayRun && (
          <Disclosure summary="Donner un siège" open={refused?.form === "seat"}>
            <Form action={urls.committeeMembers.href({ slug })}>
              <PlainFields
                of={seatForm}
                raw={refused?.form === "seat" ? refused.raw : { fromOn: props.today, role: "member" }}
                errors={refused?.form === "seat" ? refused.errors : undefined}
              />
              <ButtonBar>
                <Button>Donner ce siège</Button>
              </ButtonBar>
            </Form>
          </Disclosure>
        )}
      </Section>
    </>
  );
}

export function MeetingsTable(props: { readonly slug: string; readonly meetings: readonly Meeting[] }): JSX.Element {
  return (
    <DataTable
      caption="Réunions"
      captionHidden
      rows={props.meetings}
      rowKey={(one) => one.id}
      empty={<EmptyState title="Aucune réunion à lire" level={3} />}
      columns={[
        {
          key: "title",
          header: "Réunion",
          rowHeader: true,
          cell: (one) => (
            <a
              href={urls.meeting.href({ slug: props.slug, number: String(one.number) })}
            >{`N° ${one.number}, ${one.title}`}</a>
          ),
        },
        { key: "at", header: "Date", cell: (one) => formatDateTime(heldAt(one)) },
        { key: "state", header: "État", cell: (one) => <StateTag {...meetingLooks[one.state]} /> },
        { key: "minutes", header: "Compte rendu", cell: (one) => minutesState(one) },
      ]}
    />
  );
}

function minutesState(meeting: Meeting): string {
  if (meeting.minutesPublishedAt !== null) return "Publié";
  if (meeting.minutesApprovedAt !== null) return "Approuvé";
  return meeting.minutes === "" ? "—" : "Projet";
}

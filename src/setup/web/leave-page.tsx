import type { JSX } from "preact";
import type { Leave } from "#src/life/index.ts";
import {
  ActionForm,
  Button,
  DataTable,
  DayField,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  Notice,
  PageHeader,
  Section,
  SelectField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** An agent to choose. */
export interface NamedAgent {
  readonly id: string;
  readonly name: string;
}

/** Who is away, who stands in, and the place to say so. */
export function LeavePage(props: {
  readonly leaves: readonly Leave[];
  readonly mine: string;
  /** For whom the visitor may note one. */
  readonly people: readonly NamedAgent[];
  /** Who has a role that one of them has. */
  readonly deputies: readonly NamedAgent[];
  readonly mayEnd: (leave: Leave) => boolean;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
}): JSX.Element {
  const { errors = {}, typed = {} } = props;
  const options = (of: readonly NamedAgent[]) => of.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title="Absences"
        lead="Pendant une absence, le suppléant est prévenu de ce qui arrive sur les dossiers, et ce qu’il y fait est inscrit au journal à la place de l’absent."
      />
      <DataTable
        caption="Absences en cours et à venir"
        captionHidden
        rows={props.leaves}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} title="Personne n’est absent" />}
        columns={[
          { key: "who", header: "Absent", rowHeader: true, cell: ({ personName }) => personName },
          { key: "when", header: "Quand", cell: ({ from, until }) => `Du ${formatDay(from)} au ${formatDay(until)}` },
          { key: "deputy", header: "Suppléant", cell: ({ deputyName }) => deputyName },
          {
            key: "end",
            header: "Fin",
            cell: (leave) =>
              props.mayEnd(leave) && (
                <ActionForm action={urls.leaveEnd.href({ id: leave.id })}>
                  <Button variant="tertiary" size="sm" context={`l’absence de ${leave.personName}`}>
                    Mettre fin
                  </Button>
                </ActionForm>
              ),
          },
        ]}
      />
      <Section title="Noter une absence">
        {props.deputies.length === 0 ? (
          <Notice tone="info">
            Aucun autre agent n’a le même rôle : personne ne peut suppléer. L’administration donne les rôles.
          </Notice>
        ) : (
          <Form action={urls.leaves.href()}>
            <SelectField
              name="absent"
              label="Qui"
              options={options(props.people)}
              value={typed.absent ?? props.mine}
              error={errors.absent}
            />
            <DayField name="du" label="Premier jour" value={typed.du} error={errors.du} />
            <DayField name="au" label="Dernier jour" value={typed.au} error={errors.au} />
            <SelectField
              name="suppleant"
              label="Suppléant"
              hint="Un agent qui a le même rôle : la suppléance n’en donne pas d’autre."
              options={options(props.deputies)}
              value={typed.suppleant}
              error={errors.suppleant}
            />
            <Notice tone="info">
              Les dossiers restent à leur agent : au départ définitif, le retrait du rôle demande à qui ils vont.
            </Notice>
            <Button>Enregistrer</Button>
          </Form>
        )}
      </Section>
    </>
  );
}

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
  PageHeader,
  PlainFields,
  Section,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Committee, committeeKindWords } from "../committee.ts";
import { committeeForm } from "../forms.ts";

export function CommitteesPage(props: {
  readonly committees: readonly Committee[];
  readonly mayMake: boolean;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}): JSX.Element {
  return (
    <>
      <ErrorSummary errors={summaryOf(committeeForm, props.errors)} />
      <PageHeader title="Instances" lead="Qui siège, quand on se réunit, ce qui est décidé et ce qu’il en advient." />
      <DataTable
        caption="Instances"
        captionHidden
        rows={props.committees}
        rowKey={(one) => one.id}
        empty={<EmptyState title="Aucune instance" />}
        columns={[
          {
            key: "name",
            header: "Nom",
            rowHeader: true,
            cell: (one) => <a href={urls.committee.href({ slug: one.slug })}>{one.name}</a>,
          },
          { key: "kind", header: "Nature", cell: (one) => committeeKindWords[one.kind] },
          {
            key: "quorum",
            header: "Quorum",
            cell: (one) => (one.quorumPercent === 0 ? "Aucun" : `${one.quorumPercent} %`),
          },
        ]}
      />
      {props.mayMake && (
        <Section title="Nouvelle instance">
          <Disclosure summary="Créer une instance" open={props.errors.size > 0}>
            <Form action={urls.committees.href()}>
              <PlainFields of={committeeForm} raw={props.raw} errors={props.errors} />
              <ButtonBar>
                <Button>Créer</Button>
              </ButtonBar>
            </Form>
          </Disclosure>
        </Section>
      )}
    </>
  );
}

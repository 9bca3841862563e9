import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { DataTable, EmptyState, formatDateTime, LinkButton, PageHeader, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Call, schemeOfCall } from "../call.ts";
import { callLook } from "../words.ts";

/** The funder's calls: prepared, to publish, published. */
export function CallDeskPage(props: {
  readonly calls: readonly Call[];
  readonly now: Temporal.Instant;
  readonly mayMake: boolean;
}): JSX.Element {
  const { calls, now } = props;
  const make = props.mayMake && (
    <LinkButton icon="plus" href={urls.newCall.href()}>
      Préparer un appel
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Appels à projets"
        lead="Un administrateur prépare l’appel, un responsable de service le publie : ce sont deux personnes."
        actions={make}
      />
      <DataTable
        caption="Appels"
        captionHidden
        rows={calls}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Aucun appel n’est encore préparé" action={make} />}
        columns={[
          {
            key: "title",
            header: "Appel",
            rowHeader: true,
            cell: ({ id, title }) => <a href={urls.deskCall.href({ id })}>{title}</a>,
          },
          { key: "scheme", header: "Dispositif", cell: (call) => schemeOfCall(call).name },
          { key: "state", header: "État", cell: (call) => <StateTag {...callLook(call, now)} /> },
          { key: "opens", header: "Ouverture", cell: ({ opensAt }) => moment(opensAt) },
          { key: "closes", header: "Clôture", cell: ({ closesAt }) => moment(closesAt) },
        ]}
      />
    </>
  );
}

function moment(at: Temporal.Instant | null): string {
  return at === null ? "à fixer" : formatDateTime(at);
}

import type { JSX } from "preact";
import type { PartnerHere } from "#src/life/index.ts";
import { DataTable, formatDateTime, StateTag } from "#src/ui/index.ts";
import { partLook } from "./words.ts";

/** Who takes part in a project, and where the part of each stands. */
export function Parts(props: { readonly parts: readonly PartnerHere[]; readonly leadName: string }): JSX.Element {
  return (
    <DataTable
      caption="Qui prend part au projet"
      captionHidden
      columns={[
        {
          key: "name",
          header: "Structure",
          rowHeader: true,
          cell: (one) => (one.state === "lead" ? props.leadName : one.name),
        },
        { key: "state", header: "Où en est sa partie", cell: (one) => <StateTag {...partLook(one.state)} /> },
        {
          key: "when",
          header: "Confirmée le",
          cell: (one) =>
            one.state === "confirmed" && one.partner?.confirmedAt != null
              ? formatDateTime(one.partner.confirmedAt)
              : "—",
        },
      ]}
      rows={props.parts}
      rowKey={(one) => one.part.path}
    />
  );
}

import type { JSX } from "preact";
import type { Declaration } from "#policy/index.ts";
import type { PartnerHere } from "#src/life/index.ts";
import { type Column, DataTable, formatDateTime, StateTag } from "#src/ui/index.ts";
import { partLook } from "./words.ts";

interface PartsProps {
  readonly parts: readonly PartnerHere[];
  readonly leadName: string;
}

const state: Column<PartnerHere> = {
  key: "state",
  header: "Où en est sa partie",
  cell: (one) => <StateTag {...partLook(one.state)} />,
};

/** Who takes part in a project, and where the part of each stands. */
export function Parts({ parts, leadName }: PartsProps): JSX.Element {
  const when = ({ state, partner }: PartnerHere) =>
    state === "confirmed" && partner?.confirmedAt != null ? formatDateTime(partner.confirmedAt) : "—";
  return (
    <DataTable
      {...tableOf(parts)}
      columns={[structure(leadName), state, { key: "when", header: "Confirmée le", cell: when }]}
    />
  );
}

/** The same for who reviews the project: whose number it is, who confirmed, and what they declared. */
export function PartsToReview(props: PartsProps & { readonly declarations: readonly Declaration[] }): JSX.Element {
  const declared = ({ partner }: PartnerHere) =>
    (partner?.declarations ?? []).map((id) => props.declarations.find((known) => known.id === id)?.label ?? id);
  return (
    <DataTable
      {...tableOf(props.parts)}
      columns={[
        structure(props.leadName),
        { key: "siren", header: "SIREN", cell: ({ partner }) => partner?.siren ?? "—" },
        state,
        { key: "when", header: "Confirmée", cell: confirmedBy },
      ]}
      detail={(one) => (declared(one).length === 0 ? null : `Déclaré\u00a0: ${declared(one).join(" ")}`)}
    />
  );
}

function confirmedBy({ partner }: PartnerHere): string {
  if (partner?.confirmedAt == null) return "—";
  const by = partner.confirmedBy === null ? "" : `, par ${partner.confirmedBy}`;
  return `le ${formatDateTime(partner.confirmedAt)}${by}`;
}

function structure(leadName: string): Column<PartnerHere> {
  return {
    key: "name",
    header: "Structure",
    rowHeader: true,
    cell: (one) => (one.state === "lead" ? leadName : one.name),
  };
}

function tableOf(parts: readonly PartnerHere[]) {
  return {
    caption: "Qui prend part au projet",
    captionHidden: true,
    rows: parts,
    rowKey: (one: PartnerHere) => one.part.path,
  };
}

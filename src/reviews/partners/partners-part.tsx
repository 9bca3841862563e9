import type { Declaration } from "#policy/index.ts";
import { partLook } from "#src/applications/web/index.ts";
import { listPartners, type PartnerHere, partnersHere } from "#src/life/index.ts";
import { DataTable, formatDateTime, StateTag } from "#src/ui/index.ts";
import type { FilePartLoader } from "../file/file-loading.tsx";

/** Who takes part in a common project, in the page of its file: what each confirmed, when, by whom. */
export const partnersPart: FilePartLoader = async (world, tx, view) => {
  const { consortium } = view.scheme;
  const { application, revision } = view.file;
  if (consortium === undefined) return { sections: [], actions: [] };
  const partners = await listPartners(tx, application.id);
  const parts = partnersHere(consortium, revision.raw, partners, world.clock.now());
  if (parts.length < 2) return { sections: [], actions: [] };
  return {
    sections: [
      {
        id: "partenaires",
        title: "Partenaires",
        body: <Partners parts={parts} leadName={application.organisationName} declarations={consortium.confirms} />,
      },
    ],
    actions: [],
  };
};

function Partners(props: {
  readonly parts: readonly PartnerHere[];
  readonly leadName: string;
  readonly declarations: readonly Declaration[];
}) {
  const declared = (one: PartnerHere) =>
    (one.partner?.declarations ?? []).map((id) => props.declarations.find((known) => known.id === id)?.label ?? id);
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
        { key: "siren", header: "SIREN", cell: (one) => one.partner?.siren ?? "—" },
        { key: "state", header: "Sa partie", cell: (one) => <StateTag {...partLook(one.state)} /> },
        {
          key: "when",
          header: "Confirmée",
          cell: (one) =>
            one.partner?.confirmedAt == null
              ? "—"
              : `le ${formatDateTime(one.partner.confirmedAt)}${one.partner.confirmedBy === null ? "" : `, par ${one.partner.confirmedBy}`}`,
        },
      ]}
      rows={props.parts}
      rowKey={(one) => one.part.path}
      detail={(one) => (declared(one).length === 0 ? null : `Déclaré\u00a0: ${declared(one).join(" ")}`)}
    />
  );
}

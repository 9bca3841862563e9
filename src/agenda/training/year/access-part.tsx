import type { JSX } from "preact";
import type { SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { DataTable, Disclosure, formatPercent, plural, Section } from "#src/ui/index.ts";
import { type AccessRow, readAccess } from "./access.ts";

/** Under this many, a group's attendance could tell of one person: only its registrations are shown. */
const FEW = 3;

/** Equal access on the operator's desk: who comes, who never does. */
export async function accessPart(world: World, _visitor: SignedVisitor, year: number): Promise<JSX.Element | null> {
  const access = await inTransaction(world.db, "system", (tx) => readAccess(tx, year));
  if (access.jobFamily.length === 0) return null;
  return (
    <Section id="egalite" title="Qui vient, qui ne vient pas">
      <Groups caption="Par métier" rows={access.jobFamily} />
      <Groups caption="Par sexe" rows={access.sex} />
      <Groups caption="Par département" rows={access.department} />
      <Groups caption="Par taille de la structure" rows={access.size} />
      <Disclosure summary={`${plural(access.absent.length, "organisme")} dont personne n’est venu en ${year}`}>
        <DataTable
          caption="Organismes à appeler par leur réseau"
          rows={access.absent}
          rowKey={(one) => one.name}
          columns={[
            { key: "name", header: "Organisme", rowHeader: true, cell: (one) => one.name },
            { key: "department", header: "Département", cell: (one) => one.department },
          ]}
        />
      </Disclosure>
    </Section>
  );
}

function Groups(props: { readonly caption: string; readonly rows: readonly AccessRow[] }): JSX.Element {
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(one) => one.group}
      columns={[
        { key: "group", header: "Groupe", rowHeader: true, cell: (one) => one.group },
        { key: "registered", header: "Inscriptions", numeric: true, cell: (one) => one.registered },
        {
          key: "attended",
          header: "Venus",
          numeric: true,
          cell: (one) => (one.awaited < FEW ? "non montré" : `${one.attended} sur ${one.awaited}`),
        },
        {
          key: "share",
          header: "Part",
          numeric: true,
          cell: (one) => (one.awaited < FEW ? "" : formatPercent(Math.round((one.attended / one.awaited) * 100) * 100)),
        },
      ]}
    />
  );
}

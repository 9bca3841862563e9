import type { JSX } from "preact";
import { type Change, changesBetween, type Framework } from "#policy/index.ts";
import { DataTable, formatDay, PageHeader, Prose, ProvisionId, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ToldList } from "./told.tsx";

/** « Ce qui a changé » with a version, drawn from the data of both: nobody writes it, so nothing is forgotten (D-01). */
export function VersionPage(props: { readonly framework: Framework; readonly before: Framework | null }): JSX.Element {
  const { framework, before } = props;
  return (
    <>
      <PageHeader
        title="Ce qui a changé"
        lead={`Avec la version du ${formatDay(framework.deliberation.votedOn)}, en vigueur depuis le ${formatDay(framework.inForceFrom)}.`}
      />
      {before === null ? (
        <FirstVersion framework={framework} />
      ) : (
        <Changes changes={changesBetween(before, framework)} />
      )}
      <Prose>
        <p>
          <a href={urls.versions.href()}>Toutes les versions du texte</a>
        </p>
      </Prose>
    </>
  );
}

function FirstVersion(props: { readonly framework: Framework }): JSX.Element {
  return (
    <Section
      id="premiere"
      title="La première que tient le service"
      intro="Le texte voté modifie un cadre antérieur. Le service n’en tient pas les règles : il ne peut pas montrer ce qui a changé."
    >
      <ToldList told={props.framework.earlier} />
    </Section>
  );
}

function Changes(props: { readonly changes: readonly Change[] }): JSX.Element {
  const parts = [...Map.groupBy(props.changes, (change) => change.part)];
  if (parts.length === 0) {
    return (
      <Prose>
        <p>Rien de ce que le service lit dans le texte n’a changé.</p>
      </Prose>
    );
  }
  return (
    <>
      {parts.map(([part, changes], index) => (
        <Section key={part} id={`partie-${index + 1}`} title={`${part} (${changes.length})`}>
          <DataTable
            caption={`Ce qui a changé : ${part}`}
            captionHidden
            rows={changes}
            rowKey={(_change, row) => String(row)}
            columns={[
              { key: "what", header: "Quoi", rowHeader: true, cell: (change) => <What change={change} /> },
              { key: "before", header: "Avant", cell: (change) => change.before ?? <Absent /> },
              { key: "after", header: "Maintenant", cell: (change) => change.after ?? <Absent /> },
            ]}
          />
        </Section>
      ))}
    </>
  );
}

function What(props: { readonly change: Change }): JSX.Element {
  return (
    <>
      {props.change.what} <ProvisionId id={props.change.provision} />
    </>
  );
}

function Absent(): JSX.Element {
  return <span class="es-none">Absent</span>;
}

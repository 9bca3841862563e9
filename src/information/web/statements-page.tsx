import type { JSX } from "preact";
import type { Framework, Statement } from "#policy/index.ts";
import { Columns, DataTable, formatDay, PageHeader, ProvisionId, Section, TableOfContents } from "#src/ui/index.ts";
import { shownCarrier } from "../carriers.ts";

/** The text, statement by statement, and what of the service carries each: for who checks that nothing was lost. */
export function StatementsPage(props: { readonly framework: Framework }): JSX.Element {
  const { framework } = props;
  const { parts, doubts } = framework.provisions;
  const sections = [
    ...parts.map((part, index) => ({ id: `partie-${index + 1}`, ...part })),
    { id: "doutes", title: "Ce que le texte laisse ouvert", statements: doubts },
  ];
  const toc = sections.map(({ id, title, statements }) => ({
    href: `#${id}`,
    label: `${title} (${statements.length})`,
  }));
  return (
    <>
      <PageHeader
        title="Le texte, point par point"
        lead="Chaque point du texte voté, en peu de mots, avec ce qui le porte dans ce service : une règle, une question, une page, un courrier. Ce qui n’y est pas encore est dit à venir."
        meta={<p>Version du {formatDay(framework.deliberation.votedOn)}. Le texte voté fait foi.</p>}
      />
      <Columns side={<TableOfContents items={toc} />}>
        {sections.map(({ id, title, statements }) => (
          <Section key={id} id={id} title={title}>
            <DataTable
              caption={title}
              captionHidden
              rows={statements}
              rowKey={(statement) => statement.id}
              columns={[
                { key: "id", header: "Point", rowHeader: true, cell: (statement) => <Point id={statement.id} /> },
                { key: "words", header: "Ce que dit le texte", cell: (statement) => <Words statement={statement} /> },
                {
                  key: "carriers",
                  header: "Ce qui le porte",
                  cell: (statement) => <Carriers framework={framework} statement={statement} />,
                },
              ]}
            />
          </Section>
        ))}
      </Columns>
    </>
  );
}

function Point(props: { readonly id: string }): JSX.Element {
  return (
    <span id={props.id}>
      <ProvisionId id={props.id} />
    </span>
  );
}

function Words(props: { readonly statement: Statement }): JSX.Element {
  const { words, reading, place } = props.statement;
  return (
    <div>
      {reading === undefined ? (
        `${words}.`
      ) : (
        <>
          {words} <strong>{reading}</strong>
        </>
      )}
      <div class="es-hint">{place}</div>
    </div>
  );
}

function Carriers(props: { readonly framework: Framework; readonly statement: Statement }): JSX.Element {
  const shown = props.statement.carriers.map((carrier) => shownCarrier(props.framework, carrier));
  return (
    <div>
      {shown.map((one, index) => (
        <>
          {index > 0 && ", "}
          {one?.href === undefined ? one?.label : <a href={one.href}>{one.label}</a>}
        </>
      ))}
    </div>
  );
}

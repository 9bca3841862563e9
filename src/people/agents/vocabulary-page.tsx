import type { JSX } from "preact";
import {
  type Framework,
  isValidOn,
  type Day as PolicyDay,
  type Source,
  type TagFamily,
  tagsOfKind,
} from "#policy/index.ts";
import { DataTable, formatDay, PageHeader, Prose, ProvisionId, Section, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

const statement = (id: string) => `${urls.statements.href()}#${id}`;

/** The words that sort everything, the sources of money, and how the lists of the text are brought together. */
export function VocabularyPage(props: { readonly framework: Framework; readonly today: PolicyDay }): JSX.Element {
  const { framework, today } = props;
  return (
    <>
      <PageHeader
        title="Vocabulaire du cadre"
        lead="Les mêmes étiquettes et les mêmes sources de financement pour les dispositifs, les événements, les formations et les résultats."
        meta={
          <p>
            Version du {formatDay(framework.deliberation.votedOn)}.{" "}
            <a href={urls.versions.href()}>Les versions du texte</a>
          </p>
        }
      />
      <TransitionWords framework={framework} />
      <Sources sources={framework.sources} today={today} />
      <Section
        id="etiquettes"
        title={`Étiquettes (${framework.tags.length})`}
        intro="Le texte les donne ; elles changent avec lui, jamais d’un dossier à l’autre."
      >
        <DataTable
          caption="Étiquettes, par famille"
          captionHidden
          rows={framework.tagFamilies}
          rowKey={(family) => family.kind}
          columns={[
            { key: "family", header: "Famille", rowHeader: true, cell: (family) => <Family family={family} /> },
            { key: "tags", header: "Étiquettes", cell: (family) => <Tags framework={framework} family={family} /> },
          ]}
        />
      </Section>
    </>
  );
}

function Family(props: { readonly family: TagFamily }): JSX.Element {
  return (
    <div>
      {props.family.label}
      {props.family.open && <div class="es-hint">Liste ouverte : un autre peut être dit en toutes lettres.</div>}
    </div>
  );
}

function Tags(props: { readonly framework: Framework; readonly family: TagFamily }): JSX.Element {
  return (
    <Prose>
      <ul>
        {tagsOfKind(props.framework.tags, props.family.kind).map((tag) => (
          <li key={tag.id}>
            {tag.label} <code>{tag.id}</code>
          </li>
        ))}
      </ul>
    </Prose>
  );
}

function TransitionWords(props: { readonly framework: Framework }): JSX.Element {
  const { tags, transitionWords, transitionsReading } = props.framework;
  const labelOf = (id: string) => tags.find((tag) => tag.id === id)?.label ?? id;
  return (
    <Section
      id="transitions"
      title="Les transitions, d’un endroit du texte à l’autre"
      intro="Le texte les nomme de trois façons. Les chiffres du service comptent chacune sous l’une des quatre de la stratégie."
    >
      <DataTable
        caption="Comment chaque mot du texte est compté"
        captionHidden
        rows={transitionWords}
        rowKey={(_word, row) => String(row)}
        columns={[
          { key: "word", header: "Mot du texte", rowHeader: true, cell: (one) => one.word },
          { key: "place", header: "Endroit", cell: (one) => one.place },
          {
            key: "tag",
            header: "Compté sous",
            cell: (one) => (one.tag === null ? "Aucune : gardé comme étiquette" : labelOf(one.tag)),
          },
        ]}
      />
      <Prose>
        <p>
          Lecture retenue : <ProvisionId id={transitionsReading} href={statement(transitionsReading)} />
        </p>
      </Prose>
    </Section>
  );
}

function Sources(props: { readonly sources: readonly Source[]; readonly today: PolicyDay }): JSX.Element {
  return (
    <Section
      id="sources"
      title={`Sources de financement (${props.sources.length})`}
      intro="Une source qui s’éteint reste ici : ce qu’elle a payé la cite toujours."
    >
      <DataTable
        caption="Sources de financement et leur validité"
        captionHidden
        rows={props.sources}
        rowKey={(source) => source.code}
        columns={[
          { key: "label", header: "Source", rowHeader: true, cell: (source) => source.label },
          { key: "code", header: "Code", cell: (source) => <code>{source.code}</code> },
          { key: "period", header: "Validité", cell: (source) => <Period source={source} /> },
          {
            key: "today",
            header: "Aujourd’hui",
            cell: (source) => <OpenOrClosed valid={isValidOn(source, props.today)} />,
          },
        ]}
      />
    </Section>
  );
}

function Period(props: { readonly source: Source }): JSX.Element {
  const { from, until, note } = props.source;
  return (
    <div>
      {from === null || until === null ? "Sans limite" : `Du ${formatDay(from)} au ${formatDay(until)}`}
      {note !== undefined && <div class="es-hint">{note}</div>}
    </div>
  );
}

function OpenOrClosed(props: { readonly valid: boolean }): JSX.Element {
  return props.valid ? (
    <StateTag tone="success" icon="check" label="Ouverte" quiet />
  ) : (
    <StateTag tone="neutral" icon="pause" label="Fermée" quiet />
  );
}

import type { JSX } from "preact";
import { type Axis, type Framework, type Scheme, type Tag, tagsOfKind } from "#policy/index.ts";
import {
  Card,
  Columns,
  Figures,
  formatDay,
  Grid,
  PageHeader,
  Prose,
  ProvisionId,
  Section,
  StateTag,
  TableOfContents,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ToldList } from "./told.tsx";

export function StrategyPage(props: { readonly framework: Framework }): JSX.Element {
  const { framework } = props;
  const toc = [
    { href: "#raisons", label: "Pourquoi une stratégie" },
    { href: "#finalites", label: "À quoi elle sert" },
    { href: "#objectifs", label: "Ses objectifs" },
    { href: "#transitions", label: "Quatre transitions" },
    ...framework.axes.map((axis, index) => ({ href: `#axe-${index + 1}`, label: `Axe ${index + 1} : ${axis.label}` })),
    { href: "#dates", label: "Les dates" },
    { href: "#reperes", label: "Les chiffres" },
  ];
  return (
    <>
      <PageHeader
        title="La stratégie en quatre axes"
        lead={framework.title}
        meta={
          <p>
            Version du {formatDay(framework.deliberation.votedOn)}, {framework.deliberation.assembly}.{" "}
            <a href={urls.versions.href()}>Les versions du texte</a> ·{" "}
            <a href={urls.statements.href()}>Le texte, point par point</a>
          </p>
        }
      />
      <Columns side={<TableOfContents items={toc} />}>
        <Section
          id="raisons"
          title="Pourquoi une stratégie"
          intro="Le texte voté part de constats. Ils sont dits ici en peu de mots, avec leur place dans le texte."
        >
          <ToldList told={framework.reasons} />
        </Section>
        <Section id="finalites" title="À quoi elle sert">
          <NamedList items={tagsOfKind(framework.tags, "purpose")} />
        </Section>
        <Section id="objectifs" title="Ses objectifs">
          <NamedList items={tagsOfKind(framework.tags, "objective")} />
        </Section>
        <Section
          id="transitions"
          title="Quatre transitions traversent tout"
          intro="Un projet peut répondre à plusieurs d’entre elles."
        >
          <NamedList items={tagsOfKind(framework.tags, "transition")} />
        </Section>
        {framework.axes.map((axis, index) => (
          <Section
            key={axis.id}
            id={`axe-${index + 1}`}
            title={`Axe ${index + 1} : ${axis.label}`}
            intro={axis.summary}
          >
            <AxisSchemes axis={axis} schemes={framework.schemes.filter((scheme) => scheme.axis === axis.id)} />
            <h3>Ce que constate le texte</h3>
            <ToldList told={axis.observations} />
          </Section>
        ))}
        <Section
          id="dates"
          title="Les dates"
          intro="Ce que la stratégie prolonge, et les moyens sur lesquels elle s’appuie."
        >
          <ToldList told={framework.milestones} />
        </Section>
        <Section id="reperes" title="Les chiffres" intro="Les chiffres que donne le texte voté, avec leur année.">
          <Figures figures={framework.contextFigures} />
        </Section>
      </Columns>
    </>
  );
}

function NamedList(props: { readonly items: readonly Tag[] }): JSX.Element {
  return (
    <Prose>
      <ul>
        {props.items.map((item) => (
          <li key={item.id}>
            {item.label} <ProvisionId id={item.provision} />
          </li>
        ))}
      </ul>
    </Prose>
  );
}

function AxisSchemes(props: { readonly axis: Axis; readonly schemes: readonly Scheme[] }): JSX.Element {
  const { instead } = props.axis;
  if (instead !== undefined) {
    return (
      <Prose>
        <p>
          {instead.text}{" "}
          {instead.provisions.map((id) => (
            <ProvisionId key={id} id={id} />
          ))}
        </p>
      </Prose>
    );
  }
  return (
    <Grid>
      {props.schemes.map((scheme) => (
        <Card
          key={scheme.slug}
          title={scheme.name}
          href={urls.scheme.href({ scheme: scheme.slug })}
          eyebrow={scheme.provision}
          mark={<SchemeTag scheme={scheme} />}
        >
          <p>{scheme.summary}</p>
        </Card>
      ))}
    </Grid>
  );
}

/** Whether it can be asked for today, as far as the text alone tells: what opens by call depends on its calls. */
export function SchemeTag(props: { readonly scheme: Scheme }): JSX.Element {
  const { scheme } = props;
  if (scheme.status !== "open") return <StateTag tone="neutral" icon="info" label="À titre d’information" />;
  return scheme.opening === "always" ? (
    <StateTag tone="success" icon="check" label="Demandes ouvertes" />
  ) : (
    <StateTag tone="neutral" icon="calendar" label="Par appel à projets" />
  );
}

import type { JSX } from "preact";
import type { Framework, OpenScheme, Passage, Scheme } from "#policy/index.ts";
import type { OpenCall } from "#src/eligibility/index.ts";
import {
  ButtonBar,
  Columns,
  Figures,
  formatDay,
  LinkButton,
  NBSP,
  Notice,
  PageHeader,
  Prose,
  ProvisionId,
  Section,
  TableOfContents,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { AidExamples } from "./aid-examples.tsx";
import { OpenCallLine, openCallOf, simulatorOf } from "./open-call.tsx";
import { SchemeTag } from "./strategy-page.tsx";

/** A scheme in plain words. The open one adds its figures, its papers and the ways in. */
export function SchemePage(props: {
  readonly framework: Framework;
  readonly scheme: Scheme;
  readonly calls: readonly OpenCall[];
}): JSX.Element {
  const { framework, scheme, calls } = props;
  const call = openCallOf(scheme, calls);
  const isOpen = scheme.status === "open";
  const hasExamples = isOpen && scheme.words.cases.rows.length > 0;
  const toc = [
    ...scheme.passages.map((passage, index) => ({ href: `#partie-${index + 1}`, label: passage.title })),
    ...(isOpen
      ? [
          ...(hasExamples ? [{ href: "#exemples", label: "Des exemples chiffrés" }] : []),
          { href: "#pieces", label: "Les pièces à préparer" },
          { href: "#etapes", label: "Comment cela se passe" },
        ]
      : []),
  ];
  const axis = framework.axes.findIndex((one) => one.id === scheme.axis);
  return (
    <>
      <PageHeader
        eyebrow={`Axe ${axis + 1} · ${framework.axes[axis]?.label ?? ""}`}
        title={scheme.name}
        lead={scheme.summary}
        meta={<SchemeTag scheme={scheme} />}
        actions={
          isOpen && (
            <>
              <LinkButton href={simulatorOf(scheme, calls)} icon="arrow-right" iconAt="end">
                Savoir en cinq minutes
              </LinkButton>
              {scheme.opening === "always" && (
                <LinkButton href={urls.newApplication.href({}, { dispositif: scheme.slug })} variant="secondary">
                  Commencer une demande
                </LinkButton>
              )}
            </>
          )
        }
      />
      {call !== undefined && (
        <Notice tone="success" title="Un appel à projets est ouvert">
          <OpenCallLine call={call} /> Il fixe ce que le texte voté lui laisse : les chiffres de cette page sont les
          siens.
          <OtherCalls calls={calls.filter((one) => one.scheme.slug === scheme.slug && one !== call)} />
        </Notice>
      )}
      {isOpen ? (
        <Figures figures={call?.scheme.figures ?? scheme.figures} />
      ) : (
        <Notice tone="info" title="À titre d’information">
          Ce dispositif ne se demande pas encore sur ce service. Cette page dit ce qu’en dit le texte voté.
        </Notice>
      )}
      <Columns side={<TableOfContents items={toc} />}>
        {scheme.passages.map((passage, index) => (
          <PassageSection key={passage.title} passage={passage} id={`partie-${index + 1}`} />
        ))}
        {isOpen && <OpenParts scheme={scheme} />}
        <Prose>
          <p class="es-hint">
            Source : {framework.citation}, {scheme.provision}. Version en vigueur depuis le{" "}
            {formatDay(framework.inForceFrom)} (
            <a href={urls.version.href({ version: framework.version })}>ce qui a changé</a>). Le texte voté fait foi.
          </p>
        </Prose>
        {!isOpen && (
          <ButtonBar>
            <LinkButton href={urls.strategy.href()} variant="secondary">
              Toute la stratégie
            </LinkButton>
            <LinkButton href={urls.contact.href()} variant="tertiary">
              Poser une question
            </LinkButton>
          </ButtonBar>
        )}
      </Columns>
    </>
  );
}

/** The open calls of the scheme beside the one whose figures the page gives. */
function OtherCalls({ calls }: { readonly calls: readonly OpenCall[] }): JSX.Element | null {
  if (calls.length === 0) return null;
  return (
    <>
      <p>Ouvert aussi, avec ses propres chiffres{NBSP}:</p>
      <ul>
        {calls.map((call) => (
          <li key={call.slug}>
            <OpenCallLine call={call} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PassageSection(props: { readonly passage: Passage; readonly id: string }): JSX.Element {
  const { passage } = props;
  return (
    <Section id={props.id} title={passage.title}>
      <Prose>
        {passage.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Prose>
      <details class="es-why">
        <summary>
          Pourquoi ?<span class="ds-sr-only">{` ${passage.title}`}</span>
        </summary>
        <p>
          Le texte voté le dit{"\u00a0"}:{" "}
          {passage.provisions.map((provision) => (
            <>
              <ProvisionId id={provision} />{" "}
            </>
          ))}
        </p>
      </details>
    </Section>
  );
}

function OpenParts(props: { readonly scheme: OpenScheme }): JSX.Element {
  const { scheme } = props;
  return (
    <>
      {scheme.words.cases.rows.length > 0 && (
        <Section id="exemples" title="Des exemples chiffrés" intro={scheme.words.cases.intro}>
          <AidExamples scheme={scheme} />
        </Section>
      )}
      <Section
        id="pieces"
        title="Les pièces à préparer"
        intro="Le texte voté n’en fixe pas la liste : c’est celle du service. Certaines ne sont demandées que dans certains cas."
      >
        <Prose>
          <ul>
            {scheme.documents.map((document) => (
              <li key={document.id}>
                {document.label}
                {document.specimen !== undefined && (
                  <>
                    {" "}
                    <a href={urls.paperSpecimen.href({ scheme: scheme.slug, paper: document.id })}>
                      spécimen<span class="ds-sr-only">{` : ${document.label}`}</span>
                    </a>
                  </>
                )}
                {document.required !== "always" && (
                  <span class="es-hint"> {document.required === "optional" ? "facultatif" : "selon les cas"}</span>
                )}
              </li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section id="etapes" title="Comment cela se passe">
        <Prose>
          <ol>
            <li>
              Vous <a href={urls.simulator.href({ scheme: scheme.slug })}>simulez</a>, sans compte ni engagement.
            </li>
            {scheme.words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Prose>
      </Section>
    </>
  );
}

import type { JSX } from "preact";
import type { Doubt, Framework, Item, OpenScheme } from "#policy/index.ts";
import { assessExample } from "#src/eligibility/index.ts";
import { type Applied, appliedTo, type HeldReading } from "#src/schemes/index.ts";
import {
  Columns,
  Disclosure,
  FundingSteps,
  formatDay,
  PageHeader,
  Prose,
  ProvisionId,
  Section,
  SummaryList,
  TableOfContents,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Rules } from "./algorithm-rules.tsx";

/** The rules of a scheme as they are applied: all is drawn from the rules themselves. */
export function SchemeRulesPage(props: { readonly framework: Framework; readonly scheme: OpenScheme }): JSX.Element {
  const { framework, scheme } = props;
  const toc = [
    { href: "#donnees", label: "Les données lues" },
    { href: "#regles", label: "Chaque règle" },
    { href: "#calcul", label: "Le calcul de l’aide" },
    { href: "#doutes", label: "Les points non tranchés" },
    { href: "#verifier", label: "Vérifier" },
  ];
  return (
    <>
      <PageHeader
        eyebrow="Comment les règles sont calculées"
        title={`${scheme.name} : toutes les règles`}
        lead="Ce que la machine lit, ce qu’elle vérifie et ce qu’elle calcule. Elle ne décide pas : une personne lit chaque demande."
        meta={
          <p>
            <a href={urls.algorithm.href()}>Ce que fait la machine, et vos droits</a> ·{" "}
            <a href={urls.scheme.href({ scheme: scheme.slug })}>Cette aide en mots simples</a>
          </p>
        }
      />
      <Columns side={<TableOfContents items={toc} />}>
        <Data scheme={scheme} />
        <Rules framework={framework} scheme={scheme} />
        <Computation scheme={scheme} />
        <Doubts doubts={scheme.doubts} doctrine={appliedTo(scheme).doctrine} />
        <Checking framework={framework} scheme={scheme} />
      </Columns>
    </>
  );
}

function Data(props: { readonly scheme: OpenScheme }): JSX.Element {
  const funder = useFunder();
  const sections = props.scheme.simulatorForm.sections;
  return (
    <Section id="donnees" title="Les données lues, et d’où elles viennent">
      <Prose>
        <p>
          Ce que vous répondez et, dans une demande, ce que le service connaît déjà : l’annuaire des entreprises et ce
          que {funder.the} a déjà accordé. Rien d’autre. Les règles ne lisent aucune donnée sur votre santé, vos
          opinions ou vos origines.
        </p>
        <ul>
          {sections.map((section) => (
            <li key={section.id}>
              {section.title}
              <ul>
                {section.items.flatMap(labels).map((label) => (
                  <li key={label}>{label}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}

function labels(item: Item): readonly string[] {
  return item.type === "question" ? [item.label] : item.items.flatMap(labels);
}

function Computation(props: { readonly scheme: OpenScheme }): JSX.Element {
  const { funding } = assessExample(props.scheme);
  return (
    <Section
      id="calcul"
      title="Le calcul de l’aide"
      intro="Les paramètres viennent du texte. Les montants sont comptés en centimes entiers et arrondis au centime inférieur."
    >
      <SummaryList
        items={props.scheme.figures.map(({ label, value, provision }) => ({
          label,
          value,
          note: <ProvisionId id={provision} />,
        }))}
      />
      {props.scheme.words.example.said !== "" && (
        <Prose>
          <p>{props.scheme.words.example.said}</p>
        </Prose>
      )}
      <FundingSteps
        steps={funding.steps.map(({ label, value, id }, index) => ({
          label,
          value,
          provision: id,
          total: index === funding.steps.length - 2,
        }))}
      />
      <Prose>
        {props.scheme.words.arithmetic.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Prose>
    </Section>
  );
}

function Doubts(props: { readonly doubts: readonly Doubt[]; readonly doctrine: Applied["doctrine"] }): JSX.Element {
  return (
    <Section
      id="doutes"
      title="Les points que le texte ne tranche pas"
      intro="Voici les deux lectures possibles. La première est appliquée ; une personne peut retenir la seconde, avec un motif."
    >
      {props.doubts.map((doubt) => (
        <Disclosure key={doubt.id} id={doubt.id} summary={`${doubt.id} · ${doubt.question}`}>
          <p>
            <strong>Lecture appliquée.</strong> {doubt.defaultReading}
          </p>
          {doubt.alternative !== undefined && (
            <p>
              <strong>Autre lecture.</strong> {doubt.alternative}
            </p>
          )}
          <Held held={props.doctrine[doubt.id]} />
          <p>
            Disposition concernée : <ProvisionId id={doubt.provision} />
          </p>
        </Disclosure>
      ))}
    </Section>
  );
}

/** A doubt that the service closed for everyone: which way, since when, why. */
function Held(props: { readonly held: HeldReading | undefined }): JSX.Element | null {
  const { held } = props;
  if (held === undefined) return null;
  return (
    <p>
      <strong>
        Doctrine du service, pour les demandes déposées à partir du {formatDay(held.since)} :{" "}
        {held.reading === "alternative" ? "l’autre lecture" : "la lecture appliquée"}.
      </strong>{" "}
      {held.grounds}
    </p>
  );
}

function Checking(props: { readonly framework: Framework; readonly scheme: OpenScheme }): JSX.Element {
  const { framework, scheme } = props;
  return (
    <Section id="verifier" title="Vérifier par vous-même">
      <Prose>
        <p>
          Ces règles sont la version du {formatDay(framework.deliberation.votedOn)}. Leur empreinte est gardée avec
          chaque décision : elle prouve avec quelles règles un dossier a été lu.
        </p>
      </Prose>
      <Disclosure summary="Empreinte des règles (SHA-256)">
        <p>
          <code>{scheme.ruleSetHash}</code>
        </p>
      </Disclosure>
      <Prose>
        <p>
          Le code est <a href={`${urls.legal.href()}#code-source`}>libre</a>. Vous pouvez aussi{" "}
          <a href={urls.api.href()}>interroger les règles</a> avec vos propres données, sans compte.
        </p>
      </Prose>
    </Section>
  );
}

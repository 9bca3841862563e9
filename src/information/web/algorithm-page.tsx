import type { JSX } from "preact";
import type { Doubt, Framework, Item, OpenScheme } from "#policy/index.ts";
import { assessExample } from "#src/eligibility/index.ts";
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
  VerdictTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Rules } from "./algorithm-rules.tsx";

/**
 * How the rules are computed, as the law on public algorithms asks (CRPA, L311-3-1 and R311-3-1-2): what the machine
 * does in the decision, on which data, with which parameters and operations. All is drawn from the rules themselves.
 */
export function AlgorithmPage(props: { readonly framework: Framework; readonly scheme: OpenScheme }): JSX.Element {
  const { framework, scheme } = props;
  const toc = [
    { href: "#role", label: "Ce que fait la machine" },
    { href: "#donnees", label: "Les données lues" },
    { href: "#reponses", label: "Les quatre réponses" },
    { href: "#regles", label: "Chaque règle" },
    { href: "#calcul", label: "Le calcul de l’aide" },
    { href: "#doutes", label: "Les points non tranchés" },
    { href: "#verifier", label: "Vérifier" },
    { href: "#droits", label: "Vos droits" },
  ];
  return (
    <>
      <PageHeader
        eyebrow={scheme.name}
        title="Comment les règles sont calculées"
        lead="Le service lit vos réponses avec des règles écrites d’après le texte voté. Les voici toutes, telles qu’il les applique."
      />
      <Columns side={<TableOfContents items={toc} />}>
        <Role />
        <Data scheme={scheme} />
        <FourAnswers />
        <Rules framework={framework} scheme={scheme} />
        <Computation scheme={scheme} />
        <Doubts doubts={scheme.doubts} />
        <Checking framework={framework} scheme={scheme} />
        <Rights />
      </Columns>
    </>
  );
}

function Role(): JSX.Element {
  return (
    <Section id="role" title="Ce que fait la machine, et ce qu’elle ne fait pas">
      <Prose>
        <p>
          Elle vérifie les conditions qui se calculent et propose un montant. Elle aide trois fois : dans le simulateur,
          dans le formulaire et sur l’écran de la personne qui instruit.
        </p>
        <p>
          <strong>Elle ne décide pas.</strong> Vous pouvez déposer une demande quelle que soit la réponse du simulateur.
          Une personne confirme ou corrige chaque vérification, avec un motif écrit, et la Commission permanente décide.
        </p>
        <p>
          Elle n’apprend pas des dossiers, ne compare pas les demandeurs entre eux et ne calcule aucun score caché. Les
          mêmes réponses donnent toujours le même résultat.
        </p>
      </Prose>
    </Section>
  );
}

function Data(props: { readonly scheme: OpenScheme }): JSX.Element {
  const sections = props.scheme.simulatorForm.sections;
  return (
    <Section id="donnees" title="Les données lues, et d’où elles viennent">
      <Prose>
        <p>
          Ce que vous répondez et, dans une demande, ce que le service connaît déjà : l’annuaire des entreprises et les
          jours que la Région a déjà financés. Rien d’autre. Les règles ne lisent aucune donnée sur votre santé, vos
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

function FourAnswers(): JSX.Element {
  return (
    <Section id="reponses" title="Les quatre réponses possibles">
      <SummaryList
        items={[
          { label: <VerdictTag status="met" />, value: "Vos réponses montrent que la condition est remplie." },
          {
            label: <VerdictTag status="not-met" />,
            value: "Vos réponses montrent qu’elle ne l’est pas, avec la raison.",
          },
          {
            label: <VerdictTag status="unknown" />,
            value: "Il manque une réponse. Ce qui manque n’est jamais compté comme un non.",
          },
          {
            label: <VerdictTag status="to-assess" />,
            value: "Le texte laisse une personne juger : la machine ne tranche pas.",
          },
        ]}
      />
      <Prose>
        <p>
          Pour l’ensemble, la réponse la plus forte l’emporte, dans cet ordre : non remplie, à compléter, à apprécier,
          remplie. Aucune condition n’a plus de poids qu’une autre : elles sont toutes demandées.
        </p>
      </Prose>
    </Section>
  );
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
      <Prose>
        <p>{props.scheme.words.example.said}</p>
      </Prose>
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

function Doubts(props: { readonly doubts: readonly Doubt[] }): JSX.Element {
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
          <p>
            Disposition concernée : <ProvisionId id={doubt.provision} />
          </p>
        </Disclosure>
      ))}
    </Section>
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

function Rights(): JSX.Element {
  return (
    <Section id="droits" title="Vos droits">
      <Prose>
        <p>
          Si une décision vous concerne, vous pouvez demander au service, dans une forme compréhensible, comment ces
          règles ont été appliquées à votre dossier : le degré et le mode de contribution du calcul, les données
          traitées et leurs sources, les paramètres et les opérations (code des relations entre le public et
          l’administration, articles L311-3-1 et R311-3-1-2). <a href={urls.contact.href()}>Écrivez-nous</a> :
          l’explication de chaque vérification est gardée avec le dossier.
        </p>
      </Prose>
    </Section>
  );
}

import type { JSX } from "preact";
import type { OpenScheme } from "#policy/index.ts";
import {
  Card,
  Columns,
  Grid,
  PageHeader,
  Prose,
  Section,
  SummaryList,
  TableOfContents,
  useFunder,
  VerdictTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/**
 * What the machine does in a decision, as the law on public algorithms asks (CRPA, L311-3-1 and R311-3-1-2); the rules
 * of each scheme, its data, parameters and operations are on a page of their own.
 */
export function AlgorithmPage(props: { readonly schemes: readonly OpenScheme[] }): JSX.Element {
  const toc = [
    { href: "#role", label: "Ce que fait la machine" },
    { href: "#dispositifs", label: "Les règles de chaque aide" },
    { href: "#reponses", label: "Les quatre réponses" },
    { href: "#droits", label: "Vos droits" },
  ];
  return (
    <>
      <PageHeader
        title="Comment les règles sont calculées"
        lead="Le service lit vos réponses avec des règles écrites d’après le texte voté. Vous pouvez toutes les lire, telles qu’il les applique."
      />
      <Columns side={<TableOfContents items={toc} />}>
        <Role />
        <Section id="dispositifs" title="Les règles de chaque aide">
          <Grid>
            {props.schemes.map((scheme) => (
              <Card key={scheme.slug} title={scheme.name} href={urls.algorithmOf.href({ scheme: scheme.slug })}>
                <p>
                  {scheme.criteria.length} règles, {scheme.doubts.length} points que le texte ne tranche pas.
                </p>
              </Card>
            ))}
          </Grid>
        </Section>
        <FourAnswers />
        <Rights />
      </Columns>
    </>
  );
}

function Role(): JSX.Element {
  const funder = useFunder();
  return (
    <Section id="role" title="Ce que fait la machine, et ce qu’elle ne fait pas">
      <Prose>
        <p>
          Elle vérifie les conditions qui se calculent et propose un montant. Elle aide trois fois : dans le simulateur,
          dans le formulaire et sur l’écran de la personne qui instruit.
        </p>
        <p>
          <strong>Elle ne décide pas.</strong> Vous pouvez déposer une demande quelle que soit la réponse du simulateur.
          Une personne confirme ou corrige chaque vérification, avec un motif écrit, et {funder.voter.the} décide.
        </p>
        <p>
          Elle n’apprend pas des dossiers, ne compare pas les demandeurs entre eux et ne calcule aucun score caché. Les
          mêmes réponses donnent toujours le même résultat.
        </p>
      </Prose>
    </Section>
  );
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

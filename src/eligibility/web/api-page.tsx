import type { JSX } from "preact";
import type { OpenScheme } from "#policy/index.ts";
import {
  Columns,
  DataTable,
  Disclosure,
  PageHeader,
  Prose,
  Section,
  TableOfContents,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { exampleAnswer, exampleRequest } from "./openapi.ts";

const errors = [
  { status: "400", meaning: "Le corps de la requête n’est pas du JSON." },
  { status: "413", meaning: "La requête est trop grande." },
  { status: "415", meaning: "Le type de contenu n’est pas application/json." },
  { status: "422", meaning: "Un ou plusieurs champs sont refusés ; chacun est nommé par son pointeur JSON." },
];

/** One fact of an example, down to its value: enough to see what the rules answer, and what they ask for next. */
function firstFact(facts: unknown): unknown {
  if (typeof facts !== "object" || facts === null) return facts;
  if (Array.isArray(facts)) return facts.slice(0, 1).map(firstFact);
  return Object.fromEntries(
    Object.entries(facts)
      .slice(0, 1)
      .map(([key, value]) => [key, firstFact(value)]),
  );
}

/** The API explained to who will call it. Its examples are computed when the page is made. */
export function ApiPage(props: {
  readonly scheme: OpenScheme;
  readonly schemes: readonly OpenScheme[];
  readonly origin: string;
}): JSX.Element {
  const funder = useFunder();
  const { scheme, schemes, origin } = props;
  const request = JSON.stringify(exampleRequest(scheme), null, 2);
  const command = [
    `curl ${origin}${urls.simulations.href()} \\`,
    `  -H "content-type: application/json" \\`,
    `  -d '{ "scheme": "${scheme.slug}",`,
    `        "facts": ${JSON.stringify(firstFact(scheme.words.example.facts))} }'`,
  ].join("\n");
  return (
    <>
      <PageHeader
        title="Données ouvertes et API"
        lead={`Interrogez les règles ${funder.of} depuis votre logiciel, sans compte et sans clé. Rien de ce que vous envoyez n’est gardé.`}
      />
      <Columns
        side={
          <TableOfContents
            items={[
              { href: "#simulations", label: "Simuler une aide" },
              { href: "#faits", label: "Ce qu’on envoie" },
              { href: "#reponse", label: "Ce qu’on reçoit" },
              { href: "#erreurs", label: "Les erreurs" },
              { href: "#communes", label: "Chercher une commune" },
              { href: "#description", label: "La description OpenAPI" },
            ]}
          />
        }
      >
        <Section id="simulations" title="Simuler une aide">
          <Prose>
            <p>
              <code>POST {urls.simulations.href()}</code> répond ce que répond le simulateur : les conditions et leurs
              raisons, ce qui manque, le montant et son calcul, les points non tranchés. Appelable depuis un autre site.
            </p>
          </Prose>
          <Code label="Essayer en ligne de commande" text={command} />
        </Section>
        <Section id="faits" title="Ce qu’on envoie">
          <Prose>
            <ul>
              <li>
                <code>scheme</code> : le dispositif :{" "}
                {schemes.map(({ slug }, index) => (
                  <>
                    {index > 0 && ", "}
                    <code>{slug}</code>
                  </>
                ))}
                . Ceux du cadre qui ne se calculent pas répondent 422. Ou le nom d’un{" "}
                <a href={urls.calls.href()}>appel à projets ouvert</a>, la fin de son adresse : ses modalités sont
                appliquées.
              </li>
              <li>
                <code>date</code> (facultatif) : le jour du dépôt. Il choisit la version du texte et sert de date du
                jour.
              </li>
              <li>
                <code>facts</code> : ce qui est connu. Ce qui manque, ou vaut <code>null</code>, est inconnu, jamais
                faux. Un montant est une chaîne en euros (<code>"1100.00"</code>), un jour s’écrit{" "}
                <code>AAAA-MM-JJ</code>, une commune est son code INSEE.
              </li>
              <li>
                <code>terms</code> (facultatif) : ce que fixe un appel à projets, pour un dispositif qui n’ouvre que par
                appel. Sans lui, aucun montant n’est dit.
              </li>
            </ul>
          </Prose>
          <Disclosure summary="Une requête complète">
            <Code label="Requête" text={request} />
          </Disclosure>
        </Section>
        <Section id="reponse" title="Ce qu’on reçoit">
          <Prose>
            <p>
              <code>eligibility</code> vaut <code>eligible</code>, <code>not-eligible</code>, <code>incomplete</code> ou{" "}
              <code>to-assess</code>. <code>missing</code> nomme les faits qui manquent. <code>funding</code> est
              calculé d’après ce qui est connu ; <code>null</code> quand rien ne peut être dit.
            </p>
          </Prose>
          <Disclosure summary="La réponse à cette requête">
            <Code label="Réponse" text={JSON.stringify(exampleAnswer(scheme), null, 2)} />
          </Disclosure>
        </Section>
        <Section id="erreurs" title="Les erreurs">
          <Prose>
            <p>
              Elles suivent la norme RFC 9457 (<code>application/problem+json</code>), avec la liste <code>errors</code>{" "}
              des champs refusés.
            </p>
          </Prose>
          <DataTable
            caption="Codes d’erreur"
            captionHidden
            columns={[
              { key: "status", header: "Code", cell: (row) => row.status, rowHeader: true, narrow: true },
              { key: "meaning", header: "Ce qu’il veut dire", cell: (row) => row.meaning },
            ]}
            rows={errors}
            rowKey={(row) => row.status}
          />
        </Section>
        <Section id="communes" title="Chercher une commune">
          <Prose>
            <p>
              <code>GET {urls.communes.href({}, { q: "Caen" })}</code> cherche par nom, avec ou sans accents, ou par
              code postal, et rend vingt communes au plus.
            </p>
          </Prose>
        </Section>
        <Section id="agenda" title="Lire l’agenda">
          <Prose>
            <p>
              <code>GET {urls.events.href()}</code> donne les événements,{" "}
              <code>GET {urls.trainingSessions.href()}</code> les sessions de formation, par pages, avec les filtres de
              l’agenda. Les mêmes se suivent en <a href={urls.agendaCalendar.href()}>iCalendar</a> et en{" "}
              <a href={urls.agendaFeed.href()}>Atom</a>.
            </p>
          </Prose>
        </Section>
        <Section id="description" title="La description OpenAPI">
          <Prose>
            <p>
              <a href={urls.openapi.href()}>{urls.openapi.href()}</a> décrit tout cela pour les machines (OpenAPI 3.1).
              Elle est écrite à partir des règles elles-mêmes.
            </p>
          </Prose>
        </Section>
      </Columns>
    </>
  );
}

/** Code that a keyboard can scroll. */
function Code(props: { readonly label: string; readonly text: string }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class="es-scroll" tabIndex={0} aria-label={props.label}>
      <pre>
        <code>{props.text}</code>
      </pre>
    </section>
  );
}

import type { JSX } from "preact";
import type { Config } from "#src/platform/config.ts";
import { urls } from "#src/urls.ts";
import { Chapters, ToConfirm } from "./chapters.tsx";

export function LegalPage(props: { readonly funder: Config["funder"] }): JSX.Element {
  const { funder } = props;
  return (
    <Chapters
      title="Mentions légales"
      lead="Qui édite ce service, qui l’héberge, et ce que vous pouvez faire de son contenu."
      chapters={[
        {
          id: "editeur",
          title: "Éditeur",
          body: (
            <>
              <p>
                {funder.name}
                <br />
                {funder.service}
                <br />
                {funder.address}
              </p>
              <p>
                Courriel : <a href={`mailto:${funder.email}`}>{funder.email}</a>
                <br />
                Téléphone : {funder.phone}
              </p>
              <p>
                Direction de la publication : {funder.words.executive.the} <ToConfirm by={funder.words.the} />.
              </p>
            </>
          ),
        },
        {
          id: "hebergement",
          title: "Hébergement",
          body: (
            <p>
              Le service tient sur une seule machine, que {funder.words.the} choisit. Le nom et l’adresse de l’hébergeur
              seront indiqués ici à l’ouverture du service <ToConfirm by={funder.words.the} />.
            </p>
          ),
        },
        {
          id: "valeur",
          title: "Valeur des informations",
          body: (
            <>
              <p>
                Le texte voté fait foi. Les pages de ce service l’expliquent avec d’autres mots : en cas d’écart, c’est
                le texte qui s’applique.
              </p>
              <p>
                Le simulateur informe. Il ne vaut ni accord ni refus : seule une décision {funder.words.voter.of}
                attribue une aide.
              </p>
            </>
          ),
        },
        {
          id: "reutilisation",
          title: "Réutilisation",
          body: (
            <p>
              Les textes de ces pages peuvent être repris sous la Licence Ouverte 2.0, en citant la source et la date.
              Les logos et les marques restent à leurs titulaires.
            </p>
          ),
        },
        {
          id: "code-source",
          title: "Code source",
          body: (
            <p>
              Le code de ce service est libre, sous la licence publique de l’Union européenne (EUPL 1.2). Une autre
              collectivité peut l’installer et y décrire ses propres aides. Les règles de calcul en font partie : chacun
              peut les lire, les vérifier et les <a href={urls.algorithm.href()}>comprendre</a>.
            </p>
          ),
        },
      ]}
    />
  );
}

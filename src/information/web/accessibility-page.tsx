import type { JSX } from "preact";
import type { Config } from "#src/platform/config.ts";
import {
  type AuditFinding,
  accessibilityStatus,
  audit,
  Disclosure,
  formatDay,
  lastPass,
  looks,
  plural,
  sample,
} from "#src/ui/index.ts";
import { Chapters, ToConfirm } from "./chapters.tsx";

export function AccessibilityPage(props: { readonly funder: Config["funder"] }): JSX.Element {
  const { funder } = props;
  return (
    <Chapters
      title={`Accessibilité : ${accessibilityStatus}`}
      lead={`${funder.name} s’engage à rendre ce service accessible, conformément à l’article 47 de la loi du 11 février 2005. Voici où nous en sommes, sans rien embellir.`}
      chapters={[
        {
          id: "etat",
          title: "État de conformité",
          body: (
            <>
              <p>
                Ce service est <strong>{accessibilityStatus}</strong> avec le référentiel général d’amélioration de
                l’accessibilité (RGAA 4.1) : {plural(audit.notSeen, "critère attend", "critères attendent")} encore un
                examen à la main, et aucune personne qualifiée n’a relu les autres. La loi demande de le dire ainsi.
              </p>
              <p>
                Sur les {looks.length} critères, {audit.without} sont sans objet ici. Des {looks.length - audit.without}{" "}
                autres,{" "}
                <strong>
                  {audit.met} sont respectés, soit {audit.rate} %
                </strong>
                ,{" "}
                {audit.notMet === 0 ? "aucun n’est en défaut" : plural(audit.notMet, "ne l’est pas", "ne le sont pas")}{" "}
                et {plural(audit.notSeen, "reste à examiner", "restent à examiner")} : ce qui reste compte comme un
                défaut.
              </p>
              <p>Cela ne veut pas dire que rien n’est fait : il est conçu pour le niveau AA des WCAG 2.2.</p>
            </>
          ),
        },
        {
          id: "defauts",
          title: "Ce qui n’est pas conforme",
          body: audit.notMet === 0 ? <p>Aucun défaut connu sur ces pages.</p> : <Looks of="not-met" />,
        },
        {
          id: "criteres",
          title: "Critère par critère",
          body: (
            <>
              <Disclosure summary={`${audit.met} critères respectés, et ce qui le montre`}>
                <Looks of="met" />
              </Disclosure>
              <Disclosure summary={plural(audit.notSeen, "critère à examiner", "critères à examiner")}>
                <Looks of="not-seen" />
              </Disclosure>
              <Disclosure summary={`${audit.without} critères sans objet`}>
                <Looks of="without" />
              </Disclosure>
            </>
          ),
        },
        {
          id: "echantillon",
          title: "Les pages examinées",
          body: (
            <>
              <ul>
                {sample.map(({ page, address }) => (
                  <li key={address}>
                    {page} <code>{address}</code>
                  </li>
                ))}
              </ul>
              <p>
                Dernière passe sur les {looks.length} critères : {formatDay(lastPass.on)}, à la main sur ces pages, et
                par programme sur {lastPass.others} autres (sélection, séance, vote, instances, animation, journal,
                doctrine, courriers, comptabilité…).
              </p>
            </>
          ),
        },
        {
          id: "teste",
          title: "Ce qui est vérifié",
          body: (
            <>
              <p>À chaque modification, des programmes parcourent le service dans un vrai navigateur et vérifient :</p>
              <ul>
                <li>les défauts que l’outil axe sait reconnaître (contrastes, noms des champs, titres, régions) ;</li>
                <li>que les parcours se font au clavier seul ;</li>
                <li>qu’ils se font sans JavaScript ;</li>
                <li>qu’ils tiennent sur un écran de 360 pixels de large ;</li>
                <li>que chaque page a un seul titre principal, une langue déclarée et un lien vers le contenu.</li>
              </ul>
            </>
          ),
        },
        {
          id: "non-teste",
          title: "Ce qui ne l’est pas encore",
          body: (
            <ul>
              <li>Aucun audit par une personne experte : les programmes ne voient qu’une partie des défauts.</li>
              <li>Aucun essai avec des personnes aveugles, malvoyantes ou handicapées des mains.</li>
              <li>Aucun essai complet avec les lecteurs d’écran NVDA, VoiceOver et TalkBack.</li>
              <li>Les PDF produits suivent la norme PDF/UA-1, sans relecture humaine.</li>
              <li>Les documents joints par les organismes ne sont pas vérifiés.</li>
            </ul>
          ),
        },
        {
          id: "suite",
          title: "La suite",
          body: (
            <p>
              Un audit par un organisme extérieur, puis un schéma pluriannuel et un plan d’action publiés ici{" "}
              <ToConfirm by={`${funder.words.the}, avec leurs dates`} />.
            </p>
          ),
        },
        {
          id: "signaler",
          title: "Signaler une difficulté",
          body: (
            <p>
              Si une page vous empêche d’obtenir une information ou de faire une démarche, écrivez à{" "}
              <a href={`mailto:${funder.email}`}>{funder.email}</a> ou appelez le {funder.phone}. Nous vous donnerons
              l’information autrement, et nous corrigerons la page.
            </p>
          ),
        },
        {
          id: "recours",
          title: "Voies de recours",
          body: (
            <>
              <p>Si vous avez signalé un défaut et que la réponse ne vous satisfait pas, vous pouvez :</p>
              <ul>
                <li>écrire au Défenseur des droits, ou contacter son délégué dans votre département ;</li>
                <li>
                  lui envoyer un courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris
                  CEDEX 07.
                </li>
              </ul>
            </>
          ),
        },
        {
          id: "declaration",
          title: "Cette déclaration",
          body: (
            <p>
              Elle porte sur tout le service : pages publiques, espace des organismes, espace des agents. Elle a été
              établie par l’équipe qui le construit, d’après ses vérifications automatiques. Techniques employées :
              HTML, CSS, SVG, un peu de JavaScript facultatif, PDF.
            </p>
          ),
        },
      ]}
    />
  );
}

/** Criteria of one finding, each with what shows it. */
function Looks(props: { readonly of: AuditFinding }): JSX.Element {
  return (
    <ul>
      {looks
        .filter(({ finding }) => finding === props.of)
        .map(({ id, asks, evidence }) => (
          <li key={id}>
            <strong>
              {id}. {asks}.
            </strong>{" "}
            {evidence}
          </li>
        ))}
    </ul>
  );
}

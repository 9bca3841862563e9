import type { JSX } from "preact";
import type { Config } from "#src/platform/config.ts";
import type { Processing } from "#src/platform/processing.ts";
import { DataTable, Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Chapters } from "./chapters.tsx";

/** What the service records of persons. Durations are proposals until the funder's data officer confirms them. */
const ofFiles: readonly Processing[] = [
  {
    what: "Compte : nom, adresse électronique, clés d’accès, sessions ouvertes",
    why: "Vous reconnaître et protéger vos dossiers",
    ground: "Mission d’intérêt public",
    kept: "Le temps du compte, puis 1 an",
  },
  {
    what: "Organisme : SIRET, nom, adresse, effectif, membres et leurs rôles",
    why: "Savoir au nom de qui une demande est faite",
    ground: "Mission d’intérêt public",
    kept: "Le temps du dernier dossier",
  },
  {
    what: "Demande : réponses, pièces jointes, nom et expérience des intervenants",
    why: "Instruire, décider, suivre l’aide",
    ground: "Mission d’intérêt public",
    kept: "10 ans après le dernier paiement ; 2 ans pour une demande refusée ou abandonnée",
  },
  {
    what: "Messages et courriels envoyés par le service",
    why: "Échanger sur le dossier et garder la trace de ce qui a été dit",
    ground: "Mission d’intérêt public",
    kept: "Comme le dossier",
  },
  {
    what: "Journal des actes : qui, quand, sur quel dossier",
    why: "Prouver que chaque décision est régulière",
    ground: "Obligation légale",
    kept: "Comme le dossier",
  },
  {
    what: "Journal technique : heure, adresse de la page, référence d’erreur",
    why: "Faire marcher le service et réparer ses pannes",
    ground: "Intérêt légitime",
    kept: "6 mois",
  },
];

export function PrivacyPage(props: {
  readonly funder: Config["funder"];
  /** Those of the slices that say their own. */
  readonly processings: readonly Processing[];
}): JSX.Element {
  const { funder } = props;
  return (
    <Chapters
      title="Données personnelles"
      lead="Ce que le service sait de vous, pourquoi, combien de temps, et comment reprendre la main."
      chapters={[
        {
          id: "responsable",
          title: "Qui est responsable",
          body: (
            <p>
              {funder.name} est responsable de ces traitements. Pour toute question, écrivez à{" "}
              <a href={`mailto:${funder.data.email}`}>{funder.data.email}</a> en demandant{" "}
              {funder.data.officer ?? "la personne déléguée à la protection des données"}.
            </p>
          ),
        },
        {
          id: "sans-compte",
          title: "Sans compte : rien n’est gardé",
          body: (
            <>
              <p>
                Les pages publiques et le simulateur n’enregistrent pas vos réponses. Elles voyagent seulement dans
                l’adresse de la page : qui a le lien voit les réponses, et personne d’autre.
              </p>
              <p>
                Il n’y a ni mesure d’audience, ni publicité, ni contenu venu d’un autre site. Les seuls témoins de
                connexion (cookies) servent à votre session et au message affiché après un envoi.
              </p>
            </>
          ),
        },
        {
          id: "donnees",
          title: "Avec un compte : ce qui est gardé",
          body: (
            <>
              <DataTable
                caption="Données gardées, raisons et durées"
                captionHidden
                columns={[
                  { key: "what", header: "Données", cell: (row) => row.what, rowHeader: true },
                  { key: "why", header: "Pourquoi", cell: (row) => row.why },
                  { key: "ground", header: "Fondement", cell: (row) => row.ground },
                  { key: "kept", header: "Durée proposée", cell: (row) => row.kept },
                ]}
                rows={[...ofFiles, ...props.processings]}
                rowKey={(row) => row.what}
              />
              <Notice tone="info" title="Durées à confirmer par le délégué à la protection des données">
                Le texte voté ne fixe aucune durée. Celles-ci sont proposées d’après les délais habituels de contrôle
                des aides publiques. Au-delà, le sort des dossiers est décidé avec le service d’archives.
              </Notice>
            </>
          ),
        },
        {
          id: "destinataires",
          title: "Qui peut lire vos données",
          body: (
            <ul>
              <li>Les membres de votre organisme, selon le rôle que vous leur donnez.</li>
              <li>Les agents {funder.words.of} chargés d’instruire, de valider, de payer ou de contrôler.</li>
              <li>
                Le public, pour ce que la loi demande de publier une fois l’aide accordée : nom de l’organisme, objet et
                montant.
              </li>
            </ul>
          ),
        },
        {
          id: "droits",
          title: "Vos droits",
          body: (
            <>
              <p>
                Vous pouvez demander à voir, corriger ou effacer vos données, en limiter l’usage ou vous y opposer, dans
                les conditions prévues par le règlement général sur la protection des données (RGPD).
              </p>
              <p>
                Une décision n’est jamais prise par la machine seule : voyez{" "}
                <a href={urls.algorithm.href()}>comment les règles sont calculées</a>. Si la réponse ne vous convient
                pas, vous pouvez saisir l’autorité de contrôle : {funder.data.authority}.
              </p>
            </>
          ),
        },
      ]}
    />
  );
}

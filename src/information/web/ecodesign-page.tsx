import type { JSX } from "preact";
import { DataTable, useFunder } from "#src/ui/index.ts";
import { Chapters } from "./chapters.tsx";

interface Measure {
  readonly theme: string;
  readonly held: string;
  readonly proof: string;
}

/** What the service really does, by theme of the State's reference (RGESN). Only what can be checked. */
const measures: readonly Measure[] = [
  {
    theme: "Stratégie",
    held: "Une page ne montre que ce qui aide à faire ou à décider ; ni carrousel, ni vidéo, ni animation.",
    proof: "À voir sur chaque page",
  },
  {
    theme: "Contenus",
    held: "Pas d’image de décoration ; les dessins sont en SVG, écrits dans la page.",
    proof: "Aucune image matricielle dans le service",
  },
  {
    theme: "Polices",
    held: "Les polices déjà présentes sur votre appareil ; aucune n’est téléchargée.",
    proof: "Feuille de style du service",
  },
  {
    theme: "Interface",
    held: "Toutes les démarches marchent sans JavaScript ; il n’est chargé que sur les pages où il aide.",
    proof: "Parcours automatiques sans JavaScript",
  },
  {
    theme: "Réseau",
    held: "Première vue sous 100 ko, pages sous 150 ko, textes compressés, fichiers gardés par le navigateur.",
    proof: "Poids mesurés avec les performances",
  },
  {
    theme: "Tiers",
    held: "Aucun service d’un autre site : ni mesure d’audience, ni carte, ni bouton de partage.",
    proof: "La politique de sécurité des pages l’interdit",
  },
  {
    theme: "Serveur",
    held: "Un seul programme et une base de données sur une machine ; les pages publiques sont préparées une fois.",
    proof: "Mesures de mémoire et de démarrage",
  },
  {
    theme: "Appareils",
    held: "Utilisable sur un petit écran et sur un ordinateur ancien, dès qu’un navigateur récent y tourne.",
    proof: "Parcours à 360 pixels de large",
  },
];

export function EcodesignPage(): JSX.Element {
  const funder = useFunder();
  return (
    <Chapters
      title="Écoconception"
      lead="Un service public léger coûte moins, dure plus et s’ouvre partout. Voici les mesures tenues, et celles qui manquent."
      chapters={[
        {
          id: "mesures",
          title: "Les mesures tenues",
          body: (
            <>
              <p>
                Elles suivent les thèmes du référentiel général d’écoconception de services numériques (RGESN, version
                2024).
              </p>
              <DataTable
                caption="Mesures d’écoconception"
                captionHidden
                columns={[
                  { key: "theme", header: "Thème", cell: (row) => row.theme, rowHeader: true },
                  { key: "held", header: "Ce que fait le service", cell: (row) => row.held },
                  { key: "proof", header: "Comment on le sait", cell: (row) => row.proof },
                ]}
                rows={measures}
                rowKey={(row) => row.theme}
              />
            </>
          ),
        },
        {
          id: "manque",
          title: "Ce qui manque",
          body: (
            <ul>
              <li>Les 78 critères du référentiel n’ont pas été évalués un par un : aucun score n’est donc annoncé.</li>
              <li>L’empreinte de l’hébergement dépend de la machine que {funder.the} choisira.</li>
              <li>La consommation de l’antivirus et de l’envoi des courriels n’est pas mesurée.</li>
            </ul>
          ),
        },
        {
          id: "vous",
          title: "Ce que vous pouvez faire",
          body: (
            <ul>
              <li>Joignez des documents légers : un PDF de quelques pages suffit presque toujours.</li>
              <li>N’imprimez que si c’est utile : les pages et les PDF s’impriment sur peu de feuilles.</li>
            </ul>
          ),
        },
      ]}
    />
  );
}

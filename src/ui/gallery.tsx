import type { JSX } from "preact";
import { urls } from "#src/urls.ts";
import { FieldsGallery } from "./gallery/fields.tsx";
import { OfficerGallery } from "./gallery/officer.tsx";
import { PartsGallery } from "./gallery/parts.tsx";
import { ResultGallery } from "./gallery/result.tsx";
import { Layout, type LayoutProps } from "./layout.tsx";
import { Tabs } from "./page.tsx";

export const galleryViews = ["elements", "formulaire", "resultat", "instruction"] as const;
export type GalleryView = (typeof galleryViews)[number];

const titles: Readonly<Record<GalleryView, string>> = {
  elements: "Éléments",
  formulaire: "Formulaire",
  resultat: "Résultat",
  instruction: "Instruction",
};

export interface GalleryProps {
  readonly view: GalleryView;
  /** The deployment's own frame; the gallery has a plain one for its tests. */
  readonly frame?: Partial<LayoutProps> | undefined;
}

/** Reads the view out of an address; anything else is the first. */
export function galleryView(text: string | undefined): GalleryView {
  return galleryViews.find((view) => view === text) ?? "elements";
}

/** Every part of the pages in every state, for those who build pages and those who check them. */
export function GalleryPage(props: GalleryProps): JSX.Element {
  const officer = props.view === "instruction";
  return (
    <Layout
      title={`Galerie : ${titles[props.view]}`}
      funder={{ name: "Région de démonstration" }}
      nav={officer ? officerNav : publicNav}
      current={officer ? urls.queue.href() : urls.home.href()}
      user={{
        name: "Camille Exemple",
        role: officer ? "Instruction" : "Formation Littoral (fictif)",
        accountUrl: urls.account.href(),
        signOutUrl: urls.signOut.href(),
      }}
      demo
      noIndex
      density={officer ? "compact" : "comfortable"}
      breadcrumbs={[
        { label: "Accueil", href: urls.home.href() },
        { label: "Galerie", href: urls.gallery.href() },
        { label: titles[props.view] },
      ]}
      scripts={["autosave", "live", "commune", "upload"]}
      {...props.frame}
    >
      <div class="es-gallery">
        <Tabs
          label="Vues de la galerie"
          items={galleryViews.map((view) => ({
            href: urls.gallery.href({}, { vue: view }),
            label: titles[view],
            current: view === props.view,
          }))}
        />
        <View view={props.view} />
      </div>
    </Layout>
  );
}

function View(props: { readonly view: GalleryView }): JSX.Element {
  switch (props.view) {
    case "elements":
      return <PartsGallery />;
    case "formulaire":
      return <FieldsGallery />;
    case "resultat":
      return <ResultGallery />;
    case "instruction":
      return <OfficerGallery />;
  }
}

const publicNav = [
  { href: urls.home.href(), label: "Accueil" },
  { href: urls.strategy.href(), label: "La stratégie régionale" },
  { href: urls.simulators.href(), label: "Simuler une aide" },
  { href: urls.dashboard.href(), label: "Mes demandes", count: 2 },
];

const officerNav = [
  { href: urls.queue.href(), label: "Dossiers", count: 12 },
  { href: urls.commissionReport.href(), label: "Commission permanente" },
  { href: urls.strategy.href(), label: "La stratégie" },
];

import type { JSX } from "preact";
import { Tabs } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

const parts = [
  { id: "actors", label: "Annuaire", href: urls.community.href() },
  { id: "listings", label: "Je cherche, je propose", href: urls.listings.href() },
  { id: "practices", label: "Pratiques", href: urls.practices.href() },
  { id: "newsletter", label: "Lettre", href: urls.newsletter.href() },
  { id: "governance", label: "Gouvernance", href: urls.governance.href() },
] as const;

/** The parts of the community, on each of their pages. */
export function CommunityTabs(props: { readonly at: (typeof parts)[number]["id"] }): JSX.Element {
  return (
    <Tabs
      label="Parties de la communauté"
      items={parts.map(({ id, label, href }) => ({ label, href, current: id === props.at }))}
    />
  );
}

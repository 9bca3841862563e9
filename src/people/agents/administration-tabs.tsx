import type { JSX } from "preact";
import { Tabs } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

const tabs = [
  { id: "agents", label: "Agents", href: urls.administration.href() },
  { id: "settings", label: "Réglages", href: urls.settings.href() },
  { id: "texts", label: "Courriers", href: urls.textsSetup.href() },
  { id: "schemes", label: "Dispositifs", href: urls.schemesSetup.href() },
  { id: "doctrine", label: "Doctrine", href: urls.doctrine.href() },
  { id: "grants", label: "Aides d’avant", href: urls.grants.href() },
  { id: "journal", label: "Journal", href: urls.journal.href() },
] as const;

/** What sets the service up, one page a subject: whoever sees one sees them all. */
export function AdministrationTabs(props: { readonly current: (typeof tabs)[number]["id"] }): JSX.Element {
  const items = tabs.map(({ id, label, href }) => ({ label, href, current: id === props.current }));
  return <Tabs label="Administration" items={items} />;
}

import type { JSX } from "preact";
import { urls } from "#src/urls.ts";
import { audit } from "./accessibility/audit.ts";
import { writtenOnce } from "./written.ts";

/** What the accessibility statement concludes; the law has every page's foot say it. Without an audit in force: « non conforme ». */
export const accessibilityStatus = audit.status;

/** The public body that the deployment serves. */
export interface Funder {
  /** « Région Normandie ». */
  readonly name: string;
  readonly logoUrl?: string | undefined;
  readonly siteUrl?: string | undefined;
  /** Name of this service, « Essaim » unless the funder chose another. */
  readonly serviceName?: string | undefined;
  /** One line under the footer's mark. */
  readonly tagline?: string | undefined;
  /** Where the code of the service can be read. */
  readonly sourceUrl?: string | undefined;
  /** What the law has every page’s foot say; the statement’s own conclusion unless told otherwise. */
  readonly accessibility?: "non conforme" | "partiellement conforme" | "totalement conforme" | undefined;
}

export const Footer = writtenOnce(function Footer(props: {
  readonly funder: Funder;
  /** « de la Région » */
  readonly of: string;
}): JSX.Element {
  const { funder } = props;
  const links = footerLinks(funder);
  return (
    <footer class="es-footer">
      <div class="es-footer-inner">
        <div class="es-footer-who">
          {funder.logoUrl !== undefined && (
            <img class="es-footer-logo" src={funder.logoUrl} alt={funder.name} height="56" />
          )}
          <p class="es-footer-name">
            {funder.siteUrl === undefined ? funder.name : <a href={funder.siteUrl}>{funder.name}</a>}
          </p>
          <p>
            {funder.tagline ?? `Les aides ${props.of} aux structures de formation, de l’idée au partage des résultats.`}
          </p>
        </div>
        <nav aria-label="Pied de page">
          <ul class="es-footer-links">
            {links.map((link) => (
              <li key={link.label}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
});

/** Addresses that every page leads to. */
function footerLinks(funder: Funder): readonly { readonly href: string; readonly label: string }[] {
  return [
    { href: urls.accessibility.href(), label: `Accessibilité : ${funder.accessibility ?? accessibilityStatus}` },
    { href: urls.algorithm.href(), label: "Comment l’algorithme calcule" },
    { href: urls.ecodesign.href(), label: "Écoconception" },
    { href: urls.siteMap.href(), label: "Plan du site" },
    { href: urls.contact.href(), label: "Contact" },
    { href: urls.legal.href(), label: "Mentions légales" },
    { href: urls.privacy.href(), label: "Données personnelles" },
    { href: urls.api.href(), label: "Données ouvertes et API" },
    { href: funder.sourceUrl ?? `${urls.legal.href()}#code-source`, label: "Code source libre" },
  ];
}

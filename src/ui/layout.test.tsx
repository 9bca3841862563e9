import { describe, expect, it } from "vitest";
import { setAssets } from "./assets.ts";
import { accessibilityStatus } from "./footer.tsx";
import { useFunder } from "./funder.ts";
import { Layout, renderPage } from "./layout.tsx";
import { PageHeader } from "./page.tsx";

const frame = { funder: { name: "Région d’essai" }, nav: [{ href: "/a", label: "A" }] };

describe("a page", () => {
  it("is a whole document in French, its title first", () => {
    const html = renderPage(
      <Layout {...frame} title="Mes demandes" current="/a">
        <PageHeader title="Mes demandes" />
      </Layout>,
    );
    expect(html).toMatch(/^<!doctype html><html lang="fr"/);
    expect(html).toContain("<title>Mes demandes | Essaim, Région d’essai</title>");
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<a class="ds-skip-link" href="#contenu">');
    expect(html).toContain('<main id="contenu"');
    expect(html).toContain('<a href="/a" aria-current="page">');
    expect(html).toContain(`Accessibilité\u00a0: ${accessibilityStatus}`);
    expect(html).not.toContain("Données de démonstration");
  });

  it("calls its funder as it is set, at its foot and in what it holds", () => {
    const Said = () => <p>{`Une personne ${useFunder().of} lit la demande.`}</p>;
    const html = renderPage(
      <Layout {...frame} funder={{ name: "Département d’essai" }} title="t">
        <Said />
      </Layout>,
    );
    expect(html).toContain("Une personne du Département lit la demande.");
    expect(html).toContain("Les aides du Département aux structures de formation");
    expect(html).not.toContain("Région");
  });

  it("escapes whatever people typed", () => {
    const html = renderPage(
      <Layout
        {...frame}
        title={"</title><script>alert(1)</script>"}
        user={{ name: '"><img src=x onerror=alert(1)>', accountUrl: "/compte", signOutUrl: "/deconnexion" }}
        flash={{ tone: "success", text: "<b>gras</b>" }}
      >
        <PageHeader title={"<i>"} />
      </Layout>,
    );
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img src=x");
    expect(html).not.toContain("<b>gras");
    expect(html).toContain("&lt;i");
  });

  it("has neither inline script nor inline style, for the strict policy", () => {
    const html = renderPage(
      <Layout {...frame} title="t" demo scripts={["autosave"]}>
        <PageHeader title="t" />
      </Layout>,
    );
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
    expect(html.match(/<script[^>]*>/g)?.every((tag) => tag.includes(" src="))).toBe(true);
    expect(html).toContain("Données de démonstration");
  });

  it("asks for what the build wrote", () => {
    setAssets({ "theme.css": "/assets/theme-abc.css", "base.js": "/assets/base-def.js" });
    const html = renderPage(
      <Layout {...frame} title="t">
        <PageHeader title="t" />
      </Layout>,
    );
    setAssets({});
    expect(html).toContain('href="/assets/theme-abc.css"');
    expect(html).toContain('src="/assets/base-def.js"');
  });
});

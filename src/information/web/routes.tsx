import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { JSX } from "preact";
import { day, type Framework, follow, frameworkByVersion, frameworks, type Scheme } from "#policy/index.ts";
import { type OpenCalls, openSchemes } from "#src/eligibility/index.ts";
import { type Visitor, writesForSome } from "#src/people/index.ts";
import {
  type Env,
  notFound,
  type PageOptions,
  type RequestContext,
  type Routes,
  respondPage,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import { keepPages } from "#src/platform/http/kept-pages.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { World } from "#src/platform/world.ts";
import { frameworkInService } from "#src/schemes/index.ts";
import { GalleryPage, galleryView } from "#src/ui/gallery.tsx";
import { formatDay, renderPage } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { paperSpecimen } from "../letters/paper-specimen.ts";
import { specimenOf } from "../specimen-of.ts";
import { AccessibilityPage } from "./accessibility-page.tsx";
import { AidsPage } from "./aids-page.tsx";
import { ASKED } from "./aids-question.tsx";
import { AlgorithmPage } from "./algorithm-page.tsx";
import { ContactPage } from "./contact-page.tsx";
import { EcodesignPage } from "./ecodesign-page.tsx";
import { HomePage } from "./home-page.tsx";
import { LegalPage } from "./legal-page.tsx";
import { isByCall } from "./open-call.tsx";
import { PrivacyPage } from "./privacy-page.tsx";
import { SchemePage } from "./scheme-page.tsx";
import { SchemeRulesPage } from "./scheme-rules-page.tsx";
import { SiteMapPage } from "./site-map-page.tsx";
import { StatementsPage } from "./statements-page.tsx";
import { StrategyPage } from "./strategy-page.tsx";
import { VersionPage } from "./version-page.tsx";
import { VersionsPage } from "./versions-page.tsx";

interface Page {
  readonly url: { readonly pattern: string };
  readonly title: string;
  readonly description: string;
  readonly current?: string;
  readonly body: (framework: Framework, visitor: Visitor) => JSX.Element;
}

/** The pages to read: the same for everyone, so rendered once and kept until the day changes. */
export function informationRoutes(world: World, processings: readonly Processing[], calls: OpenCalls): Routes {
  const routes = new Hono<Env>();
  const legalDay = () => day(today(world.clock).toString());
  const isForAll = (c: Context) => c.req.header("cookie") === undefined;
  const edition = () => `${legalDay()} ${world.settings.edition}`;
  const keep = keepPages({ same: isForAll, edition });
  for (const page of pages(world, processings)) {
    routes.get(page.url.pattern, keep, (c) =>
      respond(c, world, page, page.body(frameworkInService(world), c.get("visitor"))),
    );
  }
  // The text stays readable while the database does not answer: only the open calls are not told then.
  const openCalls = () => calls.list(world).catch(() => []);
  // What says which calls are open, to the second, is written anew for each.
  routes.get(urls.home.pattern, etag({ weak: true }), async (c) => {
    const page = {
      title: "Les aides aux structures de formation",
      description: `Savoir en cinq minutes ce que ${world.config.funder.words.the} peut financer, déposer une demande et suivre ses dossiers.`,
    };
    const body = { framework: frameworkInService(world), calls: await openCalls(), demo: world.config.demo };
    return respond(c, world, page, <HomePage {...body} />);
  });
  routes.get(urls.aids.pattern, etag({ weak: true }), async (c) => {
    const framework = frameworkInService(world);
    const page = {
      title: "Quelle aide pour mon projet ?",
      description: `Toutes les aides ${world.config.funder.words.of} aux structures de formation, et la bonne en quelques questions.`,
      current: urls.aids.href(),
    };
    const followed = follow(framework.orientation, c.req.query());
    const isUnanswered = followed.here.kind === "fork" && c.req.query(ASKED) === followed.here.id;
    const asked = { framework, followed, isUnanswered, calls: await calls.list(world) };
    return respond(c, world, page, <AidsPage {...asked} />);
  });
  routes.get(urls.schemes.pattern, (c) => c.redirect(urls.aids.href(), 301));
  const keepUncalled = keepPages({
    same: (c) => isForAll(c) && !isByCall(frameworkInService(world).scheme(c.req.param("scheme") ?? "") ?? notFound()),
    edition,
  });
  const callsOf = async (scheme: Scheme) => (isByCall(scheme) ? openCalls() : []);
  routes.get(urls.scheme.pattern, keepUncalled, async (c) => {
    const framework = frameworkInService(world);
    const scheme = framework.scheme(c.req.param("scheme")) ?? notFound();
    const current = urls.aids.href();
    const page = { title: scheme.name, description: scheme.summary, current };
    return respond(c, world, page, <SchemePage framework={framework} scheme={scheme} calls={await callsOf(scheme)} />);
  });
  routes.get(urls.paperSpecimen.pattern, async (c) => {
    const scheme =
      openSchemes(frameworkInService(world)).find((one) => one.slug === c.req.param("scheme")) ?? notFound();
    const printed = specimenOf(world.config, scheme, c.req.param("paper") ?? "", legalDay()) ?? notFound();
    return pdfResponse(
      (await funderPdf(world.config, paperSpecimen, printed)).pdf,
      `specimen-${c.req.param("paper")}.pdf`,
    );
  });
  routes.get(urls.algorithmOf.pattern, keep, (c) => {
    const framework = frameworkInService(world);
    const scheme = openSchemes(framework).find((one) => one.slug === c.req.param("scheme")) ?? notFound();
    const title = `${scheme.name} : toutes les règles`;
    const description = `Ce que le service lit, vérifie et calcule pour « ${scheme.name} ».`;
    return respond(c, world, { title, description }, <SchemeRulesPage framework={framework} scheme={scheme} />);
  });
  routes.get(urls.version.pattern, keep, (c) => {
    const framework = frameworkByVersion(c.req.param("version")) ?? notFound();
    const before = frameworks[frameworks.indexOf(framework) - 1] ?? null;
    const description = `Ce que change la version du ${formatDay(framework.deliberation.votedOn)}, règle par règle.`;
    return respond(
      c,
      world,
      { title: "Ce qui a changé", description },
      <VersionPage framework={framework} before={before} />,
    );
  });
  if (world.config.demo) {
    routes.get(urls.gallery.pattern, (c) => {
      const view = galleryView(c.req.query("vue"));
      return c.html(renderPage(<GalleryPage view={view} />), 200, { "cache-control": "private, no-store" });
    });
  }
  return routes;
}

function pages(world: World, processings: readonly Processing[]): readonly Page[] {
  const { demo } = world.config;
  // Read at each page: what is set on screen holds from one request to the next.
  const funder = () => world.config.funder;
  return [
    {
      url: urls.strategy,
      title: "La stratégie en quatre axes",
      description: `Accompagner, innover, professionnaliser, essaimer : ce que ${world.config.funder.words.the} a voté et ses dispositifs.`,
      current: urls.strategy.href(),
      body: (framework) => <StrategyPage framework={framework} />,
    },
    {
      url: urls.statements,
      title: "Le texte, point par point",
      description: "Chaque point du texte voté, et ce qui le porte dans ce service.",
      body: (framework) => <StatementsPage framework={framework} />,
    },
    {
      url: urls.versions,
      title: "Les versions du texte",
      description: "Quand chaque version a été votée, publiée, et depuis quand elle s’applique.",
      body: (framework) => <VersionsPage frameworks={frameworks} current={framework} />,
    },
    {
      url: urls.algorithm,
      title: "Comment les règles sont calculées",
      description:
        "Chaque règle du simulateur et de l’instruction, avec ce que dit le texte et ce qui n’est pas tranché.",
      body: (framework) => <AlgorithmPage schemes={openSchemes(framework)} />,
    },
    {
      url: urls.legal,
      title: "Mentions légales",
      description: "Éditeur, hébergement, réutilisation et code source du service.",
      body: () => <LegalPage funder={funder()} />,
    },
    {
      url: urls.privacy,
      title: "Données personnelles",
      description: "Ce que le service garde, pourquoi, combien de temps, et vos droits.",
      body: () => <PrivacyPage funder={funder()} processings={processings} />,
    },
    {
      url: urls.accessibility,
      title: "Déclaration d’accessibilité",
      description: "L’état d’accessibilité du service : ce qui est vérifié, ce qui ne l’est pas.",
      body: () => <AccessibilityPage funder={funder()} />,
    },
    {
      url: urls.ecodesign,
      title: "Écoconception",
      description: "Les mesures tenues pour un service léger, et celles qui manquent.",
      body: () => <EcodesignPage />,
    },
    {
      url: urls.siteMap,
      title: "Plan du site",
      description: "Toutes les pages que l’on peut ouvrir.",
      body: (framework, visitor) => (
        <SiteMapPage
          schemes={framework.schemes}
          demo={demo}
          mayWrite={visitor.person === null || writesForSome(visitor)}
        />
      ),
    },
    {
      url: urls.contact,
      title: "Nous contacter",
      description: "À qui s’adresser pour une aide, un dossier ou une difficulté d’accès.",
      body: () => <ContactPage funder={funder()} demo={demo} />,
    },
  ];
}

function respond(c: RequestContext, world: World, page: Omit<Page, "url" | "body">, body: JSX.Element): Response {
  const { title, description, current } = page;
  const isHome = c.req.path === urls.home.href();
  const options: PageOptions = {
    title,
    description,
    public: true,
    ...(current === undefined ? null : { current }),
    ...(isHome ? null : { breadcrumbs: [{ label: "Accueil", href: urls.home.href() }, { label: title }] }),
  };
  return respondPage(c, world, options, body);
}

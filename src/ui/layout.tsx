import type { JSX } from "preact";
import { render } from "preact-render-to-string";
import { urls } from "#src/urls.ts";
import { type FunderWords, funderWords } from "#text/index.ts";
import { assetUrl } from "./assets.ts";
import { Footer, type Funder } from "./footer.tsx";
import { FunderOfPage } from "./funder.ts";
import { Header, type NavItem, type SignedIn } from "./header.tsx";
import { Notice } from "./notice.tsx";
import { type Breadcrumb, Breadcrumbs } from "./page.tsx";
import type { Content } from "./text.ts";

/** What happened just before, told once at the top of the page. */
export interface Flash {
  readonly tone: "info" | "success" | "warning" | "danger";
  readonly title?: string | undefined;
  readonly text: Content;
}

/** A session that closes when nothing is asked for so long; `keepUrl` is any page that the person may open. */
export interface Idle {
  readonly minutes: number;
  readonly keepUrl: string;
}

/** Names of the islands a page needs, in `src/ui/islands/` or a slice's `web/islands/`. */
export type IslandName = string;

export interface LayoutProps {
  /** The page's own title; the browser's tab shows it first. The one `h1` is written by `PageHeader`. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly lang?: string | undefined;
  readonly funder: Funder;
  /** How the page calls its funder; by its whole name unless told otherwise. */
  readonly words?: FunderWords | undefined;
  readonly homeUrl?: string | undefined;
  readonly user?: SignedIn | null | undefined;
  readonly signInUrl?: string | undefined;
  readonly nav: readonly NavItem[];
  /** `href` of the item of `nav` that the page belongs to. */
  readonly current?: string | undefined;
  readonly flash?: Flash | null | undefined;
  readonly idle?: Idle | undefined;
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined;
  readonly scripts?: readonly IslandName[] | undefined;
  /** Shows the « données de démonstration » ribbon. */
  readonly demo?: boolean | undefined;
  /** Public pages breathe; the officers' pages are denser and wider. */
  readonly density?: "comfortable" | "compact" | undefined;
  /** Private pages must not be indexed. */
  readonly noIndex?: boolean | undefined;
  readonly children: Content;
}

export function Layout(props: LayoutProps): JSX.Element {
  const compact = props.density === "compact";
  const words = props.words ?? funderWords(props.funder);
  return (
    <html lang={props.lang ?? "fr"} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <title>{`${props.title} | ${props.funder.serviceName ?? "Essaim"}, ${props.funder.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {props.description !== undefined && <meta name="description" content={props.description} />}
        {props.noIndex === true && <meta name="robots" content="noindex" />}
        <link rel="icon" href={assetUrl("mark.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl("theme.css")} />
        {["base", ...(props.scripts ?? [])].map((name) => (
          <script key={name} type="module" src={assetUrl(`${name}.js`)} />
        ))}
      </head>
      <body class={compact ? "es-compact" : undefined} data-size={compact ? "sm" : "md"}>
        <a class="ds-skip-link" href="#contenu">
          Aller au contenu
        </a>
        <Header
          demo={props.demo === true}
          funder={props.funder}
          homeUrl={props.homeUrl ?? urls.home.href()}
          user={props.user ?? null}
          signInUrl={props.signInUrl}
          nav={props.nav}
          current={props.current}
        />
        <div class={classesOfPage(compact)}>
          {props.breadcrumbs !== undefined && props.breadcrumbs.length > 0 && <Breadcrumbs items={props.breadcrumbs} />}
          <main id="contenu" tabIndex={-1}>
            {props.flash && (
              <div class="es-flash" role={props.flash.tone === "danger" ? "alert" : "status"}>
                <Notice tone={props.flash.tone} title={props.flash.title}>
                  {props.flash.text}
                </Notice>
              </div>
            )}
            <FunderOfPage.Provider value={words}>{props.children}</FunderOfPage.Provider>
            {props.idle !== undefined && <IdleWarning {...props.idle} />}
          </main>
        </div>
        <Footer funder={props.funder} of={words.of} />
      </body>
    </html>
  );
}

/** Filled by a script some minutes before the session closes, so that one may stay. */
function IdleWarning(props: Idle): JSX.Element {
  return (
    <div class="es-idle" role="alert" data-idle={props.minutes} data-keep={props.keepUrl}>
      <template>
        <Notice tone="warning" title="Votre session va se fermer">
          <p data-idle-told>
            Vous n’avez rien demandé depuis un moment. Rien de ce que vous avez écrit ici n’est perdu.
          </p>
          <button type="button" class="ds-button" data-size="sm" data-variant="primary">
            Rester connecté
          </button>
        </Notice>
      </template>
    </div>
  );
}

/** The whole document. Everything that people typed was escaped by the renderer. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>${render(page)}`;
}

function classesOfPage(compact: boolean): string {
  return compact ? "es-page es-page-wide" : "es-page";
}

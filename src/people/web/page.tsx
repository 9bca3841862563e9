import type { JSX } from "preact";
import { render } from "preact-render-to-string";
import type { World } from "#src/platform/world.ts";
import {
  type Breadcrumb,
  FunderOfPage,
  type IslandName,
  Layout,
  type NavItem,
  renderPage,
  type SignedIn,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { mayOnService } from "../may.ts";
import { hasAgentRole, isAgent, runsAgenda, type Visitor } from "../visitor.ts";
import type { RequestContext } from "./env.ts";
import { takeFlash } from "./flash.ts";
import { roleInWords } from "./words.ts";

export interface PageOptions {
  readonly title: string;
  readonly description?: string;
  /** `href` of the menu item that the page belongs to. */
  readonly current?: string;
  readonly breadcrumbs?: readonly Breadcrumb[];
  readonly scripts?: readonly IslandName[];
  readonly density?: "comfortable" | "compact";
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  /** Tells in the browser's tab that something is to be corrected; a refusal (422) always tells it. */
  readonly toCorrect?: boolean;
  /** Pages that anyone may read and keep for a while; all others are private. */
  readonly public?: boolean;
}

/** Answers a whole page in the service's layout, with the menu that this visitor has. */
export function respondPage(c: RequestContext, world: World, options: PageOptions, body: JSX.Element): Response {
  const visitor = c.get("visitor");
  const flash = takeFlash(c);
  const html = renderPage(
    <Layout
      title={options.status === 422 || options.toCorrect === true ? `Erreur\u00a0: ${options.title}` : options.title}
      description={options.description}
      funder={shownFunder(world)}
      words={world.config.funder.words}
      homeUrl={urls.home.href()}
      user={signedIn(visitor)}
      signInUrl={urls.signIn.href()}
      nav={menu(visitor)}
      current={options.current}
      flash={flash}
      breadcrumbs={options.breadcrumbs}
      scripts={isAgent(visitor) ? ["idle", ...(options.scripts ?? [])] : options.scripts}
      {...(isAgent(visitor) ? { idle: { minutes: world.config.agents.idleMinutes, keepUrl: urls.today.href() } } : {})}
      demo={world.config.demo}
      density={options.density}
      noIndex={options.public !== true}
    >
      {body}
    </Layout>,
  );
  c.set("html", html);
  // What a person is told, or told once, is nobody else's, nor theirs a minute later.
  const isForAll = options.public === true && visitor.person === null && flash === null;
  const headers: Record<string, string> = isForAll
    ? { "cache-control": "public, max-age=60", vary: "cookie" }
    : { "cache-control": "private, no-store" };
  return c.html(html, options.status ?? 200, headers);
}

/** The frame of a page that agents open from their list of files. */
export function underQueue(title: string): Pick<PageOptions, "title" | "current" | "breadcrumbs"> {
  const queue = urls.queue.href();
  return { title, current: queue, breadcrumbs: [{ label: "Dossiers", href: queue }, { label: title }] };
}

/** A part of a page, for a script that puts it in its place: it calls the funder as the page does. */
export function renderPart({ config }: World, part: JSX.Element): string {
  return render(<FunderOfPage.Provider value={config.funder.words}>{part}</FunderOfPage.Provider>);
}

/** The funder as every page's foot shows it. */
function shownFunder({ config: { funder } }: World): { readonly name: string; readonly logoUrl?: string } {
  const { name, logo } = funder;
  return logo === null ? { name } : { name, logoUrl: urls.funderLogo.href({ sha256: logo.sha256 }) };
}

function signedIn(visitor: Visitor): SignedIn | null {
  if (visitor.person === null) return null;
  return {
    name: visitor.person.name,
    role: roleInWords(visitor),
    accountUrl: urls.account.href(),
    signOutUrl: urls.signOut.href(),
  };
}

/** What each visitor's menu leads to: agents to the files, applicants to their requests, all to the public pages. */
export function menu(visitor: Visitor): readonly NavItem[] {
  const open: NavItem[] = [
    { href: urls.strategy.href(), label: "La stratégie" },
    { href: urls.aids.href(), label: "Aides et appels" },
    { href: urls.agenda.href(), label: "Agenda" },
    { href: urls.community.href(), label: "Communauté" },
  ];
  if (visitor.person === null) return open;
  const desks = desksOf(visitor);
  if (isAgent(visitor)) {
    const agent: NavItem[] = [
      { href: urls.today.href(), label: "Aujourd’hui" },
      { href: urls.queue.href(), label: "Dossiers" },
    ];
    if (hasAgentRole(visitor, "administrator", "supervisor", "officer", "approver", "auditor"))
      agent.push({ href: urls.callDesk.href(), label: "Appels" });
    agent.push({ href: urls.selectionDesk.href(), label: "Sélection" });
    agent.push({ href: urls.commissionReport.href(), label: "Rapports" });
    if (mayOnService(visitor, "see-administration"))
      agent.push({ href: urls.administration.href(), label: "Administration" });
    return [...agent, ...desks, ...open.slice(0, 1), ...open.slice(-2)];
  }
  if (desks.length > 0 && visitor.memberships.length === 0) return [...desks, ...open];
  return [
    ...desks,
    { href: urls.dashboard.href(), label: "Mon espace" },
    { href: urls.organisations.href(), label: "Mes organismes" },
    ...open.slice(1),
  ];
}

/** Where those work who help the service without being of it, and those who run one part of it. */
function desksOf(visitor: Visitor): readonly NavItem[] {
  return [
    ...(runsAgenda(visitor) ? [{ href: urls.running.href(), label: "Animation" }] : []),
    ...(hasAgentRole(visitor, "animator") ? [{ href: urls.animation.href(), label: "Modération" }] : []),
    ...(hasAgentRole(visitor, "sustainability-adviser")
      ? [{ href: urls.referralQueue.href(), label: "Orientations E3D" }]
      : []),
    ...(hasAgentRole(visitor, "dreets", "managing-authority", "opco")
      ? [{ href: urls.bodyDesk.href(), label: "Dossiers à instruire" }]
      : []),
    ...(hasAgentRole(visitor, "assessor") ? [{ href: urls.mySheets.href(), label: "Mes évaluations" }] : []),
  ];
}

/** The page of one's work, for who asks for no aid; null for who has an organisation, or nothing of the kind. */
export function deskOf(visitor: Visitor): string | null {
  if (visitor.memberships.length > 0) return null;
  if (isAgent(visitor)) return urls.queue.href();
  return desksOf(visitor)[0]?.href ?? null;
}

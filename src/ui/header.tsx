import type { JSX } from "preact";
import type { Funder } from "./footer.tsx";
import { Icon } from "./icons.tsx";
import { Mark } from "./mark.tsx";
import { writtenOnce } from "./written.ts";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  /** How many things wait there; nothing is shown for 0. */
  readonly count?: number | undefined;
}

export interface SignedIn {
  readonly name: string;
  /** Role or organisation, in the person's words: « Instructrice », « Gérant, Formation Littoral ». */
  readonly role?: string | undefined;
  readonly accountUrl: string;
  /** Address that a POST signs out of. */
  readonly signOutUrl: string;
}

export interface HeaderProps {
  readonly funder: Funder;
  readonly homeUrl: string;
  readonly user: SignedIn | null;
  readonly signInUrl?: string | undefined;
  readonly nav: readonly NavItem[];
  readonly current?: string | undefined;
  readonly demo: boolean;
}

export const Header = writtenOnce(function Header(props: HeaderProps): JSX.Element {
  return (
    <header class="es-header">
      {props.demo && <DemoRibbon />}
      <div class="es-header-inner">
        <a class="es-brand" href={props.homeUrl}>
          <Mark />
          <span>
            <span class="es-brand-name">{props.funder.serviceName ?? "Essaim"}</span>
            <span class="es-brand-funder">{props.funder.name}</span>
          </span>
          <span class="ds-sr-only"> : accueil</span>
        </a>
        <Account user={props.user} signInUrl={props.signInUrl} />
        <details class="es-menu">
          <summary>
            <Icon name="menu" />
            Menu
          </summary>
          <div>
            <Nav {...props} label="Menu principal, petit écran" />
            <Account user={props.user} signInUrl={props.signInUrl} />
          </div>
        </details>
      </div>
      <Nav {...props} label="Menu principal" />
    </header>
  );
});

function Nav(props: Pick<HeaderProps, "nav" | "current"> & { readonly label: string }): JSX.Element | null {
  if (props.nav.length === 0) return null;
  return (
    <nav class="es-nav" aria-label={props.label}>
      <ul>
        {props.nav.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.href === props.current ? "page" : undefined}>
              {item.label}
              {item.count !== undefined && item.count > 0 && (
                <>
                  {" "}
                  <span class="es-count">{item.count}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DemoRibbon(): JSX.Element {
  return (
    <div class="es-ribbon">
      <p>
        <strong>Données de démonstration.</strong>{" "}
        <span class="es-on-wide">Les organismes et les personnes sont fictifs.</span>
      </p>
    </div>
  );
}

function Account(props: {
  readonly user: SignedIn | null;
  readonly signInUrl?: string | undefined;
}): JSX.Element | null {
  if (props.user === null) {
    if (props.signInUrl === undefined) return null;
    return (
      <div class="es-account">
        <a class="ds-button" data-variant="secondary" data-size="sm" href={props.signInUrl}>
          <Icon name="user" />
          Se connecter
        </a>
      </div>
    );
  }
  return (
    <div class="es-account">
      <a class="es-account-who" href={props.user.accountUrl}>
        <Icon name="user" />
        <span>
          <span class="ds-sr-only">Mon compte : </span>
          <strong>{props.user.name}</strong>
          {props.user.role !== undefined && <small>{props.user.role}</small>}
        </span>
      </a>
      <form method="post" action={props.user.signOutUrl}>
        <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">
          Se déconnecter
        </button>
      </form>
    </div>
  );
}

import type { Raw } from "../questions/raw.ts";
import type { Path } from "../rules/expression.ts";

/** In whose name a file asks, where its form lets one choose. */
export interface Asking {
  /** The answer that says it. */
  readonly says: Path;
  readonly routes: readonly AskingRoute[];
}

/** One way to ask: for oneself, or for others. */
export interface AskingRoute {
  /** The answer that chooses it. */
  readonly value: string;
  /** In a list of files: « Collective ». */
  readonly word: string;
  /** For others, by a mandate joined to the file, which opens their past; the words tell an organisation that it asks so. */
  readonly mandated?: { readonly situation: string };
  /** Kinds of organisations whose files begin with it. */
  readonly begunBy?: readonly string[];
}

interface Asked {
  readonly asking?: Asking;
}

/** The route that a value chooses; null where the scheme knows none of that name. */
export function routeNamed({ asking }: Asked, value: unknown): AskingRoute | null {
  return asking?.routes.find((one) => one.value === value) ?? null;
}

/** The route that answers choose. */
export function routeIn(scheme: Asked, raw: Raw): AskingRoute | null {
  return scheme.asking === undefined ? null : routeNamed(scheme, raw[scheme.asking.says.join(".")]);
}

/** The answer that a file of an organisation of this kind begins with; none where it may ask for itself. */
export function routeBegunBy({ asking }: Asked, kind: string): Raw {
  const route = asking?.routes.find(({ begunBy = [] }) => begunBy.includes(kind));
  return asking === undefined || route === undefined ? {} : { [asking.says.join(".")]: route.value };
}

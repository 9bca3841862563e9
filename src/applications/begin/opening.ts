import type { OpenScheme } from "#policy/index.ts";
import { type CallOfApplication, findCall, isPublished, phaseOf, underCall } from "#src/calls/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { appliedTo, frameworkInService } from "#src/schemes/index.ts";
import { urls } from "#src/urls.ts";
import type { Birth } from "./birth.ts";

/** What a request begins from: a scheme open all year, or an open call for one. */
export interface Opening {
  readonly scheme: OpenScheme;
  readonly call: CallOfApplication | null;
}

/** Why nothing begins yet: a page says so, or a call of this scheme is to be chosen first. */
export type NotYet = { readonly closed: string } | { readonly byCall: OpenScheme };

/**
 * What opens by call is begun from a call, within its days; one that is not open leads to its page. A scheme that nobody
 * named is the only one open all year; where there are several, or none, one chooses first. Null where there is no such scheme or call.
 */
export async function openingOf(world: World, slug: string, callSlug: string): Promise<Opening | NotYet | null> {
  const framework = frameworkInService(world);
  if (callSlug === "") {
    const open = framework.schemes.filter((one) => one.status === "open");
    const allYear = open.filter((one) => one.opening === "always");
    if (slug === "" && allYear.length !== 1) return { closed: urls.aids.href() };
    const scheme = slug === "" ? allYear[0] : open.find((one) => one.slug === slug);
    if (scheme === undefined) return null;
    if (!appliedTo(scheme).opening.open) return { closed: urls.scheme.href({ scheme: scheme.slug }) };
    return scheme.opening === "by-call" ? { byCall: scheme } : { scheme, call: null };
  }
  const call = await inTransaction(world.db, "public", (tx) => findCall(tx, { slug: callSlug }));
  if (call === null || !isPublished(call)) return null;
  const scheme = framework.scheme(call.scheme);
  if (scheme === null || scheme.status !== "open") return null;
  if (phaseOf(call, world.clock.now()) !== "open") return { closed: urls.call.href({ slug: call.slug }) };
  return { scheme: underCall(scheme, call), call };
}

/** The address where a request begins, with what it begins from: the answers of the simulator, an event. */
export function beginningUrl(
  from: { readonly dispositif: string } | { readonly appel: string },
  birth: Birth | null = null,
  answers: URLSearchParams = new URLSearchParams(),
): string {
  const search = new URLSearchParams(answers);
  if (birth !== null) search.set("evenement", birth.event);
  if (birth !== null && birth.idea !== "") search.set("idee", birth.idea);
  for (const [name, value] of Object.entries(from)) search.set(name, value);
  return `${urls.newApplication.href()}?${search}`;
}

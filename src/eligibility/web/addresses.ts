import type { OpenScheme, Raw } from "#policy/index.ts";
import { queryString, urls } from "#src/urls.ts";
import { controlNames, linkable, wholePage } from "../query.ts";

/** Addresses of the simulator that carry the answers along. */
export function stepUrl(scheme: OpenScheme, raw: Raw, step: string | null): string {
  return withAnswers(urls.simulator.href({ scheme: scheme.slug }, { [controlNames.step]: step }), raw);
}

export function wholePageUrl(scheme: OpenScheme, raw: Raw): string {
  return withAnswers(urls.simulator.href({ scheme: scheme.slug }, { [controlNames.view]: wholePage }), raw);
}

export function resultUrl(scheme: OpenScheme, raw: Raw): string {
  return withAnswers(urls.simulatorResult.href({ scheme: scheme.slug }), raw);
}

export function pdfUrl(scheme: OpenScheme, raw: Raw): string {
  return withAnswers(urls.simulatorPdf.href({ scheme: scheme.slug }), raw);
}

/** A new application begins with these very answers. */
export function applicationUrl(scheme: OpenScheme, raw: Raw): string {
  return withAnswers(urls.newApplication.href({}, { dispositif: scheme.slug }), raw);
}

/** A page holds many links with the same answers: they are written once. */
const written = new WeakMap<Raw, string>();

function withAnswers(address: string, raw: Raw): string {
  const known = written.get(raw);
  const answers = known ?? queryString(linkable(raw));
  if (known === undefined) written.set(raw, answers);
  return address.includes("?") ? `${address}${answers.replace("?", "&")}` : `${address}${answers}`;
}

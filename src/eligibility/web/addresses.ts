import type { OpenScheme, Raw } from "#policy/index.ts";
import { type Query, urls } from "#src/urls.ts";
import { controlNames, linkable, wholePage } from "../query.ts";

/** Addresses of the simulator that carry the answers along. */
export function stepUrl(scheme: OpenScheme, raw: Raw, step: string | null): string {
  return urls.simulator.href({ scheme: scheme.slug }, withAnswers(raw, { [controlNames.step]: step }));
}

export function wholePageUrl(scheme: OpenScheme, raw: Raw): string {
  return urls.simulator.href({ scheme: scheme.slug }, withAnswers(raw, { [controlNames.view]: wholePage }));
}

export function resultUrl(scheme: OpenScheme, raw: Raw): string {
  return urls.simulatorResult.href({ scheme: scheme.slug }, linkable(raw));
}

export function pdfUrl(scheme: OpenScheme, raw: Raw): string {
  return urls.simulatorPdf.href({ scheme: scheme.slug }, linkable(raw));
}

/** A new application begins with these very answers. */
export function applicationUrl(raw: Raw): string {
  return urls.newApplication.href({}, linkable(raw));
}

function withAnswers(raw: Raw, first: Query): Query {
  return { ...first, ...linkable(raw) };
}

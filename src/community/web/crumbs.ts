import type { Breadcrumb } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** Communauté › the part of it › the page; the last one is where one stands. */
export function crumbs(label: string, through?: string, throughLabel = "Faire le point"): readonly Breadcrumb[] {
  const first = { label: "Communauté", href: urls.community.href() };
  return through === undefined ? [first, { label }] : [first, { label: throughLabel, href: through }, { label }];
}

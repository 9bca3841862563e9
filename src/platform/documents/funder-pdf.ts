import type { Funder } from "../settings/funder.ts";
import { type RenderedPdf, type RenderOptions, renderPdf } from "./render.ts";
import type { DocumentTemplate } from "./template.ts";
import type { Logo } from "./typesetter.ts";

/** A document of the funder's: its logo, where it has one, stands at the head. */
export function funderPdf<Data>(
  { funder }: { readonly funder: Pick<Funder, "name" | "logo"> },
  template: DocumentTemplate<Data>,
  data: Data,
  options: Pick<RenderOptions, "preview"> = {},
): Promise<RenderedPdf> {
  const logo = logoOf(funder);
  return renderPdf(template, data, logo === null ? options : { ...options, logo });
}

function logoOf({ name, logo }: Pick<Funder, "name" | "logo">): Logo | null {
  return logo === null ? null : { format: "png", bytes: Buffer.from(logo.base64, "base64"), alt: name };
}

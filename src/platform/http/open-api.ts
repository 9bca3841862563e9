import { z } from "zod";

export type OpenApiNode = Readonly<Record<string, unknown>>;

/** What a slice adds to the document that describes the open API. */
export interface ApiPart {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  /** By address. */
  readonly paths: Readonly<Record<string, OpenApiNode>>;
  readonly schemas: Readonly<Record<string, OpenApiNode>>;
}

/** The schema that reads or holds a value, as the document says it. */
export function schemaOf(schema: z.ZodType): OpenApiNode {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

export function schemaRef(name: string): OpenApiNode {
  return { $ref: `#/components/schemas/${name}` };
}

/** A refusal, in the one form that all have. */
export function problemNode(description: string): OpenApiNode {
  return { description, content: { "application/problem+json": { schema: schemaRef("Problem") } } };
}

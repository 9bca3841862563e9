import type { Field, Quantity } from "../values/field.ts";
import { ISO_DAY_PATTERN } from "../values/written-day.ts";

/** Something that shows: neither spaces, nor controls, nor the marks that nobody sees. */
const SHOWN = String.raw`[^\s\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]`;

export type JsonSchema = { readonly [key: string]: unknown };

/** The JSON Schema (2020-12, hence OpenAPI 3.1) of a declared field: what `parseRecord` takes, null for unknown. */
export function jsonSchemaOf(field: Field): JsonSchema {
  switch (field.kind) {
    case "record":
      return {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(field.fields).map(([name, of]) => [name, nullable(of)])),
      };
    case "list":
      return { type: "array", description: field.name, maxItems: field.max, items: jsonSchemaOf(field.item) };
    case "yes-no":
      return { type: "boolean", ...words(field) };
    case "integer":
      return { type: "integer", minimum: field.min, maximum: field.max, ...words(field) };
    case "decimal":
      return field.digits === true ? digitsOf(field) : { type: "number", ...boundsOf(field), ...words(field) };
    case "days":
      return { type: "number", minimum: field.min, maximum: field.max, multipleOf: 0.5, ...words(field) };
    case "share":
      return { type: "number", minimum: 0, maximum: 1, ...words(field) };
    case "money":
      return { type: "string", pattern: "^[0-9]{1,12}(\\.[0-9]{1,2})?$", examples: ["1100.00"], ...words(field) };
    case "day":
      return { type: "string", format: "date", pattern: ISO_DAY_PATTERN, ...words(field) };
    case "choice":
      return { type: "string", enum: [...Object.keys(field.options), ...(field.unknowns ?? [])], ...words(field) };
    case "choices": {
      const values = Object.keys(field.options);
      const items =
        field.open === true
          ? { type: "string", minLength: 1, maxLength: 100, pattern: SHOWN, examples: values }
          : { type: "string", enum: values };
      return { type: "array", maxItems: 50, items, ...words(field) };
    }
    case "commune":
      return { type: "string", pattern: communeCode, ...words(field) };
    case "communes":
      return { type: "array", maxItems: field.max, items: { type: "string", pattern: communeCode }, ...words(field) };
    default:
      return { type: "string", maxLength: field.max, ...words(field) };
  }
}

const communeCode = "^([0-9]{5}|2[AB][0-9]{3})$";

function boundsOf({ min, max }: Quantity) {
  return { minimum: min, maximum: max };
}

function digitsOf(field: Quantity): JsonSchema {
  const inDigits = { type: "string", pattern: "^[0-9]{1,9}(\\.[0-9]{1,6})?$" };
  return { anyOf: [{ type: "number", ...boundsOf(field) }, inDigits], ...words(field) };
}

function nullable(field: Field): JsonSchema {
  const schema = jsonSchemaOf(field);
  return { anyOf: [schema, { type: "null" }] };
}

function words(field: { readonly name: string; readonly provision?: string; readonly unit?: string }) {
  const unit = field.unit === undefined ? "" : ` (${field.unit})`;
  const provision = field.provision === undefined ? "" : ` [${field.provision}]`;
  return { description: `${field.name}${unit}${provision}` };
}

import { type JSX, jsx, jsxTemplate } from "preact/jsx-runtime";
import { render } from "preact-render-to-string";

/** Beyond this many markups of one piece all are forgotten: memory stays bounded whatever is asked. */
const MOST_KEPT = 2_000;

/** What JSON writes whole: no function, hence no element. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (...args: never[]) => unknown
    ? never
    : { readonly [Name in keyof T]: Plain<T[Name]> };

/**
 * The same component, its markup written once for each different set of properties. For pieces that return page after
 * page (the head and the foot, a condition with the words of the text): their properties are plain data, and nothing
 * else decides of their markup.
 */
export function writtenOnce<Props extends object>(
  component: (props: Props) => JSX.Element | null,
): Props extends Plain<Props> ? (props: Props) => JSX.Element : never;
export function writtenOnce(
  component: (props: Readonly<Record<string, unknown>>) => JSX.Element | null,
): (props: Readonly<Record<string, unknown>>) => JSX.Element {
  const kept = new Map<string, string>();
  return (props) => {
    const key = keyOf(props);
    let html = kept.get(key);
    if (html === undefined) {
      html = inOnePiece(render(jsx(component, props)));
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, html);
    }
    return jsxTemplate([html]);
  };
}

/** Properties as one text, no two alike. Texts are told by their length: escaping them costs more than finding the markup. */
function keyOf(props: Readonly<Record<string, unknown>>): string {
  let key = "";
  for (const name in props) {
    const value = props[name];
    key += typeof value === "string" ? `${name}=${value.length}:${value}` : `${name}=${JSON.stringify(value)};`;
  }
  return key;
}

/**
 * The same text, in one piece of memory. A renderer's text is a tree of the pieces it was joined from, and each page
 * that holds it would walk that tree again when its bytes are made.
 */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
}

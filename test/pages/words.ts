import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** What the main part of a page says to who unfolds nothing and hears no aid: one line, plain spaces. */
export function wordsInSight(html: string): string {
  const main = find(parse(html), "main");
  return main === null ? "" : say(main).replace(/[\s\u00a0\u202f]+/g, " ");
}

const SILENT = ["script", "style", "template", "svg"];

function say(node: Tree.Node): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  if (!("tagName" in node)) return node.childNodes.map(say).join(" ");
  const has = (name: string) => node.attrs.some((one) => one.name === name);
  const names = node.attrs.find((one) => one.name === "class")?.value.split(" ") ?? [];
  if (SILENT.includes(node.tagName) || has("hidden") || names.includes("ds-sr-only")) return "";
  const isFolded = node.tagName === "details" && !has("open");
  const seen = isFolded
    ? node.childNodes.filter((one) => "tagName" in one && one.tagName === "summary")
    : node.childNodes;
  return seen.map(say).join(" ");
}

function find(node: Tree.Node, tag: string): Tree.Node | null {
  if ("tagName" in node && node.tagName === tag) return node;
  if (!("childNodes" in node)) return null;
  for (const child of node.childNodes) {
    const found = find(child, tag);
    if (found !== null) return found;
  }
  return null;
}

import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { brokenRules } from "./rules.ts";

type Element = Tree.Element;

/** A page as its HTML says it, before any script. */
export interface Html {
  readonly elements: readonly Element[];
  /** What the parser had to put right. */
  readonly mended: readonly string[];
}

export function readHtml(text: string): Html {
  const elements: Element[] = [];
  const walk = (node: Tree.Node): void => {
    if ("tagName" in node) elements.push(node);
    for (const child of "content" in node ? node.content.childNodes : "childNodes" in node ? node.childNodes : [])
      walk(child);
  };
  const mended: string[] = [];
  const onParseError = ({ code, startLine }: { readonly code: string; readonly startLine: number }) => {
    if (!code.endsWith("doctype")) mended.push(`${code} at line ${startLine}`);
  };
  walk(parse(text, { onParseError }));
  return { elements, mended };
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: Tree.Node): string {
  if ("value" in node) return node.value;
  if ("tagName" in node && node.tagName === "img") return attribute(node, "alt") ?? "";
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** Links that stay on the service, as they are written. */
export function linksOf({ elements }: Html): readonly string[] {
  return elements
    .filter(({ tagName }) => tagName === "a")
    .map((link) => attribute(link, "href") ?? "")
    .filter((href) => /^[/?]/.test(href) && !href.startsWith("//"));
}

/** Forms, by how and where they are sent. */
export function formsOf({ elements }: Html): readonly { readonly method: string; readonly action: string }[] {
  return elements
    .filter(({ tagName }) => tagName === "form")
    .map((form) => ({
      method: (attribute(form, "method") ?? "get").toUpperCase(),
      action: attribute(form, "action") ?? "",
    }));
}

const REFERENCES = ["for", "form", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"];
const UNLABELLED = ["hidden", "submit", "button", "reset", "image"];

/** What is wrong in a page whatever it shows, one line a fault. */
export function faultsOf(html: Html): readonly string[] {
  const { elements } = html;
  const ids = elements.map((one) => attribute(one, "id")).filter((id) => id !== undefined);
  const faults: string[] = [...html.mended];
  // A drawing has a title too: it is its own.
  const count = (tag: string) =>
    elements.filter(({ tagName, namespaceURI }) => tagName === tag && namespaceURI.endsWith("/xhtml")).length;
  for (const tag of ["h1", "main", "title"]) if (count(tag) !== 1) faults.push(`${count(tag)} elements ${tag}`);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) faults.push(`two ids ${id}`);
  const byId = new Map(elements.map((one) => [attribute(one, "id") ?? "", one]));
  for (const element of elements) {
    faults.push(...faultsOfOne(element, html, new Set(ids)));
    faults.push(...brokenRules(element, byId).map((fault) => `${toldOf(element)} ${fault}`));
  }
  return faults;
}

function toldOf({ tagName, attrs }: Element): string {
  return `<${tagName} ${attrs.map(({ name, value }) => `${name}="${value.slice(0, 60)}"`).join(" ")}>`;
}

function faultsOfOne(element: Element, html: Html, ids: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const told = toldOf(element);
  for (const name of REFERENCES) {
    const missing = (attribute(element, name) ?? "").split(/\s+/).filter((id) => id !== "" && !ids.has(id));
    if (missing.length > 0) faults.push(`${told} names ${missing.join(", ")}, which is not there`);
  }
  const anchor = /^#(.+)$/.exec(attribute(element, "href") ?? "")?.[1];
  if (element.tagName === "a" && anchor !== undefined && !ids.has(anchor)) faults.push(`${told} leads nowhere`);
  if (element.tagName === "img" && attribute(element, "alt") === undefined) faults.push(`${told} has no alt`);
  if (!isNamed(element, html)) faults.push(`${told} has no name`);
  if (element.tagName === "form" && !canBeSent(element, html)) faults.push(`${told} has no button to send it`);
  return faults;
}

/** Whether a control, a link or a button says what it is for. */
function isNamed(element: Element, { elements }: Html): boolean {
  const { tagName } = element;
  const isControl =
    ["input", "select", "textarea"].includes(tagName) && !UNLABELLED.includes(attribute(element, "type") ?? "text");
  const isPressed = tagName === "button" || (tagName === "a" && attribute(element, "href") !== undefined);
  if (!isControl && !isPressed) return true;
  if ((attribute(element, "aria-label") ?? attribute(element, "aria-labelledby") ?? "") !== "") return true;
  if (isPressed) return textOf(element).trim() !== "";
  const id = attribute(element, "id");
  const labels = elements.filter((one) => one.tagName === "label");
  return labels.some((label) => (id !== undefined && attribute(label, "for") === id) || holds(label, element));
}

/** A form is sent by a button of its own, wherever it stands: no script is needed. */
function canBeSent(form: Element, { elements }: Html): boolean {
  const id = attribute(form, "id");
  return elements.some((one) => {
    const type = attribute(one, "type");
    const sends = one.tagName === "button" ? type === undefined || type === "submit" : type === "submit";
    if (!sends || !["button", "input"].includes(one.tagName)) return false;
    const owner = attribute(one, "form");
    return owner === undefined ? holds(form, one) : owner === id;
  });
}

function holds(outer: Element, inner: Element): boolean {
  for (let node = inner.parentNode; node !== null; node = "parentNode" in node ? node.parentNode : null) {
    if (node === outer) return true;
  }
  return false;
}

import type { DefaultTreeAdapterTypes as Tree } from "parse5";

type Element = Tree.Element;

/** What the HTML standard says of an element's own values and children, which browsers let pass and validators do not. */
export function brokenRules(element: Element, byId: ReadonlyMap<string, Element>): readonly string[] {
  if (!element.namespaceURI.endsWith("/xhtml")) return [];
  return [...rulesOf(element.tagName, valuesOf(element), byId), ...misplaced(element), ...wrongChoice(element)];
}

type Values = Readonly<Record<string, string | undefined>>;

function valuesOf(element: Element): Values {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

function* rulesOf(tag: string, of: Values, byId: ReadonlyMap<string, Element>): Generator<string> {
  const { id } = of;
  if (id !== undefined && (id === "" || /\s/.test(id))) yield `id "${id}" is no id`;
  if (tag === "time" && of.datetime !== undefined && !isDateTime(of.datetime))
    yield `datetime ${of.datetime} is no time`;
  if (["iframe", "img", "video", "canvas"].includes(tag)) {
    for (const side of ["width", "height"]) {
      const length = of[side];
      if (length !== undefined && !/^\d+$/.test(length)) yield `${side} ${length} is no number of pixels`;
    }
  }
  for (const name of ["maxlength", "minlength", "rows", "cols", "colspan", "rowspan", "span", "size"]) {
    const count = of[name];
    if (count !== undefined && !/^\d+$/.test(count)) yield `${name} ${count} is no number`;
  }
  for (const [name, known] of Object.entries(keywords)) {
    const word = of[name];
    if (word !== undefined && !known.includes(word)) yield `${name} ${word} is not known`;
  }
  if (tag === "label" && of.for !== undefined && byId.has(of.for) && !isLabelable(byId.get(of.for)))
    yield `for ${of.for} names no control`;
  if (tag === "a" && of.href !== undefined && /\s/.test(of.href)) yield `href "${of.href}" holds a space`;
}

const keywords: Readonly<Record<string, readonly string[]>> = {
  inputmode: ["none", "text", "tel", "url", "email", "numeric", "decimal", "search"],
  scope: ["row", "col", "rowgroup", "colgroup"],
  enctype: ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"],
  loading: ["lazy", "eager"],
};

function isLabelable(element: Element | undefined): boolean {
  if (element === undefined) return false;
  if (element.tagName === "input") return valuesOf(element).type !== "hidden";
  return ["button", "meter", "output", "progress", "select", "textarea"].includes(element.tagName);
}

const DATE = String.raw`\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
/** Seconds have three digits after the point at the most. */
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?`;
const ZONE = String.raw`(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)`;
const dateTimes = [
  `${DATE}`,
  String.raw`\d{4,}-(?:0[1-9]|1[0-2])`,
  String.raw`\d{4,}`,
  String.raw`\d{4,}-W(?:0[1-9]|[1-4]\d|5[0-3])`,
  TIME,
  `${DATE}[T ]${TIME}${ZONE}?`,
  String.raw`P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,3})?S)?)?`,
].map((one) => new RegExp(`^${one}$`));

/** A valid date, month, week, year, time, local or global date and time, or duration. */
export function isDateTime(text: string): boolean {
  return text !== "P" && !text.endsWith("T") && dateTimes.some((one) => one.test(text)) && isOnCalendar(text);
}

function isOnCalendar(text: string): boolean {
  const [, day] = /^(\d{4,}-\d\d-\d\d)/.exec(text) ?? [];
  if (day === undefined) return true;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

/** What may not stand where it does: a control in a link, a paragraph among the items of a list. */
function* misplaced(element: Element): Generator<string> {
  const parent = element.parentNode;
  const within = parent !== null && "tagName" in parent ? parent.tagName : "";
  const only = childrenOf[within];
  if (only !== undefined && !only.includes(element.tagName)) yield `stands in a ${within}`;
  const needed = parentsOf[element.tagName];
  if (needed !== undefined && !needed.includes(within)) yield `stands in a ${within}, not in a ${needed.join(", ")}`;
  if (phrasing.includes(within) && flow.includes(element.tagName)) yield `stands in a ${within}`;
  // A table says by itself what its rows and cells are.
  if (tableParts.includes(element.tagName) && valuesOf(element).role !== undefined) yield "has a role of its own";
  if (!isInteractive(element)) return;
  for (let node: Tree.ParentNode | null = parent; node !== null; node = "parentNode" in node ? node.parentNode : null) {
    if ("tagName" in node && (node.tagName === "a" || node.tagName === "button"))
      yield `is pressed within a ${node.tagName}`;
  }
}

/** A list in which nothing, or two things, stand for what is chosen. */
function* wrongChoice(element: Element): Generator<string> {
  const { tagName, parentNode } = element;
  // What a list of suggestions offers is its value.
  const isSuggestion = parentNode !== null && "tagName" in parentNode && parentNode.tagName === "datalist";
  if (tagName === "option" && !isSuggestion && valuesOf(element).label === undefined && isEmpty(element))
    yield "says nothing";
  const isSecond = (one: Tree.ChildNode) => "tagName" in one && one !== element && valuesOf(one).selected !== undefined;
  if (tagName === "option" && valuesOf(element).selected !== undefined && parentNode?.childNodes.some(isSecond))
    yield "is chosen with another";
}

function isEmpty(element: Element): boolean {
  return element.childNodes.every((one) => "value" in one && one.value.trim() === "");
}

const childrenOf: Readonly<Record<string, readonly string[]>> = {
  ul: ["li", "script", "template"],
  ol: ["li", "script", "template"],
  dl: ["dt", "dd", "div", "script", "template"],
  select: ["option", "optgroup", "hr"],
  tr: ["th", "td"],
  thead: ["tr"],
  tbody: ["tr"],
  tfoot: ["tr"],
};

const phrasing = ["span", "strong", "em", "small", "label", "button", "h1", "h2", "h3", "h4", "time"];
const flow = ["form", "div", "p", "ul", "ol", "dl", "table", "section", "details", "fieldset", "h2", "h3", "h4"];
const tableParts = ["thead", "tbody", "tr", "th", "td"];

const parentsOf: Readonly<Record<string, readonly string[]>> = {
  li: ["ul", "ol", "menu"],
  dt: ["dl", "div"],
  dd: ["dl", "div"],
  legend: ["fieldset"],
  figcaption: ["figure"],
  summary: ["details"],
};

function isInteractive(element: Element): boolean {
  const { tagName } = element;
  if (tagName === "a") return valuesOf(element).href !== undefined;
  if (tagName === "input") return valuesOf(element).type !== "hidden";
  return ["button", "select", "textarea", "label", "iframe", "details"].includes(tagName);
}

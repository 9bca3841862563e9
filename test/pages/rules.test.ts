import { expect, it } from "vitest";
import { faultsOf, readHtml } from "./html.ts";
import { isDateTime } from "./rules.ts";

const faultsIn = (body: string) => faultsOf(readHtml(`<title>t</title><main><h1>Titre</h1>${body}</main>`));

it.each([
  "2026-03-10",
  "2026-03",
  "2026",
  "2026-W11",
  "09:30",
  "09:30:15.250",
  "2026-03-10T09:00",
  "2026-03-10T09:00:00Z",
  "2026-03-10 09:00:00.123+01:00",
  "P2D",
  "PT1H30M",
])("« %s » is a time", (text) => expect(isDateTime(text)).toBe(true));

it.each([
  "2026-03-10T09:00:00.123456Z",
  "10/03/2026",
  "2026-02-30",
  "2026-13-01",
  "24:00",
  "2026-03-10T09:00:00 Europe/Paris",
  "",
  "P",
  "PT",
  "demain",
])("« %s » is none", (text) => expect(isDateTime(text)).toBe(false));

it.each([
  ['<time datetime="2026-03-10T09:00:00.123456Z">x</time>', /is no time/],
  ['<iframe title="x" width="100%"></iframe>', /is no number of pixels/],
  ['<p id="">x</p>', /is no id/],
  ['<p id="a b">x</p>', /is no id/],
  ["<ul><p>x</p></ul>", /stands in a ul/],
  ["<div><li>x</li></div>", /stands in a div/],
  ['<a href="/"><button>x</button></a>', /is pressed within a a/],
  ['<fieldset id="f"></fieldset><label for="f">x</label>', /names no control/],
  ['<input aria-label="x" inputmode="chiffres">', /is not known/],
  ['<input aria-label="x" maxlength="mille">', /is no number/],
  ["<span><form><button>x</button></form></span>", /stands in a span/],
  ['<table><tr><td role="cell">x</td></tr></table>', /has a role of its own/],
  ['<select aria-label="x"><option></option></select>', /says nothing/],
  ['<select aria-label="x"><option selected>a</option><option selected>b</option></select>', /is chosen with another/],
  ['<p class="a" class="b">x</p>', /duplicate-attribute/],
])("finds what a validator refuses in %s", (body, fault) => {
  expect(faultsIn(body).some((one) => fault.test(one))).toBe(true);
});

it.each([
  '<time datetime="2026-03-10">x</time>',
  '<iframe title="x" width="800" height="720"></iframe>',
  "<ul><li>x</li></ul><dl><div><dt>x</dt><dd>y</dd></div></dl>",
  '<label for="a">x</label><select id="a"><option>1</option></select>',
])("says nothing of %s", (body) => expect(faultsIn(body)).toEqual([]));

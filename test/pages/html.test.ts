import { expect, it } from "vitest";
import { faultsOf, formsOf, linksOf, readHtml } from "./html.ts";

const page = (body: string) => readHtml(`<title>t</title><main><h1>Titre</h1>${body}</main>`);

it.each([
  ['<label for="a">A</label><input id="a"><form><button>Envoyer</button></form><a href="#a">A</a>', []],
  ["<h1>Deux</h1>", [/2 elements h1/]],
  ['<p id="x"></p><p id="x"></p>', [/two ids x/]],
  ['<input name="a">', [/<input name="a"> has no name/]],
  ["<label>A <input></label>", []],
  ['<label for="b">B</label>', [/names b, which is not there/]],
  ['<p aria-describedby="c">C</p>', [/names c, which is not there/]],
  ['<a href="#d">D</a>', [/leads nowhere/]],
  ['<a href="/"><svg></svg></a>', [/has no name/]],
  ['<a href="/"><img src="/x.svg"></a>', [/has no alt/, /has no name/]],
  ["<button></button>", [/has no name/]],
  ['<form action="/x"><button type="button">Rien</button></form>', [/has no button to send it/]],
  ['<form id="f"></form><button form="f">Envoyer</button>', []],
])("finds what is wrong in %s", (body, faults) => {
  const found = faultsOf(page(body));
  expect(found).toHaveLength(faults.length);
  for (const fault of faults) expect(found.some((one) => fault.test(one))).toBe(true);
});

it("reads links that stay here, and forms", () => {
  const html = page('<a href="/a?b=1#c">A</a><a href="https://ailleurs.example">B</a><form method="post" action="/x">');
  expect(linksOf(html)).toEqual(["/a?b=1#c"]);
  expect(formsOf(html)).toEqual([{ method: "POST", action: "/x" }]);
});

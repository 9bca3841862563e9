import { expect, it } from "vitest";
import { text } from "#policy/index.ts";
import { plainForm, readPlainForm } from "./plain-form.tsx";

const form = plainForm(
  {
    name: text("text", "nom", 100),
    message: text("long-text", "message", 1_000),
    email: text("email", "adresse", 200),
  },
  { name: { label: "Nom" }, message: { label: "Message" }, email: { label: "Adresse" } },
);

it.each(["\u200b", "\u2060\ufeff", "\u202e\u00ad", " \u00a0\u3164"])("asks for what shows, and not %j", (typed) => {
  const { errors } = readPlainForm(form, { name: typed, message: typed, email: typed });
  expect([...errors.keys()].sort()).toEqual(["email", "message", "name"]);
});

it("keeps an answer without the marks that nobody sees, and an address without what surrounds it", () => {
  const typed = { name: "\u202eLe\u200bla \u00adAnne", message: "Un\r\ndeux\u2060", email: "<prenom@exemple.fr>" };
  const { answers, errors } = readPlainForm(form, typed);
  expect([...errors]).toEqual([]);
  expect(answers).toEqual({ name: "Lela Anne", message: "Un\ndeux", email: "prenom@exemple.fr" });
});

import type { asker, Question } from "../../../engine/questions/form.ts";
import type { Term } from "../../../engine/rules/expression.ts";
import { record, text } from "../../../engine/values/field.ts";

/** Whom the service writes to about a file, whatever the scheme. */
export const contact = record({
  name: text("text", "nom du contact", 120),
  role: text("text", "fonction du contact", 120),
  email: text("email", "adresse électronique", 200),
  phone: text("phone", "téléphone", 30),
});

type Contact = Readonly<Record<"name" | "role" | "email" | "phone", Term<"text">>>;

/** The questions of the contact, the same in every form. */
export function contactQuestions(ask: ReturnType<typeof asker>, of: Contact): readonly Question[] {
  return [
    ask(of.name, { label: "Personne à contacter", prefill: "person.name", autocomplete: "name" }),
    ask(of.role, {
      label: "Sa fonction",
      required: "optional",
      prefill: "person.role",
      autocomplete: "organization-title",
    }),
    ask(of.email, { label: "Son adresse électronique", prefill: "person.email", autocomplete: "email" }),
    ask(of.phone, { label: "Son téléphone", prefill: "person.phone", autocomplete: "tel" }),
  ];
}

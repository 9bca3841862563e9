import type { asker, Section } from "../../../engine/questions/form.ts";
import type { Condition, Term } from "../../../engine/rules/expression.ts";
import { integer, record, text } from "../../../engine/values/field.ts";

/**
 * What the single form of subsidies asks of an association (law 2000-321, article 10) and that no other question covers.
 * Asked once: a later file begins with it.
 */
export const association = record({
  rna: text("code", "numéro RNA", 10),
  purpose: text("long-text", "objet de l’association", 1_000),
  representative: text("text", "représentant légal", 120),
  representativeRole: text("text", "fonction du représentant légal", 120),
  approvals: text("text", "agréments", 300),
  network: text("text", "fédération ou réseau", 200),
  members: integer("adhérents", { min: 0, max: 10_000_000 }),
  volunteers: integer("bénévoles", { min: 0, max: 10_000_000 }),
  employees: integer("salariés", { min: 0, max: 1_000_000 }),
});

type Association = { readonly [K in keyof (typeof association)["fields"]]: Term<"text"> | Term<"integer"> };

/** The section that associations and foundations alone see. */
export function associationSection(ask: ReturnType<typeof asker>, of: Association, visible: Condition): Section {
  const asked = { required: { when: visible }, visible } as const;
  const may = { required: "optional", visible } as const;
  return {
    id: "association",
    title: "L’association ou la fondation",
    once: true,
    intro:
      "Pour les associations et les fondations\u00a0: ce que demande le formulaire unique des subventions. Demandé une fois, repris dans vos demandes suivantes. Les autres structures passent à la suite.",
    items: [
      ask(of.rna, { label: "Numéro RNA", hint: "W suivi de neuf chiffres, si vous en avez un.", ...may }),
      ask(of.purpose, { label: "Objet, d’après les statuts", ...asked }),
      ask(of.representative, { label: "Représentant légal", ...asked }),
      ask(of.representativeRole, { label: "Sa fonction", hint: "Par exemple\u00a0: présidente.", ...asked }),
      ask(of.approvals, { label: "Agréments", hint: "Lequel, de qui, depuis quand.", ...may }),
      ask(of.network, { label: "Fédération ou réseau", ...may }),
      ask(of.members, { label: "Nombre d’adhérents", ...may }),
      ask(of.volunteers, { label: "Nombre de bénévoles", ...asked }),
      ask(of.employees, { label: "Nombre de salariés", ...asked }),
    ],
  };
}

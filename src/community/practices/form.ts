import { choices, text } from "#policy/index.ts";
import { plainForm } from "#src/ui/index.ts";
import { themeWords } from "./practice.ts";

export const practiceForm = plainForm(
  {
    title: text("text", "titre", 120),
    summary: text("long-text", "résumé", 400),
    body: text("long-text", "récit", 8_000),
    themes: choices("thèmes", themeWords),
  },
  {
    title: { label: "Titre", hint: "Ce que vous faites, comme vous le diriez à un collègue." },
    summary: { label: "En deux phrases" },
    body: {
      label: "Racontez",
      hint: "Le problème, ce que vous avez essayé, le temps que cela prend, ce qui a marché et ce qui a coincé. Une ligne vide commence un paragraphe.",
    },
    themes: { label: "Thèmes" },
  },
);

export const commentForm = plainForm(
  { comment: text("long-text", "commentaire", 1_000) },
  { comment: { label: "Votre commentaire", hint: "Il paraît tout de suite, avec votre nom et votre organisme." } },
);

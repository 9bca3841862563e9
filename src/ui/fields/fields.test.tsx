import type { JSX } from "preact";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Question } from "#policy/index.ts";
import { QuestionField } from "../question.tsx";
import { ChoiceField, ChoicesField, YesNoField } from "./choices.tsx";
import { CommuneField, communeQueryName } from "./commune.tsx";
import { ErrorSummary } from "./form.tsx";
import { DayField, LongTextField, MoneyField, TextField } from "./inputs.tsx";
import { fieldId } from "./wiring.tsx";

const html = (element: JSX.Element) => render(element);

describe("a field", () => {
  it("ties its label, hint and error to the control in the HTML itself", () => {
    const page = html(
      <TextField name="structures.0.headcount" label="Effectif" hint="En tout." error="Trop grand." value="12" />,
    );
    expect(page).toContain('<label class="ds-label" for="champ-structures-0-headcount">Effectif</label>');
    expect(page).toContain('id="champ-structures-0-headcount" name="structures.0.headcount" value="12"');
    expect(page).toContain('aria-describedby="champ-structures-0-headcount-aide champ-structures-0-headcount-erreur"');
    expect(page).toContain('id="champ-structures-0-headcount-aide"');
    expect(page).toContain('id="champ-structures-0-headcount-erreur"');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('aria-required="true"');
  });

  it("says what is optional, and only that", () => {
    expect(html(<TextField name="a" label="A" required={false} />)).toContain("facultatif");
    expect(html(<TextField name="a" label="A" required={false} />)).not.toContain("aria-required");
    expect(html(<TextField name="a" label="A" />)).not.toContain("facultatif");
    expect(html(<TextField name="a" label="A" />)).not.toContain("aria-invalid");
  });

  it("keeps and escapes what was typed, right or wrong", () => {
    expect(html(<TextField name="a" label="A" value={'"><script>'} />)).toContain('value="&quot;>&lt;script>"');
    expect(html(<LongTextField name="a" label="A" value={"</textarea><script>"} />)).not.toContain("<script>");
    expect(html(<DayField name="d" label="D" value="31/02/2026" error="x" />)).toContain('value="31/02/2026"');
    expect(html(<MoneyField name="m" label="M" value="mille" />)).toContain('value="mille"');
    expect(html(<MoneyField name="m" label="M" />)).toContain('inputmode="decimal"');
  });

  it("folds why it is asked, with its provision", () => {
    const page = html(<TextField name="a" label="A" why="Parce que." provision="CS-4" />);
    expect(page).toMatch(/<details.*Pourquoi cette question.*Parce que\..*CS-4/);
  });
});

describe("choices", () => {
  const options = [
    { value: "a", label: "Un" },
    { value: "b", label: "Deux", hint: "Le second." },
  ];

  it("are radios under a legend, the error told by the group", () => {
    const page = html(<ChoiceField name="c" label="Lequel ?" options={options} value="b" error="Choisissez." />);
    expect(page).toMatch(/<fieldset[^>]*id="champ-c"[^>]*aria-describedby="champ-c-erreur"[^>]*role="radiogroup"/);
    expect(page).toContain('<legend class="ds-label">Lequel ?</legend>');
    expect(page).toMatch(/id="champ-c-2" name="c" value="b" checked aria-describedby="champ-c-2-aide"/);
    expect(page).toContain('<label for="champ-c-2">Deux</label>');
  });

  it("become a list when they are many", () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ value: `${index}`, label: `n° ${index}` }));
    const page = html(<ChoiceField name="c" label="C" options={many} value="3" />);
    expect(page).toContain('<select class="ds-input" id="champ-c" name="c"');
    expect(page).toMatch(/<option value="3" selected/);
  });

  it("leave yes and no unanswered until one answers", () => {
    expect(html(<YesNoField name="y" label="Y" />)).not.toContain("checked");
    expect(html(<YesNoField name="y" label="Y" value="non" />)).toMatch(/value="non" checked/);
  });

  it("keep an answer in the person's own words where the list is open", () => {
    const page = html(<ChoicesField name="t" label="T" options={options} values={["a", "Autre chose"]} open />);
    expect(page).toMatch(/value="a" checked/);
    expect(page).toMatch(/type="text" id="champ-t-autre-1" name="t" value="Autre chose"/);
  });
});

describe("a commune", () => {
  it("carries its code beside the text, and a button that searches without script", () => {
    const page = html(<CommuneField name="c" label="Commune" value="14118" query="Caen" />);
    expect(page).toContain(`name="${communeQueryName("c")}" value="Caen"`);
    expect(page).toContain('<input type="hidden" name="c" value="14118"');
    expect(page).toContain('name="chercher-commune" value="c"');
  });

  it("offers what was found as radios", () => {
    const page = html(
      <CommuneField
        name="c"
        label="Commune"
        matches={[
          { code: "14118", name: "Caen", postcodes: ["14000"], department: "Calvados" },
          { code: "14119", name: "Cagny", postcodes: ["14630"] },
        ]}
      />,
    );
    expect(page).toMatch(/type="radio" id="champ-c-choix-14118" name="c" value="14118"/);
    expect(page).toContain("Caen (14000, Calvados)");
    expect(page).not.toContain('type="hidden" name="c"');
  });
});

describe("the summary of errors", () => {
  it("leads to each field", () => {
    const page = html(<ErrorSummary errors={[{ name: "a.0.b", message: "Trop." }, { message: "Général." }]} />);
    expect(page).toContain(`<a href="#${fieldId("a.0.b")}">Trop.</a>`);
    expect(page).toContain("2 points sont à corriger");
    expect(page).toContain("<li>Général.</li>");
  });
  it("is nothing without errors", () => expect(html(<ErrorSummary errors={[]} />)).toBe(""));
});

describe("a question of the policy", () => {
  const base = { type: "question", label: "L", path: ["x"], id: "x", required: "always" } as const;
  const controls = [
    [{ kind: "text", maxLength: 10 }, 'type="text"'],
    [{ kind: "long-text", maxLength: 10 }, "<textarea"],
    [{ kind: "yes-no" }, 'value="oui"'],
    [{ kind: "choice", options: [{ value: "v", label: "V" }] }, 'type="radio"'],
    [{ kind: "choices", options: [{ value: "v", label: "V" }] }, 'type="checkbox"'],
    [{ kind: "commune" }, 'data-island="commune"'],
    [{ kind: "siret" }, "14 chiffres"],
    [{ kind: "day" }, "03/03/2026"],
    [{ kind: "money", max: 100, unit: "€ par jour" }, "€ par jour"],
    [{ kind: "integer", min: 0, max: 9, step: 1, unit: "personnes" }, "personnes"],
    [{ kind: "decimal", min: 0, max: 9, step: 0.5, unit: "jours" }, 'inputmode="decimal"'],
    [{ kind: "email", maxLength: 100 }, 'type="text" id="champ-a-1-x" name="a.1.x" value="tapé" inputmode="email"'],
    [{ kind: "phone", maxLength: 100 }, 'type="tel"'],
    [{ kind: "url", maxLength: 100 }, 'type="text" id="champ-a-1-x" name="a.1.x" value="tapé" inputmode="url"'],
  ] as const satisfies readonly (readonly [Question["control"], string])[];

  it.each(controls)("%o", (control, expected) => {
    const page = html(
      <QuestionField question={{ ...base, control }} path="a.1.x" raw={{ "a.1.x": "tapé" }} error="Erreur." />,
    );
    expect(page).toContain(expected);
    expect(page).toContain('name="a.1.x"');
    expect(page).toContain("Erreur.");
    expect(page).toContain('data-key="a.1.x"');
  });
});

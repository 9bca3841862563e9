import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  documentsOf,
  mayGrow,
  questionsOf,
  readRaw,
  valueAtPath,
  visibilityOf,
} from "../../../engine/questions/answers.ts";
import { differences, formatAnswer, writeTyped } from "../../../engine/questions/differences.ts";
import type { Group } from "../../../engine/questions/form.ts";
import { missingAnswers } from "../../../engine/questions/missing.ts";
import { day } from "../../../engine/values/day.ts";
import { form } from "./form.ts";
import { evaluate } from "./reading.fixture.ts";
import { gapsOf, papers, questions, typed } from "./typed.fixture.ts";

describe("a whole request", () => {
  const { answers, errors } = readRaw(form, typed);

  it("is read, is complete, and gives the worked amount", () => {
    expect(errors).toEqual([]);
    expect(missingAnswers(form, answers, papers)).toEqual([]);
    const assessment = evaluate(answers, { today: day("2026-03-02") });
    expect(assessment.eligibility).toBe("eligible");
    expect(assessment.funding.aid).toBe(910_000);
    expect(assessment.funding.ownContribution).toBe(440_000);
  });

  it("names each gap with the field it leads to", () => {
    const paths = [...new Set(Object.keys(typed).filter((key) => !key.endsWith(".length")))];
    for (const path of paths) {
      const { [path]: _, ...rest } = typed;
      expect(gapsOf(rest), path).toContain(path);
    }
    for (const paper of papers) {
      expect(
        gapsOf(
          typed,
          papers.filter((one) => one !== paper),
        ),
      ).toEqual([`documents.${paper}`]);
    }
    const [gap] = missingAnswers(form, readRaw(form, { ...typed, "structures.0.phases.1.days": "" }).answers, papers);
    expect(gap).toEqual({
      path: "structures.0.phases.1.days",
      section: "approach",
      label: "Phase 2\u00a0: Nombre de jours",
      message: "Indiquez un nombre.",
    });
  });

  it("says what to do, by the kind of question", () => {
    const empty = missingAnswers(form, readRaw(form, {}).answers, []);
    const said = (path: string) => empty.find((gap) => gap.path === path);
    expect(said("route")).toMatchObject({ message: "Choisissez une réponse.", section: "organisations" });
    expect(said("route")?.label).toBe("Comment faites-vous cette demande\u202f?");
    expect(said("structures.0.mainActivityIsTraining")?.message).toBe("Répondez par oui ou par non.");
    expect(said("structures.0.commune")?.message).toBe("Choisissez une commune.");
    expect(said("structures.0.siret")?.message).toBe("Indiquez les 14 chiffres du SIRET.");
    expect(said("structures.0.headcount")?.message).toBe("Indiquez un nombre.");
    expect(said("themes")?.message).toBe("Choisissez au moins une réponse.");
    expect(said("title")?.message).toBe("Remplissez ce champ.");
    expect(said("provider.createdOn")?.message).toBe("Indiquez une date.");
    expect(said("otherPublicFunding")?.message).toBe("Indiquez un montant, zéro s’il n’y en a pas.");
    expect(said("structures.0.phases.0.dailyCost")?.message).toBe("Indiquez un montant, par exemple 1\u202f100,50.");
    expect(said("documents.quote")).toEqual({
      path: "documents.quote",
      section: "documents",
      label: "Devis du prestataire",
      message: "Joignez ce document.",
    });
    const two = missingAnswers(form, readRaw(form, { ...typed, "structures.length": "2" }).answers, papers);
    expect(two.find((gap) => gap.path === "documents.headcount:structures.1")?.label).toBe(
      "Structure 2\u00a0: Justificatif d’effectif",
    );
  });

  it("takes an empty list or text for no answer", () => {
    const gaps = (change: object) => missingAnswers(form, { ...answers, ...change }, papers).map((gap) => gap.path);
    expect(gaps({ themes: [] })).toEqual(["themes"]);
    expect(gaps({ title: "" })).toEqual(["title"]);
    expect(gaps({ title: null })).toEqual(["title"]);
    const { title: _, ...untitled } = answers;
    expect(missingAnswers(form, untitled, papers).map((gap) => gap.path)).toEqual(["title"]);
  });

  it("reads a declaration number whole, spaces or not, and says when digits are missing", () => {
    const nda = (written: string) => readRaw(form, { ...typed, "structures.0.nda": written });
    for (const written of ["25140000000", "25 14 00000 00", "25\u00a014\u00a000000\u00a000"]) {
      expect(nda(written).errors).toEqual([]);
      expect(valueAtPath(nda(written).answers, "structures.0.nda")).toBe("25140000000");
    }
    expect(nda("25 14 00000").errors).toEqual([
      { path: "structures.0.nda", message: "Ce numéro a 11 chiffres\u00a0: il manque 2 chiffres." },
    ]);
    expect(nda("").errors).toEqual([]);
  });

  it("tells answers that contradict each other", () => {
    const early = missingAnswers(
      form,
      readRaw(form, { ...typed, "structures.0.phases.1.endsOn": "03/05/2026" }).answers,
      papers,
    );
    expect(early).toMatchObject([
      {
        path: "structures.0.phases.1.endsOn",
        message: "La fin de la phase précède son début\u00a0: vérifiez les deux dates.",
        contradicts: true,
      },
    ]);
    expect(gapsOf({ ...typed, "structures.0.phases.1.endsOn": "04/05/2026" })).toEqual([]);
    // A start that is past contradicts a service that has not begun (CS-10): only the day of filing tells.
    const on = (today: string) => missingAnswers(form, readRaw(form, typed).answers, papers, day(today));
    expect(on("2026-01-01")).toEqual([]);
    expect(on("2031-01-01").map((gap) => gap.path)).toContain("structures.0.phases.0.startsOn");
    const itself = missingAnswers(
      form,
      readRaw(form, { ...typed, "provider.siret": "73282932000074" }).answers,
      papers,
    );
    expect(itself).toMatchObject([
      {
        path: "provider.siret",
        message: "Le prestataire ne peut pas être la structure bénéficiaire\u00a0: vérifiez ce SIRET.",
      },
    ]);
    // The partner's contract comes before its first day, not on it (CS-15).
    const partner = (signedOn: string) =>
      missingAnswers(
        form,
        readRaw(form, {
          ...typed,
          "provider.partnerBody": "contracted",
          "provider.partnerName": "Un organisme",
          "provider.partnerPurpose": "Un apport",
          "provider.partnerSignedOn": signedOn,
          "provider.partnerStartsOn": "04/05/2026",
        }).answers,
        papers,
      ).map(({ path }) => path);
    expect(partner("03/05/2026")).not.toContain("provider.partnerStartsOn");
    expect(partner("04/05/2026")).toContain("provider.partnerStartsOn");
    // Another establishment of the same company is the same company (AX1B-18).
    const another = (siret: string) => readRaw(form, { ...typed, "provider.siret": siret }).answers;
    expect(missingAnswers(form, another("732 829 320 00082"), papers)).toMatchObject([
      { path: "provider.siret", message: expect.stringContaining("autre établissement de la structure bénéficiaire") },
    ]);
  });

  it("asks more than no day of a phase, half days included", () => {
    const days = (written: string) => ({ ...typed, "structures.0.phases.1.days": written });
    expect(missingAnswers(form, readRaw(form, days("0")).answers, papers)).toMatchObject([
      {
        path: "structures.0.phases.1.days",
        message: "Indiquez plus de 0 jour, en jours et demi-journées, par exemple 2,5.",
        contradicts: true,
      },
    ]);
    expect(gapsOf(days("0,5"))).toEqual([]);
  });

  it("refuses a provider that is not created yet", () => {
    const created = (written: string) =>
      missingAnswers(
        form,
        readRaw(form, { ...typed, "provider.createdOn": written }).answers,
        papers,
        day("2026-03-10"),
      ).map(({ path, message }) => ({ path, message }));
    expect(created("11/03/2026")).toEqual([
      { path: "provider.createdOn", message: "Cette date de création est à venir\u00a0: vérifiez-la." },
    ]);
    expect(created("10/03/2026")).toEqual([]);
  });

  it("says an error where it is, and leaves the rest", () => {
    const { errors, answers } = readRaw(form, { ...typed, "structures.0.headcount": "douze" });
    expect(errors).toEqual([{ path: "structures.0.headcount", message: "Indiquez un nombre entier, par exemple 12." }]);
    expect(valueAtPath(answers, "structures.0.headcount")).toBeUndefined();
    expect(valueAtPath(answers, "structures.0.commune")).toBe("14118");
  });

  it("asks what an answer calls for, and only then", () => {
    expect(gapsOf({ ...typed, "structures.0.servesJobSeekers": "non" })).toEqual([
      "structures.0.plansToServeJobSeekers",
    ]);
    const plan = { ...typed, "structures.0.servesJobSeekers": "non", "structures.0.plansToServeJobSeekers": "oui" };
    expect(gapsOf(plan)).toEqual(["structures.0.jobSeekersPlan"]);
    expect(gapsOf({ ...typed, "structures.0.isPublicBuyer": "oui" })).toEqual([
      "structures.0.procurement",
      "documents.procurement:structures.0",
    ]);
    expect(gapsOf({ ...typed, "provider.partnerBody": "contracted" })).toEqual([
      "provider.partnerName",
      "provider.partnerPurpose",
      "provider.partnerSignedOn",
      "provider.partnerStartsOn",
      "documents.partner-contract",
    ]);
    expect(gapsOf({ ...typed, route: "collective" })).toEqual([
      "bearer.name",
      "bearer.siret",
      "bearer.mandated",
      "daysAreShared",
      "documents.mandate",
    ]);
    expect(gapsOf({ ...typed, route: "opco" })).toEqual(["bearer.opco", "daysAreShared", "documents.opco-agreement"]);
    expect(gapsOf({ ...typed, otherPublicFunding: "10" })).toEqual(["otherPublicFunders"]);
    expect(gapsOf({ ...typed, "structures.0.legalKind": "company" }, papers.slice(0, -1))).toEqual([]);
    const alone = { ...typed, "structures.0.phases.0.phase": "accompagnement" };
    expect(gapsOf(alone)).toEqual(["structures.0.diagnosisExists"]);
    expect(gapsOf({ ...alone, "structures.0.diagnosisExists": "oui" })).toEqual(["documents.diagnosis:structures.0"]);
    expect(gapsOf({ ...alone, "structures.0.diagnosisExists": "non" })).toEqual([]);
  });

  it("forgets an answer whose question is no longer asked, and its error", () => {
    const hidden = { ...typed, "bearer.name": "Réseau fictif", "bearer.siret": "1" };
    expect(readRaw(form, hidden).answers).toEqual(answers);
    expect(readRaw(form, hidden).errors).toEqual([]);
    expect(readRaw(form, { ...hidden, route: "collective" }).errors.map((error) => error.path)).toEqual([
      "bearer.siret",
    ]);
    const undecided = readRaw(form, { "bearer.name": "Réseau fictif" });
    expect(valueAtPath(undecided.answers, "bearer.name")).toBe("Réseau fictif");
  });

  it("tells a hidden question from one not decided yet", () => {
    const name = questions.find((question) => question.path.join(".") === "bearer.name");
    if (name === undefined) throw new Error("no such question");
    expect(visibilityOf(name, {}, [])).toBe("unknown");
    expect(visibilityOf(name, { route: "opco" }, [])).toBe("not-met");
    expect(visibilityOf(name, { route: "collective" }, [])).toBe("met");
    expect(visibilityOf({}, {}, [])).toBe("met");
  });

  it("asks each structure and consultant for its own papers", () => {
    const two = readRaw(form, { ...typed, "structures.length": "2", "provider.consultants.length": "2" }).answers;
    const keys = documentsOf(form, two).map((one) => one.key);
    expect(keys).toContain("headcount:structures.1");
    expect(keys).toContain("cv:provider.consultants.1");
    expect(keys).not.toContain("statutes:structures.1");
    expect(documentsOf(form, two).find((one) => one.key === "headcount:structures.1")).toMatchObject({
      situation: "Structure 2",
      required: true,
    });
    expect(documentsOf(form, {}).find((one) => one.key === "headcount:structures.0")?.situation).toBe("");
  });

  it("says what differs between two revisions", () => {
    const after = readRaw(form, {
      ...typed,
      "structures.0.phases.1.dailyCost": "850",
      "structures.0.phases.length": "3",
      "structures.0.phases.2.days": "2",
      "structures.0.servesJobSeekers": "non",
    }).answers;
    expect(differences(form, answers, after).map(({ label, before, after }) => [label, before, after])).toEqual([
      ["Accueillez-vous des personnes en recherche d’emploi\u202f?", "oui", "non"],
      ["Phase 2\u00a0: Coût d’une journée, hors taxes", "800\u00a0€ HT", "850\u00a0€ HT"],
      ["Phase 3\u00a0: Nombre de jours", "non renseigné", "2\u00a0jours"],
    ]);
    expect(differences(form, answers, answers)).toEqual([]);
  });

  it("reads back what it writes", () => {
    for (const { question, path } of questionsOf(form, answers)) {
      const value = valueAtPath(answers, path);
      if (value === null || value === undefined) continue;
      const again = readRaw(form, { ...typed, [path]: writeTyped(question, value) }).answers;
      expect(valueAtPath(again, path)).toEqual(value);
      expect(formatAnswer(question, value)).not.toBe("non renseigné");
    }
  });

  it("writes an answer as a person would type it", () => {
    const write = (path: string, value: Parameters<typeof writeTyped>[1]) => {
      const question = questions.find((one) => one.path.join(".") === path);
      if (question === undefined) throw new Error(path);
      return writeTyped(question, value);
    };
    expect(write("workStarted", true)).toBe("oui");
    expect(write("workStarted", false)).toBe("non");
    expect(write("otherPublicFunding", 150)).toBe("1,50");
    expect(write("otherPublicFunding", 110_000)).toBe("1100");
    expect(write("structures.*.phases.*.days", 2.5)).toBe("2,5");
    expect(write("themes", ["practices"])).toEqual(["practices"]);
    expect(write("title", "Un titre")).toBe("Un titre");
    expect(valueAtPath({ a: "text" }, "a.length")).toBeUndefined();
    expect(valueAtPath({ a: null }, "a.b")).toBeUndefined();
    expect(valueAtPath({}, "toString")).toBeUndefined();
  });

  it("counts days as days, and years of experience as years", () => {
    const days = questions.find((one) => one.id === "days");
    if (days === undefined) throw new Error("no such question");
    expect(formatAnswer(days, 2.5)).toBe("2,5\u00a0jours");
    expect(formatAnswer(days, 1.5)).toBe("1,5\u00a0jour");
    expect(formatAnswer(days, null)).toBe("non renseigné");
    expect(formatAnswer({ ...days, control: { kind: "integer", min: 0, max: 9, step: 1, unit: "" } }, 3)).toBe("3");
    const year = { kind: "integer", min: 2000, max: 2100, step: 1, unit: "" } as const;
    expect(formatAnswer({ ...days, control: year }, 2026)).toBe("2026");
  });

  it("says an answer in French", () => {
    const say = (path: string, value: Parameters<typeof formatAnswer>[1]) => {
      const question = questions.find((one) => one.path.join(".") === path);
      if (question === undefined) throw new Error(path);
      return formatAnswer(question, value);
    };
    expect(say("structures.*.headcount", 12)).toBe("12\u00a0salariés");
    expect(say("route", "opco")).toBe("Par l’intermédiaire d’un OPCO");
    expect(say("provider.fields", ["digitalisation", "autre chose"])).toBe("Digitalisation, autre chose");
    expect(say("otherPublicFunding", 150)).toBe("1,50\u00a0€");
    expect(say("structures.*.phases.*.startsOn", "2026-05-01")).toBe("1er mai 2026");
    expect(say("provider.consultants.*.yearsOfExperience", 2.5)).toBe("2,5\u00a0ans");
    expect(say("contact.phone", "02")).toBe("02");
    expect(say("contact.email", null)).toBe("non renseigné");
  });

  it("lets a list grow while it may: to its end, and beyond its least where the answers say that there are several", () => {
    const structures = form.sections
      .flatMap((section) => section.items)
      .find((item): item is Group => item.type === "group" && item.id === "structures");
    if (structures === undefined) throw new Error("no structures");
    const { several: _, ...plain } = structures;
    const grow = (group: Group, route: string | null, count: number) => mayGrow(group, { route }, [], count);
    expect(grow(structures, "collective", 1)).toBe("met");
    expect(grow(structures, "individual", 1)).toBe("not-met");
    expect(grow(structures, "individual", 0)).toBe("met");
    expect(grow(structures, null, 1)).toBe("unknown");
    expect(grow(structures, "collective", structures.max - 1)).toBe("met");
    expect(grow(structures, "collective", structures.max)).toBe("not-met");
    expect(grow(plain, "individual", 1)).toBe("met");
    expect(grow(plain, "individual", structures.max)).toBe("not-met");
  });

  it("never throws, whatever is typed where", () => {
    const keys = fc.constantFrom(
      ...Object.keys(typed),
      "structures.length",
      "__proto__",
      "structures.__proto__",
      "structures.3.headcount",
    );
    const raws = fc.dictionary(
      keys,
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom(...Object.values(typed))),
    );
    fc.assert(
      fc.property(raws, (raw) => {
        const { answers } = readRaw(form, raw);
        missingAnswers(form, answers, []);
        evaluate(answers, { today: day("2026-03-02") });
      }),
    );
    expect(Object.hasOwn(Object.prototype, "headcount")).toBe(false);
  });
});

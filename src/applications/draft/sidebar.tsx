import type { JSX } from "preact";
import type { OpenScheme } from "#policy/index.ts";
import { missingPapers, type OpenApplication, progressOf, type SectionProgress } from "#src/life/index.ts";
import { unmetConditions } from "#src/life/web/index.ts";
import { formatDateTime, pluralOf, Stepper, type StepSeen } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { sayWaited } from "../partners/waiting.ts";

/** The region of the steps, for what changes them without leaving the page. */
export const STEPS = "etapes";

/** Where one stands in a draft: its sections, its papers, the filing; each with what is still awaited. */
export function DraftSteps(props: { readonly file: OpenApplication; readonly current: string }): JSX.Element {
  const { application, reading } = props.file;
  const { id } = application;
  const sections = progressOf(reading).map((section): StepSeen => {
    const href = urls.applicationSection.href({ id, section: section.id });
    return {
      label: section.title,
      href,
      state: stateOf(section, props.current),
      note: noteOf(section),
      warning: section.unmet === 0 ? undefined : unmetConditions(section.unmet),
    };
  });
  const papers = missingPapers(reading).length;
  const infected = props.file.attachments.some((one) => one.scan === "infected");
  const attachments: StepSeen = {
    label: "Les pièces",
    href: urls.applicationAttachments.href({ id }),
    state: props.current === "pieces" ? "current" : infected ? "error" : papers === 0 ? "done" : "todo",
    note:
      papers === 0 ? "toutes les pièces y sont" : `${papers} ${pluralOf(papers, "pièce attendue", "pièces attendues")}`,
  };
  const waited = sayWaited(props.file);
  const partners: StepSeen = {
    label: "Les partenaires",
    href: urls.applicationPartners.href({ id }),
    state: props.current === "partenaires" ? "current" : waited === null ? "done" : "begun",
    note: waited ?? "rien n’est attendu",
  };
  const filing: StepSeen = {
    label: "Relire et déposer",
    href: urls.applicationSubmission.href({ id }),
    state: props.current === "depot" ? "current" : "todo",
    note: application.call === null ? undefined : `avant le ${formatDateTime(application.call.closesAt)}`,
  };
  const shared = reading.scheme.consortium === undefined ? [] : [partners];
  const steps = [...sections, attachments, ...shared, filing];
  const at = steps.findIndex((step) => step.state === "current");
  return <Stepper label="Étapes de la demande" steps={steps} at={at} region={STEPS} />;
}

/** How many steps a draft has: its sections, its papers, its partners where it has some, its filing. */
export function stepCount({ form, consortium }: Pick<OpenScheme, "form" | "consortium">): number {
  return form.sections.length + (consortium === undefined ? 2 : 3);
}

function stateOf(section: SectionProgress, current: string): StepSeen["state"] {
  if (section.id === current) return "current";
  switch (section.state) {
    case "error":
      return "error";
    case "done":
      return section.unmet > 0 ? "unmet" : "done";
    case "begun":
      return "begun";
    case "empty":
      return "todo";
  }
}

function noteOf(section: SectionProgress): string {
  if (section.errors > 0)
    return `${section.errors} ${pluralOf(section.errors, "réponse à corriger", "réponses à corriger")}`;
  if (section.missing === 0) return "complète";
  return `${section.missing} ${pluralOf(section.missing, "réponse attendue", "réponses attendues")}`;
}

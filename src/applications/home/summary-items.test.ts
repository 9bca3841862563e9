import { expect, it } from "vitest";
import type { ApplicationPageProps } from "./application-props.tsx";
import { summaryOf } from "./summary-items.tsx";

const noteIn = (state: string) => {
  const reading = { assessment: { eligibility: "not-eligible", criteria: [{ status: "not-met", title: "Lieu" }] } };
  const application = { state, number: "1", submittedAt: null, decidedAid: null, implicitRefusalOn: null };
  const props = { file: { application, reading }, differences: [], today: "2026-03-10" };
  return summaryOf(props as unknown as ApplicationPageProps).find(({ note }) => note !== undefined)?.note;
};

it("says that a person decides until the decision is told, then that one did", () => {
  expect(noteIn("under-review")).toMatch(/Une personne décide\.$/);
  expect(noteIn("rejected")).toMatch(/Une personne décide\.$/);
  expect(noteIn("refused")).toMatch(/Une personne a décidé\.$/);
  expect(noteIn("signed")).toMatch(/Une personne a décidé\.$/);
});

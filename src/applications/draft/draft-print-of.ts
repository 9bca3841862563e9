import type { Temporal } from "temporal-polyfill";
import {
  letterheadOf,
  localMoment,
  type OpenApplication,
  possibleAid,
  printedAttachments,
  printedSections,
} from "#src/life/index.ts";
import type { Config } from "#src/platform/config.ts";
import type { DraftPrint } from "./draft-print.ts";

/** A draft as it is printed at an instant. */
export function draftPrintOf(
  config: Pick<Config, "funder" | "demo">,
  { application, reading, attachments }: OpenApplication,
  at: Temporal.Instant,
): DraftPrint {
  const { recipient: _nobody, ...letterhead } = letterheadOf(config, application, reading.scheme.name, at);
  const titles = new Map(reading.scheme.form.sections.map(({ id, title }) => [id, title]));
  const aid = possibleAid(reading);
  return {
    letterhead,
    applicant: { name: application.organisationName, siren: application.organisationSiren },
    scheme: reading.scheme.name,
    frameworkOf: reading.framework.deliberation.votedOn,
    projectTitle: application.title,
    printedAt: localMoment(at),
    ...(aid === null ? {} : { aid }),
    isUnmet: reading.assessment.eligibility === "not-eligible",
    missing: reading.gaps.map(({ label, section }) => {
      const where = titles.get(section);
      return { what: label, ...(where === undefined ? {} : { where }) };
    }),
    sections: printedSections(reading),
    papers: printedAttachments(reading, attachments).map(({ sha256: _hash, ...paper }) => paper),
  };
}

import { day, sayDay, sayDeliberation } from "#policy/index.ts";
import { type Amendment, courseOf, letterheadOf, signatoryOf } from "#src/life/index.ts";
import { frameworkOf, schemeOf } from "#src/reviews/index.ts";
import type { Agreement } from "./agreement.ts";
import { type AgreementInput, beneficiarySide, funderSide } from "./agreement-of.ts";
import type { AgreementAmendment } from "./letters/amendment.ts";

interface AmendmentSources extends Pick<AgreementInput, "config" | "file" | "award" | "organisation" | "at"> {
  readonly agreement: Pick<Agreement, "number" | "madeAt" | "funderSignedOn" | "signedOn">;
  readonly amendment: Amendment;
  /** What the aid was reckoned on until then, in cents. */
  readonly retained: number;
  readonly owed: string;
}

/** The amendment that lowers the aid of a signed agreement, once another funder took its own back, or lowered it. */
export function amendmentOf(sources: AmendmentSources): AgreementAmendment {
  const { config, file, award, organisation, agreement, amendment, at } = sources;
  const { application } = file;
  const framework = frameworkOf(application);
  const funder = config.funder.words;
  return {
    letterhead: {
      ...letterheadOf(config, application, schemeOf(application).name, at),
      references: [
        { label: "Avenant", value: amendment.number },
        { label: "Dossier", value: application.number ?? "" },
      ],
    },
    number: amendment.number,
    agreement: {
      number: agreement.number,
      signedOn: agreement.funderSignedOn ?? agreement.signedOn ?? award.decidedOn,
    },
    funder: { ...funderSide(config, amendment), calledBelow: funder.the },
    beneficiary: beneficiarySide(organisation),
    visas: [
      "Vu la loi nº 2000-321 du 12 avril 2000, notamment ses articles 9-1 et 10",
      `Vu le cadre d’intervention « ${framework.title} », version adoptée le ${sayDay(day(framework.deliberation.votedOn))}${sayDeliberation(framework.deliberation)}`,
      `Vu la convention nº ${agreement.number}`,
      `Vu la délibération nº ${amendment.deliberation} ${funder.voter.of} du ${sayDay(day(amendment.decidedOn))}`,
    ],
    projectTitle: application.title,
    word: wordOf(sources),
    before: amendment.before,
    after: amendment.aid,
    reason: amendment.reason,
    signatories: {
      funder: signatoryOf(config, funder.executive.capital),
      beneficiary: { role: "La personne habilitée" },
    },
  };
}

function wordOf({ file, amendment, retained: from, owed }: AmendmentSources): AgreementAmendment["word"] {
  const { reference, decidedOn: on, selected, retained: to } = amendment.cause;
  const called = courseOf(file.application).after?.called ?? "l’autre financeur";
  return { called, reference, on, ...(selected && to !== null ? { lowered: { from, to, owed } } : {}) };
}

import type { JSX } from "preact";
import { labelHere, valueAtPath } from "#policy/index.ts";
import { type OpenApplication, sayAnswer } from "#src/life/index.ts";
import { DataTable, Disclosure, PageHeader, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { CorrectionProposal } from "./proposal.ts";
import { ProposalsTable } from "./proposals-table.tsx";
import { proposable } from "./propose.ts";

/** What one may propose to correct in a filed request: its answers by section, then its papers. */
export function ProposalsPage(props: {
  readonly file: OpenApplication;
  readonly proposals: readonly CorrectionProposal[];
}): JSX.Element {
  const { file, proposals } = props;
  const { application, reading } = file;
  const { id } = application;
  const asked = proposable(file);
  return (
    <>
      <PageHeader
        eyebrow={application.number ?? ""}
        title="Proposer une correction"
        lead="Votre demande est déposée : elle ne change plus seule. Dites ce qui est à corriger et pourquoi ; un agent accepte ou refuse, en disant pourquoi. Ce que vous avez déposé est gardé."
      />
      {proposals.length > 0 && (
        <Section title="Vos propositions">
          <ProposalsTable proposals={proposals} isOver={false} hrefOfPaper={null} />
        </Section>
      )}
      <Section
        title="Que faut-il corriger ?"
        intro="Ouvrez la partie de la demande, puis choisissez la réponse ou la pièce."
      >
        {reading.scheme.form.sections.map((section) => (
          <Disclosure key={section.id} summary={section.title}>
            <DataTable
              caption={section.title}
              captionHidden
              rows={asked.filter((one) => one.section === section.id)}
              rowKey={(one) => one.path}
              columns={[
                {
                  key: "question",
                  header: "Question",
                  rowHeader: true,
                  cell: (one) => labelHere(one.question.label, one.situation),
                },
                {
                  key: "answer",
                  header: "Votre réponse",
                  cell: (one) => sayAnswer(one.question, valueAtPath(reading.answers, one.path)),
                },
                {
                  key: "act",
                  header: "",
                  short: "",
                  narrow: true,
                  cell: (one) => (
                    <a href={urls.applicationCorrections.href({ id }, { champ: one.path })}>
                      Corriger
                      <span class="ds-sr-only"> : {labelHere(one.question.label, one.situation)}</span>
                    </a>
                  ),
                },
              ]}
            />
          </Disclosure>
        ))}
        <Disclosure summary="Les pièces">
          <ul>
            {reading.documents.map((one) => (
              <li key={one.key}>
                <a href={urls.applicationCorrections.href({ id }, { piece: one.key })}>
                  {one.situation === "" ? one.label : `${one.label}, ${one.situation}`}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      </Section>
    </>
  );
}

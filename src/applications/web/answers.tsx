import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { type Difference, labelHere, valueAtPath } from "#policy/index.ts";
import { DataTable, Disclosure, FileList, formatDateTime, plural, SummaryList } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { OpenFile } from "../file.ts";
import { isGivenUp } from "../lifecycle.ts";
import { sayAnswer } from "../say-answer.ts";
import { Budget } from "./budget.tsx";

/** What one revision changed. */
export interface RevisionDifference {
  readonly number: number;
  readonly cause: "submission" | "completion" | "correction";
  readonly madeAt: Temporal.Instant;
  readonly changes: readonly Difference[];
  readonly papers: readonly string[];
}

/** The answers, section by section, folded; then the papers and the budget. */
export function Answers(props: { readonly file: OpenFile }): JSX.Element {
  const { reading, application, attachments } = props.file;
  return (
    <>
      {reading.scheme.form.sections.map((section) => (
        <Disclosure key={section.id} summary={section.title}>
          <SummaryList
            items={reading.questions
              .filter((one) => one.section === section.id)
              .map(({ question, path, situation }) => ({
                label: labelHere(question.label, situation),
                value: sayAnswer(question, valueAtPath(reading.answers, path)),
              }))}
          />
        </Disclosure>
      ))}
      <Disclosure summary={`Les pièces (${attachments.length})`}>
        <FileList
          files={attachments.map((one) => ({
            name: one.name,
            size: one.size,
            note: reading.documents.find((document) => document.key === one.key)?.label,
            ...(one.scan === "clean" || one.scan === "not-configured"
              ? { href: urls.applicationAttachment.href({ id: application.id, attachment: one.id }) }
              : {}),
          }))}
        />
      </Disclosure>
      <Disclosure summary="Le budget">
        <Budget reading={reading} id="budget" stage={isGivenUp(application.state) ? "given-up" : "filed"} />
      </Disclosure>
    </>
  );
}

const causes = {
  submission: "Dépôt",
  completion: "Vos compléments",
  correction: "Correction par le service",
} as const;

/** What changed from one version to the next. */
export function Differences(props: { readonly differences: readonly RevisionDifference[] }): JSX.Element | null {
  if (props.differences.length === 0) return null;
  return (
    <>
      {props.differences.map((one) => (
        <Disclosure
          key={one.number}
          summary={`Version ${one.number}, ${formatDateTime(one.madeAt)} : ${causes[one.cause]} (${plural(one.changes.length + one.papers.length, "changement")})`}
        >
          {one.changes.length > 0 && (
            <DataTable
              caption={`Réponses changées dans la version ${one.number}`}
              columns={[
                { key: "label", header: "Question", rowHeader: true, cell: (row) => row.label },
                { key: "before", header: "Avant", cell: (row) => row.before },
                { key: "after", header: "Après", cell: (row) => row.after },
              ]}
              rows={one.changes}
              rowKey={(row) => row.path}
            />
          )}
          {one.papers.length > 0 && (
            <ul>
              {one.papers.map((paper) => (
                <li key={paper}>{paper}</li>
              ))}
            </ul>
          )}
        </Disclosure>
      ))}
    </>
  );
}

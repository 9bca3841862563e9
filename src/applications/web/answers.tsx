import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import type { Difference } from "#policy/index.ts";
import { isGivenUp, type OpenApplication, type RevisionCause } from "#src/life/index.ts";
import { DataTable, Disclosure, FileList, formatDateTime, LinkButton, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Budget } from "./budget.tsx";
import { SectionPicture } from "./pictures.tsx";
import { ToldBlocks } from "./told.tsx";
import { toldBlocks } from "./told-blocks.ts";

/** What one revision changed. */
export interface RevisionDifference {
  readonly number: number;
  readonly cause: RevisionCause;
  readonly madeAt: Temporal.Instant;
  readonly changes: readonly Difference[];
  readonly papers: readonly string[];
}

/** The answers, section by section, folded; then the papers and the budget. */
export function Answers(props: { readonly file: OpenApplication }): JSX.Element {
  const { reading, application } = props.file;
  return (
    <>
      <Told file={props.file} />
      <Disclosure summary="Le budget">
        <Budget reading={reading} id="budget" stage={isGivenUp(application.state) ? "given-up" : "filed"} />
      </Disclosure>
    </>
  );
}

/** All that a draft says, folded, read once more before it is filed; each part leads to where it is changed. */
export function Recap(props: { readonly file: OpenApplication; readonly mayEdit: boolean }): JSX.Element {
  const { id } = props.file.application;
  if (!props.mayEdit) return <Told file={props.file} />;
  return (
    <Told
      file={props.file}
      placeOfSection={(section) => urls.applicationSection.href({ id, section })}
      placeOfPapers={urls.applicationAttachments.href({ id })}
    />
  );
}

function Told(props: {
  readonly file: OpenApplication;
  readonly placeOfSection?: (section: string) => string;
  readonly placeOfPapers?: string;
}): JSX.Element {
  const { reading, application, attachments } = props.file;
  return (
    <>
      {reading.scheme.form.sections.map((section) => (
        <Disclosure key={section.id} summary={section.title}>
          <ToldBlocks title={section.title} blocks={toldBlocks(reading, section.id)} />
          <SectionPicture reading={reading} section={section} />
          <Modify href={props.placeOfSection?.(section.id)} context={section.title} />
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
        <Modify href={props.placeOfPapers} context="Les pièces" />
      </Disclosure>
    </>
  );
}

function Modify(props: { readonly href: string | undefined; readonly context: string }): JSX.Element | null {
  if (props.href === undefined) return null;
  return (
    <p>
      <LinkButton href={props.href} variant="tertiary" size="sm" context={props.context}>
        Modifier
      </LinkButton>
    </p>
  );
}

const causes = {
  submission: "Dépôt",
  completion: "Vos compléments",
  correction: "Correction par le service",
  track: "Réponse de l’autre financeur",
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

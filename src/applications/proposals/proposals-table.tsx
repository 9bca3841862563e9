import type { JSX } from "preact";
import { DataTable, dayInParis, formatDay, StateTag } from "#src/ui/index.ts";
import type { CorrectionProposal } from "./proposal.ts";

/** Corrections proposed, before and after, with the answer: what both sides see. */
export function ProposalsTable(props: {
  readonly proposals: readonly CorrectionProposal[];
  /** The vote is past: what was not answered is answered no more. */
  readonly isOver: boolean;
  /** Where a proposed paper opens for who reads; null where it does not. */
  readonly hrefOfPaper: ((attachment: string) => string) | null;
}): JSX.Element {
  return (
    <DataTable
      caption="Corrections proposées"
      captionHidden
      rows={props.proposals}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "what",
          header: "Quoi",
          rowHeader: true,
          cell: (one) => (
            <>
              {one.label}
              <div class="es-hint">
                {one.by ?? "compte supprimé"}, {formatDay(dayInParis(one.proposedAt))}, version {one.revision}
              </div>
            </>
          ),
        },
        { key: "before", header: "Avant", cell: (one) => one.before || "rien" },
        {
          key: "after",
          header: "Proposé",
          cell: (one) =>
            one.attachmentId === null || props.hrefOfPaper === null ? (
              one.after
            ) : (
              <a href={props.hrefOfPaper(one.attachmentId)}>{one.after}</a>
            ),
        },
        { key: "why", header: "Pourquoi", cell: (one) => one.reason },
        { key: "answer", header: "Réponse", cell: (one) => <Answer proposal={one} isOver={props.isOver} /> },
      ]}
    />
  );
}

function Answer(props: { readonly proposal: CorrectionProposal; readonly isOver: boolean }): JSX.Element {
  const { accepted, answer } = props.proposal;
  if (accepted === null) {
    return props.isOver ? (
      <StateTag quiet tone="neutral" icon="minus" label="Sans réponse avant la décision" />
    ) : (
      <StateTag quiet tone="honey" icon="clock" label="Attend une réponse" />
    );
  }
  return (
    <>
      <StateTag
        quiet
        tone={accepted ? "success" : "danger"}
        icon={accepted ? "check" : "cross"}
        label={accepted ? "Acceptée" : "Refusée"}
      />
      {answer !== "" && <p class="es-hint">{answer}</p>}
    </>
  );
}

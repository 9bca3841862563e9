import type { JSX } from "preact";
import { type CorrectionProposal, proposalsOf } from "#src/applications/index.ts";
import { ProposalsTable } from "#src/applications/web/index.ts";
import { andThen } from "#src/platform/database/read.ts";
import { Button, ButtonBar, Card, LongTextField, Notice, plural, SummaryList } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { ReviewedPartLoader } from "../file/file-loading.tsx";
import { ActFields, errorOf, idIn, may, type ReviewedPart, type ReviewedView, typedIn } from "../file/file-view.tsx";
import { reviewRights } from "../may.ts";
import { KNOWINGLY } from "./correct.ts";

/** What the applicant proposes to correct, in the page of the file: those that wait among its acts, all of them told. */
export const proposalsPart: ReviewedPartLoader = (_world, _tx, view) =>
  andThen(proposalsOf(view.file.application.id), (proposals) => partOf(view, proposals));

function partOf(view: ReviewedView, proposals: readonly CorrectionProposal[]): ReviewedPart {
  const { application } = view.file;
  if (proposals.length === 0) return { sections: [], actions: [] };
  const waiting = proposals.filter((one) => one.answeredAt === null);
  const isOpen = reviewRights["answer-proposal"].states?.includes(application.state) === true;
  const href = (attachment: string) => urls.reviewAttachment.href({ id: application.id, attachment });
  return {
    sections: [
      {
        id: "propositions",
        title: "Corrections proposées",
        body: <ProposalsTable proposals={proposals} isOver={!isOpen} hrefOfPaper={href} />,
      },
    ],
    actions:
      waiting.length > 0 && may(view, "answer-proposal")
        ? [<Waiting key="propositions" view={view} waiting={waiting} hrefOfPaper={href} />]
        : [],
  };
}

function Waiting(props: {
  readonly view: ReviewedView;
  readonly waiting: readonly CorrectionProposal[];
  readonly hrefOfPaper: (attachment: string) => string;
}): JSX.Element {
  const { view, waiting } = props;
  const mayAccept = may(view, "correct");
  return (
    <>
      <Notice
        tone="warning"
        headingLevel={3}
        title={`Le demandeur propose ${plural(waiting.length, "correction", "corrections")}`}
      >
        {!mayAccept && (
          <p>L’avis est rendu : pour accepter, renvoyez-le d’abord à l’instruction. Un refus se donne à tout moment.</p>
        )}
      </Notice>
      {waiting.map((proposal) => (
        <ReplyForm key={proposal.id} {...props} proposal={proposal} mayAccept={mayAccept} />
      ))}
    </>
  );
}

/** Name of the form that answers a proposal. */
export function replyForm(proposal: string): string {
  return `proposition-${proposal}`;
}

function ReplyForm(props: {
  readonly view: ReviewedView;
  readonly proposal: CorrectionProposal;
  readonly hrefOfPaper: (attachment: string) => string;
  readonly mayAccept: boolean;
}): JSX.Element {
  const { view, proposal } = props;
  const { id } = view.file.application;
  const form = replyForm(proposal.id);
  const typed = view.typed?.form === form ? view.typed : null;
  const reopened = (typed?.refusals ?? []).filter(({ path }) => path === KNOWINGLY);
  return (
    <Card level={4} title={proposal.label} variant="tinted" id={form}>
      <SummaryList
        compact
        items={[
          { label: "Avant", value: proposal.before || "rien" },
          {
            label: "Proposé",
            value:
              proposal.attachmentId === null ? (
                proposal.after
              ) : (
                <a href={props.hrefOfPaper(proposal.attachmentId)}>{proposal.after}</a>
              ),
          },
          { label: "Pourquoi", value: proposal.reason },
        ]}
      />
      <form class="es-form" method="post" action={urls.reviewProposal.href({ id, proposal: proposal.id })}>
        <ActFields view={view} />
        <LongTextField
          name="motif"
          id={idIn(form, "motif")}
          label="Votre mot au demandeur"
          hint="Demandé si vous refusez."
          rows={2}
          required={false}
          value={typedIn(view, form, "motif")}
          error={errorOf(view, form, "motif")}
        />
        {reopened.length > 0 && (
          <Notice tone="warning" title="Ce que cette correction rouvre">
            <ul>
              {reopened.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
            <div class="es-option">
              <input class="ds-input" type="checkbox" id={idIn(form, KNOWINGLY)} name={KNOWINGLY} value="vues" />
              <label for={idIn(form, KNOWINGLY)}>J’ai lu cette liste : je reprendrai ces points.</label>
            </div>
          </Notice>
        )}
        <ButtonBar>
          {props.mayAccept && (
            <Button name="reponse" value="accepter" icon="check" size="sm" context={`: ${proposal.label}`}>
              Accepter
            </Button>
          )}
          <Button name="reponse" value="refuser" variant="secondary" size="sm" context={`: ${proposal.label}`}>
            Refuser
          </Button>
        </ButtonBar>
      </form>
    </Card>
  );
}

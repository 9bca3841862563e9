import type { JSX } from "preact";
import { LinkButton } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { takesProposals } from "../proposals/proposal.ts";
import { ProposalsTable } from "../proposals/proposals-table.tsx";
import type { ApplicationPageProps } from "./application-props.tsx";

/** What was proposed to be corrected, with its answer, and the way to propose more while it is time. */
export function Corrections(props: ApplicationPageProps): JSX.Element | null {
  const { proposals, may, file } = props;
  if (proposals.length === 0 && !may.propose) return null;
  const { id, state } = file.application;
  return (
    <div id="corrections" tabIndex={-1}>
      {proposals.length > 0 && (
        <>
          <h3>Vos corrections proposées</h3>
          <ProposalsTable proposals={proposals} isOver={!takesProposals(state)} hrefOfPaper={null} />
        </>
      )}
      {may.propose && (
        <p>
          <LinkButton variant="secondary" size="sm" icon="pen" href={urls.applicationCorrections.href({ id })}>
            Proposer une correction
          </LinkButton>
        </p>
      )}
    </div>
  );
}

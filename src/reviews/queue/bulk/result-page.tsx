import type { JSX } from "preact";
import { Button, DataTable, formatDateTime, LinkButton, PageHeader, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { stateLook } from "../../web/words.ts";
import type { BulkAct } from "../part.ts";
import { writeChosen } from "./chosen.ts";
import type { BulkResult, LeftOut } from "./perform.ts";

/** When others acted last on a file that was left, by the file's id: an ISO instant. */
export type LastActs = ReadonlyMap<string, { readonly at: string; readonly by: string | null }>;

/** What an act on several files did and did not: each file, why, and the way to it. */
export function ResultPage(props: {
  readonly act: BulkAct;
  readonly result: BulkResult;
  readonly lastActs: LastActs;
  /** Who the files were to be given to, as the form said. */
  readonly agent: string;
  readonly back: string;
  readonly formKey: string;
}): JSX.Element {
  const { act, result, back, lastActs } = props;
  const taken =
    act.key === "affecter" ? result.left.filter(({ outcome, seen }) => outcome.kind === "stale" && seen !== null) : [];
  return (
    <>
      <PageHeader
        title={titleOf(result)}
        lead={sayDone(act, result)}
        actions={
          <LinkButton variant="secondary" href={back}>
            Revenir à la liste
          </LinkButton>
        }
      />
      <form method="post" action={urls.queueActions.href()}>
        <input type="hidden" name="action" value={act.key} />
        <input type="hidden" name="agent" value={props.agent} />
        <input type="hidden" name="retour" value={back} />
        <input type="hidden" name="cle" value={props.formKey} />
        {taken.map(({ application }) =>
          application === null ? null : (
            <input key={application.id} type="hidden" name="dossier" value={writeChosen(application)} />
          ),
        )}
        <DataTable
          caption="Dossiers laissés tels quels"
          rows={result.left}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "number",
              header: "Dossier",
              rowHeader: true,
              cell: ({ id, application }) =>
                application === null ? (
                  "Dossier introuvable"
                ) : (
                  <a href={urls.review.href({ id })}>{application.number ?? "Dossier"}</a>
                ),
            },
            {
              key: "organisation",
              header: "Organisme",
              cell: ({ application }) => application?.organisationName ?? "",
            },
            { key: "why", header: "Pourquoi", cell: (one) => <span>{whyLeft(one, lastActs)}</span> },
          ]}
        />
        {taken.length > 0 && (
          <Button variant="secondary" icon="user">
            {taken.length === 1 ? "L’affecter quand même" : `Affecter quand même ces ${taken.length} dossiers`}
          </Button>
        )}
      </form>
    </>
  );
}

export function titleOf({ left }: BulkResult): string {
  return `${plural(left.length, "dossier")} ${left.length < 2 ? "laissé tel quel" : "laissés tels quels"}`;
}

/** « 2 dossiers affectés : AC-2026-00031, AC-2026-00035. » */
export function sayDone(act: BulkAct, { done }: BulkResult): string {
  const [one, many] = act.done;
  if (done.length === 0) return `Aucun dossier ${one}.`;
  const numbers = done.slice(0, 12).map(({ number }) => number);
  const more = done.length > numbers.length ? "…" : "";
  return `${plural(done.length, "dossier")} ${done.length < 2 ? one : many} : ${numbers.join(", ")}${more}.`;
}

/** Why one file was left, in a sentence. */
export function whyLeft({ outcome, assignee, seen }: LeftOut, lastActs: LastActs): string {
  switch (outcome.kind) {
    case "absent":
      return "Il n’existe plus, ou ne vous est pas ouvert.";
    case "forbidden":
      return "Votre rôle ne le permet pas.";
    case "stale": {
      const { label } = stateLook(outcome.application.state);
      if (seen === null) return `Il est dans l’état « ${label} », qui ne le permet pas.`;
      const last = lastActs.get(outcome.application.id);
      const who = last?.by ?? outcome.lastActor ?? "Quelqu’un";
      const when = last === undefined ? "" : `, le ${formatDateTime(last.at)}`;
      const whose = assignee === null ? "affecté à personne" : `affecté à ${assignee}`;
      return `${who} a agi sur ce dossier depuis que vous avez lu la liste${when}. Il est maintenant « ${label} », ${whose}.`;
    }
    case "refused":
      return outcome.refusals.map((refusal) => refusal.message).join(" ");
  }
}

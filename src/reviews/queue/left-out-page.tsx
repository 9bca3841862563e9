import type { JSX } from "preact";
import { DataTable, LinkButton, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { stateLook } from "../web/words.ts";
import type { LeftOut } from "./batch.ts";

/** What an act over several files left as it was: each file, why, and the way to it. */
export function LeftOutPage(props: {
  readonly title: string;
  readonly done: string;
  readonly left: readonly LeftOut[];
  readonly back: string;
}): JSX.Element {
  return (
    <>
      <PageHeader
        title={props.title}
        lead={props.done}
        actions={<LinkButton href={props.back}>Revenir à la liste</LinkButton>}
      />
      <DataTable
        caption="Dossiers laissés tels quels"
        rows={props.left}
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
          { key: "organisation", header: "Organisme", cell: ({ application }) => application?.organisationName ?? "" },
          { key: "why", header: "Pourquoi", cell: (one) => <span>{whyLeft(one)}</span> },
        ]}
      />
    </>
  );
}

/** Why one file was left, in a sentence. */
export function whyLeft({ outcome }: LeftOut): string {
  switch (outcome.kind) {
    case "absent":
      return "Il n’existe plus, ou ne vous est pas ouvert.";
    case "forbidden":
      return "Votre rôle ne le permet pas.";
    case "stale":
      return `Il est dans l’état « ${stateLook(outcome.application.state).label} », qui ne le permet pas.`;
    case "refused":
      return outcome.refusals.map((refusal) => refusal.message).join(" ");
  }
}

import { sql } from "kysely";
import type { JSX } from "preact";
import { findApplication } from "#src/life/index.ts";
import { hasAgentRole, readerOf } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { type Content, Money, StateTag } from "#src/ui/index.ts";
import { validateOpinion } from "../../opinions/validate-opinion.ts";
import type { BulkAct } from "../part.ts";
import type { QueueRow } from "../queue-store.ts";

/** Opinions are validated with their motivation before the eyes, at the version that the page showed. */
export const validating: BulkAct = {
  key: "valider",
  label: "Valider les avis",
  icon: "shield",
  may: (visitor) => hasAgentRole(visitor, "supervisor"),
  done: ["a son avis validé", "ont leur avis validé"],
  question: {
    title: "Valider ces avis",
    lead: "Lisez chaque motivation. Un avis que vous décochez reste à valider ; il se renvoie depuis son dossier.",
    submit: "Valider les avis cochés",
    details: opinionsOf,
  },
  act: async (world, visitor, request) => {
    const application = await inTransaction(world.db, readerOf(visitor), (tx) => findApplication(tx, request.id));
    const favourable = application?.state === "proposed-favourable";
    return validateOpinion(world, visitor, request, { valid: true, favourable, reason: "" });
  },
};

interface LastOpinion {
  readonly id: string;
  readonly favourable: boolean;
  readonly aid: number | null;
  readonly grounds: readonly string[];
  readonly body: string;
  readonly reason: string;
  readonly by: string | null;
}

/** The last opinion on each of these files, as a supervisor reads it before validating. */
async function opinionsOf(tx: Tx, rows: readonly QueueRow[]): Promise<ReadonlyMap<string, Content>> {
  const ids = rows.map(({ id }) => id);
  const { rows: opinions } = await sql<LastOpinion>`
    SELECT DISTINCT ON (o.application_id) o.application_id AS id, o.favourable, o.proposed_aid AS aid, o.grounds, o.body,
      o.reason, p.name AS by
    FROM opinion o LEFT JOIN person p ON p.id = o.given_by
    WHERE o.application_id = ANY (${ids}::uuid[]) ORDER BY o.application_id, o.given_at DESC`.execute(tx);
  return new Map(opinions.map((opinion) => [opinion.id, <OpinionRead key={opinion.id} opinion={opinion} />]));
}

function OpinionRead(props: { readonly opinion: LastOpinion }): JSX.Element {
  const { favourable, aid, grounds, body, reason, by } = props.opinion;
  return (
    <div class="es-opinion-read">
      <p>
        {favourable ? (
          <StateTag tone="success" icon="check" label="Favorable" />
        ) : (
          <StateTag tone="danger" icon="cross" label="Défavorable" />
        )}{" "}
        {aid !== null && (
          <strong>
            <Money cents={aid} />
          </strong>
        )}
        {by !== null && <small>{` par ${by}`}</small>}
      </p>
      {grounds.length > 0 && <p>Motifs : {grounds.map((ground) => ground.split("@")[0]).join(", ")}</p>}
      {reason !== "" && <p>Aide inférieure à ce que permettent les règles : {reason}</p>}
      <p class="es-lines">{body}</p>
    </div>
  );
}

import { sql } from "kysely";
import { frameworkByVersion } from "#policy/index.ts";
import { routeOf, runningEnd } from "#src/life/index.ts";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { communeByCode } from "#src/territory/index.ts";
import { keptCosts } from "../../costs/kept-costs.ts";
import { stateLook, verdictWords } from "../../web/words.ts";
import { labelsOf } from "../labels/labels.ts";
import { aidOf, type QueueRow } from "../queue-store.ts";
import { codeOf, dayOf, moneyOf, type SheetCell, type SheetColumn, textOf } from "./sheet.ts";

/** What the review itself exports of a file, in the order of the sheet; later slices add theirs. */
export const ownSheet: readonly SheetColumn[] = [
  { key: "numero", header: "Numéro", cell: (row) => textOf(row.number) },
  { key: "organisme", header: "Organisme", cell: (row) => textOf(row.organisation) },
  { key: "siren", header: "SIREN", cell: (row) => codeOf(row.siren) },
  { key: "siret", header: "SIRET", cells: siretsOf },
  { key: "projet", header: "Projet", cell: (row) => textOf(row.title) },
  {
    key: "dispositif",
    header: "Dispositif",
    cell: (row) => textOf(frameworkByVersion(row.framework)?.scheme(row.scheme)?.name ?? row.scheme),
  },
  { key: "appel", header: "Appel", cells: callsOf },
  { key: "voie", header: "Voie", cell: (row) => textOf(routeOf(row)?.word ?? "") },
  {
    key: "commune",
    header: "Commune",
    cell: (row) => textOf(row.commune === null ? null : (communeByCode(row.commune)?.name ?? null)),
  },
  { key: "insee", header: "Code INSEE", cell: (row) => codeOf(row.commune) },
  { key: "etat", header: "État", cell: (row) => textOf(stateLook(row.state).label) },
  {
    key: "depot",
    header: "Déposé le",
    cell: (row) => dayOf(row.submittedAt.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate().toString()),
  },
  // Empty while the clock is stopped, and where no decision is awaited.
  {
    key: "echeance",
    header: "Échéance",
    cell: (row, { today }) => dayOf(row.implicitRefusalOn === null ? null : runningEnd(row, today)),
  },
  { key: "suspendu-depuis", header: "Suspendu depuis le", cell: (row) => dayOf(row.suspendedOn) },
  { key: "suspendu-jusqu-au", header: "Suspendu jusqu’au", cell: (row) => dayOf(row.suspendedUntil) },
  { key: "verification", header: "Vérification automatique", cell: (row) => textOf(verdictOf(row)) },
  {
    key: "couts-retenus",
    header: "Coûts retenus (€)",
    cells: async (tx, rows, { me }) => {
      const kept = await keptCosts(tx, rows, me);
      return new Map(rows.map((row) => [row.id, moneyOf(kept.get(row.id) ?? row.eligibleCosts)]));
    },
  },
  { key: "aide", header: "Aide (€)", cell: (row) => moneyOf(aidOf(row)) },
  { key: "aide-demandee", header: "Aide demandée (€)", cell: (row) => moneyOf(row.requestedAid) },
  { key: "aide-proposee", header: "Aide proposée (€)", cell: (row) => moneyOf(row.proposedAid) },
  { key: "aide-votee", header: "Aide votée, avenants compris (€)", cell: (row) => moneyOf(row.decidedAid) },
  { key: "agent", header: "Agent", cell: (row) => textOf(row.assignee) },
  {
    key: "etiquettes",
    header: "Étiquettes",
    cells: async (tx, rows) => {
      const labels = await labelsOf(tx, idsOf(rows));
      return new Map([...labels].map(([id, put]) => [id, textOf(put.map(({ name }) => name).join(", "))]));
    },
  },
  { key: "siret-financeur", header: "SIRET du financeur", cell: (_row, { funder }) => codeOf(funder.siret) },
  { key: "programme", header: "Programme", cell: (_row, { funder }) => codeOf(funder.finance.programme) },
  { key: "chapitre", header: "Chapitre", cell: (_row, { funder }) => codeOf(funder.finance.chapter) },
  { key: "fonction", header: "Fonction", cell: (_row, { funder }) => codeOf(funder.finance.function) },
  { key: "nature", header: "Nature", cell: (_row, { funder }) => codeOf(funder.finance.account) },
];

function idsOf(rows: readonly QueueRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}

function verdictOf(row: QueueRow): string {
  return Object.entries(verdictWords).find(([status]) => status === row.eligibility)?.[1] ?? "";
}

/** The head office of who asks, as the register of companies tells it. */
async function siretsOf(tx: Tx, rows: readonly QueueRow[]): Promise<ReadonlyMap<string, SheetCell>> {
  const { rows: found } = await sql<{ organisation: string; siret: string }>`
    SELECT DISTINCT ON (organisation_id) organisation_id AS organisation, siret FROM establishment
    WHERE organisation_id = ANY (${rows.map(({ organisationId }) => organisationId)}::uuid[])
    ORDER BY organisation_id, is_head DESC, siret`.execute(tx);
  const sirets = new Map(found.map(({ organisation, siret }) => [organisation, siret]));
  return new Map(rows.map((row) => [row.id, codeOf(sirets.get(row.organisationId) ?? null)]));
}

async function callsOf(tx: Tx, rows: readonly QueueRow[]): Promise<ReadonlyMap<string, SheetCell>> {
  const ids = [...new Set(rows.flatMap(({ callId }) => callId ?? []))];
  if (ids.length === 0) return new Map();
  const calls = await tx.selectFrom("call").select(["id", "title"]).where("id", "in", ids).execute();
  const titles = new Map(calls.map(({ id, title }) => [id, title]));
  return new Map(rows.map((row) => [row.id, textOf(row.callId === null ? null : (titles.get(row.callId) ?? null))]));
}

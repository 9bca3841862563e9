import type { Tx } from "#src/platform/database/database.ts";
import { columnsFrom, dayOf, textOf } from "#src/reviews/index.ts";
import type { QueueColumn, QueuePart } from "#src/reviews/web/index.ts";
import { Day } from "#src/ui/index.ts";

interface Agreed {
  readonly number: string;
  readonly signedOn: string | null;
  readonly funderSignedOn: string | null;
}

async function agreementsOf(tx: Tx, files: readonly { readonly id: string }[]): Promise<ReadonlyMap<string, Agreed>> {
  if (files.length === 0) return new Map();
  const rows = await tx
    .selectFrom("agreement")
    .select(["application_id", "number", "signed_on", "funder_signed_on"])
    .where(
      "application_id",
      "in",
      files.map(({ id }) => id),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.application_id,
      { number: row.number, signedOn: row.signed_on, funderSignedOn: row.funder_signed_on },
    ]),
  );
}

const agreement: QueueColumn = {
  key: "convention",
  label: "Convention",
  cells: async (tx, rows) =>
    new Map(
      [...(await agreementsOf(tx, rows))].map(([id, { number, funderSignedOn }]) => [
        id,
        <span key={id}>
          {number}
          <small>{funderSignedOn === null ? "à signer" : <Day day={funderSignedOn} />}</small>
        </span>,
      ]),
    ),
};

const ofAgreements = columnsFrom(agreementsOf);

/** What the agreement brings to the officers' list. */
export const agreementQueue: QueuePart = {
  columns: [agreement],
  sheet: [
    ofAgreements("convention", "Convention", ({ number }) => textOf(number)),
    ofAgreements("signee-beneficiaire", "Signée par le bénéficiaire le", ({ signedOn }) => dayOf(signedOn)),
    ofAgreements("signee-region", "Signée par le financeur le", ({ funderSignedOn }) => dayOf(funderSignedOn)),
  ],
};

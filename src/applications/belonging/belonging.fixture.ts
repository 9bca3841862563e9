import { urls } from "#src/urls.ts";
import type { TestWorld } from "#test/support/world.ts";
import { makeOrganisation, pdfBytes, type TestOrganisation } from "../applying.fixture.ts";
import { addKnownDomain } from "./store.ts";

/** An organisation that a person has just added: nothing shows that they are of it. */
export type ClaimedOrganisation = TestOrganisation & { readonly siren: string };

export async function makeClaimed(w: TestWorld, n: number): Promise<ClaimedOrganisation> {
  const organisation = await makeOrganisation(w, n);
  return w.inTx(async (tx) => {
    await tx.deleteFrom("belonging_proof").where("organisation_id", "=", organisation.id).execute();
    const of = tx.selectFrom("organisation").select("siren").where("id", "=", organisation.id);
    return { ...organisation, ...(await of.executeTakeFirstOrThrow()) };
  });
}

export function knowDomain(w: TestWorld, { siren }: ClaimedOrganisation, domain: string): Promise<void> {
  return w.inTx((tx) => addKnownDomain(tx, { siren, domain, source: "essai", by: null }, w.clock.now()));
}

/** Sends a paper by the page's own form; no `kind` leaves it unsaid. */
export async function sendPaper(
  w: TestWorld,
  organisation: ClaimedOrganisation,
  person: string,
  bytes: Buffer = pdfBytes("mandat"),
  kind = "mandate",
): Promise<Response> {
  const form = new FormData();
  if (kind !== "") form.append("nature", kind);
  form.append("fichier", new File([new Uint8Array(bytes)], "mandat.pdf"));
  const action = new URL(urls.organisationProofPaper.href({ id: organisation.id }), w.world.origin).href;
  const headers = { origin: w.world.origin, cookie: await w.signIn(person) };
  return w.app.request(action, { method: "POST", body: form, headers });
}

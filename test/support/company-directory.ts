import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** How the next request is answered: a body, a status, or silence. */
export type DirectoryAnswer = { readonly body: unknown } | { readonly status: number } | "silence";

/** A stand-in for the public directory of companies, on a port of its own, that answers as told. */
export interface FakeDirectory {
  readonly url: string;
  /** Paths asked, in order. */
  readonly asked: string[];
  answer: DirectoryAnswer;
  stop(): Promise<void>;
}

export async function startFakeDirectory(answer: DirectoryAnswer): Promise<FakeDirectory> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const now = directory.answer;
    if (now === "silence") return;
    const status = "status" in now ? now.status : 200;
    response.writeHead(status, { "content-type": "application/json" });
    response.end("body" in now ? JSON.stringify(now.body) : "{}");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const directory: FakeDirectory = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return directory;
}

/** An answer in the directory's own shape, with more fields than the service reads. */
export function directoryAnswer(company: {
  readonly siren: string;
  readonly name: string;
  readonly establishments: readonly { readonly siret: string; readonly commune: string; readonly postcode: string }[];
}): { readonly body: unknown } {
  const [head, ...others] = company.establishments.map((one) => ({
    siret: one.siret,
    adresse: `1 RUE DES ESSAIS ${one.postcode}`,
    code_postal: one.postcode,
    commune: one.commune,
    etat_administratif: "A",
    liste_enseignes: null,
    latitude: "49.18",
    liste_id_organisme_formation: ["28140123414"],
  }));
  const result = {
    siren: company.siren,
    nom_complet: `${company.name} (ESSAI)`,
    nom_raison_sociale: company.name,
    nature_juridique: "9220",
    activite_principale: "85.59A",
    date_creation: "2011-05-04",
    tranche_effectif_salarie: "03",
    etat_administratif: "A",
    dirigeants: [],
    siege: head,
    matching_etablissements: others,
    complements: { est_qualiopi: true, est_organisme_formation: true },
  };
  return { body: { results: [result], total_results: 1, page: 1, per_page: 1, total_pages: 1 } };
}

import { Readable } from "node:stream";
import type { DemoRequests } from "#policy/demonstration/index.ts";
import { frameworkOn, type OpenScheme } from "#policy/index.ts";
import { givePaper } from "#src/applications/belonging/acts.ts";
import { createDraft, policyDay } from "#src/life/index.ts";
import { addMember, createOrganisation, createPerson } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { daysAgo, loadVisitor, worldAt } from "./cast.ts";
import { joinPapers } from "./filing.ts";
import { demoOrganisation } from "./organisation.ts";
import { demoPaper } from "./paper.ts";

const NUMBER = 300;

/** The first of an organisation that the service did not know: a request ready to go, which waits for her mandate to be read. */
export async function playNewcomer(world: World, scheme: OpenScheme, requests: DemoRequests): Promise<void> {
  const at = daysAgo(world, 1, 2);
  const then = worldAt(world, at);
  const of = demoOrganisation(NUMBER);
  const name = "Atelier tout neuf (fictif)";
  const [organisation, person] = await inTransaction(world.db, "system", async (tx) => {
    const id = await createOrganisation(tx, {
      kind: "training-body",
      siren: of.siren,
      name,
      source: "declared",
      headcount: of.headcount,
      establishments: [{ siret: of.siret, commune: of.commune, isHead: true }],
    });
    const owner = await createPerson(tx, {
      name: "Nora Nouvelle (personne fictive)",
      email: "nora.nouvelle@atelier.example",
    });
    await addMember(tx, id, owner, "owner");
    return [id, owner] as const;
  });
  const owner = await loadVisitor(world, person);
  const raw = requests.plannedAfter(requests.answers(NUMBER, { ...of, name }), legalDay(at));
  const framework = frameworkOn(policyDay(at)).version;
  const draft = { scheme: scheme.slug, framework, organisationId: organisation, raw };
  const id = await inTransaction(world.db, { person }, (tx) => createDraft(tx, draft, person, at));
  await joinPapers(then, owner, id, name);
  const bytes = Readable.from([demoPaper("Mandat de la présidente", [name])]);
  const received = await receiveFile(world, bytes, "mandat.pdf", ["application/pdf"]);
  if (!received.ok) throw new Error(received.message);
  await givePaper(then, owner, { id: organisation, name, siren: of.siren }, "mandate", received);
}

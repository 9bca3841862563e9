import { Readable } from "node:stream";
import type { Temporal } from "temporal-polyfill";
import { parseDay } from "#policy/index.ts";
import { makeAgreement, sendSignedCopy, signForFunder } from "#src/agreements/acts.ts";
import { decide, notify } from "#src/awards/decide.ts";
import { keepDeliberation } from "#src/awards/deliberation.ts";
import { courseOf } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import { demoPaper } from "./paper.ts";
import { act, asked } from "./performed.ts";
import { type DemoRequest, type DemoTroupe, later, read } from "./troupe.ts";

/** How far a request that is ready for its vote may be led. */
export type Voted = "awarded" | "notified" | "agreement-to-sign" | "signed";

/** Leads a request to its vote, then on: told, drawn up as an agreement, signed by both. Days pass between the acts. */
export async function leadVoted(stage: DemoTroupe, request: DemoRequest, to: Voted): Promise<void> {
  await decideOn(stage, request, true);
  if (to === "awarded") return;
  await tellDecision(stage, request, true);
  if (to === "notified") return;
  later(stage, 4);
  await act(makeAgreement(stage.world, stage.officer, await asked(stage.world, request.id)));
  if (to === "signed") await sign(stage, request);
}

export async function decideOn(stage: DemoTroupe, request: DemoRequest, favourable: boolean): Promise<void> {
  later(stage, 12);
  const file = await read(stage, request);
  const day = legalDay(stage.clock.now());
  const deliberation = `CP-${day}`;
  await act(
    decide(stage.world, stage.approver, await asked(stage.world, request.id), {
      favourable,
      decidedOn: parseDay(day.toString()),
      deliberation,
      aid: favourable ? file.application.proposedAid : null,
      reason: "",
      grounds: favourable ? [] : (file.opinions[0]?.grounds ?? []),
    }),
  );
  if (courseOf(file.application).road === "committee") await enforce(stage, deliberation, day);
}

/** Votes of calls are told once they are enforceable: transmitted to the State the day after, published two days after. */
async function enforce(stage: DemoTroupe, number: string, votedOn: Temporal.PlainDate): Promise<void> {
  const [transmittedOn, publishedOn] = [1, 2].map((days) => votedOn.add({ days }).toString());
  const one = {
    number,
    votedOn: votedOn.toString(),
    transmittedOn: transmittedOn ?? null,
    publishedOn: publishedOn ?? null,
  };
  await inTransaction(stage.world.db, readerOf(stage.approver), (tx) =>
    keepDeliberation(tx, one, stage.approver.person.id, stage.clock.now().toString()),
  );
}

export async function tellDecision(stage: DemoTroupe, request: DemoRequest, favourable: boolean): Promise<void> {
  later(stage, 3);
  await act(notify(stage.world, stage.officer, await asked(stage.world, request.id), favourable));
}

async function sign(stage: DemoTroupe, request: DemoRequest): Promise<void> {
  later(stage, 8);
  const signedOn = parseDay(legalDay(stage.clock.now()).toString());
  const beneficiary = { signedOn, signatory: "Camille Exemple, présidente" };
  const theirs = await copy(stage, "convention-signee.pdf");
  await act(sendSignedCopy(stage.world, request.applicant, await asked(stage.world, request.id), beneficiary, theirs));
  later(stage, 5);
  const day = parseDay(legalDay(stage.clock.now()).toString());
  const funder = { signedOn: day, signatory: "Sacha Modèle, président" };
  const both = await copy(stage, "convention-signee-par-les-deux-parties.pdf");
  await act(signForFunder(stage.world, stage.officer, await asked(stage.world, request.id), funder, both));
}

async function copy(stage: DemoTroupe, name: string) {
  const bytes = Readable.from([demoPaper("Convention", ["Exemplaire de démonstration, sans valeur."])]);
  const file = await receiveFile(stage.world, bytes, name, ["application/pdf"]);
  if (!file.ok) throw new Error(file.message);
  return file;
}

import type { Temporal } from "temporal-polyfill";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import type { fixedClock } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { loadReviewed, type ReviewedApplication } from "#src/reviews/file/file-store.ts";

/** Who acts for the Region in the demonstration, and the clock that the acts read: it moves as days pass. */
export interface DemoTroupe {
  readonly world: World;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly officer: SignedVisitor;
  readonly supervisor: SignedVisitor;
  readonly approver: SignedVisitor;
  /** No act is later than this. */
  readonly present: Temporal.Instant;
}

/** One filed request and the person who filed it. */
export interface DemoRequest {
  readonly id: string;
  readonly applicant: SignedVisitor;
  /** Varies the words and the cuts: the same number gives the same file. */
  readonly n: number;
}

/** Some days later, at the same hour. */
export function later(stage: DemoTroupe, days: number): void {
  stage.clock.set(
    stage.clock
      .now()
      .add({ hours: 24 * days })
      .toString(),
  );
}

/** The file as the officer reads it now. */
export async function read(stage: DemoTroupe, request: DemoRequest): Promise<ReviewedApplication> {
  const file = await inTransaction(stage.world.db, readerOf(stage.officer), (tx) =>
    loadReviewed(tx, request.id, stage.officer.person.id),
  );
  if (file === null) throw new Error(`no filed request ${request.id}`);
  return file;
}

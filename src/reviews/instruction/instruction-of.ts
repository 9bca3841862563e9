import type { Application } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { loadReviewed, type ReviewedApplication } from "../file/file-store.ts";
import { schemeOf } from "../scheme.ts";
import { filingDay } from "./filing-day.ts";
import { type Instruction, instruct } from "./instruction.ts";

/** The file as the rules and the people before have left it. */
export function instructionOf(file: ReviewedApplication): Instruction {
  const { application, answers, findings, costs, history } = file;
  return instruct({
    scheme: schemeOf(application),
    answers,
    filedOn: filingDay(application),
    findings,
    accepted: costs,
    history,
    retained: application.retainedCosts,
  });
}

/** Reads the file inside an act: it is there, since the act has just locked it. */
export async function loadLocked(
  tx: Tx,
  application: Application,
  visitor: SignedVisitor,
): Promise<ReviewedApplication> {
  const file = await loadReviewed(tx, application.id, visitor.person.id);
  if (file === null) throw new Error(`file ${application.id} cannot be read by who locked it`);
  return file;
}

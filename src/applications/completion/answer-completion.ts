import type { Assessment } from "#policy/index.ts";
import {
  type ActRequest,
  latestRevision,
  markAnswered,
  type Outcome,
  openCompletionRequest,
  type Refusal,
  readForFiling,
  readOpenApplication,
  takeStep,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { fileRevision } from "../filing/filing.ts";
import { paperAsked } from "./completion.ts";
import { consequencesOf, isWorse } from "./consequences.ts";

/** Sends the answers to a request for more: a new revision; the clock starts again (CRPA L114-5). */
export function answerCompletion(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  knowingly: { readonly name: string; readonly isTicked: boolean } | null = null,
): Promise<Outcome> {
  return takeStep(world, visitor, "answer-completion", request, async (tx, application, at) => {
    const open = await openCompletionRequest(tx, application.id);
    if (open === null) return { refusals: [{ message: "Cette demande de compléments est close." }] };
    const { reading, attachments } = await readOpenApplication(tx, application, at);
    const before = await latestRevision(tx, application.id);
    const refusals: Refusal[] = [
      ...[...reading.errors].map(([path, message]) => ({ path, message })),
      ...reading.gaps.map((gap) => ({ path: gap.path, message: `${gap.label} : ${gap.message}` })),
      ...open.items.flatMap((item) => {
        const key = paperAsked(item);
        if (key === null) return [];
        const held = attachments.find((one) => one.key === key && one.scan !== "infected");
        const isNew = held !== undefined && before?.attachments.every((one) => one.id !== held.id) !== false;
        return isNew ? [] : [{ path: `documents.${key}`, message: "Joignez la pièce demandée." }];
      }),
    ];
    const worse = before !== null && isWorse(consequencesOf(before.assessment as Assessment, reading.assessment));
    if (knowingly?.isTicked === false && worse) {
      refusals.push({
        path: `declarations.${knowingly.name}`,
        message: "Dites que vous avez lu ce que vos nouvelles réponses changent.",
      });
    }
    if (refusals.length > 0) return { refusals: unique(refusals) };
    const declarations = before?.declarations ?? [];
    const { reading: known } = await readForFiling(tx, application, at);
    const filed = await fileRevision(tx, application, {
      reading: known,
      attachments,
      declarations,
      cause: "completion",
      by: visitor.person.id,
      at,
    });
    await markAnswered(tx, open.id, at);
    return { columns: filed.columns, details: { ...filed.details, request: open.id } };
  });
}

function unique(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...new Map(refusals.map((one) => [one.path ?? one.message, one])).values()];
}

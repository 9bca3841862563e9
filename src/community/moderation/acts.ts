import { act, type Scene, type SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tellOrganisation } from "../tell.ts";
import {
  canAppeal,
  decisionWords,
  type Ground,
  groundWords,
  type Moderated,
  type Moderation,
  type ModerationDecision,
  moderatedWords,
  type Subject,
} from "./moderation.ts";
import { addAppeal, addModeration, findModeration, lockSubject, saveAnswer } from "./store.ts";
import { applyDecision, findSubject } from "./subjects.ts";

export interface ModerationWord {
  readonly decision: ModerationDecision;
  readonly ground: Ground | null;
  readonly reasons: string;
}

export type DecideOutcome = "done" | "absent" | "too-late";

/** Decides on something that is or asks to be online: applied, written with its grounds, and told with the way to appeal. */
export function decide(
  world: World,
  visitor: SignedVisitor,
  about: Moderated,
  id: string,
  judgement: ModerationWord,
): Promise<DecideOutcome> {
  return act(world, visitor, async (scene) => {
    await lockSubject(scene.tx, about, id);
    const subject = await findSubject(scene.tx, about, id);
    if (subject === null) return "absent";
    if (!subject.possible.includes(judgement.decision)) return "too-late";
    await enact(world, visitor, scene, subject, judgement);
    return "done";
  });
}

async function enact(
  world: World,
  visitor: SignedVisitor,
  scene: Scene,
  subject: Subject,
  judgement: ModerationWord,
): Promise<void> {
  const { tx, at, note } = scene;
  await applyDecision(world, tx, subject, judgement.decision);
  const id = await addModeration(tx, { subject, ...judgement, by: visitor.person.id, at: at.toString() });
  await note({
    chain: `${subject.about}:${subject.id}`,
    act: `${subject.about}-${judgement.decision}`,
    organisation: subject.organisationId,
    details: { ground: judgement.ground, reasons: judgement.reasons },
  });
  await tellOrganisation(
    world,
    scene,
    subject.organisationId,
    mailSubject(subject, judgement),
    mailBody(world, subject, judgement, id),
  );
}

function mailSubject({ about, title }: Subject, { decision }: ModerationWord): string {
  return `Votre ${moderatedWords[about]} est ${agreed(about, decision)} : ${title}`;
}

/** « commentaire retiré », « fiche retirée ». */
export function agreed(about: Moderated, decision: ModerationDecision): string {
  const words = decisionWords[decision];
  return about === "comment" ? words.replace(/^(accepté|refusé|retiré|remis)e/, "$1") : words;
}

function mailBody(world: World, subject: Subject, judgement: ModerationWord, id: string): readonly string[] {
  if (judgement.decision === "accepted" || judgement.decision === "restored") {
    const welcome = subject.about === "actor" && judgement.decision === "accepted";
    const page = welcome ? urls.welcome.href({ id: subject.organisationId }) : subject.href;
    const said = welcome
      ? ["Bienvenue ! Voici trois choses à faire pour commencer :"]
      : ["Tout le monde peut maintenant lire :"];
    return [...said, ...(judgement.reasons === "" ? [] : [judgement.reasons]), world.origin + page];
  }
  return [
    `Motif : ${judgement.ground === null ? "" : groundWords[judgement.ground]}.`,
    judgement.reasons,
    `Si vous n’êtes pas d’accord, une autre personne relira : ${world.origin}${urls.moderation.href({ id })}`,
  ];
}

export type AppealOutcome = "done" | "absent" | "too-late";

export function appeal(
  world: World,
  visitor: SignedVisitor,
  moderationId: string,
  reasons: string,
): Promise<AppealOutcome> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const moderation = await findModeration(tx, moderationId);
    if (moderation === null) return "absent";
    if (!canAppeal(moderation, at)) return "too-late";
    const added = await addAppeal(tx, { moderationId, reasons, by: visitor.person.id, at: at.toString() });
    if (!added) return "too-late";
    await note({
      chain: `${moderation.about}:${moderation.aboutId}`,
      act: "moderation-appealed",
      organisation: moderation.organisationId,
    });
    return "done";
  });
}

/** Answers an appeal: the decision stays, or what it took away comes back. */
export function answerAppeal(
  world: World,
  visitor: SignedVisitor,
  moderation: Moderation,
  answer: { readonly upheld: boolean; readonly text: string },
): Promise<AppealOutcome> {
  return act(world, visitor, async (scene) => {
    const { tx, at, note } = scene;
    await lockSubject(tx, moderation.about, moderation.aboutId);
    const saved = await saveAnswer(tx, {
      moderationId: moderation.id,
      ...answer,
      by: visitor.person.id,
      at: at.toString(),
    });
    if (!saved) return "too-late";
    const chain = `${moderation.about}:${moderation.aboutId}`;
    const fact = answer.upheld ? "appeal-dismissed" : "appeal-upheld";
    await note({ chain, act: fact, organisation: moderation.organisationId, details: { answer: answer.text } });
    const subject = await findSubject(tx, moderation.about, moderation.aboutId);
    if (!answer.upheld && subject?.possible.includes("restored") === true) {
      await enact(world, visitor, scene, subject, { decision: "restored", ground: null, reasons: answer.text });
      return "done";
    }
    await tellOrganisation(world, scene, moderation.organisationId, `Réponse à votre recours : ${moderation.title}`, [
      answer.upheld ? "La décision est maintenue." : "La décision est levée.",
      answer.text,
      `${world.origin}${urls.moderation.href({ id: moderation.id })}`,
    ]);
    return "done";
  });
}

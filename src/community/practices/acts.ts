import { act, type SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tellOrganisation } from "../tell.ts";
import { isWritable, type Practice } from "./practice.ts";
import { addComment, addPractice, findPractice, type PracticeText, savePractice, setPracticeState } from "./store.ts";

const chainOf = (id: string) => `practice:${id}`;

/** Begins a practice; it is its organisation's own until it is proposed. Returns its slug. */
export function writePractice(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  practice: PracticeText,
): Promise<string> {
  return act(world, visitor, async ({ tx, at, note }) => {
    const made = await addPractice(tx, { ...practice, organisationId, author: visitor.person.id, at: at.toString() });
    await note({ chain: chainOf(made.id), act: "practice-written", organisation: organisationId });
    return made.slug;
  });
}

/** False where it waits for its reading, or is online. */
export function rewritePractice(
  world: World,
  visitor: SignedVisitor,
  id: string,
  practice: PracticeText,
): Promise<boolean> {
  return change(world, visitor, id, "practice-rewritten", async (found, { tx, at }) => {
    if (!isWritable(found.state)) return false;
    await savePractice(tx, id, practice, at.toString());
    return true;
  });
}

/** Proposes a practice to the moderators. */
export function submitPractice(world: World, visitor: SignedVisitor, id: string): Promise<boolean> {
  return change(world, visitor, id, "practice-submitted", async (found, { tx, at }) => {
    if (!isWritable(found.state)) return false;
    await setPracticeState(tx, id, "submitted", { submitted_at: at.toString() });
    return true;
  });
}

type Change = Parameters<Parameters<typeof act>[2]>[0];

/** One change of a practice, under its lock; false where `work` refuses it. */
export function change(
  world: World,
  visitor: SignedVisitor,
  id: string,
  fact: string,
  work: (found: Practice, scene: Change) => Promise<boolean>,
): Promise<boolean> {
  return act(world, visitor, async (scene) => {
    await scene.tx.selectFrom("practice").select("id").where("id", "=", id).forUpdate().execute();
    const found = await findPractice(scene.tx, id);
    if (found === null || !(await work(found, scene))) return false;
    await scene.note({ chain: chainOf(id), act: fact, organisation: found.organisationId });
    return true;
  });
}

/** Adds a comment under a practice that is online; its organisation is told. */
export function comment(
  world: World,
  visitor: SignedVisitor,
  practice: Practice,
  said: { readonly organisationId: string; readonly body: string },
): Promise<void> {
  return act(world, visitor, async (scene) => {
    const { tx, at, note } = scene;
    const id = await addComment(tx, { ...said, practiceId: practice.id, author: visitor.person.id, at: at.toString() });
    await note({
      chain: chainOf(practice.id),
      act: "practice-commented",
      organisation: said.organisationId,
      details: { comment: id },
    });
    await tellOrganisation(world, scene, practice.organisationId, `Un commentaire sur « ${practice.title} »`, [
      `${visitor.person.name} a commenté votre pratique.`,
      `${world.origin}${urls.practice.href({ slug: practice.slug })}#commentaires`,
    ]);
  });
}

import { act, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import type { ActorProfile } from "./actor.ts";
import { addActor, findActorOf, saveActor, setActorState } from "./store.ts";

const chainOf = (id: string) => `actor:${id}`;

/** Joins the directory, or changes what it shows. A profile that is not online asks to be welcomed again. */
export function saveProfile(
  world: World,
  visitor: SignedVisitor,
  organisation: { readonly id: string; readonly name: string },
  profile: ActorProfile,
): Promise<"asked" | "saved"> {
  return act(world, visitor, async ({ tx, at, note }) => {
    await tx.selectFrom("organisation").select("id").where("id", "=", organisation.id).forUpdate().execute();
    const before = await findActorOf(tx, organisation.id);
    const on = today(world.clock).toString();
    if (before === null) {
      const id = await addActor(tx, {
        organisationId: organisation.id,
        name: organisation.name,
        profile,
        at: at.toString(),
        on,
      });
      await note({ chain: chainOf(id), act: "actor-asked-to-join", organisation: organisation.id });
      return "asked";
    }
    await saveActor(tx, before.id, profile);
    if (before.state === "published" || before.state === "asked") {
      await note({ chain: chainOf(before.id), act: "actor-profile-changed", organisation: organisation.id });
      return before.state === "asked" ? "asked" : "saved";
    }
    await setActorState(tx, before.id, "asked", { asked_at: at.toString(), confirmed_on: on });
    await note({ chain: chainOf(before.id), act: "actor-asked-to-join", organisation: organisation.id });
    return "asked";
  });
}

/** Says that a profile is still true; one that slept is online again. False where there is none to confirm. */
export function confirmProfile(world: World, visitor: SignedVisitor, organisationId: string): Promise<boolean> {
  return act(world, visitor, async ({ tx, note }) => {
    const actor = await findActorOf(tx, organisationId);
    if (actor === null || (actor.state !== "published" && actor.state !== "asleep")) return false;
    await setActorState(tx, actor.id, "published", { confirmed_on: today(world.clock).toString() });
    await note({ chain: chainOf(actor.id), act: "actor-confirmed", organisation: organisationId });
    return true;
  });
}

export function leaveDirectory(world: World, visitor: SignedVisitor, organisationId: string): Promise<boolean> {
  return act(world, visitor, async ({ tx, note }) => {
    const actor = await findActorOf(tx, organisationId);
    if (actor === null || actor.state === "left") return false;
    await setActorState(tx, actor.id, "left");
    await note({ chain: chainOf(actor.id), act: "actor-left", organisation: organisationId });
    return true;
  });
}

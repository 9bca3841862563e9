import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { readAccountEmail } from "../account/account-email.ts";
import { mayOnOrganisation } from "../may.ts";
import { withinLimit } from "../signing-in/rate-limit.ts";
import { MEMBER_ROLES, type MemberRole, memberRole, type SignedVisitor } from "../visitor.ts";
import type { Env, RequestContext, Routes } from "../web/env.ts";
import { setFlash } from "../web/flash.ts";
import { allowed, idParam, notFound } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import { inviteMember, pendingInvitations, revokeInvitation } from "./invitations.ts";
import { answerJoinRequest, openJoinRequests } from "./join-requests.ts";
import { listMembers, type MembershipRefusal, membershipRefusalWords } from "./members.ts";
import { MembersPage, type MembersPageProps } from "./members-page.tsx";
import { setMemberRole, transferOwnership } from "./membership-acts.ts";
import type { Organisation } from "./organisation.ts";
import { requireOrganisation } from "./organisation-guard.ts";

const INVITATIONS_PER_ORGANISATION = { max: 30, minutes: 15 };

export function membersRoutes(world: World): Routes {
  const routes = new Hono<Env>();

  routes.get(urls.organisationMembers.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "see");
    return answerMembers(c, world, visitor, organisation);
  });

  routes.post(urls.organisationMember.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "manage-members");
    const role = readRole(text(await readForm(c), "role"));
    if (role === null) throw new HTTPException(400);
    const refusal = allowed(await setMemberRole(world, visitor, organisation.id, c.req.param("person"), role));
    return back(c, organisation, refusal, "Le rôle est modifié.");
  });

  routes.post(urls.organisationMemberRemoval.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "manage-members");
    const refusal = allowed(await setMemberRole(world, visitor, organisation.id, c.req.param("person"), null));
    return back(c, organisation, refusal, "La personne ne fait plus partie de l’organisme.");
  });

  routes.post(urls.organisationTransfer.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "transfer");
    const refusal = allowed(
      await transferOwnership(world, visitor, organisation.id, text(await readForm(c), "personne")),
    );
    return back(c, organisation, refusal, "La responsabilité est transmise.");
  });

  routes.post(urls.organisationLeaving.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "leave");
    const refusal = allowed(await setMemberRole(world, visitor, organisation.id, visitor.person.id, null));
    if (refusal !== null) return back(c, organisation, refusal, "");
    setFlash(c, "success", `Vous avez quitté ${organisation.name}.`);
    return c.redirect(urls.organisations.href(), 303);
  });

  routes.post(urls.organisationInvitations.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "invite");
    const fields = await readForm(c);
    const [email, role] = [text(fields, "email"), readRole(text(fields, "role"))];
    const members = await listMembers(world.db, organisation.id);
    const address = readAccountEmail(email);
    const error = invitationError(email, address, role, members);
    if (role === null || address === null || error !== null) {
      const invited = { email, role: text(fields, "role"), error: error ?? "" };
      return answerMembers(c, world, visitor, organisation, { invited }, 422);
    }
    if (!(await withinLimit(world, "invitation", organisation.id, INVITATIONS_PER_ORGANISATION))) {
      throw new HTTPException(429);
    }
    allowed(await inviteMember(world, visitor, organisation, address, role));
    return back(c, organisation, null, `L’invitation est partie à ${address}.`);
  });

  // What was refused is answered at this address, and stays in the bar.
  routes.get(urls.organisationInvitations.pattern, async (c) => {
    const { organisation } = await requireOrganisation(c, world, "see");
    return c.redirect(urls.organisationMembers.href({ id: organisation.id }), 303);
  });

  routes.post(urls.organisationInvitation.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "invite");
    const done = allowed(await revokeInvitation(world, visitor, organisation.id, idParam(c, "invitation")));
    return done ? back(c, organisation, null, "L’invitation est annulée.") : notFound();
  });

  routes.post(urls.organisationJoinRequest.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "answer-join-requests");
    const typed = text(await readForm(c), "role");
    const role = readRole(typed);
    if (role === null && typed !== "refuse") throw new HTTPException(400);
    const done = allowed(await answerJoinRequest(world, visitor, organisation, idParam(c, "request"), role));
    if (!done) notFound();
    return back(c, organisation, null, role === null ? "La demande est refusée." : "La personne est accueillie.");
  });

  return routes;
}

async function answerMembers(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  organisation: Organisation,
  more: Pick<MembersPageProps, "invited"> | Record<never, never> = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const may = (act: Parameters<typeof mayOnOrganisation>[2]) => mayOnOrganisation(visitor, organisation.id, act);
  const props: MembersPageProps = {
    organisation,
    members: await listMembers(world.db, organisation.id),
    invitations: may("invite") ? await pendingInvitations(world.db, organisation.id, world.clock.now()) : [],
    requests: may("answer-join-requests") ? await openJoinRequests(world.db, organisation.id) : [],
    personId: visitor.person.id,
    mayManage: may("manage-members"),
    mayInvite: may("invite"),
    mayLeave: memberRole(visitor, organisation.id) !== null && may("leave"),
    mayTransfer: may("transfer"),
    ...more,
  };
  const options = { title: `Membres de ${organisation.name}`, current: urls.organisations.href(), status };
  return respondPage(c, world, options, <MembersPage {...props} />);
}

/** Back to the members, with what happened or why it did not. */
function back(
  c: RequestContext,
  organisation: Organisation,
  refusal: MembershipRefusal | null,
  done: string,
): Response {
  if (refusal === "not-a-member") notFound();
  if (refusal === null) setFlash(c, "success", done);
  else setFlash(c, "warning", membershipRefusalWords[refusal]);
  return c.redirect(urls.organisationMembers.href({ id: organisation.id }), 303);
}

function invitationError(
  typed: string,
  address: string | null,
  role: MemberRole | null,
  members: readonly { readonly email: string }[],
): string | null {
  if (typed === "") return "Donnez l’adresse de la personne à inviter.";
  if (address === null) return "Cette adresse électronique n’est pas complète.";
  if (members.some((member) => member.email === address.toLowerCase())) return "Cette personne est déjà membre.";
  return role === null ? "Choisissez le rôle de la personne." : null;
}

function readRole(typed: string): MemberRole | null {
  return MEMBER_ROLES.find((role) => role === typed) ?? null;
}

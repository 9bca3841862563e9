import { randomUUID } from "node:crypto";
import { policyDay, schemeOf } from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
import {
  answerSpentInvitation,
  forbidden,
  type RequestContext,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { type Answered, acceptInvitation, answerers, declineInvitation, type Key, openInvitation } from "./answer.ts";
import { InvitationPage } from "./invitation-page.tsx";

const SPENT =
  "Elle a reçu une réponse, elle a été annulée ou renouvelée, son délai est passé, ou le projet est déposé. Demandez-en une autre au chef de file.";

export async function answerInvitation(c: RequestContext, world: World, key: Key, error?: string): Promise<Response> {
  const invitation = await openInvitation(world, key);
  if (invitation === null) return answerSpentInvitation(c, world, SPENT);
  const isSignedIn = c.get("visitor").person !== null;
  const visitor = isSignedIn ? requireSignedIn(c) : null;
  const ids = (visitor?.memberships ?? []).map(({ organisationId }) => organisationId);
  const rows =
    ids.length === 0
      ? []
      : await world.db.selectFrom("organisation").select(["id", "siren"]).where("id", "in", ids).execute();
  const sirens = new Map(rows.map(({ id, siren }) => [id, siren]));
  const organisations = visitor === null ? [] : answerers(visitor, invitation, sirens);
  const address =
    "token" in key
      ? urls.partnerInvitation.href({ token: key.token })
      : urls.partnership.href({ partner: key.partnerId });
  const { scheme } = schemeOf(invitation.application, policyDay(world.clock.now()));
  return respondPage(
    c,
    world,
    { title: `Invitation de ${invitation.application.organisationName}`, status: error === undefined ? 200 : 422 },
    <InvitationPage
      invitation={invitation}
      schemeName={scheme.name}
      isSignedIn={isSignedIn}
      action={"token" in key ? address : urls.partnershipAnswer.href({ partner: key.partnerId })}
      here={address}
      cle={randomUUID()}
      organisations={organisations.map(({ organisationId, organisationName }) => ({
        id: organisationId,
        name: organisationName,
      }))}
      error={error}
    />,
  );
}

export async function receiveAnswer(c: RequestContext, world: World, key: Key): Promise<Response> {
  const visitor = requireSignedIn(c);
  const fields = await readForm(c);
  const isAccepted = text(fields, "reponse") === "accepter";
  const actKey = readKey(fields);
  const done: Answered = isAccepted
    ? await acceptInvitation(world, visitor, key, actKey, text(fields, "organisme"))
    : await declineInvitation(world, visitor, key, actKey);
  switch (done.kind) {
    case "done":
      setFlash(
        c,
        "success",
        isAccepted
          ? "Vous prenez part à ce projet. Écrivez maintenant votre partie."
          : "Vous avez décliné. Le chef de file est prévenu.",
      );
      return c.redirect(done.location, 303);
    case "taken":
      return answerInvitation(c, world, key, "Cette structure prend déjà part à ce projet.");
    case "forbidden":
      return forbidden();
    case "absent":
      return answerSpentInvitation(c, world, SPENT);
  }
}

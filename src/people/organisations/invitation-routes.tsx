import { Hono } from "hono";
import type { JSX } from "preact";
import type { World } from "#src/platform/world.ts";
import { ActionForm, Button, LinkButton, PageHeader, Prose } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Env, Routes } from "../web/env.ts";
import { setFlash } from "../web/flash.ts";
import { requireSignedIn } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import { memberRoleHints, memberRoleWords } from "../web/words.ts";
import { acceptInvitation, type OpenInvitation, openInvitation } from "./invitations.ts";
import { answerSpentInvitation } from "./spent-invitation.tsx";

const SPENT = "Elle a été acceptée, annulée ou remplacée, ou son délai est passé. Demandez-en une autre à l’organisme.";

/** What the link of an invitation opens: signed in or not, then one button. */
export function invitationRoutes(world: World): Routes {
  const routes = new Hono<Env>();

  routes.get(urls.invitation.pattern, async (c) => {
    const token = c.req.param("token");
    const invitation = await openInvitation(world.db, token, world.clock.now());
    if (invitation === null) return answerSpentInvitation(c, world, SPENT);
    const signedIn = c.get("visitor").person !== null;
    if (signedIn) requireSignedIn(c);
    const page = <InvitationPage invitation={invitation} token={token} signedIn={signedIn} />;
    return respondPage(c, world, { title: `Invitation de ${invitation.organisationName}` }, page);
  });

  routes.post(urls.invitation.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const invitation = await acceptInvitation(world, visitor, c.req.param("token"));
    if (invitation === null) return answerSpentInvitation(c, world, SPENT);
    setFlash(c, "success", `Vous êtes membre de ${invitation.organisationName}.`);
    return c.redirect(urls.organisation.href({ id: invitation.organisationId }), 303);
  });

  return routes;
}

function InvitationPage(props: {
  readonly invitation: OpenInvitation;
  readonly token: string;
  readonly signedIn: boolean;
}): JSX.Element {
  const { invitation, token } = props;
  const here = urls.invitation.href({ token });
  return (
    <>
      <PageHeader
        title={`${invitation.organisationName} vous invite`}
        lead={`Votre rôle : ${memberRoleWords[invitation.role].toLowerCase()}. ${memberRoleHints[invitation.role]}`}
      />
      {props.signedIn ? (
        <ActionForm action={here}>
          <Button>Accepter l’invitation</Button>
        </ActionForm>
      ) : (
        <Prose>
          <p>Connectez-vous pour accepter. Si vous n’avez pas de compte, il se crée à ce moment-là.</p>
          <p>
            <LinkButton href={urls.signIn.href({}, { retour: here })}>Me connecter</LinkButton>
          </p>
        </Prose>
      )}
    </>
  );
}

import type { World } from "#src/platform/world.ts";
import { LinkButton, PageHeader, Prose } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { RequestContext } from "../web/env.ts";
import { respondPage } from "../web/page.tsx";

/** The link of an invitation serves no more: why, and whom to ask for another. */
export function answerSpentInvitation(c: RequestContext, world: World, lead: string): Response {
  return respondPage(
    c,
    world,
    { title: "Invitation", status: 404 },
    <>
      <PageHeader title="Cette invitation ne sert plus" lead={lead} />
      <Prose>
        <p>
          <LinkButton href={urls.home.href()}>Aller à l’accueil</LinkButton>
        </p>
      </Prose>
    </>,
  );
}

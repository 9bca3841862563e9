import { readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { RequestContext } from "./env.ts";
import { respondPage } from "./page.tsx";
import { SendAgain } from "./send-again.tsx";

/** Whether the visitor signed in lately enough for an act that binds: a vote, a signature, a role. */
export function hasFreshProof(c: RequestContext, world: World): boolean {
  const age = c.get("session")?.age ?? Number.POSITIVE_INFINITY;
  return age <= world.config.agents.proofMinutes * 60;
}

/** Where one signs in again though a session is open. */
function signInAgainHref(): string {
  return urls.signIn.href({}, { confirmer: "oui" });
}

/**
 * Before an act that binds, the page that asks its author to sign in again, with all that they typed; null where they
 * did so lately. An open screen is not enough for a vote.
 */
export async function askProof(c: RequestContext, world: World): Promise<Response | null> {
  if (hasFreshProof(c, world)) return null;
  const { pathname, search } = new URL(c.req.url);
  return respondPage(
    c,
    world,
    { title: "Confirmez que c’est vous", status: 401 },
    <>
      <PageHeader title="Confirmez que c’est vous" lead={sayProof(world)} />
      <SendAgain action={pathname + search} sent={await readForm(c)} signIn={signInAgainHref()} />
    </>,
  );
}

export function sayProof(world: World): string {
  return `Cet acte engage ${world.config.funder.words.the} et votre connexion date de plus de ${world.config.agents.proofMinutes} minutes : reconnectez-vous dans ce navigateur. Rien n’a été enregistré.`;
}

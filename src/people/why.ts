import type { Why } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";

/** The answer to what somebody just did: it comes once. */
export function onceBecause(because: string): Why {
  return { because, always: "Il n’y en aura pas d’autre sans une nouvelle demande." };
}

/** What those who act for an organisation are told: whoever wants it no more changes role, or leaves. */
export function actingFor(world: Pick<World, "origin">, organisationId: string): Why {
  return {
    because: "vous agissez pour cet organisme",
    change: "Pour n’en plus recevoir, devenez lecteur ou quittez l’organisme",
    at: world.origin + urls.organisationMembers.href({ id: organisationId }),
  };
}

/** What waits for whoever holds a role: « êtes instructeur ». */
export function holding(role: string): Why {
  return {
    because: `vous ${role}`,
    always:
      "Ce que cette charge vous donne à faire est toujours envoyé. Le service peut vous la retirer : écrivez-lui.",
  };
}

/** Of a file that one sent. */
export const sentTheApplication: Why = {
  because: "vous avez envoyé ce fichier",
  always: "Ce qui arrive à une pièce est toujours dit à qui l’a envoyée.",
};

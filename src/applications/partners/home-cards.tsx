import type { JSX } from "preact";
import { applicantStateLook } from "#src/life/web/index.ts";
import { Card, plural, Section, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { isWaiting, type Partnership } from "./home.ts";
import { partLook } from "./words.ts";

/** On the home of who takes part in projects of others: what each asks of them, then where it stands. */
export function PartnershipCards(props: { readonly partnerships: readonly Partnership[] }): JSX.Element | null {
  if (props.partnerships.length === 0) return null;
  return (
    <Section id="projets-communs" title="Projets où vous êtes partenaire">
      {props.partnerships.map((one) => (
        <Card
          key={one.partner.id}
          level={3}
          variant={isWaiting(one) ? "honey" : "plain"}
          eyebrow={`${one.leadName} · pour ${one.partner.name}`}
          title={`${askedOf(one)}\u00a0: ${one.title}`}
          href={urls.partnership.href({ partner: one.partner.id })}
          mark={<StateTag {...(one.state === "draft" ? partLook(one.part) : applicantStateLook(one.state))} />}
        >
          <p>{told(one)}</p>
        </Card>
      ))}
    </Section>
  );
}

function askedOf({ state, part, missing }: Partnership): string {
  if (state !== "draft") return "Suivre";
  if (part === "invited") return "Répondre à l’invitation";
  if (part === "confirmed") return "Relire";
  return missing > 0 ? "Écrire votre partie" : "Confirmer votre partie";
}

function told({ state, part, missing }: Partnership): string {
  if (state !== "draft") return "Le projet est déposé. Le service écrit au chef de file.";
  switch (part) {
    case "invited":
      return "Vous n’avez pas encore répondu.";
    case "confirmed":
      return "Vous avez confirmé. Le chef de file dépose quand tous l’ont fait.";
    case "changed":
      return "Votre partie a changé depuis que vous l’avez confirmée\u00a0: relisez-la, puis confirmez.";
    default:
      return missing > 0
        ? `${plural(missing, "réponse attendue", "réponses attendues")} de vous. Le projet attend votre confirmation.`
        : "Tout y est. Le projet attend votre confirmation.";
  }
}

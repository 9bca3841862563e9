import type { JSX } from "preact";
import type { OpenApplication } from "#src/life/index.ts";
import { formatDay, Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { BELONGING, type Standing } from "./belonging.ts";

/** Whom a request is made for. */
export function organisationOf({ application }: OpenApplication) {
  return { id: application.organisationId, name: application.organisationName };
}

/** Above a filing that waits for it: what is missing, and the way there. */
export function BelongingNotice(props: {
  readonly standing: Standing;
  readonly organisation: { readonly id: string; readonly name: string };
}): JSX.Element | null {
  const { standing, organisation } = props;
  if (standing.kind === "proved") return null;
  const isWaiting = standing.kind === "waiting";
  return (
    <Notice
      tone={isWaiting ? "info" : "warning"}
      id={BELONGING}
      headingLevel={2}
      title={
        isWaiting
          ? "Le dépôt attend une vérification du service"
          : `Avant de déposer, montrez que vous agissez pour ${organisation.name}`
      }
    >
      <p>
        {isWaiting
          ? `Vous avez donné de quoi le vérifier le ${formatDay(standing.proof.givenAt.toString().slice(0, 10))}. Un courriel vous dira la réponse ; votre demande est gardée.`
          : "C’est la première demande de cet organisme. Une seule voie suffit, au choix : ProConnect, votre adresse au nom de l’organisme, ou une pièce. Vous pouvez continuer de préparer votre demande."}
      </p>
      <p>
        <a href={urls.organisationProof.href({ id: organisation.id })}>
          {isWaiting ? "Voir ce que vous avez donné" : "Le montrer maintenant"}
        </a>
      </p>
    </Notice>
  );
}

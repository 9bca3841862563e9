import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import type { OpenApplication } from "#src/life/index.ts";
import { formatDateTime, formatDay, Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** A draft begun under an older version of the text is told: the one in force when filing will judge it (GOV-1, D-01). */
export function OlderFramework(props: { readonly file: OpenApplication }): JSX.Element | null {
  const { application, reading } = props.file;
  if (application.revision > 0 || application.framework === reading.framework.version) return null;
  return (
    <Notice tone="warning" title="Le texte a changé depuis que vous avez commencé" headingLevel={2}>
      <p>
        Ce brouillon a été commencé sous la version du {formatDay(application.framework)}. Depuis, celle du{" "}
        {formatDay(reading.framework.version)} est entrée en vigueur : votre demande sera lue avec elle. Vos réponses
        sont gardées ; relisez chaque section avant de déposer.
      </p>
      <p>
        <a href={urls.version.href({ version: reading.framework.version })}>Voir ce qui a changé</a> ·{" "}
        <a href={urls.scheme.href({ scheme: application.scheme })}>Lire ce que dit le texte en vigueur</a>
      </p>
    </Notice>
  );
}

/** Someone else wrote last: said once, before it becomes a conflict. */
export function OtherAuthors(props: {
  readonly name: string | null;
  readonly at: Temporal.Instant;
}): JSX.Element | null {
  if (props.name === null) return null;
  return (
    <p class="es-hint">
      Dernière modification par {props.name}, {formatDateTime(props.at)}. Vous pouvez écrire à plusieurs : chaque champ
      est enregistré séparément.
    </p>
  );
}

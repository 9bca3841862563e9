import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { sayTimeLeft } from "#src/calls/index.ts";
import type { OpenApplication } from "#src/life/index.ts";
import { formatDateTime, LinkButton, Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { LACKS_CALL, lacksCall } from "../filing/submit.ts";

/** The closing of the call, with the time left: the server's clock decides, to the second. */
export function CallClock(props: {
  readonly file: OpenApplication;
  readonly now: Temporal.Instant;
}): JSX.Element | null {
  const { application, reading } = props.file;
  const { call } = application;
  if (lacksCall(application, reading.scheme)) return <NoCall scheme={reading.scheme.slug} />;
  if (call === null) return null;
  const isOver = props.now.epochMilliseconds >= call.closesAt.epochMilliseconds;
  const left = isOver ? "l’appel est clos" : sayTimeLeft(call.closesAt, props.now);
  return (
    <Notice tone={isOver ? "danger" : "info"} title={`Clôture le ${formatDateTime(call.closesAt)}, ${left}`}>
      <p>
        L’heure est celle du service, à la seconde, au moment où votre dépôt arrive.{" "}
        <a href={urls.call.href({ slug: call.slug })}>{call.title}</a>
      </p>
    </Notice>
  );
}

/** Said before the button is refused, with the way to a call that is open, or to when one will be. */
function NoCall({ scheme }: { readonly scheme: string }): JSX.Element {
  return (
    <Notice tone="warning" title="Ce brouillon ne répond à aucun appel">
      <p>{LACKS_CALL}</p>
      <LinkButton variant="secondary" href={urls.newApplication.href({}, { dispositif: scheme })}>
        Voir si un appel est ouvert
      </LinkButton>
    </Notice>
  );
}

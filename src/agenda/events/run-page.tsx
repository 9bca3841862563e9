import type { JSX } from "preact";
import { ActionForm, Button, capital, ErrorSummary, LinkButton, PageHeader, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { mayOnOccasion } from "../occasions/may.ts";
import { isPublic, kindLabel } from "../occasions/occasion.ts";
import { sayWhen, sayWhere } from "../occasions/words.ts";
import { CallingOff } from "./run-changes.tsx";
import { People, Writing } from "./run-people.tsx";
import type { RunPageProps } from "./run-props.ts";
import { Door, Registrants } from "./run-registrants.tsx";
import { occasionStates } from "./running-page.tsx";

/** One occasion for who runs it: where it stands, who comes, its door, its people, and what can be done with it. */
export function RunPage(props: RunPageProps): JSX.Element {
  const { occasion, parts } = props;
  const may = (act: Parameters<typeof mayOnOccasion>[1]) => mayOnOccasion(parts, act);
  const where = sayWhere(occasion);
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow={kindLabel(occasion)}
        title={occasion.title}
        lead={capital([sayWhen(occasion), where].filter((part) => part !== "").join(", "))}
        meta={<StateTag {...occasionStates[occasion.state]} />}
        actions={
          <>
            {isPublic(occasion) && (
              <LinkButton variant="secondary" icon="eye" href={urls.agendaItem.href({ slug: occasion.slug })}>
                Voir la page
              </LinkButton>
            )}
            {may("edit") && (
              <LinkButton variant="secondary" icon="pen" href={urls.runOccasionEdit.href({ id: occasion.id })}>
                Modifier
              </LinkButton>
            )}
          </>
        }
      />
      {may("announce") && (occasion.state === "draft" || occasion.state === "proposed") && (
        <ActionForm
          action={urls.runOccasionAnnouncement.href({ id: occasion.id })}
          fields={{ version: String(occasion.version) }}
        >
          <Button icon="send">Annoncer dans l’agenda</Button>
        </ActionForm>
      )}
      {may("read-registrations") && <Registrants {...props} />}
      {props.doorAddress !== null && may("check-in") && <Door address={props.doorAddress} />}
      {props.children}
      {may("write-to-registrants") && isPublic(occasion) && <Writing {...props} />}
      {may("name-crew") && <People {...props} />}
      {may("call-off") && <CallingOff {...props} />}
    </>
  );
}

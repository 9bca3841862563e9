import type { JSX } from "preact";
import {
  Answer,
  Button,
  capital,
  EmptyState,
  formatTime,
  Notice,
  PageHeader,
  plural,
  StateTag,
  Tabs,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion, Slot } from "../occasions/occasion.ts";
import { sayWhen } from "../occasions/words.ts";
import type { Registration } from "../registrations/registration.ts";
import type { Sign } from "./store.ts";

export interface DoorPageProps {
  readonly occasion: Occasion;
  readonly key_: string;
  readonly slots: readonly Slot[];
  readonly slot: Slot;
  readonly expected: readonly Registration[];
  readonly signs: ReadonlyMap<string, Sign>;
  readonly isOpen: boolean;
}

/** The keeper's own page, on a telephone: names, one button each. */
export function DoorPage(props: DoorPageProps): JSX.Element {
  const { occasion, expected, signs, slot } = props;
  const there = expected.filter((one) => signs.get(one.id)?.present === true).length;
  return (
    <>
      <PageHeader eyebrow="L’entrée" title={occasion.title} lead={capital(sayWhen(occasion))} />
      {props.slots.length > 1 && (
        <Tabs
          label="Demi-journées"
          items={props.slots.map((one) => ({
            href: urls.door.href({ key: props.key_ }, { seance: one.startsAt.toString() }),
            label: sayWhen(one),
            current: one.startsAt.equals(slot.startsAt),
          }))}
        />
      )}
      <p data-door-count>{`${plural(there, "personne arrivée", "personnes arrivées")} sur ${expected.length}`}</p>
      <p class="es-hint" role="status" data-door-status />
      {!props.isOpen && (
        <Notice tone="info" title="L’entrée n’est pas ouverte">
          Les pointages s’ouvrent douze heures avant le début et se ferment un jour et demi après la fin.
        </Notice>
      )}
      {expected.length === 0 ? (
        <EmptyState title="Personne n’est inscrit">
          <p>Les inscrits apparaîtront ici.</p>
        </EmptyState>
      ) : (
        <ul class="es-door">
          {expected.map((one) => (
            <Row key={one.id} {...props} registration={one} sign={signs.get(one.id)} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row(
  props: DoorPageProps & { readonly registration: Registration; readonly sign: Sign | undefined },
): JSX.Element {
  const { registration, sign } = props;
  const isThere = sign?.present === true;
  return (
    <li>
      <span>
        <strong>{registration.name}</strong>
        {registration.structure !== "" && <span class="es-hint">{` ${registration.structure}`}</span>}
        {registration.accessNeed !== "" && <StateTag quiet tone="info" icon="info" label={registration.accessNeed} />}
      </span>
      {props.isOpen && (
        <CheckForm
          key_={props.key_}
          registrationId={registration.id}
          slot={props.slot}
          name={registration.name}
          arrivedAt={isThere ? formatTime(sign.at) : null}
        />
      )}
    </li>
  );
}

function CheckForm(props: {
  readonly key_: string;
  readonly registrationId: string;
  readonly slot: Slot;
  readonly name: string;
  readonly arrivedAt: string | null;
}): JSX.Element {
  return (
    <form class="es-action" method="post" action={urls.doorCheck.href({ key: props.key_ })} data-door>
      <input type="hidden" name="inscription" value={props.registrationId} />
      <input type="hidden" name="seance" value={props.slot.startsAt.toString()} />
      <input type="hidden" name="present" value={props.arrivedAt === null ? "oui" : "non"} />
      <Button variant={props.arrivedAt === null ? "primary" : "tertiary"} context={props.name}>
        {props.arrivedAt === null ? "Arrivé" : `Arrivé à ${props.arrivedAt}, corriger`}
      </Button>
    </form>
  );
}

/** What the code of a ticket opens on the keeper's telephone. */
export function TicketPage(props: {
  readonly occasion: Occasion;
  readonly registration: Registration;
  readonly key_: string;
  readonly slot: Slot;
  readonly sign: Sign | null;
  readonly isOpen: boolean;
}): JSX.Element {
  const { registration, sign } = props;
  const isExpected = registration.state === "registered";
  const isThere = sign?.present === true;
  return (
    <>
      <PageHeader eyebrow={props.occasion.title} title={registration.name} lead={registration.structure} />
      {isThere ? (
        <Answer tone="success" icon="check" title={`Arrivé à ${formatTime(sign.at)}`} />
      ) : isExpected ? (
        <Answer tone="info" icon="user" title="Inscrit, attendu" />
      ) : (
        <Answer tone="warning" icon="warning" title="Cette personne n’a pas de place retenue" />
      )}
      {isExpected && props.isOpen && !isThere && (
        <CheckForm
          key_={props.key_}
          registrationId={registration.id}
          slot={props.slot}
          name={registration.name}
          arrivedAt={null}
        />
      )}
      <p>
        <a href={urls.door.href({ key: props.key_ })}>Toute la liste</a>
      </p>
    </>
  );
}

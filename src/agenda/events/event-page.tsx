import type { ComponentChildren, JSX } from "preact";
import { jobFamilies, transitions } from "#policy/index.ts";
import { Columns, capital, formatList, Icon, type IconName, Notice, PageHeader, Section } from "#src/ui/index.ts";
import { Days } from "../occasions/days.tsx";
import { type Closed, kindLabel, type Occasion, type Slot, type TimetableItem } from "../occasions/occasion.ts";
import { axes } from "../occasions/occasion-form.ts";
import { calendarAddress, closedWords, mapAddress, sayWhen, sayWhere } from "../occasions/words.ts";
import { RegistrationForm, type RegistrationFormProps } from "../registrations/registration-form.tsx";

export interface EventPageProps extends Omit<RegistrationFormProps, "occasion"> {
  readonly occasion: Occasion;
  readonly closed: Closed | null;
  /** Its days: told one by one where there are several. */
  readonly days: readonly Slot[];
  /** Parts that later chapters add: the course of a session, what came of an event. */
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

export function EventPage(props: EventPageProps): JSX.Element {
  const { occasion, closed } = props;
  const isOpen = closed === null;
  return (
    <Columns
      sideAt="end"
      side={
        isOpen ? (
          <RegistrationForm {...props} />
        ) : (
          <section class="es-card" aria-labelledby="inscription-titre">
            <h2 class="es-card-title" id="inscription-titre">
              Inscription
            </h2>
            <p>{closedWords[closed]}</p>
          </section>
        )
      }
    >
      <PageHeader
        eyebrow={[kindLabel(occasion), ...occasion.transitions.map(transitionWord)].join(" · ")}
        title={occasion.title}
        lead={occasion.summary === "" ? undefined : occasion.summary}
        actions={props.actions}
      />
      <StateNotice occasion={occasion} />
      <ul class="es-facts">
        <Fact icon="calendar">
          <strong>{capital(sayWhen(occasion))}</strong>
          {occasion.state !== "postponed" && <Days days={props.days} />}
        </Fact>
        {sayWhere(occasion) !== "" && (
          <Fact icon="flag">
            {sayWhere(occasion)}{" "}
            {mapAddress(occasion) !== null && (
              <a href={mapAddress(occasion) ?? ""} rel="noreferrer">
                Voir sur une carte
              </a>
            )}
          </Fact>
        )}
        {occasion.audience.length > 0 && (
          <Fact icon="user">{`Pour${"\u00a0"}: ${formatList(occasion.audience.map((one) => (jobFamilies[one] ?? one).toLowerCase()))}`}</Fact>
        )}
        {axisLabel(occasion) !== null && <Fact icon="star">{axisLabel(occasion)}</Fact>}
        {(occasion.organiser !== "" || occasion.contact !== "") && (
          <Fact icon="building">
            {occasion.organiser}{" "}
            {occasion.contact !== "" && <a href={`mailto:${occasion.contact}`}>Écrire aux organisateurs</a>}
          </Fact>
        )}
      </ul>
      <p class="es-agenda-links">
        {isOpen && <a href="#inscription">M’inscrire</a>}
        <a href={calendarAddress(occasion)}>Ajouter à mon calendrier</a>
      </p>
      {occasion.problem !== "" && (
        <Section title="Le problème qui nous réunit">
          <p class="es-lines">{occasion.problem}</p>
        </Section>
      )}
      {occasion.timetable.length > 0 && (
        <Section id="programme" title="Le programme">
          <Timetable items={occasion.timetable} />
        </Section>
      )}
      {props.children}
      {occasion.access !== "" && (
        <Section title="Venir avec un besoin particulier">
          <p>{occasion.access}</p>
        </Section>
      )}
    </Columns>
  );
}

/** The axis of the strategy that an event belongs to, where it was said. */
function axisLabel(occasion: Occasion): string | null {
  return axes().find((one) => one.id === occasion.axis)?.label ?? null;
}

function transitionWord(id: string): string {
  const label = Object.entries(transitions).find(([key]) => key === id)?.[1] ?? id;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function StateNotice(props: { readonly occasion: Occasion }): JSX.Element | null {
  const { occasion } = props;
  if (occasion.state === "cancelled") {
    return (
      <Notice tone="danger" title="Annulé">
        {occasion.reason}
      </Notice>
    );
  }
  if (occasion.state === "postponed") {
    return (
      <Notice tone="warning" title="Reporté à une date qui sera dite">
        {occasion.reason}
      </Notice>
    );
  }
  if (occasion.movedFrom === null) return null;
  const before = sayWhen({ startsAt: occasion.movedFrom, endsAt: occasion.movedFrom }).split(",")[0];
  return (
    <Notice tone="warning" title={`Ce rendez-vous était annoncé le ${before} : sa date a changé.`}>
      {occasion.reason}
    </Notice>
  );
}

function Fact(props: { readonly icon: IconName; readonly children: ComponentChildren }): JSX.Element {
  return (
    <li>
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </li>
  );
}

/** Hour by hour; what runs at the same hour stands side by side. */
function Timetable(props: { readonly items: readonly TimetableItem[] }): JSX.Element {
  const hours = Map.groupBy(props.items, (item) => item.at);
  return (
    <ol class="es-timetable">
      {[...hours].map(([hour, items]) => (
        <li key={hour}>
          <strong>{sayHour(hour)}</strong>
          <div class="es-parallel">
            {items.map((item) => (
              <div key={item.title}>
                {item.room !== "" && <strong>{`${item.room}. `}</strong>}
                {item.title}
                {item.speakers !== "" && <div class="es-hint">{item.speakers}</div>}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** « 09:30 » → « 9 h 30 ». */
function sayHour(time: string): string {
  const [hour = "", minute = ""] = time.split(":");
  return minute === "00" ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

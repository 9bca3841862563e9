import type { JSX } from "preact";
import type { HomePart } from "#src/applications/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { Card, capital, formatDateTime, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { crewWords, listNamed } from "../occasions/crew.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";
import { sayWhen, sayWhere } from "../occasions/words.ts";
import { ticketOf } from "../registrations/links.ts";
import type { Registration } from "../registrations/registration.ts";
import { registrationStates } from "../registrations/registration-states.ts";
import { listOwnComing } from "../registrations/store.ts";

/** As many as one reads at a glance; the rest is one link away. */
const SHOWN = 4;

interface Coming {
  readonly occasion: Occasion;
  readonly href: string;
  /** What the reader is there: « Formateur », « Inscrit ». */
  readonly as: string;
  readonly offeredUntil: Registration["offeredUntil"];
}

/** On the home of applicants: the dates to come where they are registered, teach, speak or keep the door. */
export const homePart: HomePart = async (world, { person }) => {
  const now = world.clock.now();
  const coming = await inTransaction(world.db, "system", async (tx) => {
    const found: Coming[] = [];
    for (const { part, occasion } of await listNamed(tx, person.email, now)) {
      const href = urls.runOccasion.href({ id: occasion.id });
      found.push({ occasion, href, as: crewWords[part], offeredUntil: null });
    }
    for (const registration of await listOwnComing(tx, person, now)) {
      const occasion = await findOccasion(tx, { id: registration.occasionId });
      if (occasion === null) continue;
      const href = urls.registration.href({ ticket: ticketOf(world, registration.id) });
      const as = registrationStates[registration.state].label;
      found.push({ occasion, href, as, offeredUntil: registration.offeredUntil });
    }
    return found.sort((a, b) => a.occasion.startsAt.epochMilliseconds - b.occasion.startsAt.epochMilliseconds);
  });
  return coming.length === 0 ? null : <ComingDates coming={coming} />;
};

function ComingDates(props: { readonly coming: readonly Coming[] }): JSX.Element {
  return (
    <Section id="rendez-vous" title="Mes rendez-vous">
      {props.coming.slice(0, SHOWN).map(({ occasion, href, as, offeredUntil }) => (
        <Card
          key={href}
          level={3}
          eyebrow={as}
          title={occasion.title}
          href={href}
          {...(offeredUntil === null ? null : { variant: "honey" as const })}
        >
          <p>{capital([sayWhen(occasion), sayWhere(occasion)].filter((part) => part !== "").join(", "))}</p>
          {offeredUntil !== null && <p>{`Une place vous est gardée jusqu’au ${formatDateTime(offeredUntil)}.`}</p>}
        </Card>
      ))}
      <p>
        <a href={urls.myOccasions.href()}>Tous mes rendez-vous</a>
      </p>
    </Section>
  );
}

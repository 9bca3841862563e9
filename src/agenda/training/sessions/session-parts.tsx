import type { JSX } from "preact";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import {
  ActionForm,
  Button,
  capital,
  formatDay,
  LinkButton,
  Notice,
  plural,
  Section,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { listSigns } from "../../door/store.ts";
import { mayOnOccasion, type OccasionPart } from "../../occasions/may.ts";
import type { Occasion, Slot } from "../../occasions/occasion.ts";
import { listSlots } from "../../occasions/slot-store.ts";
import { sayHours, sayWhen } from "../../occasions/words.ts";
import type { Registration } from "../../registrations/registration.ts";
import { CourseDetails } from "../courses/course-page.tsx";
import { findCourse } from "../courses/course-store.ts";
import { findCertificate } from "./certificate.ts";
import { listEvaluations } from "./evaluations.ts";
import { momentPath } from "./mails.ts";
import { findSession, type Session } from "./session-store.ts";
import { sessionMoment } from "./signing.ts";

/** What the page of a session adds to that of any occasion: what is learnt, and when it is confirmed. */
export async function sessionPart(world: World, occasion: Occasion): Promise<JSX.Element | null> {
  if (occasion.nature !== "session") return null;
  const found = await inTransaction(world.db, "public", async (tx) => {
    const session = await findSession(tx, occasion);
    const course = session === null ? null : await findCourse(tx, { id: session.courseId });
    return session === null || course === null ? null : { session, course };
  });
  if (found === null) return null;
  const { session, course } = found;
  return (
    <>
      <Confirmation session={session} />
      <CourseDetails course={course} />
      <p>
        <a href={urls.course.href({ slug: course.slug })}>Toutes les dates de cette formation</a>
      </p>
    </>
  );
}

function Confirmation(props: { readonly session: Session }): JSX.Element | null {
  const { session } = props;
  if (session.confirmedAt !== null || session.confirmOn === null) return null;
  return (
    <p class="es-hint">
      {`Cette session a lieu si ${plural(session.minimum, "personne")} au moins y sont inscrites le ${formatDay(session.confirmOn)}. Sinon chacun est prévenu, avec la date suivante.`}
    </p>
  );
}

/** What the page of a session adds for who runs it: its sheet, its closing. */
export async function runSessionPart(
  world: World,
  occasion: Occasion,
  parts: readonly OccasionPart[],
): Promise<JSX.Element | null> {
  if (occasion.nature !== "session") return null;
  const session = await inTransaction(world.db, "system", (tx) => findSession(tx, occasion));
  if (session === null) return null;
  const isOver = occasion.endsAt.epochMilliseconds <= world.clock.now().epochMilliseconds;
  return (
    <Section id="session" title="La session">
      <SummaryList
        items={[
          { label: "Minimum", value: plural(session.minimum, "personne") },
          {
            label: "Confirmation",
            value:
              session.confirmedAt !== null
                ? "Confirmée"
                : session.confirmOn === null
                  ? "Sans condition"
                  : `le ${formatDay(session.confirmOn)}`,
          },
          { label: "Clôture", value: session.closedAt === null ? "À faire" : "Close : attestations délivrées" },
        ]}
      />
      {mayOnOccasion(parts, "check-in") && (
        <p>
          <LinkButton variant="secondary" icon="signature" href={urls.runAttendance.href({ id: occasion.id })}>
            Émargement
          </LinkButton>
        </p>
      )}
      {mayOnOccasion(parts, "read-registrations") && session.closedAt !== null && (
        <p>
          <LinkButton variant="secondary" icon="download" href={urls.runFolder.href({ id: occasion.id })}>
            Dossier de la session (zip)
          </LinkButton>
        </p>
      )}
      {mayOnOccasion(parts, "announce") && session.closedAt === null && isOver && (
        <ActionForm action={urls.runSessionClosing.href({ id: occasion.id })}>
          <Button icon="lock">Clore et délivrer les attestations</Button>
        </ActionForm>
      )}
    </Section>
  );
}

/** What a trainee finds on the page of their registration: to sign, their certificate, what they think. */
export async function traineePart(
  world: World,
  occasion: Occasion,
  registration: Registration,
  ticket: string,
): Promise<JSX.Element | null> {
  if (registration.state !== "registered") return null;
  const now = world.clock.now();
  const found = await inTransaction(world.db, "system", async (tx) => ({
    slots: await listSlots(tx, occasion.id),
    signs: await listSigns(tx, occasion.id),
    certificate: await findCertificate(tx, registration.id),
    evaluations: await listEvaluations(tx, registration.id),
  }));
  const slot = occasion.nature === "session" ? (found.slots.find((one) => sessionMoment(one, now)) ?? null) : null;
  const hasSigned = found.signs.some(
    (one) =>
      one.registrationId === registration.id &&
      one.signer === "trainee" &&
      slot !== null &&
      one.slotAt.equals(slot.startsAt),
  );
  return (
    <>
      {slot !== null && <Signing slot={slot} hasSigned={hasSigned} ticket={ticket} />}
      {found.certificate !== null && (
        <Section title="Votre attestation" intro={`Numéro ${found.certificate.number}.`}>
          <p class="es-agenda-links">
            <a href={urls.registrationCertificate.href({ ticket })}>Attestation (PDF)</a>
            <a href={urls.registrationBadge.href({ ticket })}>Badge numérique (Open Badges 3.0)</a>
          </p>
        </Section>
      )}
      {found.evaluations
        .filter((one) => one.answers === null)
        .map((one) => (
          <p key={one.moment}>
            <LinkButton
              variant="secondary"
              href={urls.registrationEvaluation.href({ ticket, moment: momentPath[one.moment] })}
            >
              {one.moment === "hot" ? "Dire ce que vous en pensez" : "Dire ce que vous en avez fait"}
            </LinkButton>
          </p>
        ))}
    </>
  );
}

function Signing(props: { readonly slot: Slot; readonly hasSigned: boolean; readonly ticket: string }): JSX.Element {
  const { slot, hasSigned, ticket } = props;
  if (hasSigned) {
    return (
      <Notice tone="success" title="Votre présence est signée">
        {capital(sayWhen(slot))}
      </Notice>
    );
  }
  return (
    <Section title="Signer ma présence" intro={`Demi-journée ${sayHours(slot)}.`}>
      <ActionForm action={urls.registrationSignature.href({ ticket })} fields={{ seance: slot.startsAt.toString() }}>
        <Button icon="signature">Je signe ma présence</Button>
      </ActionForm>
    </Section>
  );
}

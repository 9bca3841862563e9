import type { JSX } from "preact";
import type { Birth } from "#src/applications/index.ts";
import type { ApplicantPart } from "#src/applications/web/index.ts";
import { andThen, ask } from "#src/platform/database/read.ts";
import type { ReviewedPartLoader } from "#src/reviews/web/index.ts";
import { Button, Disclosure, dayInParis, Form, formatDay, Section, SelectField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { birthOf, birthplaces } from "./births.ts";

/** What a draft that names an event chooses to name none any more. */
export const NO_EVENT = "aucun";
const TITLE = "D’où vient ce projet ?";

/** In the page of a request, for those who make it: the event that it names, which they change until it is filed. */
export const applicantBirthPart: ApplicantPart = async (world, tx, application, mayChange) => {
  const birth = await ask(tx, birthOf(application.id));
  const places = mayChange ? await birthplaces(tx, world.clock.now()) : [];
  if (birth === null && places.length === 0) return null;
  const options = places.map(({ slug, title, startsAt }) => ({
    value: slug,
    label: `${title}, ${formatDay(dayInParis(startsAt))}`,
  }));
  return (
    <Section id="origine" title={TITLE}>
      {birth !== null && <BornAt birth={birth} />}
      {places.length > 0 && (
        <Disclosure summary={birth === null ? "Il est né d’un événement" : "Changer d’événement"}>
          <Form action={urls.applicationBirth.href({ id: application.id })} label={TITLE}>
            <SelectField
              name="evenement"
              label="Événement"
              options={birth === null ? options : [...options, { value: NO_EVENT, label: "Aucun événement" }]}
              value={birth?.event ?? ""}
              required={false}
              hint="Sa page compte votre demande, sans la nommer."
            />
            <Button variant="secondary">Enregistrer</Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
};

/** In the page of a file, for agents. */
export const reviewedBirthPart: ReviewedPartLoader = (_world, _tx, view) =>
  andThen(birthOf(view.file.application.id), (birth) => ({
    sections: birth === null ? [] : [{ id: "origine", title: TITLE, body: <BornAt birth={birth} /> }],
    actions: [],
  }));

function BornAt({ birth }: { readonly birth: Birth }): JSX.Element {
  return (
    <p>
      De l’événement <a href={urls.agendaItem.href({ slug: birth.event })}>{birth.eventTitle}</a>
      {birth.ideaTitle !== "" && `, de l’idée «\u202f${birth.ideaTitle}\u202f»`}.
    </p>
  );
}

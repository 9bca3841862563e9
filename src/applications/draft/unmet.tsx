import type { JSX } from "preact";
import { labelHere } from "#policy/index.ts";
import { UnmetCondition } from "#src/eligibility/web/index.ts";
import { type OpenApplication, possibleAid, type Reading } from "#src/life/index.ts";
import { Card, fieldId, Icon, LiveRegion, Money, plural, Section, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { placeOf } from "./places.ts";

/** The sentence that stands where an amount would. */
export function NoAidAsItStands(): JSX.Element {
  const funder = useFunder();
  return (
    <>
      <strong>Aucun montant n’est annoncé</strong> tant qu’une condition n’est pas remplie. Vous pouvez continuer et
      déposer en le sachant : une personne {funder.of} lira votre demande.
    </>
  );
}

/** At the top of a section: the conditions that its answers do not meet, each a way to its field. */
export function UnmetFlag(props: { readonly reading: Reading; readonly section: string }): JSX.Element {
  const here = props.reading.unmet.flatMap(({ criterion, asked }) =>
    asked.filter((one) => one.section === props.section).map((one) => ({ criterion, one })),
  );
  const [first] = here;
  return (
    <LiveRegion id="conditions-de-l-etape">
      {first !== undefined && (
        <div class="es-flag">
          <Icon name="unmet" />
          <p>
            {plural(here.length, "condition n’est pas remplie", "conditions ne sont pas remplies")} :{" "}
            {here.map(({ criterion, one }, index) => (
              <>
                {index > 0 && ", "}
                <a key={`${criterion.id} ${one.path}`} href={`#${fieldId(one.path)}`}>
                  {lowered(labelHere(criterion.title, one.situation))}
                </a>
              </>
            ))}
            . Vous pouvez changer la réponse ou continuer.
          </p>
        </div>
      )}
    </LiveRegion>
  );
}

/** Under the questions of a section: what the request is worth as it stands. */
export function Standing(props: { readonly reading: Reading }): JSX.Element {
  const funder = useFunder();
  const { reading } = props;
  const aid = possibleAid(reading);
  return (
    <LiveRegion id="point">
      <Card level={2} title="Où en est votre demande" variant="tinted">
        <p>
          {reading.unmet.length > 0 ? (
            <NoAidAsItStands />
          ) : aid === null ? (
            "Rien de ce que vous avez indiqué ne s’oppose à une aide. Son montant se calculera d’après les dépenses que vous indiquerez."
          ) : (
            <>
              Rien de ce que vous avez indiqué ne s’oppose à une aide. {funder.capital} peut accorder au plus{" "}
              <strong>
                <Money cents={aid} />
              </strong>{" "}
              (estimation).
            </>
          )}
        </p>
      </Card>
    </LiveRegion>
  );
}

/** Every condition not met, with its way out and the way to its answer; nothing where all are met or unknown. */
export function UnmetConditions(props: { readonly file: OpenApplication }): JSX.Element | null {
  const { reading, application } = props.file;
  const { unmet, assessment } = reading;
  if (unmet.length === 0) return null;
  const several = assessment.funding.parties.length > 1;
  return (
    <Section
      id="conditions-non-remplies"
      title={plural(unmet.length, "condition n’est pas remplie", "conditions ne sont pas remplies")}
      intro="Ce n’est pas une faute : voici pourquoi, et ce qui peut changer la réponse."
    >
      {unmet.map(({ criterion, asked: [first] }) => (
        <div key={`${criterion.id} ${criterion.party ?? 0}`} class="es-unmet-block">
          <UnmetCondition
            criterion={criterion}
            framework={assessment.framework}
            about={several && criterion.party !== undefined ? `structure ${criterion.party + 1}` : undefined}
          />
          {first !== undefined && (
            <p>
              <a href={placeOf(reading, application.id, first.path)}>
                Revoir la réponse : {labelHere(first.question.label, first.situation)}
              </a>
            </p>
          )}
        </div>
      ))}
      <p>
        Une personne décide, jamais la machine : vous pouvez déposer en le sachant, ou{" "}
        <a href={urls.strategy.href()}>voir les autres aides</a>.
      </p>
    </Section>
  );
}

function lowered(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

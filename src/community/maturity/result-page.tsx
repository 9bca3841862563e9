import type { JSX } from "preact";
import type { Instrument, Raw } from "#policy/index.ts";
import {
  Answer,
  Button,
  ButtonBar,
  Card,
  Form,
  formatDay,
  HiddenField,
  LinkButton,
  Section,
  SelectField,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { controls, questionsOf, resultOf } from "./addresses.ts";
import { Coming, type ComingDate } from "./coming.tsx";
import { MaturityPicture } from "./picture.tsx";
import { type Average, type DimensionResult, headlineOf, nextSteps } from "./rounds.ts";
import { NextSteps } from "./steps.tsx";

export interface ResultPageProps {
  readonly instrument: Instrument;
  readonly raw: Raw;
  readonly today: string;
  readonly results: readonly DimensionResult[];
  readonly average: Average | null;
  /** Dates of the agenda on the same subject. */
  readonly dates: readonly ComingDate[];
  readonly isSignedIn: boolean;
  /** Organisations that the visitor may keep it for, the one asked for first. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** What the answers of the address say; nothing is kept yet. */
export function ResultPage(props: ResultPageProps): JSX.Element {
  const { instrument, results, average } = props;
  const answered = results.some((result) => result.now !== null);
  return (
    <>
      <Answer level={1} tone="info" icon="flag" title={headlineOf(results).join(" ")}>
        <p>{`${instrument.name} · ${formatDay(props.today)} · vos réponses seules`}</p>
      </Answer>
      <Section title="Vos domaines">
        <MaturityPicture instrument={instrument} results={results} compared={average?.organisations ?? null} />
        <ScaleNotice instrument={instrument} />
      </Section>
      {answered && <Steps results={results} />}
      {answered && <Coming dates={props.dates} />}
      <Keep {...props} />
    </>
  );
}

export function ScaleNotice(props: { readonly instrument: Instrument }): JSX.Element {
  const funder = useFunder();
  return (
    <p class="es-hint">
      {props.instrument.scaleNotice} Elle n’a aucun effet sur vos aides et {funder.the} ne voit pas vos réponses. La
      moyenne paraît à partir de dix structures.
    </p>
  );
}

export function Steps(props: { readonly results: readonly DimensionResult[] }): JSX.Element {
  return (
    <Section title="Trois pas qui vous vont" intro="Choisis d’après vos domaines les plus bas.">
      <NextSteps steps={nextSteps(props.results)} />
    </Section>
  );
}

function Keep(props: ResultPageProps): JSX.Element {
  const { instrument, raw, organisations } = props;
  const [first] = organisations;
  return (
    <Section id="garder" title="Garder ce résultat">
      <Card variant="tinted">
        {first !== undefined ? (
          <Form action={urls.assessmentResult.href({ instrument: instrument.slug })}>
            {Object.entries(raw).map(([name, value]) => (
              <HiddenField key={name} name={name} value={String(value)} />
            ))}
            <p>Il rejoint celui de vos collègues. Les membres de l’organisme verront vos niveaux, pas vos réponses.</p>
            {organisations.length === 1 ? (
              <HiddenField name={controls.organisation} value={first.id} />
            ) : (
              <SelectField
                name={controls.organisation}
                label="Pour quel organisme ?"
                options={organisations.map((one) => ({ value: one.id, label: one.name }))}
                value={first.id}
              />
            )}
            <ButtonBar>
              <Button variant="secondary" icon="check">
                {organisations.length === 1 ? `Garder pour ${first.name}` : "Garder ce résultat"}
              </Button>
            </ButtonBar>
          </Form>
        ) : (
          <Without {...props} />
        )}
      </Card>
      <ButtonBar>
        <LinkButton variant="tertiary" icon="pen" href={questionsOf(instrument, raw)}>
          Revoir mes réponses
        </LinkButton>
      </ButtonBar>
    </Section>
  );
}

function Without(props: ResultPageProps): JSX.Element {
  const here = resultOf(props.instrument, props.raw);
  return (
    <>
      <p>
        {props.isSignedIn
          ? "Ajoutez votre organisme pour garder ce résultat, le comparer dans quelques mois et y inviter vos collègues."
          : "Avec un compte, vous pourrez le comparer dans quelques mois et y inviter vos collègues. Vos réponses vous suivent."}
      </p>
      <ButtonBar>
        {props.isSignedIn ? (
          <LinkButton variant="secondary" href={urls.newOrganisation.href({}, { retour: here })}>
            Ajouter mon organisme
          </LinkButton>
        ) : (
          <LinkButton variant="secondary" icon="user" href={urls.signIn.href({}, { retour: here })}>
            Me connecter et le garder
          </LinkButton>
        )}
      </ButtonBar>
    </>
  );
}

import type { JSX } from "preact";
import { type Item, visibilityOf } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  Columns,
  ErrorSummary,
  Form,
  HiddenField,
  PageHeader,
  Section,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { controlNames, wholePage } from "../query.ts";
import type { Simulator } from "../simulator.ts";
import { pathAt } from "../steps.ts";
import { Asked, Blocks, EnterButton } from "./blocks.tsx";
import { namedErrors } from "./named-errors.ts";
import { SoFar } from "./so-far.tsx";
import { TermsOf } from "./terms-of.tsx";

/** The simulator on one page. */
export function WholePage(props: {
  readonly simulator: Simulator;
  readonly errors: ReadonlyMap<string, string>;
}): JSX.Element {
  const funder = useFunder();
  const { simulator, errors } = props;
  return (
    <>
      <PageHeader
        eyebrow={`Simulateur · ${simulator.scheme.name}`}
        title={`Ce que ${funder.the} peut financer pour vous`}
        lead="Rien n’est enregistré. Laissez vide ce que vous ne savez pas : le résultat dira ce qui manque."
      />
      {simulator.call !== null && (
        <p>
          <TermsOf call={simulator.call} />
        </p>
      )}
      <ErrorSummary errors={namedErrors(simulator, errors)} />
      <Columns sideAt="end" side={<SoFar simulator={simulator} />}>
        <Form method="get" action={urls.simulator.href({ scheme: simulator.scheme.slug })} live>
          <EnterButton value="resultat" />
          <HiddenField name={controlNames.view} value={wholePage} />
          {simulator.call !== null && <HiddenField name={controlNames.call} value={simulator.call.slug} />}
          {simulator.scheme.simulatorForm.sections.map((section) => (
            <Section key={section.id} id={section.id} title={section.title} intro={section.intro}>
              <Items simulator={simulator} items={section.items} at={[]} errors={errors} />
            </Section>
          ))}
          <ButtonBar>
            <Button variant="tertiary" size="sm" name={controlNames.go} value="questions">
              Question par question
            </Button>
          </ButtonBar>
          <ButtonBar sticky>
            <Button name={controlNames.go} value="resultat" icon="arrow-right" iconAt="end">
              Voir le résultat
            </Button>
          </ButtonBar>
        </Form>
      </Columns>
    </>
  );
}

interface ItemsProps {
  readonly simulator: Simulator;
  readonly items: readonly Item[];
  readonly at: readonly number[];
  readonly errors: ReadonlyMap<string, string>;
}

/** A question that another calls for comes once that one is answered: as one types where scripts run, else at the button. */
function Items(props: ItemsProps): JSX.Element {
  const { simulator, items, at, errors } = props;
  const shown = items.filter((item) => item.type === "group" || visibilityOf(item, simulator.answers, at) === "met");
  return (
    <div id={`questions-${items[0]?.path.join("-") ?? ""}-${at.join("-")}`} data-live-target data-live-fields>
      {shown.map((item) => {
        const path = pathAt(item.path, at);
        if (item.type === "question") {
          return <Asked key={path} simulator={simulator} question={item} path={path} errors={errors} />;
        }
        return (
          <Blocks key={path} simulator={simulator} group={item} at={at} errors={errors}>
            {(index) => <Items simulator={simulator} items={item.items} at={[...at, index]} errors={errors} />}
          </Blocks>
        );
      })}
    </div>
  );
}

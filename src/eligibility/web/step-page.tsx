import type { JSX } from "preact";
import { type Raw, visibilityOf } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  Card,
  Columns,
  ErrorSummary,
  Form,
  HiddenField,
  PageHeader,
  Progress,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { controlNames } from "../query.ts";
import type { Simulator } from "../simulator.ts";
import { type BlocksStep, isIn, pathAt, type SimulatorStep } from "../steps.ts";
import { Asked, Blocks, EnterButton } from "./blocks.tsx";
import { Carried } from "./carried.tsx";
import { namedErrors } from "./named-errors.ts";
import { EarlyWarning, SoFar } from "./so-far.tsx";

const formId = "simulation";

export interface StepPageProps {
  readonly simulator: Simulator;
  readonly step: SimulatorStep;
  readonly index: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Shown once a person has tried to go on. */
  readonly errors: ReadonlyMap<string, string>;
}

/** The simulator question by question. All the other answers travel hidden in the form. */
export function StepPage(props: StepPageProps): JSX.Element {
  const { simulator, step, index } = props;
  const total = simulator.steps.length;
  const errors = namedErrors(simulator, props.errors);
  return (
    <>
      <PageHeader
        eyebrow={`Simulateur · ${simulator.call?.title ?? simulator.scheme.name}`}
        title={step.section.title}
        lead={
          index === 0
            ? `${total} questions courtes, sans compte. Rien n’est enregistré, et vous pouvez passer une question.`
            : step.section.intro
        }
      />
      <ErrorSummary errors={errors} />
      <Columns sideAt="end" side={<Side simulator={simulator} />}>
        <Progress done={index} total={total} label={`Question ${index + 1} sur ${total}`} />
        <EarlyWarning simulator={simulator} step={step} />
        <Form id={formId} method="get" action={urls.simulator.href({ scheme: simulator.scheme.slug })} live>
          <EnterButton value="suite" />
          <HiddenField name={controlNames.step} value={step.id} />
          <Carried raw={elsewhere(simulator.raw, step)} />
          <StepFields {...props} />
          <ButtonBar>
            <Button name={controlNames.go} value="suite" icon="arrow-right" iconAt="end">
              {props.isLast ? "Voir le résultat" : "Continuer"}
            </Button>
            {!props.isFirst && (
              <Button variant="secondary" name={controlNames.go} value="retour" icon="arrow-left">
                Question précédente
              </Button>
            )}
          </ButtonBar>
        </Form>
      </Columns>
    </>
  );
}

function StepFields(props: StepPageProps): JSX.Element {
  const { simulator, step, errors } = props;
  if (step.kind === "question") {
    return <Asked simulator={simulator} question={step.question} path={step.id} errors={errors} />;
  }
  return (
    <Blocks simulator={simulator} group={step.group} at={step.at} errors={errors}>
      {(index) =>
        step.kind === "items" ? (
          <p>Ses questions viennent juste après.</p>
        ) : (
          <BlockFields {...props} step={step} at={[...step.at, index]} />
        )
      }
    </Blocks>
  );
}

/** A question that another calls for comes once that one is answered: as one types where scripts run, else at the button. */
function BlockFields(
  props: StepPageProps & { readonly step: BlocksStep; readonly at: readonly number[] },
): JSX.Element {
  const { simulator, step, at, errors } = props;
  return (
    <div id={`questions-${step.id}-${at.join("-")}`} data-live-target data-live-fields>
      {step.group.items.map((item) => {
        if (item.type === "group" || visibilityOf(item, simulator.answers, at) !== "met") return null;
        const path = pathAt(item.path, at);
        return <Asked key={path} simulator={simulator} question={item} path={path} errors={errors} />;
      })}
    </div>
  );
}

/** The answers given on the other screens. */
function elsewhere(raw: Raw, step: SimulatorStep): Raw {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !isIn(step, name)));
}

function Side(props: { readonly simulator: Simulator }): JSX.Element {
  return (
    <>
      <SoFar simulator={props.simulator} />
      <Card level={2} title="Vous préférez tout voir ?">
        <p>Toutes les questions tiennent aussi sur une page. Vos réponses sont gardées.</p>
        <Button variant="secondary" size="sm" form={formId} name={controlNames.go} value="page">
          Tout sur une page
        </Button>
      </Card>
    </>
  );
}

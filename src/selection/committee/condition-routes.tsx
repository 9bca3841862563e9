import { randomUUID } from "node:crypto";
import { type Application, findApplication, maySeeAsApplicant, mayWriteFor, type Refusal } from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
import { readerOf } from "#src/people/index.ts";
import {
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { answerOutcome } from "#src/reviews/web/index.ts";
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  formatDateTime,
  HiddenField,
  LongTextField,
  PageHeader,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { VoteCondition } from "../candidate.ts";
import { answerCondition } from "./conditions.ts";
import { conditionLook } from "./conditions-part.tsx";
import { listConditions } from "./store.ts";

/** What the committee asks of an applicant before the vote, and their answers. */
export function conditionRoutes(routes: Routes, world: World): void {
  routes.get(urls.applicationConditions.pattern, (c) => show(c, world, [], {}));

  routes.post(urls.applicationCondition.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const fields = await readForm(c);
    const [id, condition] = [idParam(c, "id"), idParam(c, "condition")];
    const location = urls.applicationConditions.href({ id });
    const outcome = await answerCondition(
      world,
      visitor,
      { id, key: readKey(fields), location },
      condition,
      text(fields, "answer"),
    );
    return answerOutcome(c, world, outcome, {
      done: "Votre réponse est envoyée.",
      back: location,
      typed: fields,
      refused: (refusals) => show(c, world, refusals, fields),
    });
  });
}

async function show(
  c: RequestContext,
  world: World,
  refusals: readonly Refusal[],
  fields: FormFields,
): Promise<Response> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    application: await findApplication(tx, id),
    conditions: await listConditions(tx, id),
  }));
  const { application, conditions } = found;
  if (application === null || !maySeeAsApplicant(visitor, application)) return notFound();
  const message = refusals.map((one) => one.message).join(" ");
  return respondPage(
    c,
    world,
    {
      title: "Conditions avant le vote",
      current: urls.dashboard.href(),
      status: refusals.length > 0 ? 422 : 200,
      breadcrumbs: [
        { label: "Mon espace", href: urls.dashboard.href() },
        { label: application.number ?? "Demande", href: urls.application.href({ id }) },
        { label: "Conditions" },
      ],
    },
    <>
      <ErrorSummary errors={refusals.length === 0 ? [] : [{ name: "answer", message }]} />
      <PageHeader
        eyebrow={application.number ?? ""}
        title="Conditions avant le vote"
        lead="Le comité de sélection les pose avant que l’aide ne soit votée. L’instructeur les lève quand votre réponse convient."
      />
      {conditions.length === 0 && <EmptyState title="Aucune condition" />}
      {conditions.map((condition) => (
        <Item
          key={condition.id}
          application={application}
          condition={condition}
          mayAnswer={mayWriteFor(visitor, application.organisationId)}
          typed={idOf(c) === condition.id ? text(fields, "answer") : condition.answer}
          error={idOf(c) === condition.id && message !== "" ? message : undefined}
        />
      ))}
    </>,
  );
}

function idOf(c: RequestContext): string | undefined {
  return c.req.param("condition");
}

function Item(props: {
  readonly application: Application;
  readonly condition: VoteCondition;
  readonly mayAnswer: boolean;
  readonly typed: string;
  readonly error: string | undefined;
}) {
  const { condition, application } = props;
  return (
    <div class="es-card es-card-plain">
      <div class="es-card-top">
        <span class="es-eyebrow">{`Reçue le ${formatDateTime(condition.setAt)}`}</span>
        <StateTag {...conditionLook(condition)} />
      </div>
      <p class="es-lines">{condition.words}</p>
      {condition.liftedAt === null && props.mayAnswer ? (
        <Form action={urls.applicationCondition.href({ id: application.id, condition: condition.id })}>
          <HiddenField name="cle" value={randomUUID()} />
          <LongTextField name="answer" label="Votre réponse" maxLength={4000} value={props.typed} error={props.error} />
          <Button>Envoyer ma réponse</Button>
        </Form>
      ) : (
        condition.answer !== "" && <p class="es-lines">{`Réponse : ${condition.answer}`}</p>
      )}
    </div>
  );
}

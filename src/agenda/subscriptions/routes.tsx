import { HTTPException } from "hono/http-exception";
import type { JSX } from "preact";
import { onceBecause, withinLimit } from "#src/people/index.ts";
import { notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { departmentName, departmentsOfFunder } from "#src/territory/index.ts";
import {
  ActionForm,
  Answer,
  Button,
  ChoicesField,
  EmailField,
  ErrorSummary,
  Form,
  formatList,
  HiddenField,
  NBSP,
  PageHeader,
  SelectField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import { readEmail } from "../occasions/typed.ts";
import {
  askSubscription,
  changeSubscription,
  confirmSubscription,
  endSubscription,
  findSubscription,
  type Subscription,
  TOPICS,
  type Topic,
} from "./store.ts";
import { subscriptionLink, subscriptionOfKey } from "./tell.ts";

export function subscriptionRoutes(routes: Routes, world: World): void {
  routes.get(urls.subscriptions.pattern, (c) => {
    const typed = { sujets: ["events", "sessions"], ...c.req.query() };
    return answerForm(c, world, typed, {}, 200);
  });

  routes.post(urls.subscriptions.pattern, async (c) => {
    const typed = await readForm(c);
    const email = readEmail(text(typed, "courriel"));
    const topics = topicsIn(typed);
    const errors: Record<string, string> = {};
    if (email === null) errors.courriel = "Donnez une adresse électronique complète.";
    if (topics.length === 0) errors.sujets = "Cochez au moins un sujet.";
    if (email === null || topics.length === 0) return answerForm(c, world, typed, errors, 422);
    if (!(await withinLimit(world, "subscription", email, { max: 5, minutes: 15 }))) throw new HTTPException(429);
    const department = departmentIn(typed);
    const query = cutText(text(typed, "recherche"), 300);
    await inTransaction(world.db, "system", async (tx) => {
      const at = world.clock.now();
      const id = await askSubscription(tx, at, { email, topics, department, query });
      const paragraphs = [
        `Vous avez demandé à être prévenu. Ouvrez ce lien et confirmez${NBSP}:\n${subscriptionLink(world, id)}`,
        "Si ce n’est pas vous, ignorez ce courriel : rien ne vous sera envoyé.",
      ];
      const why = onceBecause("cette adresse a été donnée pour être prévenue");
      await postMail(world, tx, at, { to: email, subject: "Confirmez : être prévenu", paragraphs, why });
    });
    const page = (
      <>
        <PageHeader title="Être prévenu" />
        <Answer tone="info" icon="send" title="Ouvrez votre courriel pour confirmer">
          <p>{`Un message part à ${email}. Vous arrêtez quand vous voulez, en un clic, sans compte.`}</p>
        </Answer>
      </>
    );
    return respondPage(c, world, { title: "Être prévenu", current: urls.agenda.href() }, page);
  });

  routes.get(urls.subscription.pattern, async (c) => {
    const id = subscriptionOfKey(world, c.req.param("key")) ?? notFound();
    const found = await inTransaction(world.db, "system", (tx) => findSubscription(tx, id));
    const page = found === null ? <OverPage /> : <SubscriptionPage subscription={found} key_={c.req.param("key")} />;
    return respondPage(c, world, { title: "Être prévenu", current: urls.agenda.href() }, page);
  });

  routes.post(urls.subscriptionConfirmation.pattern, async (c) => {
    const id = subscriptionOfKey(world, c.req.param("key")) ?? notFound();
    await inTransaction(world.db, "system", (tx) => confirmSubscription(tx, world.clock.now(), id));
    setFlash(c, "success", "C’est noté : vous serez prévenu.");
    return c.redirect(urls.subscription.href({ key: c.req.param("key") }), 303);
  });

  routes.post(urls.subscriptionTopics.pattern, async (c) => {
    const id = subscriptionOfKey(world, c.req.param("key")) ?? notFound();
    const typed = await readForm(c);
    const topics = topicsIn(typed);
    if (topics.length === 0) setFlash(c, "warning", "Cochez au moins un sujet, ou arrêtez tout.");
    else {
      const changed = { topics, department: departmentIn(typed) };
      await inTransaction(world.db, "system", (tx) => changeSubscription(tx, id, changed));
      setFlash(c, "success", "C’est noté.");
    }
    return c.redirect(urls.subscription.href({ key: c.req.param("key") }), 303);
  });

  routes.post(urls.subscriptionEnd.pattern, async (c) => {
    const id = subscriptionOfKey(world, c.req.param("key")) ?? notFound();
    await inTransaction(world.db, "system", (tx) => endSubscription(tx, id));
    return c.redirect(urls.subscription.href({ key: c.req.param("key") }), 303);
  });
}

function topicsIn(typed: FormFields): readonly Topic[] {
  return texts(typed, "sujets").filter((one): one is Topic => Object.hasOwn(TOPICS, one));
}

function departmentIn(typed: FormFields): string | null {
  return departmentsOfFunder().find((one) => one.code === text(typed, "departement"))?.code ?? null;
}

function answerForm(
  c: RequestContext,
  world: World,
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Response {
  const page = (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title="Être prévenu"
        lead="Un courriel quand une date ou un appel paraît. Vous arrêtez en un clic, sans compte."
      />
      <Form action={urls.subscriptions.href()}>
        <EmailField name="courriel" label="Votre courriel" value={text(typed, "courriel")} error={errors.courriel} />
        <Asked topics={texts(typed, "sujets")} department={text(typed, "departement")} error={errors.sujets} />
        {text(typed, "recherche") !== "" && (
          <>
            <HiddenField name="recherche" value={text(typed, "recherche")} />
            <p class="es-hint">Seules les dates qui répondent à votre recherche vous seront dites.</p>
          </>
        )}
        <Button>Me prévenir</Button>
      </Form>
    </>
  );
  return respondPage(c, world, { title: "Être prévenu", current: urls.agenda.href(), status }, page);
}

/** What one asks to hear of, and where. */
function Asked(props: {
  readonly topics: readonly string[];
  readonly department: string;
  readonly error?: string | undefined;
}): JSX.Element {
  return (
    <>
      <ChoicesField
        name="sujets"
        label="De quoi ?"
        options={Object.entries(TOPICS).map(([value, label]) => ({ value, label }))}
        values={props.topics}
        error={props.error}
      />
      <SelectField
        name="departement"
        label="Près de chez vous seulement ?"
        hint="Les appels à projets sont pour toute la région."
        required={false}
        options={departmentsOfFunder().map(({ code, name }) => ({ value: code, label: name }))}
        value={props.department}
      />
    </>
  );
}

function SubscriptionPage(props: { readonly subscription: Subscription; readonly key_: string }): JSX.Element {
  const { subscription, key_ } = props;
  const place = subscription.department === null ? "" : `, ${departmentName(subscription.department) ?? ""}`;
  const what = `${formatList(subscription.topics.map((one) => TOPICS[one].toLowerCase()))}${place}`;
  return (
    <>
      <PageHeader title="Être prévenu" lead={`${subscription.email} : ${what}.`} />
      {subscription.isConfirmed ? (
        <>
          <Answer tone="success" icon="check" title="Vous êtes prévenu" />
          <Form action={urls.subscriptionTopics.href({ key: key_ })} label="Changer ce que vous recevez">
            <Asked topics={subscription.topics} department={subscription.department ?? ""} />
            <Button variant="secondary">Enregistrer</Button>
          </Form>
        </>
      ) : (
        <ActionForm action={urls.subscriptionConfirmation.href({ key: key_ })}>
          <Button>Confirmer</Button>
        </ActionForm>
      )}
      <ActionForm action={urls.subscriptionEnd.href({ key: key_ })}>
        <Button variant="secondary">Ne plus rien recevoir</Button>
      </ActionForm>
    </>
  );
}

function OverPage(): JSX.Element {
  return (
    <>
      <PageHeader title="Être prévenu" />
      <Answer tone="info" icon="check" title="Vous ne recevez plus rien">
        <p>
          Votre adresse est effacée de cette liste. <a href={urls.agenda.href()}>Voir l’agenda</a>
        </p>
      </Answer>
    </>
  );
}

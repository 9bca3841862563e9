import type { JSX } from "preact";
import { jobFamilies } from "#policy/index.ts";
import { readerOf, type SignedVisitor, type Visitor, writesForSome } from "#src/people/index.ts";
import {
  forbidden,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text, texts } from "#src/platform/http/forms.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import {
  Button,
  ChoicesField,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  LongTextField,
  NumberField,
  PageHeader,
  plural,
  Section,
  SelectField,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { addNeed, listNeeds, type Need, readNeed } from "./needs.ts";
import { listPlans } from "./plan-store.ts";

/** Where the networks say what their structures need to learn, before the year's programme is made. */
export function needsRoutes(routes: Routes, world: World): void {
  routes.get(urls.trainingNeeds.pattern, (c) => answer(c, world, requireTeller(c), {}, {}, 200));

  routes.post(urls.trainingNeeds.pattern, async (c) => {
    const visitor = requireTeller(c);
    const typed = await readForm(c);
    const read = readNeed(typed);
    const organisation = tellers(visitor).find((one) => one.id === text(typed, "organisme"));
    const years = await openYears(world);
    const year = years.find((one) => String(one) === text(typed, "annee"));
    const errors = {
      ...("errors" in read ? read.errors : {}),
      ...(organisation === undefined ? { organisme: "Choisissez qui le dit." } : {}),
      ...(year === undefined ? { annee: "Choisissez une année." } : {}),
    };
    if ("errors" in read || organisation === undefined || year === undefined) {
      return answer(c, world, visitor, typed, errors, 422);
    }
    await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const at = world.clock.now();
      await addNeed(tx, at, year, organisation.id, visitor.person.id, read.need);
      await record(tx, {
        chain: `training:${year}`,
        at,
        actor: visitor.person.id,
        organisation: organisation.id,
        act: "need-told",
        details: { title: read.need.title },
        visibleToApplicant: true,
      });
    });
    setFlash(c, "success", "Ce besoin est dit : l’opérateur le voit en préparant le programme.");
    return c.redirect(urls.trainingNeeds.href(), 303);
  });
}

/** Whether the page is for this visitor: someone that nobody knows yet signs in first. */
export function mayTellNeeds(visitor: Visitor): boolean {
  return visitor.person === null || writesForSome(visitor);
}

function tellers(visitor: Pick<Visitor, "memberships">): readonly { readonly id: string; readonly name: string }[] {
  return visitor.memberships
    .filter((one) => one.role !== "reader")
    .map((one) => ({ id: one.organisationId, name: one.organisationName }));
}

function requireTeller(c: RequestContext): SignedVisitor {
  const visitor = requireSignedIn(c);
  return writesForSome(visitor) ? visitor : forbidden();
}

/** Years whose programme is not closed. */
async function openYears(world: World): Promise<readonly number[]> {
  const plans = await inTransaction(world.db, "public", listPlans);
  return plans.filter((one) => one.state !== "closed").map((one) => one.year);
}

async function answer(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  typed: FormFields,
  errors: FieldErrors,
  status: 200 | 422,
): Promise<Response> {
  const years = await openYears(world);
  const told = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const all: Need[] = [];
    for (const year of years) all.push(...(await listNeeds(tx, year)));
    return all;
  });
  const page = <NeedsPage typed={typed} errors={errors} years={years} tellers={tellers(visitor)} told={told} />;
  return respondPage(c, world, { title: "Dire un besoin de formation", current: urls.catalogue.href(), status }, page);
}

function NeedsPage(props: {
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  readonly years: readonly number[];
  readonly tellers: readonly { readonly id: string; readonly name: string }[];
  readonly told: readonly Need[];
}): JSX.Element {
  const { typed, errors } = props;
  const field = (name: string) => ({ name, value: text(typed, name), error: errors[name] });
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title="Dire un besoin de formation"
        lead="Le programme de l’année se construit avec les réseaux : dites ce que vos équipes ont besoin d’apprendre."
      />
      <Section title="Ce que vous avez dit">
        <DataTable
          caption="Besoins dits"
          captionHidden
          rows={props.told}
          rowKey={(one) => one.id}
          empty={
            <EmptyState title="Rien encore" level={3}>
              <p>Vos besoins, et les formations qui y répondent, apparaîtront ici.</p>
            </EmptyState>
          }
          columns={[
            { key: "title", header: "Besoin", rowHeader: true, cell: (one) => one.title },
            { key: "year", header: "Année", cell: (one) => one.year },
            {
              key: "answered",
              header: "Réponse",
              cell: (one) => (one.answered === 0 ? "Pas encore" : plural(one.answered, "formation")),
            },
          ]}
        />
      </Section>
      {props.years.length === 0 ? (
        <EmptyState title="Aucun programme ne se prépare pour l’instant" />
      ) : (
        <Section title="Dire un besoin">
          <Form action={urls.trainingNeeds.href()}>
            <SelectField
              {...field("organisme")}
              label="Qui le dit ?"
              options={props.tellers.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              {...field("annee")}
              label="Pour quelle année ?"
              options={props.years.map((year) => ({ value: String(year), label: String(year) }))}
            />
            <TextField {...field("titre")} label="Le besoin" maxLength={200} />
            <LongTextField {...field("detail")} label="En détail" rows={4} maxLength={3000} required={false} />
            <ChoicesField
              name="metiers"
              label="Pour quels métiers ?"
              options={Object.entries(jobFamilies).map(([value, label]) => ({ value, label }))}
              values={texts(typed, "metiers")}
              required={false}
            />
            <NumberField {...field("personnes")} label="Combien de personnes, à peu près ?" required={false} />
            <Button>Dire ce besoin</Button>
          </Form>
        </Section>
      )}
    </>
  );
}

import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { applicantStateLook } from "#src/life/web/index.ts";
import {
  Button,
  ButtonBar,
  Card,
  ChoiceField,
  EmptyState,
  ErrorSummary,
  Form,
  formatDateTime,
  Grid,
  HiddenField,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Birth } from "./birth.ts";
import type { Beginning } from "./replaced.ts";

/** One organisation, at one of its establishments, that a request can be made for. */
export interface Applicant {
  /** `organisation id`, or `organisation id:SIRET`. */
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  /** What the service knows better than the answers brought along. */
  readonly beginning: Beginning;
}

export interface ExistingDraft {
  readonly id: string;
  readonly title: string;
  readonly organisationName: string;
  readonly savedAt: Temporal.Instant;
}

export interface NewPageProps {
  readonly scheme: { readonly slug: string; readonly name: string };
  /** The call that is answered; null for a scheme open all year. */
  readonly call: { readonly slug: string; readonly title: string } | null;
  /** Where the request is born; null where no event is named. */
  readonly birth: Birth | null;
  readonly applicants: readonly Applicant[];
  readonly drafts: readonly ExistingDraft[];
  /** The simulator's answers, as its address carries them; "" when there are none. */
  readonly answers: string;
  readonly actKey: string;
  readonly error?: string | undefined;
  readonly chosen: string;
  /** Where to come back once an organisation is made. */
  readonly here: string;
  /** What the simulator was told of the organisation, under the names of its form: it is not asked again. */
  readonly said: { readonly effectif: string; readonly commune: string };
}

/** Begins a request, or rather goes on with the one already begun. */
export function NewPage(props: NewPageProps): JSX.Element {
  const { scheme, applicants, drafts } = props;
  const hasDraft = drafts.length > 0;
  return (
    <>
      <PageHeader
        eyebrow={props.call === null ? scheme.name : `${scheme.name} · ${props.call.title}`}
        title={hasDraft ? "Vous avez déjà une demande en cours" : "Commencer une demande"}
        lead={
          hasDraft
            ? "Reprenez-la où vous l’avez laissée : tout y est enregistré."
            : "Tout s’enregistre au fur et à mesure. Vous pouvez vous arrêter et revenir quand vous voulez."
        }
      />
      <ErrorSummary errors={props.error === undefined ? [] : [{ name: "organisme", message: props.error }]} />
      {hasDraft && <Drafts drafts={drafts} />}
      {applicants.length === 0 ? (
        <NoOrganisation here={props.here} said={props.said} />
      ) : (
        <Begin {...props} hasDraft={hasDraft} />
      )}
    </>
  );
}

/** The event that the request will name. */
function BornAt({ birth }: { readonly birth: Birth }): JSX.Element {
  return (
    <Notice tone="info" title={`Elle dira être née de l’événement « ${birth.eventTitle} »`}>
      {birth.ideaTitle === ""
        ? "Vous pourrez changer cela tant qu’elle n’est pas déposée."
        : `L’idée « ${birth.ideaTitle} » lui donne son titre, que vous pourrez changer.`}
    </Notice>
  );
}

function Drafts(props: { readonly drafts: readonly ExistingDraft[] }): JSX.Element {
  return (
    <Grid>
      {props.drafts.map((draft) => (
        <Card
          key={draft.id}
          level={2}
          title={draft.title === "" ? "Demande sans titre" : draft.title}
          eyebrow={draft.organisationName}
          mark={<StateTag {...applicantStateLook("draft")} />}
          footer={
            <LinkButton href={urls.application.href({ id: draft.id })} icon="arrow-right" iconAt="end">
              Reprendre ce brouillon
            </LinkButton>
          }
        >
          <p>Enregistré le {formatDateTime(draft.savedAt)}.</p>
        </Card>
      ))}
    </Grid>
  );
}

function NoOrganisation({ here, said }: Pick<NewPageProps, "here" | "said">): JSX.Element {
  return (
    <EmptyState
      title="Ajoutez d’abord votre organisme"
      action={
        <LinkButton href={urls.newOrganisation.href({}, { retour: here, ...said })}>Ajouter mon organisme</LinkButton>
      }
    >
      <p>
        Une demande est faite au nom d’un organisme. Son SIRET suffit : le service retrouve le reste.
        {here.includes("?") && " Vos réponses au simulateur sont gardées."}
      </p>
      <p>Si votre organisme est déjà ici, demandez à son responsable de vous donner le rôle de rédacteur.</p>
    </EmptyState>
  );
}

function Begin(props: NewPageProps & { readonly hasDraft: boolean }): JSX.Element {
  const [only, ...others] = props.applicants;
  return (
    <Section title={props.hasDraft ? "Ou commencer une autre demande" : "Pour quel organisme ?"}>
      {props.birth !== null && <BornAt birth={props.birth} />}
      {props.answers !== "" && (
        <Notice tone="success" title="Vos réponses au simulateur sont reprises">
          Vous pourrez les corriger.
        </Notice>
      )}
      {props.applicants.map((one) => (
        <KnownBetter key={one.value} applicant={one} isAlone={others.length === 0} />
      ))}
      <Form action={urls.newApplication.href()}>
        <HiddenField name="cle" value={props.actKey} />
        <HiddenField name="dispositif" value={props.scheme.slug} />
        <HiddenField name="reponses" value={props.answers} />
        {props.call !== null && <HiddenField name="appel" value={props.call.slug} />}
        {props.birth !== null && <HiddenField name="evenement" value={props.birth.event} />}
        {props.birth !== null && <HiddenField name="idee" value={props.birth.idea} />}
        {only !== undefined && others.length === 0 ? (
          <>
            <HiddenField name="organisme" value={only.value} />
            <p>
              <strong>{only.label}</strong>
              <br />
              {only.hint}
            </p>
          </>
        ) : (
          <ChoiceField
            name="organisme"
            label="Organisme et lieu concernés"
            options={props.applicants}
            value={props.chosen}
            error={props.error}
          />
        )}
        <ButtonBar>
          <Button variant={props.hasDraft ? "secondary" : "primary"}>
            {props.hasDraft ? "Commencer une autre demande" : "Commencer"}
          </Button>
        </ButtonBar>
      </Form>
    </Section>
  );
}

/** Answers of the simulator that give way to what the service knows, and the aid that follows: said before beginning. */
function KnownBetter(props: { readonly applicant: Applicant; readonly isAlone: boolean }): JSX.Element | null {
  const { label, beginning } = props.applicant;
  const { replaced, aidBefore, aidAfter } = beginning;
  if (replaced.length === 0) return null;
  const name = props.isAlone ? "votre organisme" : label;
  return (
    <Notice tone="warning" title={`Pour ${name}, le service connaît d’autres réponses`}>
      <ul>
        {replaced.map((one) => (
          <li key={one.path}>
            {one.label} <strong>{one.after}</strong>, au lieu de {one.before}
          </li>
        ))}
      </ul>
      {aidAfter !== null && aidAfter !== aidBefore && (
        <p>
          Aide possible au plus :{" "}
          <strong>
            <Money cents={aidAfter} />
          </strong>
          {aidBefore !== null && (
            <>
              , au lieu de <Money cents={aidBefore} />
            </>
          )}
          .
        </p>
      )}
    </Notice>
  );
}

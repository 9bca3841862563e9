import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { type Application, isGivenUp, leftOf, letterWord, shownDeadline, textOf } from "#src/life/index.ts";
import { applicantStateLook, unmetConditions, whatIsLeft } from "#src/life/web/index.ts";
import {
  Card,
  type Content,
  DataTable,
  Deadline,
  EmptyState,
  formatDateTime,
  formatDay,
  LinkButton,
  Money,
  PageHeader,
  plural,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { nextPlace } from "../draft/draft-page.tsx";
import { isWaiting, type Partnership } from "../partners/home.ts";
import { PartnershipCards } from "../partners/home-cards.tsx";
import { sayWaited } from "../partners/waiting.ts";
import type { Home, RecentDocument, ToDo } from "./home.ts";

export interface DashboardPageProps {
  readonly home: Home;
  readonly partnerships: readonly Partnership[];
  /** What is to come where they are expected; null where nothing is. */
  readonly dates: JSX.Element | null;
  readonly firstName: string;
  readonly hasOrganisation: boolean;
  readonly mayBegin: boolean;
  readonly today: string;
}

/** The applicant's home: what do I have to do now, then where my files stand. */
export function DashboardPage(props: DashboardPageProps): JSX.Element {
  const { home } = props;
  return (
    <>
      <PageHeader
        title={`Bonjour ${props.firstName}`}
        lead={leadOf(props)}
        actions={
          props.mayBegin && home.applications.length > 0 ? (
            <LinkButton href={urls.newApplication.href()} variant="secondary" icon="plus">
              Nouvelle demande
            </LinkButton>
          ) : undefined
        }
      />
      {home.todo.length > 0 && (
        <Section id="a-faire" title="À faire">
          {home.todo.map((one) => (
            <ToDoCard key={`${one.kind}-${one.application.id}`} todo={one} today={props.today} />
          ))}
        </Section>
      )}
      <PartnershipCards partnerships={props.partnerships} />
      {props.dates}
      {home.applications.length === 0 ? <Nothing {...props} /> : <Applications {...props} />}
      {home.documents.length > 0 && <Documents documents={home.documents} />}
    </>
  );
}

function leadOf(props: DashboardPageProps): string {
  const parts = props.partnerships.filter(isWaiting).length;
  const pressing = props.home.todo.filter((one) => one.kind !== "draft").length + parts;
  const drafts = props.home.todo.filter((one) => one.kind === "draft").length;
  const waiting = plural(drafts, "brouillon vous attend", "brouillons vous attendent");
  if (pressing > 0) {
    const answers = `${plural(pressing, "chose attend", "choses attendent")} votre réponse`;
    return drafts > 0 ? `${answers} et ${waiting}.` : `${answers}.`;
  }
  if (drafts > 0) return `Rien ne presse. ${waiting}.`;
  return props.home.applications.length > 0
    ? "Vous n’avez rien à faire pour l’instant."
    : "Bienvenue dans votre espace.";
}

function ToDoCard(props: { readonly todo: ToDo; readonly today: string }): JSX.Element {
  const { todo, today } = props;
  const { application } = todo;
  const { id } = application;
  const about = `${application.number ?? "Brouillon"} · ${application.organisationName}`;
  const title = application.title === "" ? textOf(application.raw, "title") || "Demande sans titre" : application.title;
  switch (todo.kind) {
    case "completion":
      return (
        <Card
          level={3}
          variant="honey"
          eyebrow={about}
          title={`Répondre à la demande de compléments\u00a0: ${title}`}
          href={urls.applicationCompletion.href({ id })}
          mark={<Deadline day={todo.request.dueOn} today={today} />}
        >
          <p>
            {plural(todo.request.items.length, "élément demandé", "éléments demandés")}, à envoyer au plus tard le{" "}
            {formatDay(todo.request.dueOn)}. Votre demande n’avance pas en attendant.
          </p>
        </Card>
      );
    case "agreement":
      return (
        <Card
          level={3}
          variant="honey"
          eyebrow={about}
          title={`Signer la convention\u00a0: ${title}`}
          href={urls.applicationAgreement.href({ id })}
        >
          <p>Téléchargez-la, signez-la, déposez l’exemplaire signé.</p>
        </Card>
      );
    case "amendment":
      return (
        <Card
          level={3}
          variant="honey"
          eyebrow={about}
          title={`Signer l’avenant\u00a0: ${title}`}
          href={urls.applicationAgreement.href({ id })}
        >
          <p>Il change l’aide de votre convention. Téléchargez-le, signez-le, déposez l’exemplaire signé.</p>
        </Card>
      );
    case "messages":
      return (
        <Card
          level={3}
          variant="accent"
          eyebrow={about}
          title={`Lire ${plural(todo.count, "nouveau message", "nouveaux messages")}\u00a0: ${title}`}
          href={`${urls.application.href({ id })}#messages`}
        >
          <p>Le service vous a écrit.</p>
        </Card>
      );
    case "draft": {
      const left = whatIsLeft(leftOf(todo.file.reading));
      const waited = sayWaited(todo.file);
      const unmet = todo.file.reading.unmet.length;
      return (
        <Card
          level={3}
          eyebrow={about}
          title={left === null && waited === null ? `Déposer\u00a0: ${title}` : `Terminer\u00a0: ${title}`}
          href={nextPlace(todo.file)}
          mark={<StateTag {...applicantStateLook("draft")} />}
        >
          <p>
            {unmet > 0 && <strong>{unmetConditions(unmet)} : l’aide n’est pas possible en l’état. </strong>}
            {left !== null ? `${left}.` : waited === null ? "Tout y est." : `Tout est rempli\u00a0; ${waited}.`}{" "}
            {application.call !== null && `À déposer avant le ${formatDateTime(application.call.closesAt)}. `}
            Enregistré le {formatDateTime(application.rawSavedAt)}.
          </p>
        </Card>
      );
    }
  }
}

function Nothing(props: DashboardPageProps): JSX.Element {
  if (!props.hasOrganisation) {
    return (
      <EmptyState
        title="Vos demandes seront ici"
        action={<LinkButton href={urls.newOrganisation.href()}>Ajouter mon organisme</LinkButton>}
      >
        <p>Une demande est faite au nom d’un organisme. Commencez par ajouter le vôtre : son SIRET suffit.</p>
        <p>
          Vous voulez d’abord savoir si l’aide est possible ?{" "}
          <a href={urls.simulators.href()}>Cinq minutes de simulation</a>, sans engagement.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Vos demandes seront ici"
      action={
        props.mayBegin ? (
          <LinkButton href={urls.newApplication.href()}>Commencer une demande</LinkButton>
        ) : (
          <LinkButton href={urls.simulators.href()}>Faire une simulation</LinkButton>
        )
      }
    >
      <p>Vous y verrez où elles en sont, ce qu’il vous reste à faire, les messages du service et vos documents.</p>
    </EmptyState>
  );
}

function Applications(props: DashboardPageProps): JSX.Element {
  return (
    <Section id="demandes" title="Mes demandes">
      <DataTable
        caption="Mes demandes"
        captionHidden
        columns={[
          { key: "title", header: "Demande", rowHeader: true, cell: (one) => titleCell(one) },
          { key: "state", header: "État", cell: (one) => <StateTag {...applicantStateLook(one.state)} /> },
          { key: "aid", header: "Aide", numeric: true, cell: (one) => aidCell(one) },
          { key: "when", header: "Dernière étape", cell: (one) => whenCell(one, props.home.endedAt.get(one.id)) },
          { key: "deadline", header: "Sans réponse", cell: (one) => deadlineCell(one, props.today) },
        ]}
        rows={props.home.applications}
        rowKey={(one) => one.id}
      />
    </Section>
  );
}

function titleCell(one: Application): Content {
  const title = one.title === "" ? textOf(one.raw, "title") || "Demande sans titre" : one.title;
  return (
    <>
      <a href={urls.application.href({ id: one.id })}>{title}</a>
      <br />
      <small>
        {one.number === null ? "" : `${one.number} · `}
        {one.organisationName}
      </small>
    </>
  );
}

function aidCell(one: Application): Content {
  if (isGivenUp(one.state)) return "—";
  if (one.eligibility === "not-eligible" && one.decidedAid === null) return "—";
  const told = ["notified", "agreement-to-sign", "signed"].includes(one.state) ? one.decidedAid : one.requestedAid;
  return told === null ? "—" : <Money cents={told} />;
}

function whenCell(one: Application, endedAt: Temporal.Instant | undefined): Content {
  if (endedAt !== undefined) return `${one.state === "withdrawn" ? "retirée" : "close"} le ${formatDateTime(endedAt)}`;
  return one.submittedAt === null
    ? `commencée le ${formatDateTime(one.createdAt)}`
    : `déposée le ${formatDateTime(one.submittedAt)}`;
}

function deadlineCell(one: Application, today: string): Content {
  const shown = shownDeadline(one, Temporal.PlainDate.from(today));
  if (shown === null) return "—";
  if (shown.paused) return <Deadline day={shown.day} today={today} paused />;
  return shown.over
    ? `considérée comme refusée depuis le ${formatDay(shown.day)}`
    : `considérée comme refusée le ${formatDay(shown.day)}`;
}

function Documents(props: { readonly documents: readonly RecentDocument[] }): JSX.Element {
  return (
    <Section id="documents" title="Mes derniers documents">
      <ul>
        {props.documents.map((one) => (
          <li key={one.id}>
            <a href={urls.applicationDocument.href({ id: one.applicationId, document: one.id })}>
              {letterWord(one.kind, "applicant")}
            </a>
            , {one.applicationNumber ?? ""}, le {formatDateTime(one.issuedAt)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

import type { JSX } from "preact";
import type { CallToAnswer } from "#src/calls/index.ts";
import { type Leave, type NewsKind, newsKinds } from "#src/life/index.ts";
import {
  ActionForm,
  Button,
  Columns,
  DataTable,
  Disclosure,
  dayInParis,
  EmptyState,
  formatDay,
  formatDayShort,
  formatTime,
  Icon,
  type IconName,
  Notice,
  PageHeader,
  Pager,
  plural,
  pluralOf,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { NewsItem } from "../store.ts";
import { Deadlines, Tasks, type TodaySideProps } from "./today-side.tsx";

/** News that stand open; the older ones unfold. */
const OPEN_NEWS = 10;

export interface TodayPageProps extends TodaySideProps {
  readonly news: readonly NewsItem[];
  readonly unread: number;
  /** Opinions that wait for the reader. */
  readonly toValidate: number;
  /** Calls that the reader is to publish. */
  readonly toPublish: readonly { readonly id: string; readonly title: string }[];
  /** Calls where something asked waits for an answer that the reader may give. */
  readonly toAnswer: readonly CallToAnswer[];
  /** Those for whom the reader stands in. */
  readonly absent: readonly Leave[];
  /** What later slices add to the day of this reader. */
  readonly parts: readonly JSX.Element[];
  /** The address of older news. */
  readonly next?: string;
}

const icons: Readonly<Record<NewsKind, IconName>> = {
  assigned: "user",
  answered: "arrow-left",
  correction: "pen",
  message: "message",
  question: "question",
  filed: "file",
  withdrawn: "cross",
  "to-validate": "scale",
  "sent-back": "arrow-left",
  validated: "check",
  decided: "flag",
  "signed-copy": "signature",
  followed: "eye",
  task: "flag",
  "task-due": "flag",
  "task-done": "check",
  deadline: "clock",
  "answer-late": "warning",
  proposal: "pen",
  refusal: "cross",
};

/** « 2 questions et 1 note d’intention ». */
function sayAsked({ questions, notes }: CallToAnswer): string {
  const parts = [
    ...(questions > 0 ? [plural(questions, "question", "questions")] : []),
    ...(notes > 0 ? [plural(notes, "note d’intention", "notes d’intention")] : []),
  ];
  return parts.join(" et ");
}

export function TodayPage(props: TodayPageProps): JSX.Element {
  const { news } = props;
  const unreadAfter = news.slice(OPEN_NEWS).filter(({ isRead }) => !isRead).length;
  return (
    <div class="es-today">
      <PageHeader title={formatDay(props.day)} lead={<Lead {...props} />} />
      {props.toValidate > 0 && (
        <Notice tone="info" title={plural(props.toValidate, "avis à valider", "avis à valider")}>
          <a href={urls.reviewSeries.href()}>Les valider, motivation sous les yeux</a>
        </Notice>
      )}
      {props.toPublish.map(({ id, title }) => (
        <Notice key={id} tone="info" title="Un appel attend sa publication">
          <a href={urls.deskCall.href({ id })}>{title}</a>
        </Notice>
      ))}
      {props.toAnswer.map((call) => (
        <Notice key={call.id} tone="info" title={`${sayAsked(call)} sans réponse`}>
          <a href={`${urls.deskCall.href({ id: call.id })}#${call.questions > 0 ? "questions" : "notes"}`}>
            {call.title}
          </a>
        </Notice>
      ))}
      {props.absent.map((leave) => (
        <Notice key={leave.id} tone="info" title={`Vous suppléez ${leave.personName}`}>
          Jusqu’au {formatDay(leave.until)} :{" "}
          <a href={urls.queue.href({}, { vue: "tous", agent: leave.personId })}>voir ses dossiers</a>. Ce que vous y
          faites est inscrit au journal à sa place.
        </Notice>
      ))}
      {props.parts}
      <Columns sideAt="end" side={<Side {...props} />}>
        <Section
          title="Ce qui m’est arrivé"
          aside={
            <>
              {props.unread > 0 && (
                <ActionForm action={urls.newsRead.href()}>
                  <Button variant="tertiary" size="sm" icon="check">
                    Tout marquer lu
                  </Button>
                </ActionForm>
              )}
              <a href={urls.accountMails.href()}>Régler mes courriels</a>
            </>
          }
        >
          <NewsTable day={props.day} caption="Nouvelles, la dernière d’abord" news={news.slice(0, OPEN_NEWS)} />
          {news.length > OPEN_NEWS && (
            <Disclosure
              summary={`${plural(news.length - OPEN_NEWS, "nouvelle plus ancienne", "nouvelles plus anciennes")}${unreadAfter === 0 ? "" : `, dont ${unreadAfter} à lire`}`}
            >
              <NewsTable day={props.day} caption="Nouvelles plus anciennes" news={news.slice(OPEN_NEWS)} />
            </Disclosure>
          )}
          <Pager next={props.next} />
        </Section>
      </Columns>
    </div>
  );
}

/** What waits in a sentence; on a small screen, it leads to what stands lower. */
function Lead({ unread, due, tasks }: TodayPageProps): JSX.Element {
  return (
    <>
      {unread === 0 ? "Aucune nouvelle à lire" : `${unread} ${pluralOf(unread, "nouvelle", "nouvelles")} à lire`},{" "}
      <a href="#echeances">
        {due.length === 0 ? "aucune échéance" : plural(due.length, "échéance", "échéances")} à sept jours
      </a>
      , <a href="#taches">{tasks.length === 0 ? "aucune tâche" : plural(tasks.length, "tâche", "tâches")}</a>.
    </>
  );
}

function Side(props: TodayPageProps): JSX.Element {
  return (
    <>
      <Deadlines {...props} />
      <Tasks {...props} />
    </>
  );
}

function NewsTable(props: {
  readonly news: readonly NewsItem[];
  readonly day: string;
  readonly caption: string;
}): JSX.Element {
  return (
    <div class="es-news">
      <DataTable
        caption={props.caption}
        captionHidden
        rows={props.news}
        rowKey={({ id }) => id}
        empty={
          <EmptyState level={3} title="Aucune nouvelle">
            Ce que font les demandeurs et vos collègues sur vos dossiers viendra ici.
          </EmptyState>
        }
        columns={[
          { key: "what", header: "Nouvelle", rowHeader: true, cell: (item) => <What item={item} /> },
          { key: "file", header: "Dossier", cell: (item) => <About item={item} /> },
          { key: "at", header: "Quand", narrow: true, cell: ({ at }) => <When at={at} day={props.day} /> },
        ]}
      />
    </div>
  );
}

function What(props: { readonly item: NewsItem }): JSX.Element {
  const { item } = props;
  const { title } = newsKinds[item.kind];
  // Many news have the same title: what each is about is part of its link, for who hears the links alone.
  const about =
    item.application === null ? null : <span class="ds-sr-only">{` : ${item.application.organisation}`}</span>;
  const link = (
    <a href={urls.newsItem.href({ id: item.id })}>
      {title}
      {about}
    </a>
  );
  return (
    <>
      <Icon name={icons[item.kind]} /> {item.isRead ? link : <strong>{link}</strong>}
      {!item.isRead && (
        <>
          {" "}
          <span class="es-new">Nouveau</span>
        </>
      )}
      {item.inPlaceOf !== null && <span class="es-hint"> pour {item.inPlaceOf}</span>}
    </>
  );
}

function About(props: { readonly item: NewsItem }): JSX.Element {
  const { application, excerpt, actor } = props.item;
  const told = [actor === null ? "" : `par ${actor}`, excerpt === "" ? "" : `« ${excerpt} »`];
  return (
    <>
      {application?.organisation}
      {application !== null && <br />}
      <span class="es-hint">
        {application?.number != null && <span class="es-number">{application.number} </span>}
        {told.filter((part) => part !== "").join(" : ")}
      </span>
    </>
  );
}

/** The hour of what is of today; the day of the rest. */
function When({ at, day }: { readonly at: NewsItem["at"]; readonly day: string }): JSX.Element {
  const of = dayInParis(at);
  return <span class="es-number">{of === day ? formatTime(at) : formatDayShort(of)}</span>;
}

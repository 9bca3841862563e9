import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import {
  type Application,
  type CompletionRequest,
  type HistoryEntry,
  type IssuedDocument,
  isGivenUp,
  type Message,
  type MessageFile,
  type OpenFile,
  possibleAid,
  shownDeadline,
} from "#src/life/index.ts";
import { applicantStateLook, factSentence, Messages, whatNext } from "#src/life/web/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import {
  Columns,
  type Content,
  Deadline,
  ErrorSummary,
  FileList,
  type FormError,
  formatDateTime,
  formatDay,
  LinkButton,
  LongTextField,
  Money,
  Notice,
  PageHeader,
  quoted,
  Section,
  StateTag,
  type SummaryItem,
  SummaryList,
  TableOfContents,
  Timeline,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Parts } from "../partners/parts.tsx";
import { type Proposal, takesProposals } from "../proposals/proposal.ts";
import { ProposalsTable } from "../proposals/proposals-table.tsx";
import { TrackPart, type TrackPartProps } from "../track/track-part.tsx";
import { Answers, Differences, type RevisionDifference } from "../web/answers.tsx";

export interface ApplicationPageProps {
  readonly file: OpenFile;
  /** Where it was born; null where nothing is known. */
  readonly origin: JSX.Element | null;
  readonly request: CompletionRequest | null;
  readonly documents: readonly IssuedDocument[];
  readonly messages: readonly Message[];
  readonly messageFiles: readonly MessageFile[];
  readonly history: readonly HistoryEntry[];
  readonly differences: readonly RevisionDifference[];
  readonly proposals: readonly Proposal[];
  readonly today: string;
  /** The same project at another funder; null where a scheme has none. */
  readonly track: TrackPartProps | null;
  readonly may: {
    readonly answer: boolean;
    readonly propose: boolean;
    readonly withdraw: boolean;
    readonly copy: boolean;
    readonly write: boolean;
  };
  /** Fresh hidden fields of the acts on this page, one set a form. */
  readonly fields: {
    readonly withdraw: Readonly<Record<string, string>>;
    readonly copy: Readonly<Record<string, string>>;
    readonly message: Readonly<Record<string, string>>;
  };
  readonly refused?:
    | { readonly message?: string; readonly withdrawal?: string; readonly body?: string; readonly reason?: string }
    | undefined;
}

/** A filed request, for those who made it: where it stands, what to do, what was said and sent. */
export function ApplicationPage(props: ApplicationPageProps): JSX.Element {
  const funder = useFunder();
  const { application, reading } = props.file;
  return (
    <>
      <PageHeader
        eyebrow={`${reading.scheme.name} · dossier ${application.number ?? ""}`}
        title={application.title === "" ? "Demande sans titre" : application.title}
        meta={
          <>
            <StateTag {...applicantStateLook(application.state)} />
            <span>{application.organisationName}</span>
          </>
        }
      />
      <ErrorSummary errors={errorsOf(props.refused)} />
      <Columns sideAt="end" side={<TableOfContents items={contents(props)} />}>
        <Next {...props} />
        <Section id="suivi" title="Où en est votre demande">
          <SummaryList items={summary(props)} />
        </Section>
        {props.track !== null && (
          <Section id="autre-financeur" title={`${funder.short} et ${props.track.reading.scheme.track?.name ?? ""}`}>
            <TrackPart {...props.track} action={null} />
            <LinkButton href={urls.applicationTrack.href({ id: application.id })} variant="secondary" size="sm">
              {props.track.action === null ? "Voir les deux dossiers" : "Dire ce que répond l’autre financeur"}
            </LinkButton>
          </Section>
        )}
        {props.file.partners.length > 1 && (
          <Section id="partenaires" title="Qui prend part">
            <Parts parts={props.file.partners} leadName={application.organisationName} />
          </Section>
        )}
        {props.origin}
        <Messages {...props} />
        <Section id="documents" title="Documents">
          <FileList
            files={props.documents.map((one) => ({
              name: documentTitle(one.kind),
              size: one.size,
              href: urls.applicationDocument.href({ id: application.id, document: one.id }),
              note: `${one.number}, le ${formatDateTime(one.issuedAt)}`,
            }))}
            empty="L’accusé de réception apparaît ici dans la minute qui suit le dépôt."
          />
        </Section>
        <Section id="reponses" title="Ce que vous avez déposé">
          <Differences differences={props.differences} />
          <Corrections {...props} />
          <Answers file={props.file} />
        </Section>
        <Section id="historique" title="Historique">
          <Timeline events={events(props.history)} />
        </Section>
        <Acts {...props} />
      </Columns>
    </>
  );
}

/** What was proposed to be corrected, with its answer, and the way to propose more while it is time. */
function Corrections(props: ApplicationPageProps): JSX.Element | null {
  const { proposals, may, file } = props;
  if (proposals.length === 0 && !may.propose) return null;
  const { id, state } = file.application;
  return (
    <div id="corrections" tabIndex={-1}>
      {proposals.length > 0 && (
        <>
          <h3>Vos corrections proposées</h3>
          <ProposalsTable proposals={proposals} isOver={!takesProposals(state)} hrefOfPaper={null} />
        </>
      )}
      {may.propose && (
        <p>
          <LinkButton variant="secondary" size="sm" icon="pen" href={urls.applicationCorrections.href({ id })}>
            Proposer une correction
          </LinkButton>
        </p>
      )}
    </div>
  );
}

/** What was refused, by the field that it is about. */
function errorsOf(refused: ApplicationPageProps["refused"]): readonly FormError[] {
  return [
    { name: "message", message: refused?.message },
    { name: "motif", message: refused?.withdrawal },
  ].flatMap(({ name, message }) => (message === undefined ? [] : [{ name, message }]));
}

function contents(props: ApplicationPageProps) {
  return [
    { href: "#suivi", label: "Où en est votre demande" },
    {
      href: "#messages",
      label: "Messages",
      ...(props.messages.length > 0 ? { mark: <span class="es-count">{props.messages.length}</span> } : {}),
    },
    { href: "#documents", label: "Documents" },
    { href: "#reponses", label: "Ce que vous avez déposé" },
    { href: "#historique", label: "Historique" },
    { href: "#actions", label: "Reprendre ou retirer" },
  ];
}

/** The one thing to do now, or what happens without it. */
function Next(props: ApplicationPageProps): JSX.Element {
  const { application } = props.file;
  const { id, state } = application;
  if (state === "completion-requested" && props.request !== null) {
    return (
      <Notice
        tone="warning"
        title={`Le service attend ${props.request.items.length > 1 ? "des compléments" : "un complément"}`}
        headingLevel={2}
      >
        <ul>
          {props.request.items.map((item) => (
            <li key={item.path}>{item.message}</li>
          ))}
        </ul>
        <p>
          À envoyer au plus tard le {formatDay(props.request.dueOn)} :{" "}
          <Deadline day={props.request.dueOn} today={props.today} />
        </p>
        {props.may.answer ? (
          <p>
            <LinkButton href={urls.applicationCompletion.href({ id })} icon="arrow-right" iconAt="end">
              Répondre
            </LinkButton>
          </p>
        ) : (
          <p>Un responsable ou un rédacteur de votre structure peut répondre.</p>
        )}
      </Notice>
    );
  }
  if (state === "agreement-to-sign") {
    return (
      <Notice tone="warning" title="Votre convention est à signer" headingLevel={2}>
        <p>{whatNext(state, props.file.reading.scheme)}</p>
        <p>
          <LinkButton href={urls.applicationAgreement.href({ id })} icon="signature">
            Ouvrir la convention
          </LinkButton>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title="La suite" headingLevel={2}>
      <p>{whatNext(state, props.file.reading.scheme)}</p>
      {state === "signed" && (
        <p>
          <a href={urls.applicationAgreement.href({ id })}>Voir la convention signée</a>
        </p>
      )}
      {withConditions.includes(state) && (
        <p>
          <a href={urls.applicationConditions.href({ id })}>Voir les conditions posées par le comité</a>
        </p>
      )}
    </Notice>
  );
}

/** A committee asks its conditions between its ranking and the vote. */
const withConditions = ["ranked", "selected", "in-reserve"];

const decided = ["notified", "agreement-to-sign", "signed"];

function summary(props: ApplicationPageProps): SummaryItem[] {
  const { application } = props.file;
  const items: SummaryItem[] = [
    { label: "Numéro de dossier", value: application.number },
    { label: "Déposée le", value: application.submittedAt === null ? "" : formatDateTime(application.submittedAt) },
  ];
  if (!isGivenUp(application.state)) {
    const aid = possibleAid(props.file.reading) === null ? null : application.requestedAid;
    items.push({
      label: aidLabel(props.differences),
      value: aid === null ? "Aucun montant n’est annoncé" : <Money cents={aid} />,
      ...failedNote(props.file),
    });
  }
  if (decided.includes(application.state) && application.decidedAid !== null) {
    items.push({ label: "Aide accordée", value: <Money cents={application.decidedAid} /> });
  }
  const silence = silenceInWords(application, props.today);
  if (silence !== null) items.push({ label: "Délai de réponse", value: silence });
  return items;
}

const aidCauses: Readonly<Record<RevisionDifference["cause"], string>> = {
  submission: "le dépôt",
  completion: "vos compléments",
  correction: "la correction",
  track: "la réponse de l’autre financeur",
};

/** The aid is that of the last version: said so once there is more than the first. */
function aidLabel([last]: readonly RevisionDifference[]): string {
  if (last === undefined) return "Aide calculée au dépôt";
  const on = aidCauses[last.cause];
  return `Aide recalculée sur ${on} du ${formatDay(legalDay(last.madeAt).toString())} (version ${last.number})`;
}

/** Why no amount is told: it would promise what the rules do not allow. */
function failedNote({ reading }: OpenFile): { readonly note?: Content } {
  const failed = reading.assessment.criteria.filter((one) => one.status === "not-met");
  if (failed.length === 0) return {};
  const titles = [...new Set(failed.map((one) => one.title))].map(quoted).join(", ");
  const condition = failed.length > 1 ? "Des conditions ne sont pas remplies" : "Une condition n’est pas remplie";
  return { note: `${condition} d’après vos réponses : ${titles}. Une personne décide.` };
}

/** The law's clock, in words (CRPA L231-4, L114-5). */
export function silenceInWords(application: Application, today: string): Content | null {
  const shown = shownDeadline(application, Temporal.PlainDate.from(today));
  if (shown === null) return null;
  if (shown.paused) {
    return `Suspendu tant que le service attend vos compléments, au plus tard jusqu’au ${formatDay(shown.day)}. Il reprendra à votre réponse.`;
  }
  if (shown.over) {
    return `Le service n’a pas répondu à temps : depuis la fin du ${formatDay(shown.day)}, votre demande est considérée comme refusée. Vous pouvez contester ce refus : l’accusé de réception dit comment. Le service peut encore prendre une décision.`;
  }
  return `Sans réponse au ${formatDay(shown.day)}, votre demande est considérée comme refusée. Vous pouvez alors contester ce refus.`;
}

export function documentTitle(kind: string): string {
  const titles: Readonly<Record<string, string>> = {
    receipt: "Accusé de réception",
    "completion-request": "Demande de compléments",
    "award-letter": "Lettre de décision",
    "refusal-letter": "Lettre de refus",
    "grant-agreement": "Convention",
  };
  return titles[kind] ?? "Document";
}

function events(history: readonly HistoryEntry[]) {
  return history.flatMap((entry, index) => {
    const title = factSentence(entry.act, entry.details);
    return title === null ? [] : [{ id: String(index), at: entry.at, title, who: entry.actorName ?? "le service" }];
  });
}

function Acts(props: ApplicationPageProps): JSX.Element {
  const { application } = props.file;
  const { id } = application;
  return (
    <Section id="actions" title="Reprendre ou retirer">
      {props.may.copy && (
        <>
          <p>
            Une nouvelle demande peut repartir de celle-ci : les réponses sont reprises, les pièces sont à joindre de
            nouveau.
          </p>
          <form class="es-action" method="post" action={urls.applicationCopy.href({ id })}>
            {hidden(props.fields.copy)}
            <button class="ds-button" data-variant="secondary" type="submit">
              Reprendre dans un nouveau brouillon
            </button>
          </form>
        </>
      )}
      {props.may.withdraw && (
        <details class="es-disclosure" open={props.refused?.withdrawal !== undefined}>
          <summary>
            <span>Retirer cette demande</span>
          </summary>
          <div class="es-disclosure-body">
            <p>
              Le service n’instruira plus cette demande, et ses jours ne compteront plus. Vous ne pourrez pas revenir en
              arrière.
            </p>
            <form class="es-form" method="post" action={urls.applicationWithdrawal.href({ id })} novalidate>
              {hidden(props.fields.withdraw)}
              <LongTextField
                name="motif"
                label="Pourquoi la retirez-vous ?"
                maxLength={1000}
                value={props.refused?.reason}
                error={props.refused?.withdrawal}
              />
              <button class="ds-button" data-color="danger" type="submit">
                Retirer ma demande
              </button>
            </form>
          </div>
        </details>
      )}
      {!props.may.copy && !props.may.withdraw && <p class="es-hint">Votre rôle permet de lire cette demande.</p>}
    </Section>
  );
}

function hidden(fields: Readonly<Record<string, string>>): JSX.Element[] {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

import type { JSX } from "preact";
import type { HistoryEntry } from "#src/life/index.ts";
import { letterWord } from "#src/life/index.ts";
import { applicantStateLook, factSentence, Messages } from "#src/life/web/index.ts";
import {
  Columns,
  ErrorSummary,
  FileList,
  type FormError,
  formatDateTime,
  LinkButton,
  PageHeader,
  Section,
  StateTag,
  SummaryList,
  TableOfContents,
  Timeline,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Parts } from "../partners/parts.tsx";
import { TrackPart } from "../track/track-part.tsx";
import { Answers, Differences } from "../web/answers.tsx";
import { Acts } from "./acts-part.tsx";
import type { ApplicationPageProps } from "./application-props.tsx";
import { Corrections } from "./corrections-part.tsx";
import { summaryOf } from "./summary-items.tsx";
import { WhatNext } from "./what-next-part.tsx";

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
        <WhatNext {...props} />
        <Section id="suivi" title="Où en est votre demande">
          <SummaryList items={summaryOf(props)} />
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
              name: letterWord(one.kind, "applicant"),
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

function events(history: readonly HistoryEntry[]) {
  return history.flatMap((entry, index) => {
    const title = factSentence(entry.act, entry.details);
    return title === null ? [] : [{ id: String(index), at: entry.at, title, who: entry.actorName ?? "le service" }];
  });
}

import type { JSX } from "preact";
import { type Difference, differences, type Values } from "#policy/index.ts";
import { type FiledAttachment, sayAnswer } from "#src/life/index.ts";
import {
  Disclosure,
  formatDateTime,
  formatFileSize,
  LinkButton,
  Notice,
  ProvisionId,
  Section,
  StateTag,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { PAPERS } from "../completion/completion.ts";
import { answerId, type FileView, may } from "./file-view.tsx";

const causes = {
  submission: "dépôt",
  completion: "compléments du demandeur",
  correction: "correction par le service",
} as const;

/** What was answered, section by section, with what differs from the revision before. */
export function Answers(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const { revision, previous } = view.file;
  const changed = changesOf(view);
  const sections = [...new Set(view.asked.map((one) => one.section))].filter((section) => section !== PAPERS);
  return (
    <>
      <p class="es-hint">
        Version {revision.number} ({causes[revision.cause]}), {formatDateTime(revision.madeAt)}. Empreinte{" "}
        <code>{revision.hash.slice(0, 16)}</code>.
      </p>
      {previous !== null && (
        <Notice
          tone="info"
          title={changed.size === 0 ? "Rien n’a changé depuis la version précédente" : "Ce qui a changé"}
        >
          {changed.size > 0 && (
            <ul>
              {[...changed.values()].map((one) => (
                <li key={one.path}>
                  <a href={`#${answerId(one.path)}`}>{one.label}</a> : <del>{one.before}</del> devient{" "}
                  <ins>{one.after}</ins>
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {sections.map((section) => (
        <Section key={section} title={section} level={3}>
          <SummaryList
            compact
            items={view.asked.filter((one) => one.section === section).map((one) => item(view, one, changed))}
          />
        </Section>
      ))}
    </>
  );
}

function changesOf(view: FileView): ReadonlyMap<string, Difference> {
  const { previous, answers } = view.file;
  if (previous === null) return new Map();
  const found = differences(view.scheme.form, previous.facts as Values, answers, sayAnswer);
  return new Map(found.map((one) => [one.path, one]));
}

function item(view: FileView, one: FileView["asked"][number], changed: ReadonlyMap<string, Difference>) {
  const difference = changed.get(one.path);
  const correct = urls.reviewCorrection.href({ id: view.file.application.id }, { champ: one.path });
  return {
    id: answerId(one.path),
    label: (
      <>
        {one.label} {one.provision !== null && <ProvisionId id={one.provision} />}
      </>
    ),
    value: one.isMissing ? <strong>{one.answer}</strong> : one.answer,
    ...(difference === undefined
      ? {}
      : {
          note: (
            <>
              Version précédente : <del>{difference.before}</del>
            </>
          ),
        }),
    ...(may(view, "correct")
      ? {
          action: (
            <a href={correct}>
              Corriger<span class="ds-sr-only"> : {one.label}</span>
            </a>
          ),
        }
      : {}),
  };
}

/** The papers as filed, each seen in place; those asked and missing are said. */
export function Papers(props: { readonly view: FileView }): JSX.Element {
  const { view } = props;
  const { attachments } = view.file.revision;
  const missing = view.asked.filter((one) => one.section === PAPERS && one.isMissing);
  const labels = new Map(view.asked.map((one) => [one.path, one.label]));
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="warning" title="Pièces demandées et absentes">
          <ul>
            {missing.map((one) => (
              <li key={one.path}>{one.label}</li>
            ))}
          </ul>
        </Notice>
      )}
      {attachments.length === 0 && <p class="es-hint">Aucune pièce n’a été jointe.</p>}
      {attachments.map((attachment) => (
        <Paper
          key={attachment.id}
          view={view}
          attachment={attachment}
          label={labels.get(`document:${attachment.key}`) ?? attachment.key}
        />
      ))}
    </>
  );
}

const scanLooks = {
  pending: { tone: "warning", icon: "clock", label: "Analyse antivirus en cours" },
  infected: { tone: "danger", icon: "shield", label: "Virus trouvé, fichier écarté" },
} as const;

function Paper(props: {
  readonly view: FileView;
  readonly attachment: FiledAttachment;
  readonly label: string;
}): JSX.Element {
  const { view, attachment, label } = props;
  const scan = view.file.scans[attachment.fileId];
  const look = scan === "pending" || scan === "infected" ? scanLooks[scan] : null;
  const href = urls.reviewAttachment.href({ id: view.file.application.id, attachment: attachment.id });
  return (
    <div class="es-card es-card-plain" id={`p-${attachment.id}`}>
      <div class="es-card-top">
        <span class="es-eyebrow">{label}</span>
        {look !== null && <StateTag {...look} />}
      </div>
      <h3 class="es-card-title">{look === null ? <a href={href}>{attachment.name}</a> : attachment.name}</h3>
      <p class="es-hint">
        {formatFileSize(attachment.size)}, empreinte <code>{attachment.sha256.slice(0, 16)}</code>
      </p>
      {look === null && isSeenInPlace(attachment.mediaType) && (
        <Disclosure summary="Voir ici">
          <Embedded href={href} attachment={attachment} />
        </Disclosure>
      )}
    </div>
  );
}

function isSeenInPlace(mediaType: string): boolean {
  return mediaType === "application/pdf" || mediaType.startsWith("image/");
}

/** Nothing is asked of the server until the fold opens: `loading=lazy` for pictures, a link where a PDF cannot show. */
function Embedded(props: { readonly href: string; readonly attachment: FiledAttachment }): JSX.Element {
  const { href, attachment } = props;
  const shown = `${href}?voir=1`;
  if (attachment.mediaType.startsWith("image/")) {
    return <img src={shown} alt={`Pièce jointe ${attachment.name}`} loading="lazy" width="800" />;
  }
  return (
    <>
      <iframe src={shown} title={`Pièce jointe ${attachment.name}`} class="es-paper" height="720" loading="lazy" />
      <LinkButton href={href} variant="tertiary" size="sm" icon="download">
        Télécharger {attachment.name}
      </LinkButton>
    </>
  );
}

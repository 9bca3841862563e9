import type { JSX } from "preact";
import type { FiledAttachment } from "#src/life/index.ts";
import { formatFileSize, Icon, LinkButton, Notice, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { PAPERS } from "../completion/completion.ts";
import type { ReviewedView } from "../file/file-view.tsx";

/** The papers as filed, each seen in place; those asked and missing are said. */
export function Papers(props: { readonly view: ReviewedView }): JSX.Element {
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
      <div class="es-papers">
        {attachments.map((attachment) => (
          <PaperInPlace
            key={attachment.id}
            view={view}
            attachment={attachment}
            label={labels.get(`document:${attachment.key}`) ?? attachment.key}
            id={`p-${attachment.id}`}
          />
        ))}
      </div>
    </>
  );
}

const scanLooks = {
  pending: { tone: "warning", icon: "clock", label: "Analyse antivirus en cours" },
  infected: { tone: "danger", icon: "shield", label: "Virus trouvé, fichier écarté" },
} as const;

/** One paper: what it is, and the paper itself unfolded here. Nothing is asked of the server until it opens. */
export function PaperInPlace(props: {
  readonly view: ReviewedView;
  readonly attachment: FiledAttachment;
  readonly label: string;
  readonly id?: string;
}): JSX.Element {
  const { view, attachment, label } = props;
  const scan = view.file.scans[attachment.fileId];
  const look = scan === "pending" || scan === "infected" ? scanLooks[scan] : null;
  const href = urls.reviewAttachment.href({ id: view.file.application.id, attachment: attachment.id });
  if (look !== null) {
    return (
      <p class="es-inplace" id={props.id}>
        {label}, {attachment.name} <StateTag {...look} />
      </p>
    );
  }
  return (
    <details class="es-inplace" id={props.id}>
      <summary>
        <Icon name="file" />
        <span>
          <b>{label}</b> <small>{formatName(attachment.mediaType)}</small>
          {view.newPapers.has(attachment.key) && <span class="es-new">Nouveau</span>}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <Shown href={href} attachment={attachment} />
      <p class="es-hint">
        <a href={href}>Télécharger {attachment.name}</a>, {formatFileSize(attachment.size)}, empreinte{" "}
        <code>{attachment.sha256.slice(0, 16)}</code>
      </p>
    </details>
  );
}

function Shown(props: { readonly href: string; readonly attachment: FiledAttachment }): JSX.Element {
  const { href, attachment } = props;
  const shown = `${href}?voir=1`;
  if (attachment.mediaType.startsWith("image/")) {
    return <img src={shown} alt={`Pièce jointe ${attachment.name}`} loading="lazy" width="800" />;
  }
  if (attachment.mediaType === "application/pdf") {
    return (
      <iframe src={shown} title={`Pièce jointe ${attachment.name}`} class="es-paper" height="640" loading="lazy" />
    );
  }
  return (
    <div class="es-nopreview">
      <p>
        Un navigateur n’affiche pas ce format ({formatName(attachment.mediaType)}) : ouvrez le fichier dans votre
        logiciel.
      </p>
      <LinkButton href={href} variant="secondary" size="sm" icon="download" download>
        Ouvrir {attachment.name}
      </LinkButton>
    </div>
  );
}

const formats: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/jpeg": "image",
  "image/png": "image",
  "image/webp": "image",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/msword": "Word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.ms-excel": "Excel",
  "application/vnd.oasis.opendocument.text": "OpenDocument, texte",
  "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument, tableur",
};

function formatName(mediaType: string): string {
  return formats[mediaType] ?? "document";
}

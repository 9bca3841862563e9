import type { JSX } from "preact";
import type { FiledAttachment } from "#src/life/index.ts";
import { formatFileSize, Icon, LinkButton, StateTag } from "#src/ui/index.ts";

const scanLooks = {
  pending: { tone: "warning", icon: "clock", label: "Analyse antivirus en cours" },
  infected: { tone: "danger", icon: "shield", label: "Virus trouvé, fichier écarté" },
} as const;

/** One paper seen where it is named, at the address of its reader. Nothing is asked of the server until it opens. */
export function ShownPaper(props: {
  readonly href: string;
  readonly attachment: FiledAttachment;
  readonly label: string;
  readonly scan: string | undefined;
  readonly isNew?: boolean;
  readonly id?: string;
}): JSX.Element {
  const { attachment, label, scan, href } = props;
  const look = scan === "pending" || scan === "infected" ? scanLooks[scan] : null;
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
          {props.isNew === true && <span class="es-new">Nouveau</span>}
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

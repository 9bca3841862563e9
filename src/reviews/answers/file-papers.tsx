import type { JSX } from "preact";
import type { FiledAttachment } from "#src/life/index.ts";
import { Notice } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { PAPERS } from "../completion/completion.ts";
import type { ReviewedView } from "../file/file-view.tsx";
import { ShownPaper } from "./shown-paper.tsx";

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

/** One paper of the file: what it is, and the paper itself unfolded here. */
export function PaperInPlace(props: {
  readonly view: ReviewedView;
  readonly attachment: FiledAttachment;
  readonly label: string;
  readonly id?: string;
}): JSX.Element {
  const { view, attachment } = props;
  return (
    <ShownPaper
      {...props}
      scan={view.file.scans[attachment.fileId]}
      href={urls.reviewAttachment.href({ id: view.file.application.id, attachment: attachment.id })}
      isNew={view.newPapers.has(attachment.key)}
    />
  );
}

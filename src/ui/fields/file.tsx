import type { JSX } from "preact";
import { formatFileSize } from "../format.ts";
import { Icon, type IconName } from "../icons.tsx";
import type { Content, Tone } from "../text.ts";
import { Field, type FieldProps, wire } from "./wiring.tsx";

export interface FileFieldProps extends FieldProps {
  /** MIME types or extensions, as `accept` takes them. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** In bytes; told to people and checked again by the server. */
  readonly maxSize?: number | undefined;
  /**
   * Where each file goes as soon as it is chosen, one request each (`multipart/form-data`, same name).
   * Without it, or without JavaScript, files travel with the form.
   */
  readonly uploadUrl?: string | undefined;
  /** `id`s of the `LiveRegion`s that follow the files, apart by spaces, read again after each one. */
  readonly refresh?: string | undefined;
}

export function FileField(props: FileFieldProps): JSX.Element {
  const hint = props.hint ?? fileHint(props);
  const wiring = wire({ ...props, hint });
  return (
    <Field {...props} hint={hint}>
      <div
        class="es-file"
        data-island={props.uploadUrl === undefined ? undefined : "upload"}
        data-upload={props.uploadUrl}
        data-refresh={props.refresh}
        data-max-size={props.maxSize}
      >
        <input
          class="es-file-input"
          type="file"
          id={wiring.id}
          name={props.name}
          accept={props.accept}
          multiple={props.multiple === true}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
        />
        <ul class="es-uploads" aria-live="polite" />
      </div>
    </Field>
  );
}

function fileHint(props: FileFieldProps): string {
  const size = props.maxSize === undefined ? "" : `, ${formatFileSize(props.maxSize)} au plus`;
  return `PDF, image ou document bureautique${size}.`;
}

export interface AttachedFile {
  readonly name: string;
  readonly size: number;
  readonly href?: string | undefined;
  readonly state?: { readonly tone: Tone; readonly icon: IconName; readonly label: string } | undefined;
  /** « Déposé le 3 mars 2026 par … » */
  readonly note?: Content;
  /** A form that removes or replaces it. */
  readonly action?: Content;
}

/** Files already kept, each with what can be done with it. */
export function FileList(props: {
  readonly files: readonly AttachedFile[];
  readonly empty?: string | undefined;
}): JSX.Element {
  if (props.files.length === 0) return <p class="es-hint">{props.empty ?? "Aucun fichier pour l’instant."}</p>;
  return (
    <ul class="es-files">
      {props.files.map((file) => (
        <li key={file.name}>
          <Icon name="file" />
          <span class="es-files-what">
            {file.href === undefined ? <strong>{file.name}</strong> : <a href={file.href}>{file.name}</a>}
            <small>
              {formatFileSize(file.size)}
              {file.note !== undefined && " · "}
              {file.note}
            </small>
          </span>
          {file.state !== undefined && (
            <span class="es-state" data-color={file.state.tone}>
              <Icon name={file.state.icon} />
              {file.state.label}
            </span>
          )}
          {file.action}
        </li>
      ))}
    </ul>
  );
}

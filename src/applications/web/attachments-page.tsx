import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import type { DocumentHere } from "#policy/index.ts";
import {
  ActionForm,
  type AttachedFile,
  Button,
  ButtonBar,
  Card,
  Columns,
  ErrorSummary,
  FileField,
  FileList,
  Form,
  fieldId,
  formatDateTime,
  LinkButton,
  LiveRegion,
  Notice,
  PageHeader,
  ProvisionId,
  Section,
  type StateLook,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Attachment } from "../attachments.ts";
import type { OpenFile } from "../file.ts";
import { acceptOf, LARGEST_PAPER, typesInWords } from "../paper-types.ts";
import { OlderFramework } from "./draft-notices.tsx";
import { DraftSteps, STEPS } from "./sidebar.tsx";

/** A file that was refused: where, and why. */
export interface PaperError {
  readonly key: string;
  readonly message: string;
}

export interface AttachmentsPageProps {
  readonly file: OpenFile;
  readonly mayEdit: boolean;
  readonly error: PaperError | null;
}

/** The papers of a draft: one place for each that is asked, and what is in it. */
export function AttachmentsPage(props: AttachmentsPageProps): JSX.Element {
  const { file, error } = props;
  const { id } = file.application;
  const errors = error === null ? [] : [{ id: fieldId(`documents.${error.key}`), message: error.message }];
  return (
    <Columns side={<DraftSteps file={file} current="pieces" />}>
      <PageHeader
        eyebrow={`${file.reading.scheme.name} · ${file.application.organisationName}`}
        title="Les pièces"
        lead={
          <>
            <span data-no-script>Choisissez un fichier, puis pressez « Envoyer » : un fichier à la fois.</span>
            <span data-with-script>
              Chaque fichier part dès que vous le choisissez. Une erreur sur l’un n’arrête pas les autres.
            </span>
          </>
        }
      />
      <OlderFramework file={file} />
      <ErrorSummary errors={errors} />
      {!props.mayEdit && (
        <Notice tone="info" title="Vous consultez cette demande">
          Votre rôle permet de lire les pièces, pas de les modifier.
        </Notice>
      )}
      <Slots {...props} documents={file.reading.documents} />
      <Leftovers {...props} />
      <ButtonBar>
        <LinkButton href={urls.applicationSubmission.href({ id })} icon="arrow-right" iconAt="end">
          Vérifier et déposer
        </LinkButton>
      </ButtonBar>
    </Columns>
  );
}

interface SlotsProps extends AttachmentsPageProps {
  readonly documents: readonly DocumentHere[];
  /** When the funder asked for these again: what was joined before is to be replaced. */
  readonly askedAt?: Temporal.Instant;
}

/** One place a paper, those required first as the scheme lists them. */
export function Slots(props: SlotsProps): JSX.Element {
  return (
    <>
      {props.documents.map((document) => (
        <Slot key={document.key} {...props} document={document} />
      ))}
    </>
  );
}

function Slot(props: SlotsProps & { readonly document: DocumentHere }): JSX.Element {
  const { document, file, error } = props;
  const { key } = document;
  const held = file.attachments.filter((one) => one.key === key);
  const title = document.situation === "" ? document.label : `${document.label}, ${document.situation}`;
  const upload = urls.applicationAttachments.href({ id: file.application.id }, { piece: key });
  const region = `${fieldId(`documents.${key}`)}-fichiers`;
  return (
    <Card id={`piece-${fieldId(key)}`} level={2} title={title}>
      <p class="es-hint">
        {document.document.hint} <ProvisionId id={document.document.provision} />
      </p>
      <LiveRegion id={region}>
        <p>
          <StateTag {...slotLook(document, held, props.askedAt)} />
        </p>
        {held.length > 0 && <FileList files={held.map((one) => attached(props, one))} />}
      </LiveRegion>
      {props.mayEdit && (
        <Form action={upload} multipart label={title}>
          <FileField
            name="fichier"
            id={fieldId(`documents.${key}`)}
            label={held.length === 0 ? "Joindre le fichier" : "Remplacer par un autre fichier"}
            hint={`${typesInWords(document.document.accept)}, 20\u00a0Mo au plus.`}
            accept={acceptOf(document.document.accept)}
            maxSize={LARGEST_PAPER}
            uploadUrl={upload}
            refresh={`${region} ${STEPS}`}
            error={error?.key === key ? error.message : undefined}
          />
          {/* Where scripts run the file leaves by itself. */}
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit" data-no-script>
            Envoyer<span class="ds-sr-only">{` ${title}`}</span>
          </button>
        </Form>
      )}
    </Card>
  );
}

function slotLook(document: DocumentHere, held: readonly Attachment[], askedAt?: Temporal.Instant): StateLook {
  const isOld = (one: Attachment) => askedAt !== undefined && Temporal.Instant.compare(one.addedAt, askedAt) < 0;
  if (held.some((one) => one.scan === "infected")) return { tone: "danger", icon: "stop", label: "À remplacer" };
  if (held.length > 0 && held.every(isOld)) return { tone: "honey", icon: "upload", label: "À remplacer" };
  if (held.length > 0) return { tone: "success", icon: "check", label: "Jointe" };
  return document.required
    ? { tone: "honey", icon: "upload", label: "À joindre" }
    : { tone: "neutral", icon: "minus", label: "Facultative" };
}

function attached(props: AttachmentsPageProps, one: Attachment): AttachedFile {
  const id = props.file.application.id;
  const open = one.scan === "clean" || one.scan === "not-configured";
  return {
    name: one.name,
    size: one.size,
    ...(open ? { href: urls.applicationAttachment.href({ id, attachment: one.id }) } : {}),
    state: scanLook(one),
    note: `jointe le ${formatDateTime(one.addedAt)}`,
    action: props.mayEdit ? (
      <ActionForm action={urls.applicationAttachmentRemoval.href({ id, attachment: one.id })}>
        <Button variant="tertiary" size="sm" icon="trash" context={one.name}>
          Retirer
        </Button>
      </ActionForm>
    ) : undefined,
  };
}

function scanLook(one: Attachment): NonNullable<AttachedFile["state"]> {
  switch (one.scan) {
    case "infected":
      return { tone: "danger", icon: "stop", label: "Virus trouvé : remplacez ce fichier" };
    case "pending":
      return { tone: "neutral", icon: "clock", label: "Analyse antivirus en cours" };
    case "clean":
    case "not-configured":
      return { tone: "success", icon: "check", label: "Jointe" };
  }
}

/** Files whose place is gone since an answer changed: told, never hidden. */
function Leftovers(props: AttachmentsPageProps): JSX.Element | null {
  const keys = new Set(props.file.reading.documents.map((one) => one.key));
  const left = props.file.attachments.filter((one) => !keys.has(one.key));
  if (left.length === 0) return null;
  return (
    <Section
      level={2}
      title="Fichiers qui ne sont plus demandés"
      intro="Une réponse a changé depuis que vous les avez joints. Ils partiront avec la demande si vous ne les retirez pas."
    >
      <FileList files={left.map((one) => attached(props, one))} />
    </Section>
  );
}

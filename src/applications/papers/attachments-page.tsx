import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import type { DocumentHere } from "#policy/index.ts";
import { type Attachment, missingPapers, type OpenApplication } from "#src/life/index.ts";
import { acceptOf, LARGEST_FILE, typesInWords } from "#src/platform/receiving/index.ts";
import {
  ActionForm,
  type AttachedFile,
  Button,
  ButtonBar,
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
  plural,
  Section,
  type StateLook,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { OlderFramework } from "../draft/draft-notices.tsx";
import { DraftSteps, STEPS } from "../draft/sidebar.tsx";

/** How many papers are left: said again as each is joined. */
const LEFT = "pieces-restantes";

/** A file that was refused: where, and why. */
export interface PaperError {
  readonly key: string;
  readonly message: string;
}

export interface AttachmentsPageProps {
  readonly file: OpenApplication;
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
            <span id={LEFT} data-live-target>
              {papersLeft(file)}
            </span>{" "}
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
          Relire et déposer
        </LinkButton>
      </ButtonBar>
    </Columns>
  );
}

function papersLeft({ reading }: OpenApplication): string {
  const left = missingPapers(reading).length;
  return left === 0 ? "Toutes les pièces y sont." : `Il reste ${plural(left, "pièce")} à joindre.`;
}

interface SlotsProps extends AttachmentsPageProps {
  readonly documents: readonly DocumentHere[];
  /** When the funder asked for these again: what was joined before is to be replaced. */
  readonly askedAt?: Temporal.Instant;
}

/** One list of papers with their state: those that wait for something, then those that wait for nothing. */
export function Slots(props: SlotsProps): JSX.Element {
  const rows = props.documents.map((document) => {
    const held = props.file.attachments.filter((one) => one.key === document.key);
    return { document, held, look: slotLook(document, held, props.askedAt) };
  });
  const todo = rows.filter((row) => row.look.waits);
  const rest = rows.filter((row) => !row.look.waits);
  return (
    <>
      {todo.length > 0 && <SlotList {...props} title="À faire" rows={todo} />}
      {rest.length > 0 && <SlotList {...props} title="Rien à faire" rows={rest} />}
    </>
  );
}

interface SlotRow {
  readonly document: DocumentHere;
  readonly held: readonly Attachment[];
  readonly look: SlotLook;
}

function SlotList(props: SlotsProps & { readonly title: string; readonly rows: readonly SlotRow[] }): JSX.Element {
  return (
    <Section title={props.title}>
      <ul class="es-papers">
        {props.rows.map((row) => (
          <Slot key={row.document.key} {...props} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function Slot(props: SlotsProps & { readonly row: SlotRow }): JSX.Element {
  const { file, error } = props;
  const { document, held, look } = props.row;
  const { key } = document;
  const title = document.situation === "" ? document.label : `${document.label}, ${document.situation}`;
  const upload = urls.applicationAttachments.href({ id: file.application.id }, { piece: key });
  const region = `${fieldId(`documents.${key}`)}-fichiers`;
  const form = (
    <Form action={upload} multipart label={title}>
      <FileField
        name="fichier"
        id={fieldId(`documents.${key}`)}
        label={
          <>
            {held.length === 0 ? "Joindre le fichier" : "Remplacer par un autre fichier"}
            <span class="ds-sr-only">{` : ${title}`}</span>
          </>
        }
        hint={`${typesInWords(document.document.accept)}, 20\u00a0Mo au plus.`}
        accept={acceptOf(document.document.accept)}
        maxSize={LARGEST_FILE}
        uploadUrl={upload}
        refresh={`${region} ${STEPS} ${LEFT}`}
        error={error?.key === key ? error.message : undefined}
      />
      {/* Where scripts run the file leaves by itself. */}
      <button class="ds-button" data-variant="secondary" data-size="sm" type="submit" data-no-script>
        Envoyer<span class="ds-sr-only">{` ${title}`}</span>
      </button>
    </Form>
  );
  return (
    <li id={`piece-${fieldId(key)}`} data-waits={look.waits ? "" : undefined}>
      <h3>{title}</h3>
      {document.document.hint !== undefined && <p class="es-hint">{document.document.hint}</p>}
      {document.document.specimen !== undefined && (
        <p class="es-hint">
          <a href={urls.paperSpecimen.href({ scheme: file.reading.scheme.slug, paper: document.document.id })}>
            Voir un spécimen (PDF)<span class="ds-sr-only">{` : ${title}`}</span>
          </a>
        </p>
      )}
      <LiveRegion id={region}>
        <p class="es-papers-state">
          <StateTag {...look.tag} />
        </p>
        {held.length > 0 && <FileList files={held.map((one) => attached(props, one))} />}
      </LiveRegion>
      {props.mayEdit &&
        (look.waits || error?.key === key ? (
          form
        ) : (
          <details class="es-why">
            <summary>
              {held.length === 0 ? "Joindre un fichier" : "Remplacer"}
              <span class="ds-sr-only">{` : ${title}`}</span>
            </summary>
            {form}
          </details>
        ))}
    </li>
  );
}

interface SlotLook {
  readonly tag: StateLook;
  /** True while the file cannot go without it. */
  readonly waits: boolean;
}

function slotLook(document: DocumentHere, held: readonly Attachment[], askedAt?: Temporal.Instant): SlotLook {
  const isOld = (one: Attachment) => askedAt !== undefined && Temporal.Instant.compare(one.addedAt, askedAt) < 0;
  const waiting = (tag: StateLook): SlotLook => ({ tag, waits: true });
  const idle = (tag: StateLook): SlotLook => ({ tag, waits: false });
  if (held.some((one) => one.scan === "infected"))
    return waiting({ tone: "danger", icon: "stop", label: "À remplacer" });
  if (held.length > 0 && held.every(isOld)) return waiting({ tone: "honey", icon: "upload", label: "À remplacer" });
  if (held.length > 0) return idle({ tone: "success", icon: "check", label: "Jointe" });
  return document.required
    ? waiting({ tone: "honey", icon: "plus", label: "À joindre" })
    : idle({ tone: "neutral", icon: "minus", label: "Facultative" });
}

function attached(props: AttachmentsPageProps, one: Attachment): AttachedFile {
  const id = props.file.application.id;
  const open = one.scan === "clean" || one.scan === "not-configured";
  return {
    name: one.name,
    size: one.size,
    ...(open ? { href: urls.applicationAttachment.href({ id, attachment: one.id }) } : {}),
    ...(one.scan === "clean" || one.scan === "not-configured" ? {} : { state: scanLook(one.scan) }),
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

function scanLook(scan: "infected" | "pending"): NonNullable<AttachedFile["state"]> {
  switch (scan) {
    case "infected":
      return { tone: "danger", icon: "stop", label: "Virus trouvé : remplacez ce fichier" };
    case "pending":
      return { tone: "neutral", icon: "clock", label: "Analyse antivirus en cours" };
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

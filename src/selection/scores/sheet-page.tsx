import type { JSX } from "preact";
import { countedOn, type GridLine, gridLines, type OpenScheme } from "#policy/index.ts";
import type { FiledAttachment } from "#src/life/index.ts";
import type { ReviewedApplication } from "#src/reviews/index.ts";
import { ShownPaper } from "#src/reviews/web/index.ts";
import {
  AutosaveStatus,
  Button,
  ButtonBar,
  Disclosure,
  ErrorSummary,
  formatDay,
  formatList,
  Icon,
  LongTextField,
  Notice,
  PageHeader,
  ProvisionId,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { SheetLine } from "../candidate.ts";
import { InterestForm } from "./impartial-page.tsx";
import { MarkField } from "./mark-field.tsx";
import { lacksOf } from "./sheet.ts";
import type { OwnSheet } from "./store.ts";

export interface SheetPageProps {
  readonly sheet: OwnSheet;
  readonly scheme: OpenScheme;
  readonly weights: ReadonlyMap<string, number>;
  /** The answers that each line of the grid reads, in French. */
  readonly reads: ReadonlyMap<
    string,
    readonly { readonly path: string; readonly label: string; readonly answer: string }[]
  >;
  /** The paths of the answers given. */
  readonly given: ReadonlySet<string>;
  readonly attachments: readonly FiledAttachment[];
  /** What was asked that each paper answers, by its key. */
  readonly papers: ReadonlyMap<string, string>;
  /** What the antivirus says of each file. */
  readonly scans: ReviewedApplication["scans"];
  readonly parties: readonly { readonly siren: string; readonly name: string }[];
  readonly lines: readonly SheetLine[];
  /** On the common file once all its sheets are in: what the others gave to each line. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  readonly errors: ReadonlyMap<string, string>;
}

/** The sheet: what was filed on the left, the judgement about it on the right, at the same height; one scroll. */
export function SheetPage(props: SheetPageProps): JSX.Element {
  const { sheet, scheme, errors } = props;
  const lacks = lacksOf(scheme, props.lines, props.given);
  const isOver = sheet.sentAt !== null || sheet.waits;
  const total = gridLines(scheme.grid).length;
  const marked = props.lines.filter(({ mark, answer }) => mark !== null || answer !== null).length;
  return (
    <>
      <ErrorSummary errors={[...errors].map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow={`${sheet.number}, ${sheet.organisation}`}
        title={sheet.title}
        lead={
          sheet.sentAt !== null
            ? "Votre fiche est envoyée : elle ne change plus."
            : `${marked} ${scheme.grid.kind === "scored" ? "notes" : "réponses"} sur ${total}. À envoyer avant le ${formatDay(sheet.untilOn)}.`
        }
      />
      <p class="es-hint">Personne ne lit vos notes avant que toutes les fiches de ce projet soient envoyées.</p>
      {sheet.isCommon && (
        <Notice tone="info" title="Dossier commun">
          Tous les évaluateurs notent ce projet d’abord. Quand toutes les fiches sont envoyées, vous lisez ici les notes
          des autres, sans leurs noms, et les autres dossiers s’ouvrent.
        </Notice>
      )}
      {sheet.waits && (
        <Notice tone="info" title="Le dossier commun d’abord">
          Vous pouvez lire ce projet. Ses notes s’ouvrent quand toutes les fiches du dossier commun sont envoyées.
        </Notice>
      )}
      {props.attachments.length > 0 && (
        <Disclosure summary={`Les pièces (${props.attachments.length})`}>
          <div class="es-papers">
            {props.attachments.map((one) => (
              <ShownPaper
                key={one.id}
                href={urls.sheetAttachment.href({ sheet: sheet.id, attachment: one.id })}
                attachment={one}
                label={props.papers.get(one.key) ?? one.key}
                scan={props.scans[one.fileId]}
              />
            ))}
          </div>
        </Disclosure>
      )}
      <form
        class="es-sheet"
        method="post"
        action={urls.sheet.href({ sheet: sheet.id })}
        data-autosave={isOver ? undefined : urls.sheet.href({ sheet: sheet.id })}
        data-sheet
      >
        {/* The first button keeps: Enter in a field never sends. A sheet that is over keeps nothing more. */}
        {!isOver && (
          <button class="ds-sr-only" type="submit" name="action" value="garder" tabIndex={-1} aria-hidden="true">
            Enregistrer
          </button>
        )}
        {scheme.grid.kind === "scored"
          ? scheme.grid.headings.map((heading, at) => (
              <section key={heading.id} class="es-sheet-heading">
                <h2>{`${at + 1}. ${heading.title}`}</h2>
                {heading.lines.map((line) => (
                  <Band key={line.id} {...props} line={line} isOver={isOver} />
                ))}
              </section>
            ))
          : scheme.grid.lines.map((line) => <Band key={line.id} {...props} line={line} isOver={isOver} />)}
        {!isOver && (
          <ButtonBar sticky>
            <Button name="action" value="envoyer" icon="send">
              Envoyer ma fiche
              <span data-lacks>{lacks.size === 0 ? "" : ` (${lacks.size} à remplir)`}</span>
            </Button>
            <Button name="action" value="garder" variant="secondary">
              Garder le brouillon
            </Button>
            <AutosaveStatus savedAt={sheet.savedAt ?? undefined} />
          </ButtonBar>
        )}
      </form>
      {!isOver && <KeysHelp most={scheme.grid.kind === "scored" ? scheme.grid.scale.most : null} />}
      {!isOver && <InterestForm {...props} errors={new Map()} typed={{ sirens: [], reason: "" }} />}
    </>
  );
}

/** The keys of the sheet, and how to turn them off: shown by the script that listens to them. */
function KeysHelp({ most }: { readonly most: number | null }): JSX.Element {
  return (
    <details class="es-disclosure es-keys" data-sheet-keys hidden>
      <summary>
        <Icon name="chevron-down" />
        <span>Touches du clavier</span>
      </summary>
      <div class="es-disclosure-body">
        <dl class="es-keys-list">
          {most !== null && (
            <div>
              <dt>
                <kbd>0</kbd>
                <kbd>{most}</kbd>
              </dt>
              <dd>de la plus basse à la plus haute, donner cette note à la ligne</dd>
            </div>
          )}
          <div>
            <dt>
              <kbd>n</kbd>
              <kbd>p</kbd>
            </dt>
            <dd>ligne suivante, précédente</dd>
          </div>
        </dl>
        <Button size="sm" variant="secondary" type="button">
          Désactiver ces touches
        </Button>
      </div>
    </details>
  );
}

function Others({ others, scheme, line }: SheetPageProps & { readonly line: GridLine }): JSX.Element | null {
  const given = others.get(line.id) ?? [];
  if (given.length === 0) return null;
  const { grid } = scheme;
  const answers: Readonly<Record<string, string>> =
    grid.kind === "judged" ? (grid.lines.find(({ id }) => id === line.id)?.answers ?? {}) : {};
  return <p>{`Les autres : ${formatList(given.map((one) => answers[one] ?? one))}.`}</p>;
}

/** What a line counts in the file, said beside it: a tick alone is not counted. */
function Count(props: SheetPageProps & { readonly line: GridLine }): JSX.Element | null {
  const counted = countedOn(props.line, props.given);
  if (counted === null) return null;
  const { found, isEnough } = counted;
  return (
    <p>
      <strong>{`Justifiées au dossier : ${found.length}`}</strong>
      {found.length > 0 && ` (${formatList(found)})`}
      {isEnough ? "." : ". Plusieurs seulement comptent : la note est 0."}
    </p>
  );
}

function Band(props: SheetPageProps & { readonly line: GridLine; readonly isOver: boolean }): JSX.Element {
  const { line, scheme, weights, isOver, errors } = props;
  const said = props.lines.find((one) => one.line === line.id);
  const weight = weights.get(line.id);
  const field = (name: string) => `${name}.${line.id}`;
  const about = (word: string) => (
    <>
      {word}
      <span class="ds-sr-only">{`, ${line.title}`}</span>
    </>
  );
  return (
    <div class="es-sheet-band" id={`ligne-${line.id}`}>
      <h3>
        {line.title} <ProvisionId id={line.provision} />
        {weight !== undefined && <span class="es-hint">{` poids ${weight}`}</span>}
      </h3>
      <div class="es-sheet-read">
        <p class="es-hint">{line.question}</p>
        <Count {...props} />
        {(props.reads.get(line.id) ?? []).map(({ path, label, answer }) => (
          <p key={path} class="es-lines">
            <strong>{label}</strong>
            <br />
            {answer}
          </p>
        ))}
      </div>
      <div class="es-sheet-judge">
        <MarkField
          name={field("mark")}
          grid={scheme.grid}
          line={line.id}
          about={line.title}
          value={said?.answer ?? (said?.mark == null ? "" : String(said.mark))}
          error={errors.get(field("mark"))}
          readOnly={isOver}
        />
        <Others {...props} />
        <LongTextField
          name={field("reason")}
          label={about("Justification")}
          hint={line.hint === "" ? undefined : line.hint}
          rows={3}
          unmarked
          required={false}
          readOnly={isOver}
          value={said?.reason}
          error={errors.get(field("reason"))}
        />
        <div class="es-sheet-pair">
          <LongTextField
            name={field("strength")}
            label={about("Point fort")}
            rows={2}
            required={false}
            unmarked
            readOnly={isOver}
            value={said?.strength}
            error={errors.get(field("strength"))}
          />
          <LongTextField
            name={field("question")}
            label={about("Question au porteur")}
            rows={2}
            required={false}
            unmarked
            readOnly={isOver}
            value={said?.question}
            error={errors.get(field("question"))}
          />
        </div>
      </div>
    </div>
  );
}

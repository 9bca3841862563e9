import type { JSX } from "preact";
import type { Section as FormSection, Item } from "#policy/index.ts";
import { textOf } from "#src/life/index.ts";
import {
  AutosaveStatus,
  Button,
  Disclosure,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { OlderFramework, OtherAuthors } from "../draft/draft-notices.tsx";
import { FormItems } from "../draft/form-items.tsx";
import { buttons } from "../draft/form-question.tsx";
import { writeRemoval } from "../draft/removals.ts";
import { SaveButtons } from "../draft/save-buttons.tsx";
import { EnterSaves, type SectionPageProps } from "../draft/section-page.tsx";
import { stepCount } from "../draft/sidebar.tsx";
import { UnmetFlag } from "../draft/unmet.tsx";
import { BudgetSide } from "./budget-side.tsx";
import { BudgetTableView, HeadingLinks } from "./budget-table.tsx";
import { BudgetSentence, BudgetTotals } from "./budget-totals.tsx";
import { PasteForm } from "./import-forms.tsx";
import type { TableState } from "./table-state.ts";

export interface BudgetPageProps extends SectionPageProps {
  readonly budget: TableState;
}

/** The section of the budget: its lines as a table one can live in, who pays what beside it, the totals in view. */
export function BudgetPage(props: BudgetPageProps): JSX.Element {
  const { file, section, budget } = props;
  const { sections } = file.reading.scheme.form;
  const at = sections.findIndex((one) => one.id === section.id);
  const title = textOf(file.reading.raw, "title") || file.reading.scheme.name;
  return (
    <>
      <PageHeader
        eyebrow={`Étape ${at + 1} sur ${stepCount(file.reading.scheme)} · ${title}`}
        title={section.title}
        lead={section.intro}
        actions={<Tools {...props} />}
      />
      <OlderFramework file={file} />
      {props.conflict && (
        <Notice tone="warning" title="Les mêmes cases ont été modifiées ailleurs" headingLevel={2}>
          Sous chacune de ces lignes, choisissez la valeur à garder, puis enregistrez. D’ici là, la valeur enregistrée
          ne change pas. Vos autres réponses sont enregistrées.
        </Notice>
      )}
      <ErrorSummary errors={props.summary} />
      {props.mayEdit ? <BudgetForm {...props} isFirst={at === 0} /> : <BudgetRead {...props} />}
      {props.mayEdit && (
        <Section id="coller" title="Coller depuis un tableur">
          <PasteForm id={file.application.id} table={budget.table} />
        </Section>
      )}
    </>
  );
}

function Tools({ file, mayEdit }: BudgetPageProps): JSX.Element {
  const { id } = file.application;
  return (
    <div class="es-budget-tools">
      {mayEdit && (
        <>
          <LinkButton variant="secondary" size="sm" icon="copy" href="#coller">
            Coller
          </LinkButton>
          <LinkButton variant="tertiary" size="sm" icon="upload" href={urls.applicationBudgetImport.href({ id })}>
            Importer
          </LinkButton>
        </>
      )}
      <LinkButton variant="tertiary" size="sm" icon="download" href={urls.applicationBudgetXlsx.href({ id })} download>
        Excel
      </LinkButton>
      <LinkButton variant="tertiary" size="sm" icon="download" href={urls.applicationBudgetCsv.href({ id })} download>
        CSV
      </LinkButton>
    </div>
  );
}

function BudgetForm(props: BudgetPageProps & { readonly isFirst: boolean }): JSX.Element {
  const { file, section, budget, state } = props;
  const { application, reading } = file;
  const action = urls.applicationSection.href({ id: application.id, section: section.id });
  const figures = urls.applicationBudgetFigures.href({ id: application.id });
  return (
    <Form id="formulaire" action={action} autosaveUrl={action} live liveUrl={figures} label={section.title}>
      <EnterSaves />
      <UnmetFlag reading={reading} section={section.id} />
      <HiddenField name="base" value={String(application.rawVersion)} />
      <HiddenField name="page" value={props.page} />
      <OtherAuthors name={props.lastAuthor} at={application.rawSavedAt} />
      <RemovedLine {...props} />
      <HeadingLinks state={budget} />
      <div
        class="es-budget"
        data-island="budget"
        data-figures={figures}
        data-import={urls.applicationBudgetImport.href({ id: application.id })}
      >
        <div>
          <BudgetTableView state={budget} />
          <BudgetSentence state={budget} />
          <Shortcuts />
        </div>
        <BudgetSide state={budget} />
      </div>
      <Others {...{ section, budget, state }} />
      <SaveButtons />
      <div class="es-button-bar es-button-bar-sticky es-budget-bar">
        <BudgetTotals state={budget} />
        <AutosaveStatus savedText={props.savedText} />
        {!props.isFirst && (
          <Button variant="tertiary" name={buttons.go} value="retour" icon="arrow-left">
            <span class="es-on-wide">Étape précédente</span>
          </Button>
        )}
        <Button name={buttons.go} value="suite" icon="arrow-right" iconAt="end">
          <span data-no-script>Enregistrer et continuer</span>
          <span data-with-script>Continuer</span>
        </Button>
      </div>
    </Form>
  );
}

type Asked = Pick<BudgetPageProps, "section" | "budget" | "state">;

/** What the section asks beside its lines. */
function Others({ section, budget, state }: Asked): JSX.Element | null {
  const items = othersOf(section, budget);
  if (items.length === 0) return null;
  return (
    <Section id="pour-tout-le-budget" title="Pour tout le budget">
      <FormItems state={state} items={items} id={`section-${section.id}`} />
    </Section>
  );
}

/** The parts of the page that follow what is kept, without its lines: what is read again once the draft is kept. */
export function BudgetRegions({ section, budget, state }: Asked): JSX.Element {
  return (
    <>
      <UnmetFlag reading={state.reading} section={section.id} />
      <Others {...{ section, budget, state }} />
      <BudgetFollowing state={budget} />
    </>
  );
}

/** Those that follow what is typed. */
export function BudgetFollowing({ state }: { readonly state: TableState }): JSX.Element {
  return (
    <>
      <BudgetSide state={state} />
      <BudgetTotals state={state} />
      <BudgetSentence state={state} />
    </>
  );
}

function othersOf(section: FormSection, { table }: TableState): readonly Item[] {
  return section.items.filter((item) => item.path.join(".") !== table.path);
}

function BudgetRead({ budget }: BudgetPageProps): JSX.Element {
  return (
    <>
      <Notice tone="info" title="Vous consultez cette demande">
        Votre rôle permet de lire le budget, pas de le modifier.
      </Notice>
      <HeadingLinks state={budget} />
      <div class="es-budget">
        <div>
          <BudgetTableView state={budget} />
          <BudgetSentence state={budget} />
        </div>
        <BudgetSide state={budget} />
      </div>
    </>
  );
}

/** The line just taken away, while it can come back. */
function RemovedLine({ state, budget }: BudgetPageProps): JSX.Element | null {
  const { removal } = state;
  if (!removal?.item.startsWith(`${budget.table.path}.`)) return null;
  return (
    <div role="status" tabIndex={-1} data-focus-on-load>
      <Notice tone="info" title="La ligne n’est plus dans votre budget.">
        <Button
          variant="secondary"
          size="sm"
          icon="undo"
          name={buttons.putBack}
          value={writeRemoval(removal)}
          context="la suppression de la ligne"
        >
          Annuler
        </Button>
      </Notice>
    </div>
  );
}

/** What keys do: told where they work, that is where scripts run. */
function Shortcuts(): JSX.Element {
  return (
    <div data-with-script>
      <Disclosure summary="Au clavier">
        <dl class="es-budget-keys">
          {KEYS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}

const KEYS = [
  ["↑ ↓", "la case du dessus, du dessous"],
  ["← →", "la case d’à côté, au bord du texte"],
  ["Entrée", "la case du dessous ; à la dernière ligne du poste, une ligne de plus"],
  ["Tab", "la case suivante"],
  ["Ctrl + D", "dupliquer la ligne"],
  ["Alt + Suppr", "supprimer la ligne ; Ctrl + Z la rétablit"],
  ["Ctrl + V", "coller un bloc de cases : vous voyez d’abord ce qui change"],
  ["Échap", "reprendre la case comme elle était"],
] as const;

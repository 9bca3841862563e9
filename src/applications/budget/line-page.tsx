import type { JSX } from "preact";
import { valueAtPath } from "#policy/index.ts";
import { isShown, type OpenApplication, sayAnswer, textOf } from "#src/life/index.ts";
import {
  AutosaveStatus,
  Button,
  ButtonBar,
  Form,
  HiddenField,
  LiveRegion,
  PageHeader,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { buttons, FormQuestion } from "../draft/form-question.tsx";
import type { FormState } from "../draft/form-state.ts";
import { EnterSaves } from "../draft/section-page.tsx";
import { amount } from "./budget-table.tsx";
import { Kept } from "./line-row.tsx";
import type { LineNote } from "./line-state.ts";
import type { WrittenLine } from "./table.ts";
import type { TableState } from "./table-state.ts";

export interface LinePageProps {
  readonly file: OpenApplication;
  readonly budget: TableState;
  readonly line: WrittenLine & { readonly note: LineNote };
  readonly state: FormState;
  readonly page: string;
  readonly savedText: string;
}

/** All that is asked of one line, and what it counts for: the table shows the most useful part of it. */
export function LinePage(props: LinePageProps): JSX.Element {
  const { budget, line, file } = props;
  const name = budget.table.columns.find(({ width }) => width === "name")?.cells[0]?.id ?? "";
  const heading = budget.table.sheet.headings[line.heading ?? ""];
  return (
    <>
      <PageHeader
        eyebrow={heading === undefined ? "Le budget" : `Le budget · ${heading}`}
        title={`Ligne ${line.number}${titleOf(textOf(budget.raw, `${line.path}.${name}`))}`}
      />
      <LiveRegion id="ligne-retenue">
        <p class="es-line-page-state" data-state={line.note.state}>
          Retenu : <Kept note={line.note} />
          {line.note.reason !== "" && line.note.state !== "waiting" && `. ${line.note.reason}`}
        </p>
      </LiveRegion>
      {budget.mayEdit ? <LineForm {...props} /> : <LineAnswers {...props} file={file} />}
    </>
  );
}

function titleOf(name: string): string {
  return name === "" ? "" : ` : ${name}`;
}

function LineForm({ file, budget, line, state, page, savedText }: LinePageProps): JSX.Element {
  const { application } = file;
  const action = urls.applicationSection.href({ id: application.id, section: budget.table.section });
  const here = urls.applicationBudgetLine.href({ id: application.id, line: String(line.index) });
  return (
    <Form id="formulaire" action={action} autosaveUrl={action} liveUrl={here} live label={`Ligne ${line.number}`}>
      <EnterSaves />
      <HiddenField name="base" value={String(application.rawVersion)} />
      <HiddenField name="page" value={page} />
      <LiveRegion id="champs-de-la-ligne" fields>
        {budget.table.questions.map((question) => {
          const path = `${line.path}.${question.id}`;
          const placed = { question, path, at: [line.index] };
          if (!isShown(placed, state.reading.answers, state.reading.raw)) return null;
          return <FormQuestion key={path} state={state} question={question} path={path} />;
        })}
      </LiveRegion>
      <ButtonBar>
        <Button variant="secondary" size="sm" icon="copy" name={buttons.duplicateLine} value={line.path}>
          Dupliquer la ligne
        </Button>
        <Button variant="tertiary" size="sm" icon="trash" name={buttons.remove} value={line.path}>
          Supprimer la ligne
        </Button>
      </ButtonBar>
      <ButtonBar sticky>
        <AutosaveStatus savedText={savedText} />
        <Button name={buttons.go} value={`budget:${line.index}`} icon="arrow-left">
          <span data-no-script>Enregistrer et revenir au budget</span>
          <span data-with-script>Revenir au budget</span>
        </Button>
      </ButtonBar>
    </Form>
  );
}

function LineAnswers({ file, budget, line }: LinePageProps): JSX.Element {
  const { answers, raw } = file.reading;
  return (
    <>
      <SummaryList
        items={budget.table.questions.flatMap((question) => {
          const path = `${line.path}.${question.id}`;
          if (!isShown({ question, path, at: [line.index] }, answers, raw)) return [];
          return [{ label: question.label, value: sayAnswer(question, valueAtPath(answers, path)), id: path }];
        })}
      />
      <p>
        <a href={urls.applicationSection.href({ id: file.application.id, section: budget.table.section })}>
          Revenir au budget
        </a>
      </p>
      <p class="ds-sr-only">{amount(line.note.kept)}</p>
    </>
  );
}

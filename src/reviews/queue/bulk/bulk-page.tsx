import type { JSX } from "preact";
import type { Refusal } from "#src/life/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import {
  Button,
  ButtonBar,
  type Content,
  ErrorSummary,
  LinkButton,
  PageHeader,
  plural,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { stateLook } from "../../web/words.ts";
import type { BulkAct, BulkQuestion } from "../part.ts";
import type { QueueRow } from "../queue-store.ts";
import { writeChosen } from "./chosen.ts";

/** What is asked before an act on several files: what to write, and what must be read of each first. */
export function BulkPage(props: {
  readonly act: BulkAct;
  readonly question: BulkQuestion;
  readonly rows: readonly QueueRow[];
  readonly details: ReadonlyMap<string, Content>;
  readonly options: readonly string[];
  readonly typed: FormFields;
  readonly refusals: readonly Refusal[];
  readonly back: string;
  readonly formKey: string;
}): JSX.Element {
  const { act, question, rows, details, typed, refusals, options } = props;
  return (
    <>
      <PageHeader
        title={question.title}
        lead={question.lead}
        actions={
          <LinkButton variant="secondary" href={props.back}>
            Revenir à la liste
          </LinkButton>
        }
      />
      {refusals.length > 0 && (
        <ErrorSummary errors={refusals.map(({ path = "", message }) => ({ name: path, message }))} />
      )}
      <form class="es-form" method="post" action={urls.queueActions.href()}>
        <input type="hidden" name="action" value={act.key} />
        <input type="hidden" name="confirme" value="oui" />
        <input type="hidden" name="retour" value={props.back} />
        <input type="hidden" name="cle" value={props.formKey} />
        {question.fields?.({ typed, refusals, options })}
        <fieldset class="es-bulk-files">
          <legend>{plural(rows.length, "dossier")}</legend>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <label>
                  <input class="ds-input" type="checkbox" name="dossier" value={writeChosen(row)} checked />
                  <span>
                    <strong>{row.number}</strong> {row.organisation}
                  </span>
                  <StateTag {...stateLook(row.state)} quiet />
                </label>
                {details.get(row.id)}
              </li>
            ))}
          </ul>
        </fieldset>
        <ButtonBar sticky>
          <Button icon={act.icon}>{question.submit}</Button>
        </ButtonBar>
      </form>
    </>
  );
}

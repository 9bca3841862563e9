import type { JSX } from "preact";
import { formatDateTime, Icon, ProvisionId } from "#src/ui/index.ts";
import { cutText } from "#text/index.ts";
import { Conclusions, JUDGEMENT, ReasonField } from "../file/file-form.tsx";
import { answerId, idIn, may, type ReviewedView, typedIn } from "../file/file-view.tsx";
import type { GridCheck } from "../instruction/instruction.ts";
import { Earlier } from "./earlier.tsx";

/** The box that finds satisfying, at once, each line left without an appreciation. */
export const REST = "grille-reste";

/** What the text leaves to a person's judgement; once each line is appreciated, what was said of them is one line. */
export function Grid(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { grid } = view.instruction;
  const isOpen = view.typed?.form === JUDGEMENT || grid.some(({ standing }) => standing === null);
  if (isOpen && may(view, "find")) return <Lines view={view} />;
  return (
    <details class="es-done" open={isOpen}>
      <summary>
        <Icon name="scale" />
        <span>{counted(grid)}</span>
        <Icon name="chevron-down" />
      </summary>
      <Lines view={view} />
    </details>
  );
}

/** « 6 satisfaisant, 1 à compléter ». */
function counted(grid: readonly GridCheck[]): string {
  const counts = new Map<string, number>();
  for (const { line, standing } of grid) {
    const said = line.answers[(standing?.last.conclusion ?? "") as keyof typeof line.answers] ?? "Non appréciée";
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([said, count]) => `${count} « ${said} »`).join(", ");
}

/** One table: what is read beside what is said of it. */
function Lines(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { grid } = view.instruction;
  const judged = may(view, "find");
  const left = grid.filter(({ standing }) => standing === null).length;
  return (
    <>
      <p class="es-hint">
        Proposition du service : le texte ne fixe ni barème ni pondération. Un motif est demandé dès qu’une ligne n’est
        pas satisfaisante.
      </p>
      <table class="es-grid-table">
        <caption class="ds-sr-only">Grille d’analyse</caption>
        <thead>
          <tr>
            <th scope="col">Ce qui est lu</th>
            <th scope="col">Appréciation</th>
            <th scope="col">Motif</th>
          </tr>
        </thead>
        <tbody>
          {grid.map((one) => (
            <GridRow key={one.line.id} view={view} check={one} judged={judged} />
          ))}
        </tbody>
      </table>
      {judged && left > 1 && (
        <div class="es-option es-grid-rest">
          <input
            class="ds-input"
            type="checkbox"
            form={JUDGEMENT}
            id={idIn(JUDGEMENT, REST)}
            name={REST}
            value="oui"
            checked={typedIn(view, JUDGEMENT, REST) === "oui"}
          />
          <label for={idIn(JUDGEMENT, REST)}>
            J’ai lu les lignes laissées sans appréciation : elles sont satisfaisantes.
          </label>
        </div>
      )}
    </>
  );
}

/** Anchor of a line of the grid in the page. */
export function gridId(line: string): string {
  return `g-${line}`;
}

const tones = { satisfying: "success", "to-complete": "honey", insufficient: "danger" } as const;
const isAnswer = (value: string): value is keyof typeof tones => value in tones;

function GridRow(props: {
  readonly view: ReviewedView;
  readonly check: GridCheck;
  readonly judged: boolean;
}): JSX.Element {
  const { view, check, judged } = props;
  const { line, standing } = check;
  const conclusion = standing?.last.conclusion ?? "";
  return (
    <tr id={gridId(line.id)} data-left={standing === null ? "" : undefined}>
      <th scope="row">
        <span class="es-grid-title">
          {line.title} <ProvisionId id={line.provision} />
        </span>{" "}
        <ReadAnswers view={view} line={line} />
      </th>
      <td data-label="Appréciation">
        {judged ? (
          <Conclusions
            view={view}
            point={line.id}
            about={line.title}
            options={Object.entries(line.answers).map(([value, label]) => ({
              value,
              label,
              ...(isAnswer(value) ? { tone: tones[value] } : {}),
            }))}
            last={standing?.last.conclusion ?? null}
          />
        ) : isAnswer(conclusion) ? (
          <strong data-color={tones[conclusion]}>{line.answers[conclusion]}</strong>
        ) : (
          "Non appréciée"
        )}
      </td>
      <td data-label="Motif">
        {judged ? (
          <ReasonField
            view={view}
            point={line.id}
            about={line.title}
            hint="Motif, si non satisfaisant"
            last={standing?.last.reason ?? ""}
          />
        ) : (
          standing?.last.reason
        )}
        {standing !== null && (
          <small>
            {standing.last.madeBy ?? "Un agent"}, {formatDateTime(standing.last.madeAt)}
          </small>
        )}
        {standing !== null && <Earlier standing={standing} />}
      </td>
    </tr>
  );
}

/** Signs that two lines hold at 1280 px, beside the words that unfold the rest; and the fewest worth quoting. */
const TWO_LINES = 145;
const FEWEST = 40;

/** What the line asks and the beginning of what it reads: all of it unfolds, the question stays. */
function ReadAnswers(props: { readonly view: ReviewedView; readonly line: GridCheck["line"] }): JSX.Element {
  const { line } = props;
  const said = readAnswers(props.view, line.reads).filter(({ answer }) => answer !== "");
  const length = said.reduce((sum, { label, answer }) => sum + label.length + answer.length, 0);
  const shown = Math.max(FEWEST, TWO_LINES - line.title.length - line.question.length);
  const question = <span class="es-grid-question">{line.question}</span>;
  const list = (
    <ul class="es-grid-read">
      {said.map(({ path, label, answer }) => (
        <li key={path}>
          <a href={`#${answerId(path)}`}>{label}</a> : {answer}
        </li>
      ))}
    </ul>
  );
  if (length <= shown)
    return (
      <>
        {question}
        {list}
      </>
    );
  // The longest says most of what is to be judged: « oui » or a date says nothing of it.
  const [longest] = [...said].sort((one, other) => other.answer.length - one.answer.length);
  const quoted = longest === undefined ? "" : longest.answer;
  return (
    <details class="es-grid-more">
      <summary>
        {question}{" "}
        <span class="es-grid-quote">« {quoted.length > shown ? `${cutText(quoted, shown).trimEnd()}…` : quoted} »</span>{" "}
        <span class="es-grid-all">{said.length === 1 ? "Tout lire" : `Lire les ${said.length} réponses`}</span>
      </summary>
      {list}
    </details>
  );
}

/** The answers that a line of the grid reads; `*` stands for each item. */
function readAnswers(view: ReviewedView, reads: readonly string[]) {
  const wanted = new Set(reads);
  return view.asked.filter(({ question }) => wanted.has(question.path));
}

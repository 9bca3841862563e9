import type { JSX } from "preact";
import { ProvisionId, StateTag } from "#src/ui/index.ts";
import { answerId, type FileView, may } from "../file/file-view.tsx";
import type { GridCheck } from "../file/instruction.ts";
import { Earlier, FindingForm, Fold } from "./finding-form.tsx";

const gridLooks = {
  satisfying: { tone: "success", icon: "check" },
  "to-complete": { tone: "warning", icon: "question" },
  insufficient: { tone: "danger", icon: "cross" },
} as const;

/** What the text leaves to a person's judgement. */
export function Grid(props: { readonly view: FileView }): JSX.Element {
  return (
    <>
      <p class="es-hint">
        Cette grille est une proposition du service : le texte ne fixe ni barème ni pondération. Chaque ligne se
        conclut, avec un motif dès qu’elle n’est pas satisfaisante.
      </p>
      {props.view.instruction.grid.map((one) => (
        <GridItem key={one.line.id} view={props.view} check={one} />
      ))}
    </>
  );
}

function GridItem(props: { readonly view: FileView; readonly check: GridCheck }): JSX.Element {
  const { view, check } = props;
  const { line, standing } = check;
  const form = `g-${line.id}`;
  const conclusion = standing?.last.conclusion;
  const look =
    conclusion === "satisfying" || conclusion === "to-complete" || conclusion === "insufficient"
      ? { ...gridLooks[conclusion], label: line.answers[conclusion] }
      : { tone: "neutral" as const, icon: "question" as const, label: "À apprécier" };
  const answers = readAnswers(view, line.reads);
  return (
    <div class="es-card es-card-plain" id={form}>
      <div class="es-card-top">
        <span class="es-eyebrow">
          <ProvisionId id={line.provision} />
        </span>
        <StateTag {...look} />
      </div>
      <h3 class="es-card-title">{line.question}</h3>
      {standing !== null && standing.last.reason !== "" && (
        <p>
          {standing.last.madeBy ?? "Un agent"} : {standing.last.reason}
        </p>
      )}
      {standing !== null && <Earlier standing={standing} />}
      <Fold
        summary={may(view, "find") ? "Réponses lues et appréciation" : "Réponses lues"}
        open={view.typed?.form === form}
      >
        <div class="es-hint">{line.hint}</div>
        <ul>
          {answers.map(({ path, label, answer }) => (
            <li key={path}>
              <a href={`#${answerId(path)}`}>{label}</a> : {answer}
            </li>
          ))}
        </ul>
        {may(view, "find") && (
          <FindingForm
            view={view}
            form={form}
            subject={line.id}
            about=""
            last={conclusion ?? null}
            options={Object.entries(line.answers).map(([value, label]) => ({ value, label }))}
            hint="Demandé quand la ligne n’est pas satisfaisante."
          />
        )}
      </Fold>
    </div>
  );
}

/** The answers that a line of the grid reads; `*` stands for each item. */
function readAnswers(view: FileView, reads: readonly string[]) {
  const patterns = reads.map((read) => new RegExp(`^${read.replaceAll(".", "\\.").replaceAll("*", "\\d+")}$`));
  return view.asked.filter(({ path }) => patterns.some((pattern) => pattern.test(path)));
}

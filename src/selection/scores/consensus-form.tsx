import type { JSX } from "preact";
import { gridLines } from "#policy/index.ts";
import {
  Button,
  DayField,
  Disclosure,
  Fieldset,
  Form,
  formatDayShort,
  HiddenField,
  LongTextField,
  SelectField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { activeSheets } from "../candidate.ts";
import type { CandidatePageProps } from "../ranking/file-props.ts";
import { seenOf } from "../seen.ts";
import { inOrder } from "./consensus.ts";

/** One meeting, recorded at once: the lines where assessors part first, the others folded under them. */
export function ConsensusForm(props: CandidatePageProps): JSX.Element {
  const { rules, file, call, errors, typed } = props;
  const { consensus } = file.candidate;
  const all = gridLines(rules.scheme.grid);
  const apart = new Set(
    file.gaps?.lines ?? file.judgements.flatMap(({ line, answer }) => (answer === null ? [line] : [])),
  );
  const isFirst = (id: string) => apart.has(id) || consensus.some(({ line }) => line === id);
  const others = all.filter(({ id }) => !isFirst(id));
  const isWrong = (id: string) => errors.has(`value.${id}`) || errors.has(`reason.${id}`);
  const isRefused = errors.has("heldOn") || all.some(({ id }) => isWrong(id));
  const last = consensus.at(-1)?.heldOn;
  return (
    <Disclosure summary="Noter une conciliation" open={file.waits === "consensus" || isRefused}>
      <Form action={urls.candidateConsensus.href({ call: call.id, id: file.candidate.id })}>
        <HiddenField name="vu" value={seenOf(inOrder(consensus))} />
        <DayField
          name="heldOn"
          label="Jour de la réunion"
          hint="Le procès-verbal reprend ce jour, ce qui est retenu et pourquoi."
          value={typed("heldOn") ?? (last === undefined ? undefined : formatDayShort(last))}
          error={errors.get("heldOn")}
        />
        {all
          .filter(({ id }) => isFirst(id))
          .map((line) => (
            <Line key={line.id} {...props} line={line} />
          ))}
        {others.length > 0 && (
          <Disclosure
            summary={others.length < all.length ? "Les autres lignes de la grille" : "Les lignes de la grille"}
            open={others.length === all.length || others.some(({ id }) => isWrong(id) || typed(`reason.${id}`))}
          >
            {others.map((line) => (
              <Line key={line.id} {...props} line={line} />
            ))}
          </Disclosure>
        )}
        <Button variant="secondary">Enregistrer la conciliation</Button>
      </Form>
    </Disclosure>
  );
}

function Line(
  props: CandidatePageProps & { readonly line: { readonly id: string; readonly title: string } },
): JSX.Element {
  const { line, file, errors, typed, rules } = props;
  const kept = file.candidate.consensus.find((one) => one.line === line.id);
  const value = kept === undefined ? "" : (kept.answer ?? String(kept.mark ?? ""));
  return (
    <Fieldset legend={line.title} hint={sayGiven(props, line.id)}>
      <div class="es-consensus-line">
        <SelectField
          name={`value.${line.id}`}
          label="Ce qui est retenu"
          required={false}
          unmarked
          options={valuesOf(rules.scheme)}
          value={typed(`value.${line.id}`) ?? value}
          error={errors.get(`value.${line.id}`)}
        />
        <LongTextField
          name={`reason.${line.id}`}
          label="Pourquoi"
          required={false}
          unmarked
          rows={2}
          value={typed(`reason.${line.id}`) ?? kept?.reason}
          error={errors.get(`reason.${line.id}`)}
        />
      </div>
    </Fieldset>
  );
}

/** « Notes de chacun : 1, 3, 3. » */
function sayGiven({ file, rules }: CandidatePageProps, line: string): string {
  const { grid } = rules.scheme;
  const given = activeSheets(file.candidate).flatMap(({ lines }) => {
    const one = lines.find((said) => said.line === line);
    if (grid.kind === "scored") return one?.mark == null ? [] : [String(one.mark)];
    return grid.lines.find(({ id }) => id === line)?.answers[one?.answer as "satisfying"] ?? [];
  });
  return `${grid.kind === "scored" ? "Notes" : "Réponses"} de chacun\u00a0: ${given.join(", ")}.`;
}

function valuesOf({ grid }: CandidatePageProps["rules"]["scheme"]) {
  return grid.kind === "scored"
    ? Array.from({ length: grid.scale.most + 1 }, (_, mark) => ({
        value: String(mark),
        label: `${mark}, ${grid.scale.marks[mark] ?? ""}`,
      }))
    : Object.entries(grid.lines[0]?.answers ?? {}).map(([value, label]) => ({ value, label }));
}

import type { JSX } from "preact";
import { gridLines } from "#policy/index.ts";
import { DataTable, Disclosure, formatDay, formatList, Notice, plural, Section } from "#src/ui/index.ts";
import { activeSheets, areIn, type SheetOf } from "../candidate.ts";
import type { CandidatePageProps } from "../ranking/file-props.ts";
import { sayTenths } from "../words.ts";
import { ConsensusForm } from "./consensus-form.tsx";
import { sayScore } from "./score.ts";

/** The sheets of a project side by side once all are in; before, who sent theirs and nothing more. */
export function ScoresPart(props: CandidatePageProps): JSX.Element {
  const { file, rules } = props;
  const sheets = activeSheets(file.candidate);
  const isIn = areIn(file.candidate, rules.assessors);
  return (
    <Section title="Fiches d’évaluation" intro={sayWho(sheets, rules.assessors)}>
      {!isIn && (
        <Notice tone="info">
          Les notes se lisent quand toutes les fiches sont envoyées : chacun évalue sans connaître les autres.
        </Notice>
      )}
      {isIn && <Gaps {...props} />}
      {isIn && <Lines {...props} sheets={sheets} />}
      {isIn && props.mayRun && file.candidate.state === "admitted" && <ConsensusForm {...props} />}
    </Section>
  );
}

function sayWho(sheets: readonly SheetOf[], asked: number): string {
  if (sheets.length === 0) return `Aucun évaluateur n’est nommé ; l’appel en demande ${asked}.`;
  const sent = sheets.filter(({ sentAt }) => sentAt !== null).length;
  return `${plural(sent, "fiche envoyée", "fiches envoyées")} sur ${Math.max(asked, sheets.length)} : ${formatList(
    sheets.map(({ name, sentAt }) => `${name}${sentAt === null ? " (attendue)" : ""}`),
  )}.`;
}

function Gaps(props: CandidatePageProps): JSX.Element | null {
  const { file, rules } = props;
  if (file.gaps === null) return null;
  const asks = file.waits === "consensus";
  return (
    <Notice tone={asks ? "warning" : "info"} title={asks ? "Une conciliation est à tenir" : undefined}>
      <p>
        {`Notes de chacun : ${file.gaps.scores.map(sayScore).join(", ")}. Écart : ${sayTenths(file.gaps.tenths)} points`}
        {rules.conflictLimit === null ? "." : `, pour ${rules.conflictLimit} au plus sans conciliation.`}
      </p>
    </Notice>
  );
}

function Lines(props: CandidatePageProps & { readonly sheets: readonly SheetOf[] }): JSX.Element {
  const { sheets, file, rules } = props;
  const apart = new Set(file.gaps?.lines ?? []);
  const { grid } = rules.scheme;
  const said = (line: string, mark: number | null, answer: string | null) => {
    if (grid.kind === "scored") return mark === null ? "–" : String(mark);
    return grid.lines.find(({ id }) => id === line)?.answers[answer as "satisfying"] ?? "–";
  };
  return (
    <DataTable
      caption="Note de chacun, ligne par ligne"
      captionHidden
      rows={gridLines(grid)}
      rowKey={({ id }) => id}
      detail={({ id }) => <Reasons {...props} line={id} />}
      columns={[
        {
          key: "line",
          header: "Ligne de la grille",
          rowHeader: true,
          cell: ({ id, title }) => (apart.has(id) ? <strong>{`${title} (écart)`}</strong> : title),
        },
        ...sheets.map((sheet) => ({
          key: sheet.id,
          header: sheet.name,
          numeric: grid.kind === "scored",
          cell: ({ id }: { readonly id: string }) => {
            const one = sheet.lines.find(({ line }) => line === id);
            return said(id, one?.mark ?? null, one?.answer ?? null);
          },
        })),
        {
          key: "consensus",
          header: "Conciliation",
          cell: ({ id }) => {
            const one = file.candidate.consensus.find(({ line }) => line === id);
            return one === undefined ? "" : <strong>{said(id, one.mark, one.answer)}</strong>;
          },
        },
      ]}
    />
  );
}

function Reasons(
  props: CandidatePageProps & { readonly sheets: readonly SheetOf[]; readonly line: string },
): JSX.Element | null {
  const consensus = props.file.candidate.consensus.find(({ line }) => line === props.line);
  const words = props.sheets.flatMap(({ name, lines }) => {
    const one = lines.find(({ line }) => line === props.line);
    return one === undefined || one.reason === "" ? [] : [{ name, ...one }];
  });
  if (words.length === 0 && consensus === undefined) return null;
  return (
    <Disclosure summary="Justifications">
      {words.map(({ name, reason, strength, question }) => (
        <p class="es-lines" key={name}>
          <strong>{name}</strong> {reason}
          {strength !== "" && ` Point fort : ${strength}`}
          {question !== "" && ` Question : ${question}`}
        </p>
      ))}
      {consensus !== undefined && (
        <p class="es-lines">
          <strong>{`Conciliation du ${formatDay(consensus.heldOn)}`}</strong> {consensus.reason}
        </p>
      )}
    </Disclosure>
  );
}

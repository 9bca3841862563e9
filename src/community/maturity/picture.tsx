import type { JSX } from "preact";
import type { Instrument, Level } from "#policy/index.ts";
import { formatNumber } from "#src/ui/index.ts";
import type { DimensionResult } from "./rounds.ts";

export interface PictureProps {
  readonly instrument: Instrument;
  readonly results: readonly DimensionResult[];
  /** « mars 2026 », where there is a round before. */
  readonly before?: string | undefined;
  /** How many organisations the mean is of; null under ten. */
  readonly compared: number | null;
}

/** The levels, drawn and in words on the same line: the picture is its own table. */
export function MaturityPicture(props: PictureProps): JSX.Element {
  const { instrument, before, compared } = props;
  const caption = `Niveau par domaine, de 1 à 5 : ${instrument.levels.join(", ").toLowerCase()}`;
  return (
    <>
      <Legend before={before} compared={compared} />
      <table class="es-maturity">
        <caption class="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Domaine</th>
            <th scope="col" class="es-maturity-picture">
              <span class="es-maturity-scale">
                {instrument.levels.map((level) => (
                  <span key={level}>{level}</span>
                ))}
              </span>
            </th>
            <th scope="col">Aujourd’hui</th>
            {before !== undefined && <th scope="col">Avant</th>}
            {compared !== null && <th scope="col">Moyenne</th>}
          </tr>
        </thead>
        <tbody>
          {props.results.map((result) => (
            <Line key={result.dimension.id} {...props} result={result} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Line(props: PictureProps & { readonly result: DimensionResult }): JSX.Element {
  const { instrument, result, before, compared } = props;
  const { dimension, now, spread } = result;
  return (
    <tr>
      <th scope="row">
        {dimension.name}
        <small>{dimension.about}</small>
      </th>
      <td class="es-maturity-picture">
        <Scale {...result} />
      </td>
      <td>
        {now === null ? (
          <span class="es-none">Pas de réponse</span>
        ) : (
          <>
            <strong>{instrument.levels[now - 1]}</strong> <small>{`niveau\u00a0${now}\u00a0sur\u00a05`}</small>
          </>
        )}
        {spread !== null && <small>{`de ${spread[0]} à ${spread[1]} selon les personnes`}</small>}
      </td>
      {before !== undefined && <td>{beforeInWords(instrument, result, before)}</td>}
      {compared !== null && (
        <td>
          <span class="es-maturity-word">moyenne </span>
          {result.average === null ? "—" : formatNumber(Math.round(result.average * 10) / 10)}
        </td>
      )}
    </tr>
  );
}

function beforeInWords(instrument: Instrument, { now, before }: DimensionResult, when: string): string {
  if (before === null) return "—";
  return before === now ? `comme en ${when}` : `${instrument.levels[before - 1]}, en ${when}`;
}

/** From left to right a hundred units a level, the first one in the middle of its column. */
const at = (level: number) => level * 100 - 50;
const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

function Scale({ now, before, average, spread }: DimensionResult): JSX.Element {
  const moved = now !== null && before !== null && now !== before;
  return (
    <svg viewBox="0 0 500 40" width="100%" height="40" aria-hidden="true" focusable="false">
      <line class="es-maturity-track" x1={at(1)} x2={at(5)} y1="14" y2="14" />
      {spread !== null && <line class="es-maturity-spread" x1={at(spread[0])} x2={at(spread[1])} y1="14" y2="14" />}
      {LEVELS.map((level) => (
        <circle key={level} class="es-maturity-mark" cx={at(level)} cy="14" r="4" />
      ))}
      {moved && <line class="es-maturity-move" x1={at(before)} x2={at(now)} y1="14" y2="14" />}
      {before !== null && before !== now && <circle class="es-maturity-before" cx={at(before)} cy="14" r="9" />}
      {now !== null && <circle class="es-maturity-now" cx={at(now)} cy="14" r="12" />}
      {average !== null && <path class="es-maturity-average" d={`M${at(average) - 7} 39l7-11 7 11z`} />}
    </svg>
  );
}

function Legend(props: { readonly before?: string | undefined; readonly compared: number | null }): JSX.Element {
  return (
    <p class="es-maturity-legend">
      <span>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <circle class="es-maturity-now" cx="10" cy="10" r="9" />
        </svg>
        aujourd’hui
      </span>
      {props.before !== undefined && (
        <span>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <circle class="es-maturity-before" cx="10" cy="10" r="7.5" />
          </svg>
          {`en ${props.before}`}
        </span>
      )}
      {props.compared !== null && (
        <span>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path class="es-maturity-average" d="M2 17 10 4l8 13z" />
          </svg>
          {`moyenne de ${props.compared} structures, sans nom`}
        </span>
      )}
    </p>
  );
}

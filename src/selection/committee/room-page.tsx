import type { JSX } from "preact";
import { sayHeld } from "#src/committees/index.ts";
import { formatMoney, formatNumber, Icon, plural, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { shownTitle } from "../candidate.ts";
import type { Ranked } from "../ranking/rank.ts";
import { shortName } from "../rules.ts";
import { agreementOf } from "../scores/agreement.ts";
import { sayScore } from "../scores/score.ts";
import type { CandidateStanding } from "../standing.ts";
import { sayAlpha, sayTenths } from "../words.ts";
import { GapDots } from "./gap-dots.tsx";
import type { Tried } from "./room.ts";
import type { RoomProps } from "./room-props.ts";
import { RoomSide } from "./room-side.tsx";
import { instantsOf } from "./session.ts";

/** The screen of the room: the ranking, the line of what is funded, and what a trial would change. Read from afar. */
export function RoomPage(props: RoomProps): JSX.Element {
  return (
    <div class="es-room" id="seance" data-live-target data-room={urls.callRoomFeed.href({ call: props.call.id })}>
      <Head {...props} />
      <div class="es-room-body">
        <Ranking {...props} />
        <RoomSide {...props} />
      </div>
    </div>
  );
}

function Head(props: RoomProps): JSX.Element {
  const { session, standing, call } = props;
  const present = session?.attendance.filter(({ presence }) => presence === "present").length ?? 0;
  return (
    <header class="es-room-head">
      <div>
        <h1>{call.title}</h1>
        <p>
          {session === null
            ? "Aucune réunion n’est encore prévue."
            : `${session.committeeName}, ${sayHeld(instantsOf(session))}, ${session.place}`}
        </p>
      </div>
      {session !== null && (
        <p>
          <strong>{present}</strong>
          {` ${present < 2 ? "présent" : "présents"} sur ${session.seats.length}`}
          <br />
          <span class="es-hint">
            {session.quorum === null ? "Séance non ouverte" : `quorum : ${session.quorum.needed}`}
          </span>
        </p>
      )}
      {standing.alpha !== null && (
        <p>
          <strong>{sayAlpha(standing.alpha)}</strong> accord
          <br />
          <span class="es-hint">{agreementWord(standing.alpha)}</span>
        </p>
      )}
      <p>
        <span data-room-state>{`À ${props.now}`}</span>
        <br />
        <a class="es-hint" href={urls.callRoom.href({ call: call.id })}>
          Relire la page
        </a>
      </p>
    </header>
  );
}

function agreementWord(alpha: number): string {
  return { strong: "fort", fair: "moyen", weak: "faible" }[agreementOf(alpha)];
}

function Ranking(props: RoomProps): JSX.Element {
  const funder = useFunder();
  const { standing, rules, tried } = props;
  const funded = new Set(standing.line.funded.map(({ id }) => id));
  const thenFunded = tried === null ? null : new Set(tried.line.funded.map(({ id }) => id));
  const eligible = standing.ranked.filter(({ isBelow }) => !isBelow);
  const last = eligible.filter(({ id }) => funded.has(id)).at(-1);
  const thenLast = thenFunded === null ? undefined : eligible.filter(({ id }) => thenFunded.has(id)).at(-1);
  const columns = rules.most === null ? 4 : 6;
  let sum = 0;
  let reserve = 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="es-scroll" aria-label="Classement" tabIndex={0}>
      <table class="es-room-table">
        <caption class="ds-sr-only">{`Classement de ${plural(standing.ranked.length, "projet")}, aide ${funder.of} en euros`}</caption>
        <thead>
          <tr>
            <th scope="col" class="es-num">
              Rang
            </th>
            <th scope="col">Projet</th>
            {rules.most !== null && (
              <th scope="col" class="es-num">
                Note
              </th>
            )}
            {rules.most !== null && <th scope="col">Écart</th>}
            <th scope="col" class="es-num">
              {funder.short}, €
            </th>
            <th scope="col" class="es-num">
              Cumul, €
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.ranked.length === 0 && (
            <tr>
              <td colSpan={columns}>Aucun projet n’est encore évalué.</td>
            </tr>
          )}
          {last === undefined && standing.ranked.length > 0 && <LineRow {...props} count={0} columns={columns} />}
          {standing.ranked.map((one) => {
            const isFunded = funded.has(one.id);
            const asked = one.candidate.asks[0]?.amount ?? 0;
            if (isFunded) sum += asked;
            else if (!one.isBelow) reserve += 1;
            return (
              <>
                <CandidateRow key={one.id} {...props} one={one} sum={isFunded ? sum : null} reserve={reserve} />
                {one.id === last?.id && <LineRow {...props} count={funded.size} columns={columns} />}
                {tried !== null && one.id === thenLast?.id && <TrialRow {...props} tried={tried} columns={columns} />}
              </>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function CandidateRow(
  props: RoomProps & {
    readonly one: CandidateStanding & Ranked;
    readonly sum: number | null;
    readonly reserve: number;
  },
): JSX.Element {
  const { one, sum, session, rules } = props;
  const { candidate } = one;
  const { score, gaps } = props.left.includes(one.id) ? { score: null, gaps: null } : one;
  const leaves = session?.leaves.filter(({ applicationId }) => applicationId === one.id) ?? [];
  const rank = candidate.rank ?? one.rank;
  const isNow = props.rank === rank;
  return (
    <tr class={sum === null ? "es-room-out" : "es-room-in"} data-now={isNow} aria-current={isNow ? "true" : undefined}>
      <td class="es-num es-room-rank">
        <a href={urls.callRoom.href({ call: props.call.id }, { rang: rank })}>{rank}</a>
      </td>
      <th scope="row">
        {shownTitle(candidate)}
        <span class="es-room-lead">
          {candidate.organisation}
          {leaves.length > 0 && ` · ${plural(leaves.length, "déport")}`}
          {one.isOpen && " · à égalité"}
        </span>
      </th>
      {rules.most !== null && <td class="es-num es-room-score">{score === null ? "–" : sayScore(score)}</td>}
      {rules.most !== null && (
        <td>
          {gaps !== null && <GapDots scores={gaps.scores} />}
          <span class="es-hint">
            {gaps === null
              ? ""
              : candidate.consensus.length > 0
                ? `conciliation, ${sayTenths(gaps.tenths)}`
                : sayTenths(gaps.tenths)}
          </span>
        </td>
      )}
      <td class="es-num es-room-score">{euros(candidate.asks[0]?.amount ?? 0)}</td>
      <td class="es-num">
        {sum !== null ? (
          euros(sum)
        ) : one.isBelow ? (
          <strong>sous le seuil</strong>
        ) : (
          <strong>{`réserve ${props.reserve}`}</strong>
        )}
      </td>
    </tr>
  );
}

/** « 48 000 »: whole euros, the unit stands in the header. */
function euros(cents: number): string {
  return formatNumber(Math.floor(cents / 100));
}

function LineRow(props: RoomProps & { readonly count: number; readonly columns: number }): JSX.Element {
  const { stopped } = props.standing.line;
  const next = stopped === null ? undefined : props.standing.ranked.find(({ id }) => id === stopped.id);
  return (
    <tr class="es-room-line">
      <td colSpan={props.columns}>
        <strong>{`Financés : ${props.count}`}</strong>
        <span>
          {stopped === null || next === undefined
            ? "Tous les projets classés tiennent dans l’enveloppe."
            : `Au rang ${next.candidate.rank ?? next.rank}, il manque ${formatMoney(stopped.lacks)} (${shortName(props.call.framework, stopped)})`}
        </span>
      </td>
    </tr>
  );
}

function TrialRow(props: RoomProps & { readonly tried: Tried; readonly columns: number }): JSX.Element {
  const { funded } = props.tried.line;
  return (
    <tr class="es-room-trial">
      <td colSpan={props.columns}>
        <Icon name="pen" />{" "}
        {`Avec l’essai, la ligne passe ici : ${plural(funded.length, "financé")}. Rien n’est enregistré.`}
      </td>
    </tr>
  );
}

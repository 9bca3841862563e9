import type { JSX } from "preact";
import { Button, formatMoney, formatMoneyExact, HiddenField, Icon, MoneyField, SelectField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { shownTitle } from "../candidate.ts";
import { keyOf } from "../ranking/line.ts";
import { envelopeName } from "../rules.ts";
import type { Tried } from "./room.ts";
import type { RoomProps } from "./room-props.ts";

/** Beside the ranking: the envelopes, who leaves for the project in session, and a trial that keeps nothing. */
export function RoomSide(props: RoomProps): JSX.Element {
  return (
    <aside class="es-room-side" aria-label="Enveloppes et essai">
      <Envelopes {...props} />
      <InSession {...props} />
      <TrialForm {...props} />
      <p class="es-hint">Aucun rang n’est sauté : la ligne s’arrête au premier projet qui ne tient pas.</p>
    </aside>
  );
}

function Envelopes(props: RoomProps): JSX.Element {
  const drawn = props.standing.line.envelopes;
  return (
    <section>
      <h2 class="ds-sr-only">Enveloppe par financeur et par année</h2>
      {drawn.length === 0 && <p>L’appel ne dit aucune enveloppe.</p>}
      {drawn.map(({ amount, used, left, ...pot }) => (
        <div class="es-room-pot" key={keyOf(pot)}>
          <p>
            <strong>{envelopeName(props.call.framework, pot)}</strong>
            <span>
              reste <strong>{formatMoney(left)}</strong>
            </span>
          </p>
          <svg viewBox="0 0 340 16" preserveAspectRatio="none" aria-hidden="true">
            <rect class="es-room-pot-all" width="340" height="16" rx="4" />
            <rect
              class="es-room-pot-used"
              width={amount === 0 ? 0 : Math.round((used * 340) / amount)}
              height="16"
              rx="4"
            />
          </svg>
          <p class="es-hint">{`${formatMoney(used)} sur ${formatMoney(amount)}`}</p>
        </div>
      ))}
    </section>
  );
}

function InSession(props: RoomProps): JSX.Element | null {
  const one = props.standing.ranked.find((file) => (file.candidate.rank ?? file.rank) === props.rank);
  if (one === undefined) return null;
  const leaves = props.session?.leaves.filter(({ applicationId }) => applicationId === one.id) ?? [];
  return (
    <section>
      <h2>{`En séance : rang ${props.rank}`}</h2>
      <p>{shownTitle(one.candidate)}</p>
      {props.left.includes(one.id) && <p>Vous avez un intérêt dans ce projet : vous sortez.</p>}
      {one.candidate.summary !== "" && !props.left.includes(one.id) && (
        <p class="es-lines es-hint">{one.candidate.summary}</p>
      )}
      {leaves.length > 0 && (
        <p>
          <strong>{`Sortent : ${leaves.length}`}</strong>
          <br />
          {leaves.map(({ name }) => name).join(", ")}
        </p>
      )}
      {props.mayRun && (
        <p>
          <a href={urls.candidate.href({ call: props.call.id, id: one.id })}>Fiche du projet</a>
        </p>
      )}
    </section>
  );
}

function TrialForm(props: RoomProps): JSX.Element | null {
  const { standing, rules, typed, tried } = props;
  if (standing.ranked.length === 0) return null;
  const inSession = standing.ranked.find((file) => (file.candidate.rank ?? file.rank) === props.rank);
  return (
    <form class="es-room-try" method="get" action={urls.callRoom.href({ call: props.call.id })}>
      <h2>
        <Icon name="pen" /> Essai <span class="es-hint">rien n’est enregistré</span>
      </h2>
      {props.rank !== null && <HiddenField name="rang" value={String(props.rank)} />}
      <SelectField
        name="essai"
        label="Projet"
        required={false}
        unmarked
        options={standing.ranked.map(({ candidate, rank }) => ({
          value: candidate.id,
          label: `${candidate.rank ?? rank}. ${shownTitle(candidate)}, ${formatMoney(candidate.eligibleCosts)} de coûts`,
        }))}
        value={typed("essai") || inSession?.id}
      />
      <MoneyField name="retenu" label="Coûts retenus" required={false} unmarked value={typed("retenu")} />
      {rules.envelopes.map((pot) => (
        <MoneyField
          key={keyOf(pot)}
          name={`enveloppe.${keyOf(pot)}`}
          label={`Enveloppe, ${envelopeName(props.call.framework, pot)}`}
          required={false}
          unmarked
          value={typed(`enveloppe.${keyOf(pot)}`)}
        />
      ))}
      <Button variant="secondary">Voir</Button>
      {tried !== null && <Effect {...props} tried={tried} />}
      {tried !== null && (
        <a href={urls.callRoom.href({ call: props.call.id }, { rang: props.rank })}>Quitter l’essai</a>
      )}
    </form>
  );
}

function Effect(props: RoomProps & { readonly tried: Tried }): JSX.Element {
  const { tried, standing } = props;
  const before = standing.line.funded.length;
  const after = tried.line.funded.length;
  const { reckoning, candidate } = tried;
  return (
    <div role="status">
      {reckoning?.asks.map(({ funder, amount }) => (
        <p key={funder}>
          {props.funderName(funder)} <strong>{formatMoneyExact(amount)}</strong>
        </p>
      ))}
      {reckoning?.broken.map(({ id, title, reason }) => (
        <p key={id} class="es-error">{`Ce montant ne se peut pas : ${title}. ${reason}`}</p>
      ))}
      <p>
        <strong>{after === before ? `Toujours ${before} financés.` : `${after} financés au lieu de ${before}.`}</strong>
      </p>
      {reckoning !== null && reckoning.broken.length === 0 && candidate !== null && props.mayRun && (
        <p>
          <a href={`${urls.candidate.href({ call: props.call.id, id: candidate.id })}#champ-retenu`}>
            Garder ce montant sur la fiche du projet
          </a>
        </p>
      )}
    </div>
  );
}

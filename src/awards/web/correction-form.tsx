import type { JSX } from "preact";
import { ActFields, errorOf, idIn, may, type ReviewedView, typedIn } from "#src/reviews/web/index.ts";
import {
  Button,
  ButtonBar,
  DayField,
  Disclosure,
  formatNumber,
  LongTextField,
  MoneyField,
  Notice,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type OpenCorrection, sayVote } from "../correct-vote.ts";
import type { RecordedAward } from "../store.ts";

export const CORRECTION = "vote-corrige";

/** Corrects a vote that was mistyped, before the applicant is told: one person asks, another one does it. */
export function VoteCorrection(props: {
  readonly view: ReviewedView;
  readonly recorded: RecordedAward;
  readonly open: OpenCorrection | null;
}): JSX.Element {
  const { view, recorded, open } = props;
  const action = urls.reviewDecisionCorrection.href({ id: view.file.application.id });
  if (open !== null) {
    const mine = open.askedBy === view.visitor.person.id;
    return (
      <form class="es-form es-card es-card-tinted" method="post" action={action}>
        <h3 class="es-card-title">Correction du vote à confirmer</h3>
        <ActFields view={view} />
        <p>
          Enregistré : {sayVote(recorded)}. Demandé par {open.askedByName ?? "un agent"} :{" "}
          <strong>{sayVote(open.asked)}</strong>.
        </p>
        {open.asked.reason !== "" && <p>Raison du montant : {open.asked.reason}</p>}
        <p>Pourquoi : {open.why}</p>
        {mine ? (
          <Notice tone="info">Vous avez demandé cette correction : une autre personne doit la confirmer.</Notice>
        ) : !may(view, "correct-vote") ? (
          <Notice tone="info">La décision se notifie une fois cette correction réglée.</Notice>
        ) : (
          <ButtonBar>
            <Button name="action" value="confirmer" icon="check">
              Corriger le vote
            </Button>
            <Button name="action" value="ecarter" variant="secondary">
              Garder l’enregistrement
            </Button>
          </ButtonBar>
        )}
      </form>
    );
  }
  return (
    <Disclosure summary="Corriger une erreur dans le vote enregistré" open={view.typed?.form === CORRECTION}>
      <form class="es-form" method="post" action={action}>
        <ActFields view={view} />
        <p>
          Une autre personne devra confirmer ; rien ne change avant. Après la notification, il ne se corrige plus ici,
          sauf si un autre financeur baisse ce qu’il retient : une lettre dit alors la nouvelle aide.
        </p>
        <DayField
          name="date"
          id={idIn(CORRECTION, "date")}
          label="Date du vote"
          value={typedIn(view, CORRECTION, "date", written(recorded.decidedOn))}
          error={errorOf(view, CORRECTION, "date")}
        />
        <TextField
          name="deliberation"
          id={idIn(CORRECTION, "deliberation")}
          label="Numéro de la délibération"
          width="m"
          maxLength={60}
          value={typedIn(view, CORRECTION, "deliberation", recorded.deliberation)}
          error={errorOf(view, CORRECTION, "deliberation")}
        />
        {recorded.favourable && (
          <>
            <MoneyField
              name="aide"
              id={idIn(CORRECTION, "aide")}
              label="Montant voté"
              value={typedIn(view, CORRECTION, "aide", formatNumber(recorded.aid / 100))}
              error={errorOf(view, CORRECTION, "aide")}
            />
            <LongTextField
              name="raison"
              id={idIn(CORRECTION, "raison")}
              label="Raison, si le montant voté est inférieur à l’aide calculée"
              rows={2}
              required={false}
              unmarked
              value={typedIn(view, CORRECTION, "raison", recorded.reason)}
              error={errorOf(view, CORRECTION, "raison")}
            />
          </>
        )}
        <LongTextField
          name="pourquoi"
          id={idIn(CORRECTION, "pourquoi")}
          label="Ce qui est faux dans l’enregistrement"
          rows={2}
          value={typedIn(view, CORRECTION, "pourquoi")}
          error={errorOf(view, CORRECTION, "pourquoi")}
        />
        <Button name="action" value="demander" variant="secondary">
          Demander cette correction
        </Button>
      </form>
    </Disclosure>
  );
}

/** « 03/03/2026 », as one types it. */
export function written(day: string): string {
  return day.split("-").reverse().join("/");
}

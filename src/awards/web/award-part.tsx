import type { JSX } from "preact";
import { type Counted, cents, sayMoney } from "#policy/index.ts";
import { lifecycle } from "#src/life/index.ts";
import { today } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { allOf, andThen } from "#src/platform/database/read.ts";
import type { World } from "#src/platform/world.ts";
import { type AmendedAid, agentsWho, amendedAid } from "#src/reviews/index.ts";
import {
  ActFields,
  LegalNotice,
  may,
  mayTakeStep,
  type ReviewedPart,
  type ReviewedPartLoader,
  type ReviewedView,
} from "#src/reviews/web/index.ts";
import { AGREED } from "#src/selection/index.ts";
import {
  Button,
  ButtonBar,
  DataTable,
  formatDateTime,
  formatDay,
  formatNumber,
  LinkButton,
  Money,
  Notice,
  StateTag,
  SummaryList,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { canAward } from "../award.ts";
import { contextOf, ruleDay } from "../context.ts";
import { canCorrect, type OpenCorrection, openCorrectionOf } from "../correct-vote.ts";
import { votedPlan } from "../letters-of.ts";
import { laidBefore } from "../report-store.ts";
import { awardOf, type RecordedAward } from "../store.ts";
import { votedOnMore } from "../voted-on-more.ts";
import { VoteCorrection } from "./correction-form.tsx";
import { DecisionForm } from "./decision-form.tsx";

/** The decision in the page of a file: what was voted, and the form that records it. */
export const awardPart: ReviewedPartLoader = (world, tx, view) => {
  const { id } = view.file.application;
  return andThen(allOf({ recorded: awardOf(id), open: openCorrectionOf(id) }), (found) =>
    partOf(world, tx, view, found),
  );
};

interface Found {
  readonly recorded: RecordedAward | null;
  readonly open: OpenCorrection | null;
}

async function partOf(world: World, tx: Tx, view: ReviewedView, { recorded, open }: Found): Promise<ReviewedPart> {
  const mayDecide = mayTakeStep(view, "award");
  const context = mayDecide ? contextOf(view.file, ruleDay(today(world.clock))) : null;
  const actions: JSX.Element[] = [];
  if (context !== null) {
    const { by } = lifecycle["send-back"];
    const senders = canAward(context) || by.side !== "funder" ? [] : await agentsWho(tx, by.roles);
    const laid = await laidBefore(tx, view.file.application.id);
    actions.push(<DecisionForm key="decision" view={view} context={context} senders={senders} laid={laid} />);
  }
  // What is told to the applicant is what was voted: a vote in doubt is settled first.
  const onMore = recorded === null ? [] : votedOnMore(view.file.application, recorded);
  const canNotify = recorded !== null && open === null && onMore.length === 0 && mayNotify(view);
  if (canNotify) {
    actions.push(
      <NotificationForm key="notification" view={view} config={world.config} favourable={recorded.favourable} />,
    );
  }
  if (
    recorded !== null &&
    (open !== null || (may(view, "correct-vote") && canCorrect(view.file.application, recorded)))
  ) {
    actions.push(<VoteCorrection key="correction" view={view} recorded={recorded} open={open} />);
  }
  const next = mayDecide ? "Enregistrer le vote" : canNotify ? "Notifier la décision" : null;
  return {
    ...(next === null ? {} : { next }),
    sections: [
      {
        id: "decision",
        title: "Décision",
        body: (
          <>
            {onMore.length > 0 && !AGREED.includes(view.file.application.state) && (
              <Notice tone="warning" title="Le vote est à corriger">
                <p>{onMore.join(" ")}</p>
              </Notice>
            )}
            <Decision recorded={recorded} counted={view.scheme.counted} amended={amendedAid(view.file)} />
          </>
        ),
      },
    ],
    actions,
  };
}

function mayNotify(view: ReviewedView): boolean {
  return mayTakeStep(view, "notify") || mayTakeStep(view, "notify-refusal");
}

function Decision(props: {
  readonly recorded: RecordedAward | null;
  readonly counted: Counted | undefined;
  readonly amended: AmendedAid | null;
}): JSX.Element {
  const { recorded, counted, amended } = props;
  const funder = useFunder();
  if (recorded === null) return <p class="es-hint">{funder.voter.capital} n’a pas encore voté.</p>;
  const plan = votedPlan(recorded);
  return (
    <>
      <p>
        {recorded.favourable ? (
          <StateTag tone="success" icon="check" label="Aide votée" />
        ) : (
          <StateTag tone="danger" icon="cross" label="Demande rejetée" />
        )}
      </p>
      <SummaryList
        compact
        items={[
          { label: "Délibération", value: `${recorded.deliberation}, ${formatDay(recorded.decidedOn)}` },
          ...(recorded.favourable
            ? [
                {
                  label: "Aide votée",
                  value: <Money cents={recorded.aid} />,
                  ...(recorded.reason === ""
                    ? {}
                    : { note: `Aide calculée : ${sayMoney(cents(recorded.basis.plan.aid))}. ${recorded.reason}` }),
                },
                ...(amended === null ? [] : [inForce(amended)]),
                { label: "Coût présenté", value: <Money cents={plan.presented} /> },
                { label: plan.eligibleAs ?? "Dépense éligible", value: <Money cents={plan.eligible} /> },
                ...(plan.beside ?? []).map((one) => ({ label: one.label, value: <Money cents={one.cents} /> })),
                { label: "Reste à la charge du bénéficiaire", value: <Money cents={plan.own} /> },
              ]
            : []),
          {
            label: "Enregistrée",
            value: `${recorded.recordedBy ?? "Un agent"}, ${formatDateTime(recorded.recordedAt)}`,
            note: `Jugée avec les règles ${recorded.ruleSetHash.slice(0, 16)}`,
          },
          {
            label: "Notifiée",
            value: recorded.notifiedAt === null ? "Pas encore" : formatDateTime(recorded.notifiedAt),
          },
        ]}
      />
      {recorded.grounds.length > 0 && (
        <ul>
          {recorded.grounds.map((ground) => (
            <li key={ground.key}>
              <strong>{ground.label}</strong> ({ground.provision}) : {ground.finding}
            </li>
          ))}
        </ul>
      )}
      {recorded.shares.length > 1 && (
        <DataTable
          caption="Répartition entre les structures"
          columns={[
            { key: "name", header: "Structure", rowHeader: true, cell: (share) => share.name },
            ...(counted === undefined
              ? []
              : [
                  {
                    key: "counted",
                    header: counted.head,
                    numeric: true,
                    cell: (share: (typeof recorded.shares)[number]) =>
                      formatNumber(share.measures[counted.measure] ?? 0),
                  },
                ]),
            { key: "aid", header: "Aide", numeric: true, cell: (share) => <Money cents={share.aid} exact /> },
          ]}
          rows={recorded.shares}
          rowKey={(share, index) => `${share.siren ?? share.name}-${index}`}
        />
      )}
    </>
  );
}

/** What an amendment left of the aid; what was voted stays above it. */
function inForce({ aid, number, deliberation, decidedOn }: AmendedAid) {
  return {
    label: "Aide en vigueur",
    value: <Money cents={aid} />,
    note: `Avenant ${number}, délibération ${deliberation} du ${formatDay(decidedOn)}`,
  };
}

function NotificationForm(props: {
  readonly view: ReviewedView;
  readonly config: World["config"];
  readonly favourable: boolean;
}): JSX.Element {
  const { id } = props.view.file.application;
  const letter = props.favourable ? "notification" : "refus";
  return (
    <form class="es-action" method="post" action={urls.reviewNotification.href({ id })}>
      <ActFields view={props.view} />
      <LegalNotice config={props.config} />
      <ButtonBar>
        <Button icon="send">
          {props.favourable ? "Notifier l’aide au demandeur" : "Notifier le refus au demandeur"}
        </Button>
        <LinkButton href={urls.reviewPreview.href({ id, letter })} variant="secondary" icon="eye" newTab>
          Voir la lettre
        </LinkButton>
      </ButtonBar>
    </form>
  );
}

import { randomUUID } from "node:crypto";
import { listPublished } from "#src/calls/index.ts";
import { courseOf, readState, statesBetween } from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
import { readerOf } from "#src/people/index.ts";
import { notFound, type Routes, requireSignedIn, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { listAssessors } from "../assessors/store.ts";
import { chairs } from "../committee/minutes-acts.ts";
import { findSession } from "../committee/session.ts";
import { maySelect, type SelectionAct } from "../may.ts";
import { listCandidates, listCommitted } from "../store.ts";
import { answerBatch, loadCall } from "../web/answer.tsx";
import { CallSelectionPage } from "./call-page.tsx";
import { closeAssessment, closeRanking, settle } from "./close.ts";
import { leftOver } from "./commit.ts";
import { type CallRow, SelectionDeskPage } from "./desk-page.tsx";
import { loadSelection } from "./steps.ts";

/** What the committee has said its word on; who withdraws or leaves is no longer of the call. */
const DECIDED: readonly string[] = statesBetween("selected", "refused");

/** The desk of selections, one call's ranking, and what is closed for all its files at once. */
export function rankingRoutes(routes: Routes, world: World): void {
  routes.get(urls.selectionDesk.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    if (!maySelect(visitor, "see")) notFound();
    const calls = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      const rows: CallRow[] = [];
      for (const call of await listPublished(tx)) {
        if (courseOf(call).road !== "committee") continue;
        const files = await listCandidates(tx, call.id);
        const toDecide = files.filter(({ state }) => !DECIDED.includes(readState(state))).length;
        rows.push({
          id: call.id,
          title: call.title,
          closesAt: call.closesAt.toString(),
          files: files.length,
          toDecide,
        });
      }
      return rows;
    });
    const page = <SelectionDeskPage calls={calls} />;
    return respondPage(
      c,
      world,
      { title: "Sélection des projets", current: urls.selectionDesk.href(), density: "compact" },
      page,
    );
  });

  routes.get(urls.callSelection.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world);
    const loaded = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
      selection: await loadSelection(tx, call.id),
      committed: await listCommitted(tx, call.id),
      assessors: await listAssessors(tx, call.id),
    }));
    if (loaded.selection === null) return notFound();
    const { rules, standing } = loaded.selection;
    const session = await inTransaction(world.db, "system", (tx) => findSession(tx, call.id));
    const isChair = session !== null && chairs(visitor, session, today(world.clock).toString());
    return respondPage(
      c,
      world,
      {
        title: `Sélection, ${call.title}`,
        current: urls.selectionDesk.href(),
        density: "compact",
        breadcrumbs: [{ label: "Sélection", href: urls.selectionDesk.href() }, { label: call.title }],
      },
      <CallSelectionPage
        call={call}
        rules={rules}
        standing={standing}
        pots={leftOver(rules.envelopes, loaded.committed)}
        names={new Map(loaded.assessors.map(({ person, name }) => [person, name]))}
        severities={isChair ? standing.severities : []}
        mayRun={maySelect(visitor, "rank")}
        newKey={randomUUID}
      />,
    );
  });

  routes.post(urls.callStage.pattern, async (c) => {
    requireSignedIn(c);
    const stage = stages[c.req.param("step")] ?? notFound();
    const { visitor, call } = await loadCall(c, world, stage.right);
    const outcome = await stage.run(world, visitor, call.id, readKey(await readForm(c)));
    return answerBatch(c, outcome, stage.fact, urls.callSelection.href({ call: call.id }));
  });
}

interface ClosingStep {
  readonly right: SelectionAct;
  readonly run: typeof closeAssessment;
  readonly fact: string;
}

const stages: Readonly<Record<string, ClosingStep>> = {
  evaluation: { right: "close-assessment", run: closeAssessment, fact: "évaluation close" },
  classement: { right: "rank", run: closeRanking, fact: "classement arrêté" },
  decisions: { right: "settle", run: settle, fact: "décision du comité enregistrée" },
};

import type { Raw } from "#policy/index.ts";
import { idParam, type RequestContext, type Routes, respondPage } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { tooLong } from "#text/index.ts";
import type { SelectionOutcome } from "../act.ts";
import { maySelect } from "../may.ts";
import { rulesOf } from "../rules.ts";
import { listCandidates } from "../store.ts";
import { answerAct, loadCall } from "../web/answer.tsx";
import { selectionTrail } from "../web/tabs.tsx";
import { giveProposed, giveSheet, inviteAssessor, proposeFor, withdrawSheet } from "./acts.ts";
import { AssessorsPage, type AssessorsPageProps } from "./assessors-page.tsx";
import { chooseCommon, findCommon, leaveCommon } from "./calibrate.ts";
import { invitationForm } from "./forms.ts";
import { listAssessors } from "./store.ts";
import { specialitiesOf } from "./topics.ts";

/** Who assesses the projects of a call. */
export function assessorRoutes(routes: Routes, world: World): void {
  routes.get(urls.callAssessors.pattern, (c) => show(c, world, null));

  routes.post(urls.callInvitation.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "invite");
    const fields: Raw = await readForm(c);
    const { answers, errors } = readPlainForm(invitationForm(call.framework), fields);
    if (errors.size > 0 || answers.untilOn == null) return show(c, world, { raw: fields, errors });
    const outcome = await inviteAssessor(world, visitor, call.id, {
      email: answers.email ?? "",
      name: answers.name ?? "",
      isOutside: answers.isOutside === true,
      specialities: answers.specialities ?? [],
      untilOn: answers.untilOn,
    });
    if (typeof outcome === "object" && !outcome.done) {
      return show(c, world, { raw: fields, errors: new Map([[outcome.field, outcome.why]]) });
    }
    return answerAct(c, outcome, "L’invitation est envoyée.", urls.callAssessors.href({ call: call.id }));
  });

  routes.post(urls.callSheets.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "give-sheets");
    const fields = await readForm(c);
    const file = text(fields, "dossier");
    const action = text(fields, "action");
    const acts: Readonly<Record<string, () => Promise<SelectionOutcome>>> = {
      proposer: () => giveProposed(world, visitor, call.id),
      commun: () => chooseCommon(world, visitor, call.id, file),
      "sans-commun": () => leaveCommon(world, visitor, call.id),
    };
    const outcome = await (acts[action]?.() ??
      giveSheet(world, visitor, call.id, { file, person: text(fields, "personne") }));
    const done = action === "sans-commun" ? "Les dossiers sont ouverts." : "C’est confié, et dit par courriel.";
    return answerAct(c, outcome, done, urls.callAssessors.href({ call: call.id }));
  });

  routes.post(urls.callSheetWithdrawal.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "give-sheets");
    const why = text(await readForm(c), "motif");
    const long = tooLong(why, 1_000);
    const outcome =
      long === null
        ? await withdrawSheet(world, visitor, call.id, idParam(c, "sheet"), why)
        : { done: false as const, field: "motif", why: long };
    const back = urls.callAssessors.href({ call: call.id });
    return answerAct(c, outcome, "Cette personne n’a plus le dossier\u00a0: confiez-le à une autre.", back);
  });
}

async function show(c: RequestContext, world: World, refused: AssessorsPageProps["refused"]): Promise<Response> {
  const { visitor, call } = await loadCall(c, world);
  // By the service: who is barred from which file follows from interests that an agent need not read one by one.
  const loaded = await inTransaction(world.db, "system", async (tx) => ({
    assessors: await listAssessors(tx, call.id),
    files: (await listCandidates(tx, call.id)).filter(({ state }) => state === "admitted"),
    common: await findCommon(tx, call.id),
    proposed: await proposeFor({ tx, call }, call.id),
  }));
  const names = new Map(specialitiesOf(call.framework).map(({ id, label }) => [id, label]));
  return respondPage(
    c,
    world,
    {
      title: `Évaluateurs, ${call.title}`,
      current: urls.selectionDesk.href(),
      density: "compact",
      status: refused === null ? 200 : 422,
      breadcrumbs: selectionTrail(call, "Évaluateurs"),
    },
    <AssessorsPage
      call={call}
      asked={rulesOf(call).assessors}
      {...loaded}
      specialityName={(id) => names.get(id) ?? id}
      mayGive={maySelect(visitor, "give-sheets")}
      refused={refused}
    />,
  );
}

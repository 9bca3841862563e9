import { Temporal } from "temporal-polyfill";
import { readWrittenDay } from "#policy/index.ts";
import { listAdopted } from "#src/committees/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { notFound, type Routes } from "#src/people/web/index.ts";
import { legalDay, today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text, textWithin } from "#src/platform/http/forms.ts";
import { isSkipped, legalInstant, readTime, SKIPPED_HOUR } from "#src/platform/legal-time.ts";
import type { World } from "#src/platform/world.ts";
import { formatDayShort } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { oneLine } from "#text/index.ts";
import { copyCall, proposeCall, publishCall, recordGridVote, sendBackCall, withdrawCall } from "../acts.ts";
import { isPublished, type PublishedCall } from "../call.ts";
import { type CallDrafts, extendCall, mayStillExtend } from "../extend.ts";
import { afterAct, answerDesk, load, versionOf } from "./desk-answers.tsx";

/** The acts on a call that are one button, with a reason where it must be said. */
export function deskSteps(routes: Routes, world: World, drafts: CallDrafts): void {
  routes.post(urls.deskCallVote.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    const fields = await readForm(c);
    const read = readWrittenDay(text(fields, "vote"));
    const on = "value" in read && typeof read.value === "string" ? read.value : null;
    const errors: Record<string, string> = {};
    const by = oneLine(textWithin(fields, "comite", 200, errors));
    const item = text(fields, "decision");
    if (item !== "") {
      const known = await inTransaction(world.db, "system", (tx) => listAdopted(tx, { kind: "selection" }));
      const adopted = known.find((one) => one.item === item);
      if (adopted === undefined)
        return answerDesk(c, world, drafts, visitor, call, fields, { decision: "Choisissez une des décisions." });
      const vote = { on: adopted.decidedOn, by: adopted.committee, item };
      const outcome = await recordGridVote(world, visitor, call.id, versionOf(fields), vote);
      return afterAct(c, call.id, outcome, "Le vote de la grille est inscrit.");
    }
    if (by === "") errors.comite = "Dites quel comité a voté.";
    if (on === null) errors.vote = "Donnez le jour du vote, comme 03/03/2026.";
    else if (on > today(world.clock).toString()) errors.vote = "Ce jour n’est pas encore venu.";
    if (on === null || Object.keys(errors).length > 0)
      return answerDesk(c, world, drafts, visitor, call, fields, errors);
    const outcome = await recordGridVote(world, visitor, call.id, versionOf(fields), { on, by, item: null });
    return afterAct(c, call.id, outcome, "Le vote de la grille est inscrit.");
  });

  routes.post(urls.deskCallStep.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    const fields = await readForm(c);
    const name = c.req.param("step") ?? "";
    const step = stepsByName[name] ?? notFound();
    const wrong: Record<string, string> = {};
    const reason = textWithin(fields, "motif", 1_000, wrong);
    if (step.asksReason && reason === "") wrong.motif = "Dites pourquoi.";
    if (wrong.motif !== undefined) {
      return answerDesk(c, world, drafts, visitor, call, fields, { [`motif-${name}`]: wrong.motif });
    }
    const outcome = await step.act(world, visitor, call.id, versionOf(fields), reason);
    return typeof outcome === "string"
      ? afterAct(c, call.id, outcome, step.told)
      : afterAct(c, outcome.copy, "done", step.told);
  });

  routes.post(urls.deskCallExtension.pattern, async (c) => {
    const { visitor, call } = await load(c, world);
    const fields = await readForm(c);
    if (!isPublished(call)) notFound();
    const read = readExtension(world, fields, call, world.clock.now());
    if ("errors" in read) return answerDesk(c, world, drafts, visitor, call, fields, read.errors);
    const outcome = await extendCall(world, visitor, call.id, versionOf(fields), read, drafts);
    return afterAct(c, call.id, outcome, "L’appel est prolongé ; chaque personne qui tient un brouillon est prévenue.");
  });
}

interface DeskStep {
  readonly asksReason: boolean;
  readonly told: string;
  act(world: World, visitor: SignedVisitor, id: string, version: number, reason: string): ReturnType<typeof copyCall>;
}

const stepsByName: Readonly<Record<string, DeskStep>> = {
  proposition: { asksReason: false, told: "L’appel attend sa publication par une autre personne.", act: proposeCall },
  publication: { asksReason: false, told: "L’appel est publié.", act: publishCall },
  renvoi: { asksReason: true, told: "L’appel est renvoyé pour correction.", act: sendBackCall },
  retrait: {
    asksReason: true,
    told: "L’appel est retiré : corrigez-le, puis proposez-le à nouveau.",
    act: withdrawCall,
  },
  copie: {
    asksReason: false,
    told: "Le voici recopié, sans ses dates ni ses montants.",
    act: copyCall,
  },
};

const TOO_EARLY = "La nouvelle clôture vient après celle d’aujourd’hui.";

function readExtension(world: World, fields: FormFields, call: PublishedCall, now: Temporal.Instant) {
  const errors: Record<string, string> = {};
  const read = readWrittenDay(text(fields, "jour"));
  const time = readTime(text(fields, "heure"));
  const on = "value" in read && typeof read.value === "string" ? Temporal.PlainDate.from(read.value) : null;
  const reason = textWithin(fields, "motif", 1_000, errors);
  const isOutage = text(fields, "panne") === "oui";
  if (on === null) errors.jour = `Donnez un jour, comme ${formatDayShort(legalDay(call.closesAt).add({ weeks: 1 }))}.`;
  if (time === null) errors.heure = "Donnez une heure, comme 12 h.";
  if (reason === "") errors.motif = "Dites pourquoi : la raison paraît sur la page de l’appel.";
  if (!mayStillExtend(world, call, now, isOutage)) {
    errors.panne = "L’appel est clos : seule une panne constatée permet de le prolonger, dans les trois jours ouvrés.";
  }
  const earliest = Math.max(call.closesAt.epochMilliseconds, now.epochMilliseconds);
  const earliestDay = legalDay(Temporal.Instant.fromEpochMilliseconds(earliest));
  // A day before the closing is wrong at any hour: it is told along with a wrong hour.
  if (on !== null && Temporal.PlainDate.compare(on, earliestDay) < 0) errors.jour = TOO_EARLY;
  if (on === null || time === null) return { errors };
  if (isSkipped(on, time)) errors.heure = SKIPPED_HOUR;
  const closesAt = legalInstant(on, time);
  if (closesAt.epochMilliseconds <= earliest) errors.jour = TOO_EARLY;
  return Object.keys(errors).length > 0 ? { errors } : { closesAt, reason, isOutage };
}

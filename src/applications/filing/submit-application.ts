import type { Temporal } from "temporal-polyfill";
import { receiptLater, refusedByClock } from "#src/calls/index.ts";
import {
  type ActRequest,
  type Application,
  applicationNumber,
  nextNumber,
  type Outcome,
  policyDay,
  type Refusal,
  readForFiling,
  readOpenApplication,
  schemeOf,
  takeStep,
} from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { appliedTo, sayClosed } from "#src/schemes/index.ts";
import { BELONGING, sayUnproved } from "../belonging/belonging.ts";
import { belongingOf } from "../belonging/store.ts";
import { tellPartners, titleOf } from "../partners/mails.ts";
import { waitedPartners } from "../partners/waiting.ts";
import { fileRevision } from "./filing.ts";
import { LACKS_CALL, lacksCall, submit } from "./submit.ts";

/**
 * Files a request: number, frozen revision, shares, receipt; or every reason at once. `ticked` are declarations' ids. To a
 * call, what counts is when the request arrived, not when its turn came.
 */
export function submitApplication(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  ticked: readonly string[],
  knowingly: string,
  arrivedAt: Temporal.Instant = world.clock.now(),
): Promise<Outcome> {
  return takeStep(world, visitor, "submit", request, async (tx, application, at) => {
    const late = application.call === null ? null : refusedByClock(application.call, arrivedAt);
    if (late !== null) return { refusals: [{ message: late }] };
    const file = await readOpenApplication(tx, application, at);
    const { reading, attachments, partners } = file;
    const { opening } = appliedTo(reading.scheme);
    if (!opening.open) return { refusals: [{ message: sayClosed(opening) }] };
    if (lacksCall(application, reading.scheme)) return { refusals: [{ message: LACKS_CALL }] };
    const judged = submit(reading, attachments, ticked);
    const refusals: Refusal[] = [...(judged.ok ? [] : judged.refusals), ...waitedPartners({ partners })];
    const standing = await belongingOf(tx, application.organisationId);
    if (standing.kind !== "proved") refusals.unshift({ path: BELONGING, message: sayUnproved(standing) });
    if (reading.assessment.eligibility === "not-eligible" && !ticked.includes(knowingly)) {
      refusals.push({ path: `declarations.${knowingly}`, message: "Dites que vous déposez en connaissance de cause." });
    }
    if (!judged.ok || refusals.length > 0) return { refusals };
    const receivedAt = application.call === null ? at : arrivedAt;
    const later = application.call === null ? null : receiptLater(application.call, receivedAt);
    const { reading: known } = await readForFiling(tx, application, at, file);
    const declarations = judged.submission.declarations;
    // Last: whoever takes the next number waits from here to the end of this act.
    const number = await newNumber(tx, application, at);
    const by = visitor.person.id;
    const filed = await fileRevision(tx, application, {
      reading: known,
      attachments,
      declarations,
      cause: "submission",
      by,
      at,
      number,
    });
    await tellPartners(world, tx, application, at, {
      subject: `Le projet commun est déposé (${number})`,
      lines: [`${application.organisationName} a déposé ${titleOf(application)}\u00a0: dossier ${number}.`],
    });
    return {
      columns: { ...filed.columns, number, submittedAt: receivedAt.toString() },
      details: { ...filed.details, number, declarations, eligibility: known.assessment.eligibility },
      letter: { revision: 1 },
      ...(later === null ? {} : { letterFrom: later }),
    };
  });
}

async function newNumber(tx: Tx, application: Application, at: Temporal.Instant): Promise<string> {
  const { letters: prefix } = schemeOf(application, policyDay(at)).scheme;
  const { year } = legalDay(at);
  return applicationNumber(prefix, year, await nextNumber(tx, `${prefix}:${year}`));
}

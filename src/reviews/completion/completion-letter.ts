import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Values } from "#policy/index.ts";
import {
  type Application,
  type FiledRevision,
  findApplication,
  type HeadOffice,
  issueOnce,
  latestRevision,
  letterheadOf,
  postalLines,
  resumeClock,
  seatOf,
} from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Config } from "#src/platform/config.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { schemeOf } from "../scheme.ts";
import { type Askable, askables, type Completion, type CompletionItem } from "./completion.ts";
import { type CompletionLetter, completionRequest } from "./completion-request.ts";

/** What the letter says, from what is asked. `suspendedOn` is the day on which the request is made. */
export function completionLetter(
  world: { readonly config: Pick<Config, "funder" | "demo">; readonly origin: string },
  application: Application,
  revision: FiledRevision,
  asked: Pick<Completion, "items" | "dueOn">,
  at: Temporal.Instant,
  seat: HeadOffice | null,
): CompletionLetter {
  const scheme = schemeOf(application);
  const papers = revision.attachments.map((one) => one.key);
  const known = new Map(askables(scheme, revision.facts as Values, papers).map((one) => [one.path, one]));
  const today = legalDay(at).toString();
  const [first, ...others] = asked.items;
  const stopped = { ...application, suspendedOn: application.suspendedOn ?? today, suspendedUntil: asked.dueOn };
  const end = resumeClock(stopped, Temporal.PlainDate.from(asked.dueOn)).implicitRefusalOn;
  return {
    letterhead: letterheadOf(world.config, application, scheme.name, at, postalLines(seat)),
    scheme: scheme.name,
    projectTitle: application.title,
    receivedOn: legalDay(application.submittedAt ?? revision.madeAt).toString(),
    items: [printed(first, known), ...others.map((item) => printed(item, known))],
    replyBy: asked.dueOn,
    suspendedSince: today,
    implicitRefusalOn: end ?? today,
    replyAt: `${world.origin}${urls.application.href({ id: application.id })}`,
    signatory: { role: world.config.funder.service },
  };
}

function printed(item: CompletionItem, known: ReadonlyMap<string, Askable>): CompletionLetter["items"][number] {
  const asked = known.get(item.path);
  return {
    what: asked?.label ?? item.path,
    why: item.message,
    where: asked?.section ?? "",
    ...(asked?.provision ? { provision: asked.provision } : {}),
  };
}

const payload = z.object({ application: z.uuid(), request: z.uuid(), actor: z.string(), at: z.string() });

/** Issues the letter of a request for completion, then tells the applicant, the letter joined. Once, however often tried. */
export async function issueCompletionLetter(world: World, given: unknown): Promise<void> {
  const { application: id, request, actor, at: text } = payload.parse(given);
  const at = Temporal.Instant.from(text);
  const found = await inTransaction(world.db, "system", async (tx) => {
    const application = await findApplication(tx, id);
    const revision = await latestRevision(tx, id);
    const row = await tx.selectFrom("completion_request").selectAll().where("id", "=", request).executeTakeFirst();
    const asked = await tx
      .selectFrom("completion_request")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("application_id", "=", id)
      .where("asked_at", "<=", at)
      .executeTakeFirstOrThrow();
    if (application === null || revision === null || row === undefined) throw new Error(`no request ${request}`);
    const seat = await seatOf(tx, application.organisationId);
    return { application, revision, row, seat, rank: Number(asked.count) };
  });
  const { application, revision, row } = found;
  const items = row.items as Completion["items"];
  const data = completionLetter(
    world,
    application,
    revision,
    { items, dueOn: row.due_on as Completion["dueOn"] },
    at,
    found.seat,
  );
  const { pdf } = await funderPdf(world.config, completionRequest, data);
  const number = `${application.number ?? id}-DC${found.rank}`;
  await issueOnce(world, application, {
    kind: "completion-request",
    number,
    name: `demande-de-complements-${number}.pdf`,
    pdf,
    data,
    issuedAt: at,
    issuedBy: actor,
    notice: "completion-requested",
    more: row.note === "" ? [] : [row.note],
  });
}

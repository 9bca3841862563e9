import { randomUUID } from "node:crypto";
import type { Call } from "#src/calls/index.ts";
import { courseOf, type Outcome } from "#src/life/index.ts";
import { readKey } from "#src/life/web/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { forbidden, notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readDayText, readMoneyText } from "#src/reviews/web/index.ts";
import { plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Candidate } from "../candidate.ts";
import { maySelect } from "../may.ts";
import { listCandidates } from "../store.ts";
import { loadCall } from "../web/answer.tsx";
import { selectionTrail } from "../web/tabs.tsx";
import { recordOutside } from "./acts.ts";
import { type ReadLine, readYesNo } from "./lines.ts";
import { OutsidePage } from "./outside-page.tsx";
import { outsideModel, readOutsideSheet } from "./sheet.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Another funder's selection, written down by hand or taken from its spreadsheet. */
export function outsideRoutes(routes: Routes, world: World): void {
  routes.get(urls.callOutside.pattern, (c) => show(c, world, new Map(), {}, []));

  routes.get(urls.callOutsideModel.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "record-outside");
    const waiting = (await candidatesOf(world, visitor, call)).filter(({ outside }) => outside === null);
    const bytes = await outsideModel(waiting.map(({ number }) => number));
    return new Response(bytes, {
      headers: { "content-type": XLSX, "content-disposition": 'attachment; filename="selection.xlsx"' },
    });
  });

  routes.post(urls.callOutside.pattern, async (c) => {
    const { visitor, call } = await loadCall(c, world, "record-outside");
    const file = c.req.header("content-type")?.startsWith("multipart/") ? (await c.req.parseBody()).tableur : undefined;
    const fields = await readForm(c);
    if (file instanceof File && file.size > 0)
      return takeSheet(c, world, visitor, call, fields, await file.arrayBuffer());
    if (file !== undefined) return show(c, world, new Map([["tableur", "Choisissez le tableur rempli."]]), fields, []);
    const candidate = (await candidatesOf(world, visitor, call)).find(({ id }) => id === text(fields, "dossier"));
    if (candidate === undefined)
      return show(c, world, new Map([["dossier", "Choisissez un dossier de cet appel."]]), fields, []);
    const outcome = await record(world, visitor, call, candidate, readKey(fields), {
      isSelected: readYesNo(text(fields, "selected")),
      decidedOn: readDayText(text(fields, "decidedOn")),
      reference: text(fields, "reference"),
      retained: readMoneyText(text(fields, "retained")),
    });
    if (outcome.kind === "refused") {
      return show(
        c,
        world,
        new Map(outcome.refusals.map(({ path = "dossier", message }) => [path, message])),
        fields,
        [],
      );
    }
    if (outcome.kind === "forbidden") return forbidden();
    if (outcome.kind !== "done") return notFound();
    setFlash(c, "success", `${candidate.number}\u00a0: la décision est enregistrée.`);
    return c.redirect(urls.callOutside.href({ call: call.id }), 303);
  });
}

function candidatesOf(world: World, visitor: SignedVisitor, call: Call): Promise<readonly Candidate[]> {
  return inTransaction(world.db, readerOf(visitor), (tx) => listCandidates(tx, call.id));
}

function record(
  world: World,
  visitor: SignedVisitor,
  call: Call,
  { id }: Candidate,
  key: string,
  input: ReadLine["input"],
): Promise<Outcome> {
  const location = urls.callOutside.href({ call: call.id });
  return recordOutside(world, visitor, { id, key: `${key}:${id}`, location }, input);
}

async function takeSheet(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  call: Call,
  fields: FormFields,
  bytes: ArrayBuffer,
): Promise<Response> {
  const lines = await readOutsideSheet(bytes);
  if (lines === null)
    return show(c, world, new Map([["tableur", "Ce fichier n’est pas un tableur .xlsx."]]), fields, []);
  const candidates = await candidatesOf(world, visitor, call);
  const left: string[] = [];
  let done = 0;
  for (const { row, number, input } of lines) {
    const candidate = candidates.find((one) => one.number === number);
    const outcome =
      candidate === undefined ? null : await record(world, visitor, call, candidate, readKey(fields), input);
    if (outcome?.kind === "done") done += 1;
    else left.push(`Ligne ${row}, ${number || "sans numéro"}\u00a0: ${whyLeft(outcome)}`);
  }
  if (left.length > 0) return show(c, world, new Map(), {}, left, done);
  setFlash(c, "success", `${plural(done, "décision enregistrée", "décisions enregistrées")}.`);
  return c.redirect(urls.callOutside.href({ call: call.id }), 303);
}

function whyLeft(outcome: Outcome | null): string {
  if (outcome === null) return "ce numéro n’est pas un dossier de cet appel.";
  return outcome.kind === "refused"
    ? outcome.refusals.map(({ message }) => message).join(" ")
    : "ce dossier n’est pas à vous.";
}

async function show(
  c: RequestContext,
  world: World,
  errors: ReadonlyMap<string, string>,
  fields: FormFields,
  left: readonly string[],
  done = 0,
): Promise<Response> {
  const { visitor, call } = await loadCall(c, world);
  const { after } = courseOf(call);
  if (after === undefined) return notFound();
  if (done > 0) setFlash(c, "success", `${plural(done, "décision enregistrée", "décisions enregistrées")}.`);
  return respondPage(
    c,
    world,
    {
      title: `Autre sélection, ${call.title}`,
      current: urls.selectionDesk.href(),
      density: "compact",
      status: errors.size > 0 ? 422 : 200,
      breadcrumbs: selectionTrail(call, "Autre sélection"),
    },
    <OutsidePage
      call={call}
      after={after}
      candidates={await candidatesOf(world, visitor, call)}
      mayRecord={maySelect(visitor, "record-outside")}
      newKey={randomUUID}
      errors={errors}
      typed={(name) => (name in fields ? text(fields, name) : undefined)}
      left={left}
    />,
  );
}

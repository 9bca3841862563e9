import { HTTPException } from "hono/http-exception";
import type { SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cleanText } from "#text/index.ts";
import { isPublic, type Occasion } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";
import { closedWords } from "../occasions/words.ts";
import { type Enrolled, enrol } from "./enrol.ts";
import type { Quota } from "./registration.ts";
import { type RosterLine, readRoster } from "./roster.ts";
import { rosterModel, textOfRoster } from "./roster-file.ts";
import { listQuotas } from "./store.ts";
import { TeamPage, type TeamPageProps } from "./team-page.tsx";
import { saveTrainee } from "./trainee.ts";

type Typed = TeamPageProps["typed"];

export function teamRoutes(routes: Routes, world: World): void {
  routes.get(
    urls.teamModel.pattern,
    async () =>
      new Response(await rosterModel(), {
        headers: {
          "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "content-disposition": 'attachment; filename="equipe.xlsx"',
        },
      }),
  );

  routes.get(urls.teamRegistration.pattern, async (c) => {
    const visitor = requireTeam(c);
    const found = await requireOccasion(c, world);
    const [first] = editable(visitor);
    return answer(c, world, visitor, found, { list: "", structure: first?.id ?? "", quota: "" }, [], {}, 200);
  });

  routes.post(urls.teamRegistration.pattern, async (c) => {
    const visitor = requireTeam(c);
    const found = await requireOccasion(c, world);
    const { typed, isUnread } = await readTyped(c);
    const structure = editable(visitor).find((one) => one.id === typed.structure);
    const quota = found.quotas.length === 1 ? found.quotas[0] : found.quotas.find((one) => one.id === typed.quota);
    const { lines, errors } = readRoster(typed.list);
    const fieldErrors: Record<string, string> = {};
    if (structure === undefined) fieldErrors.organisme = "Choisissez l’organisme de ces personnes.";
    if (quota === undefined) fieldErrors.public = "Choisissez les places.";
    if (isUnread) fieldErrors.fichier = "Ce fichier n’est pas un tableur que nous savons lire : .xlsx ou .csv.";
    if (structure === undefined || quota === undefined || isUnread || errors.length > 0) {
      return answer(c, world, visitor, found, typed, isUnread ? [] : errors, fieldErrors, 422);
    }
    const done = await enrolTeam(world, visitor, found.occasion, quota.id, structure, lines);
    if ("closed" in done) {
      setFlash(c, "warning", closedWords[done.closed]);
      return c.redirect(urls.agendaItem.href({ slug: found.occasion.slug }), 303);
    }
    setFlash(c, "success", tell(done.enrolled));
    return c.redirect(urls.agendaItem.href({ slug: found.occasion.slug }), 303);
  });
}

function enrolTeam(
  world: World,
  visitor: SignedVisitor,
  occasion: Occasion,
  quotaId: string,
  structure: { readonly id: string; readonly name: string },
  lines: readonly RosterLine[],
) {
  const isSelf = (line: RosterLine) => line.email === visitor.person.email;
  return enrol(world, {
    occasionId: occasion.id,
    quotaId,
    entries: lines.map((line) => ({
      name: line.name,
      email: line.email,
      structure: structure.name,
      organisationId: structure.id,
      personId: isSelf(line) ? visitor.person.id : null,
      answers: {},
      accessNeed: "",
      photoConsent: null,
    })),
    enteredBy: { id: visitor.person.id, name: `${visitor.person.name} (${structure.name})` },
    isSure: true,
    also: async (tx, id, index) => {
      const line = lines[index];
      if (line !== undefined && occasion.nature === "session") await saveTrainee(tx, id, line.trainee);
    },
  });
}

/** « 4 personnes ont leur place, 1 personne est en liste d’attente. » */
function tell(enrolled: readonly Enrolled[]): string {
  const many = (kind: Enrolled["kind"]) => enrolled.filter((one) => one.kind === kind).length;
  const parts = [
    [many("registered"), "personne a sa place", "personnes ont leur place"],
    [many("waiting"), "personne est en liste d’attente", "personnes sont en liste d’attente"],
    [many("held"), "personne attend l’accord de l’opérateur", "personnes attendent l’accord de l’opérateur"],
    [many("known"), "était déjà inscrite", "étaient déjà inscrites"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, one, several]) => plural(count, one, several));
  return `${said.join(", ")}. Chacune reçoit un courriel.`;
}

function editable(visitor: SignedVisitor): readonly { readonly id: string; readonly name: string }[] {
  return visitor.memberships
    .filter((one) => one.role !== "reader")
    .map((one) => ({ id: one.organisationId, name: one.organisationName }));
}

function requireTeam(c: RequestContext): SignedVisitor {
  const visitor = requireSignedIn(c);
  return editable(visitor).length > 0 ? visitor : forbidden();
}

async function requireOccasion(
  c: RequestContext,
  world: World,
): Promise<{ readonly occasion: Occasion; readonly quotas: readonly Quota[] }> {
  const slug = c.req.param("slug") ?? "";
  const found = await inTransaction(world.db, "public", async (tx) => {
    const occasion = await findOccasion(tx, { slug });
    return occasion === null ? null : { occasion, quotas: await listQuotas(tx, occasion.id) };
  });
  return found !== null && isPublic(found.occasion) ? found : notFound();
}

async function readTyped(c: RequestContext): Promise<{ readonly typed: Typed; readonly isUnread: boolean }> {
  let body: Awaited<ReturnType<typeof c.req.parseBody>>;
  try {
    body = await c.req.parseBody();
  } catch (cause) {
    throw new HTTPException(400, { cause });
  }
  const written = (name: string) => (typeof body[name] === "string" ? cleanText(body[name]) : "");
  const file = body.fichier;
  const sent = file instanceof File && file.size > 0 ? await textOfRoster(await file.arrayBuffer()) : undefined;
  const list = sent === undefined || sent === null ? written("liste") : cleanText(sent);
  return { typed: { list, structure: written("organisme"), quota: written("public") }, isUnread: sent === null };
}

function answer(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  found: { readonly occasion: Occasion; readonly quotas: readonly Quota[] },
  typed: Typed,
  errors: TeamPageProps["errors"],
  fieldErrors: TeamPageProps["fieldErrors"],
  status: 200 | 422,
): Response {
  const page = (
    <TeamPage {...found} structures={editable(visitor)} typed={typed} errors={errors} fieldErrors={fieldErrors} />
  );
  const title = `Inscrire une équipe, ${found.occasion.title}`;
  return respondPage(c, world, { title, current: urls.agenda.href(), status }, page);
}

import { etag } from "hono/etag";
import { sql } from "kysely";
import { jobFamilies, teachingModes } from "#policy/index.ts";
import {
  answerBadFilter,
  notFound,
  type RequestContext,
  type Routes,
  respondPage,
  type Searched,
} from "#src/people/web/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { departmentsOfFunder } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { cutText, oneLine } from "#text/index.ts";
import { type BadFilter, REMOTE } from "../calendar/agenda.ts";
import { CataloguePage } from "./courses/catalogue-page.tsx";
import type { Course } from "./courses/course.ts";
import { CoursePage } from "./courses/course-page.tsx";
import { type CatalogueFilter, findCourse, searchCourses } from "./courses/course-store.ts";
import { lheoDocument, openSessions } from "./courses/lheo.ts";
import { listSessions, type Session } from "./sessions/session-store.ts";
import { mayTellNeeds } from "./year/needs-routes.tsx";
import { findPlan, listPlans } from "./year/plan-store.ts";
import { listVolumes } from "./year/volumes.ts";
import { YearPage } from "./year/year-page.tsx";

const SEARCHED: Searched = { title: "Formations", href: urls.catalogue.href(), all: "Voir toutes les formations" };

export function trainingRoutes(routes: Routes, world: World): void {
  routes.get(urls.catalogue.pattern, etag({ weak: true }), (c) => answerCatalogue(c, world));
  routes.get(urls.catalogueFeed.pattern, etag({ weak: true }), (c) => answerFeed(c, world));
  routes.get(urls.trainingYear.pattern, etag({ weak: true }), async (c) => {
    const year = Number(c.req.param("year"));
    if (!/^\d{4}$/.test(c.req.param("year"))) notFound();
    const found = await inTransaction(world.db, "public", async (tx) => ({
      plan: await findPlan(tx, year),
      volumes: await listVolumes(tx),
    }));
    if (found.plan === null || found.plan.state === "prepared") notFound();
    const title = `Le programme ${year}`;
    const options = { title, current: urls.catalogue.href(), breadcrumbs: trail(title), public: true };
    return respondPage(c, world, options, <YearPage plan={found.plan} volumes={found.volumes} />);
  });
  routes.get(urls.course.pattern, etag({ weak: true }), async (c) => {
    const slug = c.req.param("slug");
    const found = await inTransaction(world.db, "public", async (tx) => {
      const course = await findCourse(tx, { slug });
      const plan = course === null ? null : await findPlan(tx, course.year);
      if (course === null || plan === null || course.state === "draft") return null;
      return { course, plan, sessions: await listSessions(tx, [course.id]), needs: await answeredNeeds(tx, course.id) };
    });
    if (found === null) notFound();
    const now = world.clock.now().epochMilliseconds;
    const coming = found.sessions.filter((one) => one.occasion.endsAt.epochMilliseconds > now);
    const { title } = found.course;
    const options = {
      title,
      description: cutText(found.course.content.objective, 300),
      current: urls.catalogue.href(),
      breadcrumbs: trail(title),
      public: true,
    };
    return respondPage(c, world, options, <CoursePage {...found} sessions={coming} />);
  });
}

function trail(title: string) {
  return [{ label: "Formations", href: urls.catalogue.href() }, { label: title }];
}

/** Needs belong to networks; that they were said, and by whom, is what the text wants seen. */
async function answeredNeeds(tx: Tx, courseId: string) {
  const { rows } = await sql<{
    title: string;
    network: string;
  }>`SELECT title, network FROM needs_of_course(${courseId})`.execute(tx);
  return rows;
}

function readFilter(
  query: Readonly<Record<string, string>>,
): { readonly filter: CatalogueFilter } | { readonly bad: BadFilter } {
  const among = (name: string, options: readonly string[]): string | null | undefined => {
    const value = query[name] ?? "";
    return value === "" ? null : options.includes(value) ? value : undefined;
  };
  const places = [...departmentsOfFunder().map((one) => one.code), REMOTE];
  const [audience, where, mode] = [
    among("qui", Object.keys(jobFamilies)),
    among("ou", places),
    among("comment", Object.keys(teachingModes)),
  ];
  if (audience === undefined) return { bad: { name: "qui", detail: Object.keys(jobFamilies).join(", ") } };
  if (where === undefined) return { bad: { name: "ou", detail: places.join(", ") } };
  if (mode === undefined) return { bad: { name: "comment", detail: Object.keys(teachingModes).join(", ") } };
  return { filter: { words: cutText(oneLine(query.q ?? ""), 100), audience, where, mode } };
}

export interface WithSessions {
  readonly course: Course;
  readonly sessions: readonly Session[];
}

async function withOpenSessions(tx: Tx, world: World, courses: readonly Course[]): Promise<readonly WithSessions[]> {
  const sessions = openSessions(
    world,
    await listSessions(
      tx,
      courses.map((one) => one.id),
    ),
  );
  const byCourse = Map.groupBy(sessions, (one) => one.courseId);
  return courses.map((course) => ({ course, sessions: byCourse.get(course.id) ?? [] }));
}

async function answerCatalogue(c: RequestContext, world: World): Promise<Response> {
  const read = readFilter(c.req.query());
  if ("bad" in read) return answerBadFilter(c, world, read.bad, SEARCHED);
  const { filter } = read;
  const found = await inTransaction(world.db, "public", async (tx) => ({
    courses: await withOpenSessions(tx, world, await searchCourses(tx, filter)),
    years: (await listPlans(tx)).filter((one) => one.state !== "prepared").map((one) => one.year),
  }));
  const courses = found.courses.filter(
    ({ sessions }) => filter.where === null || sessions.some((one) => isThere(one, filter.where ?? "")),
  );
  const options = {
    title: "Formations",
    description: "Le programme de professionnalisation des équipes des structures de formation.",
    current: urls.catalogue.href(),
    public: true,
  };
  const page = (
    <CataloguePage
      filter={filter}
      courses={courses}
      years={found.years}
      mayTellNeeds={mayTellNeeds(c.get("visitor"))}
    />
  );
  return respondPage(c, world, options, page);
}

function isThere({ occasion }: Session, where: string): boolean {
  return where === REMOTE ? occasion.isRemote : occasion.department === where;
}

async function answerFeed(c: RequestContext, world: World): Promise<Response> {
  const exported = await inTransaction(world.db, "public", async (tx) => {
    const plans = new Map((await listPlans(tx)).map((one) => [one.year, one]));
    const all = await searchCourses(tx, { words: "", audience: null, where: null, mode: null });
    return (await withOpenSessions(tx, world, all)).flatMap((one) => {
      const plan = plans.get(one.course.year);
      return plan === undefined ? [] : [{ ...one, plan }];
    });
  });
  const xml = lheoDocument(world, exported);
  if (xml === null) {
    const text = "Aucune formation n’a de session ouverte : le format LHÉO ne sait pas dire un catalogue vide.\n";
    return c.text(text, 404, { "cache-control": "public, max-age=300" });
  }
  return new Response(xml, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}

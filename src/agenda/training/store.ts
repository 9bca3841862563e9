import { type SqlBool, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { slugOf } from "../occasions/slug.ts";
import { occasionOf, occasions } from "../occasions/store.ts";
import type { Course, CourseContent, CourseState, NewCourse } from "./course.ts";
import type { YearPlan, YearPlanContent } from "./plan.ts";

const PLAN = ["year", "state", "operator", "sources", "remaining_cost", "no_show", "presentation", "version"] as const;

export async function findPlan(tx: Tx, year: number): Promise<YearPlan | null> {
  const row = await tx.selectFrom("year_plan").select(PLAN).where("year", "=", year).executeTakeFirst();
  return row === undefined ? null : planOf(row);
}

export async function listPlans(tx: Tx): Promise<readonly YearPlan[]> {
  const rows = await tx.selectFrom("year_plan").select(PLAN).orderBy("year", "desc").execute();
  return rows.map(planOf);
}

function planOf(row: {
  readonly year: number;
  readonly state: string;
  readonly operator: unknown;
  readonly sources: unknown;
  readonly remaining_cost: unknown;
  readonly no_show: unknown;
  readonly presentation: string;
  readonly version: number;
}): YearPlan {
  return {
    year: row.year,
    state: row.state as YearPlan["state"],
    operator: row.operator as YearPlan["operator"],
    sources: row.sources as YearPlan["sources"],
    remainingCost: row.remaining_cost as YearPlan["remainingCost"],
    noShow: row.no_show as YearPlan["noShow"],
    presentation: row.presentation,
    version: row.version,
  };
}

/** Writes the plan of a year, made here the first time. */
export async function savePlan(
  tx: Tx,
  at: Temporal.Instant,
  year: number,
  content: YearPlanContent,
  state: YearPlan["state"],
): Promise<void> {
  const columns = {
    state,
    operator: json(content.operator),
    sources: json(content.sources),
    remaining_cost: content.remainingCost === null ? null : json(content.remainingCost),
    no_show: content.noShow === null ? null : json(content.noShow),
    presentation: content.presentation,
    updated_at: at.toString(),
  };
  await tx
    .insertInto("year_plan")
    .values({ year, ...columns })
    .onConflict((conflict) =>
      conflict.column("year").doUpdateSet((eb) => ({ ...columns, version: eb("year_plan.version", "+", 1) })),
    )
    .execute();
}

const COURSE = [
  "id",
  "slug",
  "year",
  "state",
  "title",
  "content",
  "hours",
  "audience",
  "teaching_mode",
  "version",
] as const;

export function courses(tx: Tx) {
  return tx.selectFrom("course").select(COURSE);
}

type CourseRow = Awaited<ReturnType<ReturnType<typeof courses>["executeTakeFirstOrThrow"]>>;

export function courseOf(row: CourseRow): Course {
  return {
    id: row.id,
    slug: row.slug,
    year: row.year,
    state: row.state as CourseState,
    title: row.title,
    content: row.content as CourseContent,
    hours: row.hours,
    audience: row.audience,
    teachingMode: row.teaching_mode,
    version: row.version,
  };
}

export async function findCourse(
  tx: Tx,
  by: { readonly id: string } | { readonly slug: string },
): Promise<Course | null> {
  const [column, value] = "id" in by ? (["id", by.id] as const) : (["slug", by.slug] as const);
  const row = await courses(tx).where(column, "=", value).executeTakeFirst();
  return row === undefined ? null : courseOf(row);
}

export async function listCourses(tx: Tx, year: number): Promise<readonly Course[]> {
  const rows = await courses(tx).where("year", "=", year).orderBy("title").orderBy("id").execute();
  return rows.map(courseOf);
}

/** Adds a course as a draft, or writes it anew; gives its id. */
export async function saveCourse(
  tx: Tx,
  at: Temporal.Instant,
  saved: { readonly id: string | null; readonly year: number; readonly course: NewCourse },
): Promise<string> {
  const { course } = saved;
  const columns = {
    title: course.title,
    content: json(course.content),
    hours: course.hours,
    audience: [...course.audience],
    teaching_mode: course.teachingMode,
    updated_at: at.toString(),
  };
  const id =
    saved.id ??
    (
      await tx
        .insertInto("course")
        .values({
          ...columns,
          slug: await freeSlug(tx, course.title, saved.year),
          year: saved.year,
          created_at: at.toString(),
        })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  if (saved.id !== null) {
    await tx
      .updateTable("course")
      .set((eb) => ({ ...columns, version: eb("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
  }
  await tx.deleteFrom("course_need").where("course_id", "=", id).execute();
  if (course.needs.length > 0) {
    await tx
      .insertInto("course_need")
      .values(course.needs.map((need) => ({ course_id: id, need_id: need })))
      .execute();
  }
  return id;
}

export async function saveCourseState(tx: Tx, at: Temporal.Instant, id: string, state: CourseState): Promise<void> {
  await tx
    .updateTable("course")
    .set((eb) => ({ state, updated_at: at.toString(), version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Names of pages beside the courses. */
const RESERVED: readonly string[] = ["reste-a-charge", "programme", "besoins"];

async function freeSlug(tx: Tx, title: string, year: number): Promise<string> {
  const base = RESERVED.includes(slugOf(title)) ? `cours-${slugOf(title)}` : slugOf(title);
  const rows = await tx
    .selectFrom("course")
    .select("slug")
    .where((eb) => eb.or([eb("slug", "=", base), eb("slug", "like", `${base}-%`)]))
    .execute();
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(base)) return base;
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? `${base}-${year}` : `${base}-${year}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

export async function needsOf(tx: Tx, courseId: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom("course_need").select("need_id").where("course_id", "=", courseId).execute();
  return rows.map((row) => row.need_id);
}

export interface Session {
  readonly occasion: Occasion;
  readonly courseId: string;
  readonly minimum: number;
  /** ISO day on which it is confirmed, or not. */
  readonly confirmOn: string | null;
  readonly confirmedAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}

export async function addSession(
  tx: Tx,
  occasionId: string,
  session: { readonly courseId: string; readonly minimum: number; readonly confirmOn: string | null },
): Promise<void> {
  await tx
    .insertInto("training_session")
    .values({
      occasion_id: occasionId,
      course_id: session.courseId,
      minimum: session.minimum,
      confirm_on: session.confirmOn,
    })
    .execute();
}

const SESSION = ["occasion_id", "course_id", "minimum", "confirm_on", "confirmed_at", "closed_at"] as const;

/** The session that an occasion is; null for an event. */
export async function findSession(tx: Tx, occasion: Occasion): Promise<Session | null> {
  const row = await tx
    .selectFrom("training_session")
    .select(SESSION)
    .where("occasion_id", "=", occasion.id)
    .executeTakeFirst();
  return row === undefined ? null : sessionOf(row, occasion);
}

/** Sessions of these courses that the reader may see, by the hour when they begin. */
export async function listSessions(tx: Tx, courseIds: readonly string[]): Promise<readonly Session[]> {
  if (courseIds.length === 0) return [];
  const rows = await tx
    .selectFrom("training_session")
    .select(SESSION)
    .where("course_id", "in", [...courseIds])
    .execute();
  if (rows.length === 0) return [];
  const found = await occasions(tx)
    .where(
      "id",
      "in",
      rows.map((row) => row.occasion_id),
    )
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
  const byId = new Map(rows.map((row) => [row.occasion_id, row]));
  return found.flatMap((row) => {
    const session = byId.get(row.id);
    return session === undefined ? [] : [sessionOf(session, occasionOf(row))];
  });
}

function sessionOf(
  row: {
    readonly course_id: string;
    readonly minimum: number;
    readonly confirm_on: string | null;
    readonly confirmed_at: Temporal.Instant | null;
    readonly closed_at: Temporal.Instant | null;
  },
  occasion: Occasion,
): Session {
  return {
    occasion,
    courseId: row.course_id,
    minimum: row.minimum,
    confirmOn: row.confirm_on,
    confirmedAt: row.confirmed_at,
    closedAt: row.closed_at,
  };
}

/** What the catalogue is narrowed to. */
export interface CatalogueFilter {
  readonly words: string;
  readonly audience: string | null;
  readonly where: string | null;
  readonly mode: string | null;
}

/** Open courses of the plans that are open, the best answers first, then by title. */
export async function searchCourses(tx: Tx, filter: CatalogueFilter): Promise<readonly Course[]> {
  let query = courses(tx).where("state", "=", "open");
  if (filter.words !== "") {
    query = query.where(sql<SqlBool>`search @@ websearch_to_tsquery('french_plain', ${filter.words})`);
  }
  if (filter.audience !== null) {
    query = query.where(sql<SqlBool>`(audience = '{}' OR ${filter.audience} = ANY (audience))`);
  }
  if (filter.mode !== null) query = query.where("teaching_mode", "=", filter.mode);
  const ranked =
    filter.words === ""
      ? query.orderBy("title")
      : query
          .orderBy(sql`ts_rank(search, websearch_to_tsquery('french_plain', ${filter.words}))`, "desc")
          .orderBy("title");
  const rows = await ranked.orderBy("id").limit(300).execute();
  return rows.map(courseOf);
}

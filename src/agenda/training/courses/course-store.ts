import { type SqlBool, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import { slugOf } from "../../occasions/slug.ts";
import type { Course, CourseContent, CourseState, NewCourse } from "./course.ts";

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

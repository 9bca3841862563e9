import { parseDay } from "#policy/index.ts";
import type { Application } from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";

/** The day of the first filing: "today" for the rules, whatever revision is read (GOV-1). */
export function filingDay(application: Pick<Application, "submittedAt">) {
  if (application.submittedAt === null) throw new Error("a file under review was filed");
  const day = parseDay(legalDay(application.submittedAt).toString());
  if (day === null) throw new Error("a legal day is a day");
  return day;
}

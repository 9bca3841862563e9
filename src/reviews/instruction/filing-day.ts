import { type Application, policyDay } from "#src/life/index.ts";

/** The day of the first filing: "today" for the rules, whatever revision is read (GOV-1). */
export function filingDay(application: Pick<Application, "submittedAt">) {
  if (application.submittedAt === null) throw new Error("a file under review was filed");
  return policyDay(application.submittedAt);
}

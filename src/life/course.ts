import { type Course, frameworkByVersion } from "#policy/index.ts";
import type { Application } from "./application.ts";

/** The road that a file takes through the funder, as its scheme says under the version of its text. */
export function courseOf({ framework, scheme }: Pick<Application, "framework" | "scheme">): Course {
  const found = frameworkByVersion(framework)?.scheme(scheme);
  if (found?.status !== "open") throw new Error(`no open scheme ${scheme} in framework ${framework}`);
  return found.course;
}

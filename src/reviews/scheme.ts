import { type Framework, frameworkByVersion, type OpenScheme } from "#policy/index.ts";
import { type Application, asApplied, policyDay } from "#src/life/index.ts";

/** The rules that judge a file: those of the version it was filed under (GOV-1). Throws where this service lost them. */
export function schemeOf(
  file: Pick<Application, "framework" | "scheme"> &
    Partial<Pick<Application, "call" | "schemeSettings" | "submittedAt">>,
): OpenScheme {
  const scheme = frameworkOf(file).scheme(file.scheme);
  if (scheme?.status !== "open") throw new Error(`no rules for ${file.scheme} in ${file.framework}`);
  const { schemeSettings = [], submittedAt = null, call = null } = file;
  return asApplied(scheme, schemeSettings, submittedAt === null ? null : policyDay(submittedAt), call);
}

export function frameworkOf(file: Pick<Application, "framework">): Framework {
  const framework = frameworkByVersion(file.framework);
  if (framework === null) throw new Error(`unknown framework ${file.framework}`);
  return framework;
}

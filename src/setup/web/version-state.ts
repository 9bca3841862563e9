import type { SettingVersion } from "#src/platform/settings/versions.ts";
import { formatDateTime } from "#src/ui/index.ts";

/** What became of a version, in one line. */
export function versionState({ state, answeredByName, answeredAt }: SettingVersion): string {
  if (state === "proposed") return "Attend une seconde personne";
  const who = answeredByName ?? "un agent";
  const when = answeredAt === null ? "" : `, ${formatDateTime(answeredAt)}`;
  return `${state === "confirmed" ? "Confirmée" : "Refusée"} par ${who}${when}`;
}

import type { OpenScheme, Raw } from "#policy/index.ts";
import { listApplications, type RawValue } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** First answers, with what the organisation's last files already said of itself where this form asks it. */
export async function withAskedOnce(
  tx: Tx,
  { form }: Pick<OpenScheme, "form">,
  raw: Raw,
  organisationId: string,
): Promise<Raw> {
  const sections = form.sections.filter((one) => one.once === true);
  const once = sections.flatMap(({ items }) => items.map(({ path }) => path.join(".")));
  if (once.length === 0) return raw;
  const files = await listApplications(tx, [organisationId]);
  const answered: Record<string, RawValue> = { ...raw };
  for (const name of once) {
    const said = files.map((file) => file.raw[name]).find((value) => value !== undefined && value.length > 0);
    if (said !== undefined && (answered[name] ?? "").length === 0) answered[name] = said;
  }
  return answered;
}

import type { Temporal } from "temporal-polyfill";
import type { Tx } from "../database/database.ts";
import { enqueue } from "../jobs.ts";
import type { World } from "../world.ts";

/** Writes down a file that was received, in the transaction of what holds it; the antivirus looks at it before anybody opens it. */
export async function keepFile(
  world: Pick<World, "config">,
  tx: Tx,
  file: {
    readonly stored: { readonly id: string; readonly size: number; readonly sha256: string };
    readonly name: string;
    readonly mediaType: string;
  },
  { by, at }: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  const { id, size, sha256 } = file.stored;
  const scan = world.config.clamav === null ? "not-configured" : "pending";
  const told = { name: file.name, media_type: file.mediaType, stored_at: at, stored_by: by };
  await tx
    .insertInto("file")
    .values({ id, size, sha256, scan, ...told })
    .execute();
  if (scan === "pending") await enqueue(tx, "scan-file", { file: id });
}

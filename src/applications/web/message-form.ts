import { MESSAGE_TYPES } from "#src/life/index.ts";
import type { RequestContext } from "#src/people/web/index.ts";
import { type FormFields, readForm } from "#src/platform/http/forms.ts";
import { streamFile } from "#src/platform/http/upload.ts";
import { type Received, receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";

/** The form of a message, with the file that came with it: null where none did. Of either side. */
export async function readMessageForm(
  c: RequestContext,
  world: World,
): Promise<{ readonly fields: FormFields; readonly file: Received | null }> {
  if (!(c.req.header("content-type") ?? "").startsWith("multipart/form-data")) {
    return { fields: await readForm(c), file: null };
  }
  const fields = new Map<string, string>();
  const file = await streamFile(c, ({ bytes, name }) => receiveFile(world, bytes, name, MESSAGE_TYPES), fields);
  return { fields: Object.fromEntries(fields), file };
}

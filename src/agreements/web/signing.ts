import type { ActRequest, Outcome } from "#src/life/index.ts";
import { readActFields } from "#src/life/web/index.ts";
import type { RequestContext } from "#src/people/web/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import { streamFile } from "#src/platform/http/upload.ts";
import { type ReceivedFile, receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { readDayText, tellDay } from "#src/reviews/web/index.ts";
import { trimText } from "#text/index.ts";
import type { SignatureInput } from "../agreement.ts";

const SIGNED_COPY = ["application/pdf", "image/jpeg", "image/png", "image/webp"];

/** Receives the copy as a stream, then acts; bytes that no act kept are let go. */
export async function signing(
  c: RequestContext,
  world: World,
  id: string,
  locationOf: (sent: FormFields) => string,
  act: (
    request: ActRequest,
    input: SignatureInput,
    file: ReceivedFile | null,
    sent: ReadonlyMap<string, string>,
  ) => Promise<Outcome>,
): Promise<{ readonly fields: Map<string, string>; readonly outcome: Outcome }> {
  const fields = new Map<string, string>();
  const received = await streamFile(c, ({ bytes, name }) => receiveFile(world, bytes, name, SIGNED_COPY), fields);
  const value = (name: string) => trimText(fields.get(name) ?? "");
  const file = received?.ok === true ? received : null;
  if (received?.ok === false) {
    const message = `Le fichier n’est pas joint : ${received.message}`;
    return { fields, outcome: { kind: "refused", refusals: [{ path: "exemplaire", message }] } };
  }
  try {
    const sent = Object.fromEntries(fields);
    const request = {
      id,
      ...readActFields({ ...sent, copie: file?.stored.sha256 ?? "" }),
      location: locationOf(sent),
    };
    const input = { signedOn: readDayText(value("date")), signatory: value("signataire") };
    const outcome = await act(request, input, file, fields);
    if (file !== null && (outcome.kind !== "done" || outcome.repeated)) await world.files.remove(file.stored.id);
    if (outcome.kind !== "refused") return { fields, outcome };
    return { fields, outcome: { ...outcome, refusals: tellDay(outcome.refusals, "date", value("date")) } };
  } catch (error) {
    if (file !== null) await world.files.remove(file.stored.id);
    throw error;
  }
}

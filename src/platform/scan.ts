import { connect } from "node:net";
import type { Readable } from "node:stream";

/** ClamAV's answer on one stream of bytes. */
export type ScanResult = { readonly clean: true } | { readonly clean: false; readonly virus: string };

/** Sends bytes to clamd (INSTREAM). `address` is a socket path or "host:port". Throws when it does not answer. */
export async function scanWithClamav(address: string, bytes: Readable): Promise<ScanResult> {
  const socket = address.startsWith("/")
    ? connect(address)
    : connect(Number(address.split(":")[1]), address.split(":")[0] ?? "");
  socket.setTimeout(60_000, () => socket.destroy(new Error("ClamAV did not answer")));
  const answer = collect(socket);
  // The answer may fail while bytes are still being read: it is told by the await below, and by nothing else.
  answer.catch(() => undefined);
  socket.write("zINSTREAM\0");
  for await (const chunk of bytes) {
    const size = Buffer.alloc(4);
    size.writeUInt32BE((chunk as Buffer).length);
    socket.write(size);
    socket.write(chunk as Buffer);
  }
  socket.write(Buffer.alloc(4));
  const text = await answer;
  if (text.endsWith("OK")) return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(text);
  if (found?.[1]) return { clean: false, virus: found[1] };
  throw new Error(`ClamAV said: ${text}`);
}

function collect(socket: ReturnType<typeof connect>): Promise<string> {
  return new Promise((done, fail) => {
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("end", () => done(text.replaceAll("\0", "").trim()));
    socket.on("error", fail);
  });
}

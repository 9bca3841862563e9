import { createServer, type Server } from "node:net";
import { Readable } from "node:stream";
import { afterEach, expect, it } from "vitest";
import { scanWithClamav } from "./scan.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that speaks clamd's INSTREAM: it finds a virus where the bytes say EICAR. */
function clamd(): Promise<string> {
  return new Promise((done) => {
    server = createServer((socket) => {
      let seen = Buffer.alloc(0);
      socket.on("data", (chunk) => {
        seen = Buffer.concat([seen, chunk]);
        if (!seen.subarray(-4).equals(Buffer.alloc(4))) return;
        const text = seen.toString("latin1");
        if (!text.startsWith("zINSTREAM\0")) socket.end("UNKNOWN COMMAND\0");
        else socket.end(text.includes("EICAR") ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");
      });
    }).listen(0, "127.0.0.1", () => {
      const address = server?.address();
      done(typeof address === "object" && address ? `127.0.0.1:${address.port}` : "");
    });
  });
}

it("tells clean bytes from infected ones", async () => {
  const address = await clamd();
  expect(await scanWithClamav(address, Readable.from([Buffer.from("bonjour")]))).toEqual({ clean: true });
  expect(await scanWithClamav(address, Readable.from([Buffer.from("EICAR")]))).toEqual({
    clean: false,
    virus: "Eicar-Signature",
  });
});

it("says when nobody answers", async () => {
  await expect(scanWithClamav("127.0.0.1:1", Readable.from([Buffer.from("x")]))).rejects.toThrow(/ECONNREFUSED/);
});

it("fails as a refusal, not as a crash, when the connection is lost while bytes are read", async () => {
  async function* slow() {
    for (let n = 0; n < 5; n++) {
      await new Promise((done) => setTimeout(done, 20));
      yield Buffer.alloc(1000);
    }
  }
  await expect(scanWithClamav("127.0.0.1:1", Readable.from(slow()))).rejects.toThrow();
});

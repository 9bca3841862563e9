import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { demoPaper, pdfOf } from "#src/demo/paper.ts";
import { archiveOf } from "./archive.fixture.ts";
import { whyArchiveStaysShut } from "./archive.ts";
import { startsAsPdf, whyShut } from "./index.ts";
import { locked, lockedAgainstChanges } from "./locked.fixture.ts";
import { whyPdfStaysShut } from "./pdf-thread.ts";

const page = [
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
];
const ownLock = demoPaper("Devis", [])
  .toString("latin1")
  .replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Adobe.PubSec /V 4 >>");
const catalogue = (more: string) => `<< /Type /Catalog /Pages 2 0 R ${more} >>`;
const bytes = (buffer: Uint8Array) => new Uint8Array(buffer);
const paper = bytes(demoPaper("Devis", ["Cinq journées"]));
const behind = (text: Uint8Array) => bytes(Buffer.concat([text, paper]));
const form = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="f" layout="tb"><pageSet><pageArea><contentArea x="0" y="0" w="100mm" h="100mm"/><medium stock="a4" short="210mm" long="297mm"/></pageArea></pageSet></subform></template></xdp:xdp>`;

describe("a PDF", () => {
  it.each([
    ["a page", paper],
    ["a page after a printer's orders", behind(Buffer.from("\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n"))],
    ["a page after 1 024 bytes of anything", behind(randomBytes(1024).map((byte) => byte | 128))],
    ["a page that only forbids to change it", lockedAgainstChanges],
    ["a page with a file attached, as a bill has", bytes(pdfOf([catalogue("/Names << >> /AF []"), ...page]))],
    ["a page followed by spaces", bytes(Buffer.concat([paper, Buffer.alloc(3000, " ")]))],
  ])("opens: %s", async (_what, given) => {
    expect(startsAsPdf(given)).toBe(true);
    expect(await whyShut("application/pdf", given)).toBe(null);
  });

  it.each([
    ["nine bytes", bytes(Buffer.from("%PDF-1.4\n")), "damaged"],
    ["no page", bytes(pdfOf([catalogue(""), "<< /Type /Pages /Kids [] /Count 0 >>"])), "damaged"],
    [
      "a page that is announced and absent",
      bytes(pdfOf([catalogue(""), page[0]?.replace("3 0", "9 0") ?? ""])),
      "damaged",
    ],
    ["a password", locked, "protected"],
    ["a lock of a maker's own", bytes(Buffer.from(ownLock)), "protected"],
    ["a portfolio", bytes(pdfOf([catalogue("/Collection << /View /D >>"), ...page])), "portfolio"],
    [
      "a dynamic form",
      bytes(
        pdfOf([
          catalogue("/NeedsRendering true /AcroForm << /Fields [] /XFA 4 0 R >>"),
          ...page,
          `<< /Length ${form.length} >>\nstream\n${form}\nendstream`,
        ]),
      ),
      "dynamic-form",
    ],
  ])("tells %s", async (_what, given, why) => {
    expect(await whyShut("application/pdf", given)).toBe(why);
  });

  it("tells one that was cut, wherever it was", async () => {
    for (const part of [0.2, 0.4, 0.6, 0.8, 0.93]) {
      const cut = paper.slice(0, Math.floor(paper.length * part));
      expect([part, await whyShut("application/pdf", cut)]).toEqual([part, "cut"]);
    }
  });

  it("is let go when opening it takes too much, and the next one opens", async () => {
    const packed = deflateSync(Buffer.alloc(120_000_000, " ")).toString("latin1");
    const objects = `<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
    const bomb = bytes(bombOf(objects));
    expect(await whyPdfStaysShut(bomb, { milliseconds: 30_000, bytes: 30_000_000 })).toBe("inflates");
    expect(await whyPdfStaysShut(bomb, { milliseconds: 1, bytes: Number.MAX_SAFE_INTEGER })).toBe("inflates");
    expect(await whyPdfStaysShut(paper)).toBe(null);
  });
});

/** A PDF whose catalogue lies in one packed object: readers inflate it before anything else. */
function bombOf(packed: string): Buffer {
  const start = `%PDF-1.5\n1 0 obj\n${packed}\nendobj\n`;
  const index = Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 9, 0, 2, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
  index.writeUInt32BE(start.length, 19);
  const table = `<< /Type /XRef /Size 4 /W [1 4 1] /Root 2 0 R /Length 24 >>\nstream\n${index.toString("latin1")}\nendstream`;
  return Buffer.from(`${start}3 0 obj\n${table}\nendobj\nstartxref\n${start.length}\n%%EOF\n`, "latin1");
}

describe("a picture", () => {
  const drawn = () => sharp({ create: { width: 300, height: 200, channels: 3, background: "#0b4a6f" } });

  it.each(["png", "jpeg", "webp"] as const)("decodes to its last line: %s", async (format) => {
    const noise = sharp(randomBytes(300 * 200 * 3), { raw: { width: 300, height: 200, channels: 3 } });
    const whole = bytes(await noise.toFormat(format).toBuffer());
    expect(await whyShut(`image/${format}`, whole)).toBe(null);
    expect(await whyShut(`image/${format}`, whole.slice(0, whole.length / 2))).toBe("damaged");
    expect(await whyShut(`image/${format}`, whole.slice(0, 40))).toBe("damaged");
  });

  it("is not decoded where it announces too many pixels", async () => {
    const huge = await drawn().png().toBuffer();
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    expect(await whyShut("image/png", bytes(huge))).not.toBe(null);
  });
});

describe("an office file", () => {
  const odt = "application/vnd.oasis.opendocument.text";
  const part = (name: string, content: string | Buffer) => ({ name, content: Buffer.from(content) });

  it("opens when all its parts do", async () => {
    const whole = archiveOf([part("mimetype", odt), part("content.xml", "<office/>")]);
    expect(await whyShut(odt, whole)).toBe(null);
    expect(await whyShut(odt, whole.slice(0, whole.length - 30))).toBe("damaged");
    expect(await whyShut("application/msword", whole.slice(0, 20))).toBe(null);
  });

  it("tells a password", async () => {
    const manifest = part("META-INF/manifest.xml", "<manifest:encryption-data/>");
    expect(await whyShut(odt, archiveOf([part("mimetype", odt), manifest]))).toBe("protected");
    expect(await whyShut(odt, archiveOf([{ ...part("content.xml", "x"), encrypted: true }]))).toBe("protected");
  });

  it("is let go past 200 MB, whatever its index announces", async () => {
    const bomb = archiveOf([{ ...part("content.xml", Buffer.alloc(201_000_000)), announced: 10 }]);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await whyShut(odt, bomb)).toBe("inflates");
    const parts = archiveOf(["a.xml", "b.xml"].map((name) => part(name, Buffer.alloc(600))));
    expect([await whyArchiveStaysShut(parts, 1200), await whyArchiveStaysShut(parts, 1199)]).toEqual([
      null,
      "inflates",
    ]);
  }, 30_000);
});

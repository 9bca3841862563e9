/** A small true PDF of a few lines: what a fictional request joins as its papers. */
export function demoPaper(title: string, lines: readonly string[]): Buffer {
  const text = [title, "", ...lines, "", "Document fictif, pour la demonstration."];
  const drawn = text.map((line, index) => `1 0 0 1 72 ${760 - index * 22} Tm (${escaped(line)}) Tj`).join("\n");
  const content = `BT /F1 14 Tf\n${drawn}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  return pdfOf(objects);
}

/** A PDF of these objects, numbered from 1, the first of which is its catalogue. */
export function pdfOf(objects: readonly string[]): Buffer {
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = Buffer.byteLength(body, "latin1");
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = Buffer.byteLength(body, "latin1");
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

/** What a PDF's string takes: its own marks escaped, typographic signs in their plain form. */
function escaped(line: string): string {
  const plain = line
    .replace(/[’‘]/g, "'")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/œ/g, "oe")
    .replace(/[^\u0020-\u00ff]/g, "?");
  return plain.replace(/[\\()]/g, "\\$&");
}

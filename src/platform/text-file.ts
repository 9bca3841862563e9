/** How files that are not texts begin, though some are written in letters: PDF, RTF, pages and other marked texts. */
const OTHERS = /^\s*(?:%PDF-|\{\\rtf|<)/;

/** A text of cells as spreadsheets save it: UTF-8, or the old encoding of Windows. Null for what is no such text. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = read(bytes);
  return hasControls(text) || OTHERS.test(text) ? null : text;
}

function read(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Signs that no one types: a tab and the ends of lines are the only ones of a text. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return true;
  }
  return false;
}

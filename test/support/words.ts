/** What a page says in its main part, as one reads it: no tags, plain spaces. */
export function wordsOf(body: string): string {
  const main = body.slice(Math.max(0, body.indexOf("<main")));
  return main
    .slice(0, main.includes("</main>") ? main.indexOf("</main>") : undefined)
    .replace(/<(title|script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replace(/[\s\u00a0\u202f]+/g, " ");
}

/** What an app answers to: Hono's `request`. */
interface App {
  request(url: string, init?: RequestInit): Response | Promise<Response>;
}

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  /** Where a redirect leads, as a path of this service; null otherwise. */
  readonly location: string | null;
  readonly body: string;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Asks pages and sends forms as a browser does, keeps cookies, follows nothing by itself. */
export interface Browser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Page>;
  /** A form's fields, or a body as it is, whose type the headers tell. */
  post(path: string, sent?: Fields | string, headers?: Readonly<Record<string, string>>): Promise<Page>;
  /** POST of a multipart form, as a form that holds a file sends it: its fields first, in their order. */
  send(path: string, fields: Fields, files: Readonly<Record<string, File>>): Promise<Page>;
  /** POST, then GET of where it leads. */
  postAndFollow(path: string, fields?: Fields): Promise<Page>;
  cookies(): string;
}

export function browserOf(app: App, origin: string, cookieHeader = ""): Browser {
  const jar = new Map<string, string>();
  for (const part of cookieHeader.split("; ")) keep(jar, part);

  async function ask(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("cookie", cookiesOf(jar));
    const response = await app.request(new URL(path, origin).href, { ...init, headers });
    for (const line of response.headers.getSetCookie()) setCookie(jar, line);
    const location = response.headers.get("location");
    return {
      status: response.status,
      headers: response.headers,
      location: location === null ? null : location.replace(origin, ""),
      body: await response.text(),
    };
  }

  const browser: Browser = {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, sent = {}, headers = {}) =>
      ask(path, {
        method: "POST",
        body: typeof sent === "string" ? sent : encoded(sent),
        headers: { origin, ...headers },
      }),
    send(path, fields, files) {
      const body = new FormData();
      for (const [name, value] of encoded(fields)) body.append(name, value);
      for (const [name, file] of Object.entries(files)) body.append(name, file);
      return ask(path, { method: "POST", body, headers: { origin } });
    },
    async postAndFollow(path, fields) {
      const answer = await browser.post(path, fields);
      return answer.location === null ? answer : browser.get(answer.location);
    },
    cookies: () => cookiesOf(jar),
  };
  return browser;
}

function encoded(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
  }
  return body;
}

function cookiesOf(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

function setCookie(jar: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const gone = attributes.some((attribute) => /^\s*max-age=(0|-\d+)\s*$/i.test(attribute));
  if (gone) jar.delete(pair.slice(0, pair.indexOf("=")));
  else keep(jar, pair);
}

function keep(jar: Map<string, string>, pair: string): void {
  const at = pair.indexOf("=");
  if (at > 0) jar.set(pair.slice(0, at), pair.slice(at + 1));
}

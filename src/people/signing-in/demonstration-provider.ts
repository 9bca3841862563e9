import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration, Provider } from "oidc-provider";

/** A fictional professional that the provider lets in. */
export interface ProviderPerson {
  /** Subject: one person at one identity provider. */
  readonly sub: string;
  readonly email: string;
  readonly givenName: string;
  readonly usualName: string;
  /** Establishment where the person works. */
  readonly siret: string;
}

export interface DemonstrationProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

const CLIENT_ID = "essaim";
/** What ProConnect accepts at its authorization address; anything else is its error Y000400. */
const KNOWN_PARAMETERS = new Set([
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "nonce",
  "acr_values",
]);
const MINIMUM_RANDOM = 32;

/**
 * A real OpenID Connect provider that behaves as ProConnect does: strict parameters, signed user information,
 * `usual_name`, codes of 30 seconds. It lets anyone in as one of its fictional people: demonstration and tests only.
 */
export async function startDemonstrationProvider(options: {
  readonly port: number;
  /** Origin of the service that people sign in to. */
  readonly clientOrigin: string;
  readonly people: readonly ProviderPerson[];
}): Promise<DemonstrationProvider> {
  const { Provider } = await import("oidc-provider");
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(options.port, "127.0.0.1", done);
  });
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const clientSecret = randomBytes(32).toString("base64url");
  const provider = new Provider(issuer, configuration(options.people, options.clientOrigin, clientSecret));
  server.on("request", (request, response) => {
    answer(provider, options.people, request, response).catch(() => response.destroy());
  });
  return { issuer, clientId: CLIENT_ID, clientSecret, stop: () => stopServer(server) };
}

function configuration(people: readonly ProviderPerson[], clientOrigin: string, clientSecret: string): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: [`${clientOrigin}/api/auth/callback/proconnect`],
        userinfo_signed_response_alg: "RS256",
      },
    ],
    jwks: { keys: [signingKey()] },
    pkce: { required: () => false },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    claims: {
      openid: ["sub"],
      given_name: ["given_name"],
      usual_name: ["usual_name"],
      email: ["email"],
      siret: ["siret"],
    },
    ttl: { AuthorizationCode: 30, AccessToken: 60, IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    interactions: { url: (_context, interaction) => `/qui/${interaction.uid}` },
    async findAccount(_context, sub) {
      const person = people.find((one) => one.sub === sub);
      if (person === undefined) return undefined;
      const { email, givenName, usualName, siret } = person;
      return {
        accountId: sub,
        claims: () => ({ sub, email, given_name: givenName, usual_name: usualName, siret }),
      };
    },
    // Nobody is asked to agree: the service is the only client.
    async loadExistingGrant(context) {
      const { session, client, provider } = context.oidc;
      if (session?.accountId === undefined || client === undefined) return undefined;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope("openid given_name usual_name email siret");
      await grant.save();
      return grant;
    },
  };
}

/** Made anew at each start: nothing signed by an earlier run is believed. */
function signingKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: randomBytes(8).toString("hex") };
}

async function answer(
  provider: Provider,
  people: readonly ProviderPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", provider.issuer);
  if (url.pathname === "/auth") {
    const refusal = refuse(url.searchParams);
    if (refusal !== null) return say(response, 400, refusal);
  }
  if (!url.pathname.startsWith("/qui/")) return provider.callback()(request, response);
  const sub = url.searchParams.get("sub");
  if (sub === null) return say(response, 200, peoplePage(people, url.pathname));
  await provider.interactionFinished(request, response, { login: { accountId: sub } });
}

function refuse(parameters: URLSearchParams): string | null {
  const unknown = [...parameters.keys()].filter((name) => !KNOWN_PARAMETERS.has(name));
  if (unknown.length > 0) return `Y000400 : paramètre inconnu (${unknown.join(", ")})`;
  const short = ["state", "nonce"].filter((name) => (parameters.get(name) ?? "").length < MINIMUM_RANDOM);
  return short.length > 0 ? `Y000400 : ${short.join(", ")} trop court` : null;
}

function peoplePage(people: readonly ProviderPerson[], path: string): string {
  const items = people.map(
    (one) => `<li><a href="${path}?sub=${encodeURIComponent(one.sub)}">${one.givenName} ${one.usualName}</a></li>`,
  );
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Fournisseur d’identité de démonstration</title>
<h1>Fournisseur d’identité de démonstration</h1><p>Personnes fictives. Qui êtes-vous ?</p><ul>${items.join("")}</ul></html>`;
}

function say(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(body);
}

function stopServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

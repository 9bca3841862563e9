import type { BetterAuthPlugin } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { decode, verifyWithJwks } from "hono/jwt";
import { z } from "zod";
import type { World } from "#src/platform/world.ts";
import { oneLine } from "#text/index.ts";
import { keepWorkplace } from "./workplace.ts";

const TIME_OUT = 5_000;
const ALGORITHMS = ["RS256", "ES256"] as const;
/** ProConnect has no `family_name` scope; any scope or parameter it does not know is an error. */
const SCOPES = ["openid", "given_name", "usual_name", "email", "siret"];

const discoverySchema = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  jwks_uri: z.url(),
});
type Discovery = z.infer<typeof discoverySchema>;

const claimsSchema = z.object({
  sub: z.string().min(1),
  email: z.email(),
  given_name: z.string().optional(),
  usual_name: z.string().optional(),
  siret: z.string().optional(),
});
export type ProConnectClaims = z.infer<typeof claimsSchema>;

/** The provider as it describes itself today. Throws when it does not answer in five seconds, or answers nonsense. */
async function discover(issuer: string): Promise<Discovery> {
  const url = `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(TIME_OUT) });
  if (!response.ok) throw new Error(`the identity provider answered ${response.status}`);
  return discoverySchema.parse(await response.json());
}

/**
 * ProConnect as it is: no PKCE nor any parameter beyond the seven it knows, names in `given_name` and `usual_name`,
 * and user information that comes as a signed token, checked against the provider's keys.
 */
export async function proConnectPlugin(world: World, providerId: string): Promise<BetterAuthPlugin> {
  const { oidc } = world.config;
  if (oidc === null) throw new Error("no identity provider is configured");
  const provider = await discover(oidc.issuer);
  return genericOAuth({
    config: [
      {
        providerId,
        name: "ProConnect",
        discoveryUrl: `${oidc.issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: SCOPES,
        pkce: false,
        disableProviderLogout: true,
        async getUserInfo(tokens) {
          if (tokens.accessToken === undefined) return null;
          const claims = await readUserInfo(provider, tokens.accessToken, oidc.clientId);
          // Both answers must be about one person, or someone mixed them.
          if (tokens.idToken === undefined || decode(tokens.idToken).payload.sub !== claims.sub) return null;
          await keepWorkplace(world, claims.sub, claims.siret);
          return { ...claims, name: nameOf(claims), emailVerified: true };
        },
      },
    ],
  });
}

async function readUserInfo(provider: Discovery, accessToken: string, clientId: string): Promise<ProConnectClaims> {
  const response = await fetch(provider.userinfo_endpoint, {
    headers: { authorization: `Bearer ${accessToken}`, accept: "application/jwt, application/json" },
    signal: AbortSignal.timeout(TIME_OUT),
  });
  if (!response.ok) throw new Error(`user information: ${response.status}`);
  const body = await response.text();
  if (!response.headers.get("content-type")?.startsWith("application/jwt")) return claimsSchema.parse(JSON.parse(body));
  const payload = await verifyWithJwks(
    body,
    {
      jwks_uri: provider.jwks_uri,
      allowedAlgorithms: ALGORITHMS,
      verification: { iss: provider.issuer, aud: clientId },
    },
    { signal: AbortSignal.timeout(TIME_OUT) },
  );
  return claimsSchema.parse(payload);
}

/** « Camille Martin »; empty when the provider gave no name: the person is then asked. */
export function nameOf(claims: ProConnectClaims): string {
  return [claims.given_name, claims.usual_name]
    .map((part) => oneLine(part ?? ""))
    .filter((part) => part !== "")
    .join(" ");
}

import { passkey } from "@better-auth/passkey";
import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { magicLink } from "better-auth/plugins/magic-link";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { plainDatabase } from "./auth-database.ts";
import { CLIENT_ADDRESS_HEADER } from "./client-address.ts";
import { cookiePrefix, isSecure, SESSION_DAYS } from "./session-cookie.ts";
import { postSignInLink, SIGN_IN_LINK_MINUTES } from "./sign-in-mail.ts";

const AUTH_PATH = "/api/auth";
const DAY = 24 * 3600;

/** What signs people in: link by mail, passkey, and ProConnect where a discovered provider is given. */
export type Authentication = ReturnType<typeof createAuthentication>;

export function createAuthentication(world: World, more: readonly BetterAuthPlugin[]) {
  return betterAuth({
    appName: "Essaim",
    baseURL: world.origin,
    basePath: AUTH_PATH,
    secret: world.config.secret,
    trustedOrigins: [world.origin],
    database: { db: plainDatabase(world.pool), type: "postgres" },
    telemetry: { enabled: false },
    logger: {
      level: "error",
      log: (level, message) => world.log[level === "error" ? "error" : "warn"]({ from: "authentication" }, message),
    },
    onAPIError: { errorURL: world.origin + urls.signIn.href() },
    user: {
      modelName: "person",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "session",
      expiresIn: SESSION_DAYS * DAY,
      // A passkey is added only soon after signing in; a session is never prolonged by being used.
      freshAge: DAY,
      disableSessionRefresh: true,
      fields: {
        userId: "person_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    account: {
      modelName: "sign_in_account",
      updateAccountOnSignIn: false,
      // ProConnect vouches for addresses: it joins the account that holds the same proven one.
      accountLinking: { enabled: true, trustedProviders: ["proconnect"] },
      fields: {
        accountId: "account_id",
        providerId: "provider_id",
        userId: "person_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "verification",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 60,
      modelName: "rate_limit",
      fields: { lastRequest: "last_request" },
      // The longest window: counts younger than this are kept, ours in the same table included.
      customRules: { "/passkey/verify-authentication": { window: 15 * 60, max: 30 } },
    },
    advanced: {
      cookiePrefix: cookiePrefix(world.origin),
      // Its own prefix, `__Secure-`, would stand before ours.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure(world.origin) },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    databaseHooks: {
      // Where people connect from serves to slow down guessing; it is not kept with their session.
      session: { create: { before: (session) => Promise.resolve({ data: { ...session, ipAddress: null } }) } },
      // Signing in needs the provider's tokens for a minute only: none is stored.
      account: { create: { before: (account) => Promise.resolve({ data: { ...account, ...noTokens } }) } },
    },
    plugins: [
      magicLink({
        expiresIn: SIGN_IN_LINK_MINUTES * 60,
        storeToken: "hashed",
        sendMagicLink: ({ email, token, metadata }) => postSignInLink(world, email, token, metadata?.back),
      }),
      passkey({
        rpID: new URL(world.origin).hostname,
        rpName: `Essaim, ${world.config.funder.name}`,
        origin: world.origin,
        advanced: { webAuthnChallengeCookie: "webauthn" },
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        schema: {
          passkey: {
            modelName: "passkey",
            fields: {
              publicKey: "public_key",
              userId: "person_id",
              credentialID: "credential_id",
              deviceType: "device_type",
              backedUp: "backed_up",
              createdAt: "created_at",
            },
          },
        },
      }),
      ...more,
    ],
  });
}

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

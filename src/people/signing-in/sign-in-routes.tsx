import { Hono } from "hono";
import { deleteCookie } from "hono/cookie";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { readAccountEmail } from "../account/account-email.ts";
import { safeBack, startPage } from "../web/back.ts";
import { addressOf, withClientAddress } from "../web/client.ts";
import type { Env, RequestContext, Routes } from "../web/env.ts";
import { setFlash } from "../web/flash.ts";
import { IDLE, notFound } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import type { Doors } from "./doors.ts";
import { answerPasskey } from "./passkey-routes.ts";
import { withinLimit } from "./rate-limit.ts";
import { isSecure, sessionCookieName } from "./session-cookie.ts";
import { closeSession } from "./sessions.ts";
import { SIGN_IN_LINK_MINUTES } from "./sign-in-mail.ts";
import {
  SignInLinkPage,
  SignInLinkSpentPage,
  SignInPage,
  type SignInPageProps,
  SignInSentPage,
} from "./sign-in-page.tsx";
import { takeReturn } from "./sign-in-return.ts";
import { PROCONNECT } from "./workplace.ts";

const UNREACHABLE = "provider_unreachable";

/** As long as a link serves: whoever reaches the limit still holds one. */
const LINKS_PER_ADDRESS = { max: 5, minutes: SIGN_IN_LINK_MINUTES };
const ATTEMPTS_PER_CLIENT = { max: 40, minutes: 15 };

export function signInRoutes(world: World, doors: Doors): Routes {
  const routes = new Hono<Env>();

  routes.get(urls.signIn.pattern, (c) => {
    const back = safeBack(c.req.query("retour"), world.origin);
    const visitor = c.get("visitor");
    const isAgain = c.req.query("confirmer") !== undefined;
    if (visitor.person !== null && !isAgain) return c.redirect(back ?? startPage(visitor), 303);
    return page(c, world, {
      back,
      email: visitor.person?.email ?? "",
      failure: failureOf(world, c.req.query("error")),
    });
  });

  routes.post(urls.signIn.pattern, async (c) => {
    const form = await readForm(c);
    const back = safeBack(text(form, "retour"), world.origin);
    const typed = text(form, "email");
    const email = readAccountEmail(typed);
    if (email === null) {
      const error =
        typed === "" ? "Donnez votre adresse électronique." : "Cette adresse électronique n’est pas complète.";
      return page(c, world, { back, email: typed, error }, 422);
    }
    await slowDown(c, world);
    // Past the limit nothing more is sent, and nobody is told: a link that serves is in the letter box already, and
    // whoever asks in another's name locks no one out.
    if (await withinLimit(world, "sign-in-link", email.toLowerCase(), LINKS_PER_ADDRESS)) {
      const door = await doors.local();
      await door.api.signInMagicLink({
        body: { email, metadata: { back } },
        headers: c.req.raw.headers,
      });
    }
    setFlash(c, "info", `Courriel envoyé à ${email}.`);
    return c.redirect(urls.signInSent.href(), 303);
  });

  routes.get(urls.signInSent.pattern, (c) =>
    respondPage(
      c,
      world,
      { title: "Consultez votre boîte de réception" },
      <SignInSentPage
        outbox={world.config.demo && world.config.mail.smtpUrl === null}
        minutes={SIGN_IN_LINK_MINUTES}
      />,
    ),
  );

  routes.get(urls.signInLink.pattern, (c) => {
    const token = c.req.query("jeton") ?? "";
    return respondPage(c, world, { title: "Connexion" }, <SignInLinkPage token={token} />);
  });

  routes.post(urls.signInLink.pattern, async (c) => {
    await slowDown(c, world);
    const form = await readForm(c);
    const door = await doors.local();
    const answer = await door.api.magicLinkVerify({
      query: { token: text(form, "jeton") },
      headers: c.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok)
      return respondPage(c, world, { title: "Ce lien ne sert plus", status: 422 }, <SignInLinkSpentPage />);
    passCookies(answer, c);
    // The start page depends on the roles: the sign-in page reads them and leads there.
    const back = await takeReturn(world, text(form, "jeton"));
    return c.redirect(safeBack(back ?? undefined, world.origin) ?? urls.signIn.href(), 303);
  });

  routes.get(urls.signInProConnect.pattern, async (c) => {
    if (world.config.oidc === null) notFound();
    await slowDown(c, world);
    const callbackURL = safeBack(c.req.query("retour"), world.origin) ?? urls.signIn.href();
    try {
      const door = await doors.proConnect();
      const answer = await door.api.signInSocial({
        body: { provider: PROCONNECT, callbackURL, disableRedirect: true },
        headers: c.req.raw.headers,
        asResponse: true,
      });
      const { url } = z.object({ url: z.url() }).parse(await answer.json());
      passCookies(answer, c);
      return c.redirect(url, 303);
    } catch (error) {
      world.log.warn({ err: error }, "the identity provider did not answer");
      return c.redirect(urls.signIn.href({}, { error: UNREACHABLE, retour: c.req.query("retour") }), 303);
    }
  });

  routes.post(urls.signOut.pattern, async (c) => {
    const { sessionId, person } = c.get("visitor");
    if (person !== null && sessionId !== null) await closeSession(world, person.id, sessionId);
    deleteCookie(c, sessionCookieName(world.origin), { path: "/", secure: isSecure(world.origin) });
    setFlash(c, "success", "Vous êtes déconnecté.");
    return c.redirect(urls.home.href(), 303);
  });

  /** Of better-auth's own addresses, only those that a browser must reach by itself are open. */
  routes.all(urls.auth.pattern, async (c) => {
    const path = c.req.path.slice("/api/auth".length);
    if (path.startsWith("/passkey/")) return answerPasskey(c, world, await doors.local(), path);
    if (path === `/callback/${PROCONNECT}` && world.config.oidc !== null) {
      const door = await doors.proConnect().catch(() => null);
      if (door === null) return c.redirect(urls.signIn.href({}, { error: UNREACHABLE }), 303);
      return door.handler(withClientAddress(world, c));
    }
    return notFound();
  });

  return routes;
}

function page(c: RequestContext, world: World, props: Partial<SignInPageProps>, status: 200 | 422 = 200): Response {
  return respondPage(
    c,
    world,
    { title: "Se connecter", scripts: ["passkey"], status },
    <SignInPage email="" back={null} proConnect={world.config.oidc !== null} demo={world.config.demo} {...props} />,
  );
}

async function slowDown(c: RequestContext, world: World): Promise<void> {
  if (!(await withinLimit(world, "sign-in", addressOf(world, c), ATTEMPTS_PER_CLIENT))) throw new HTTPException(429);
}

function failureOf(world: World, code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (code === IDLE) {
    return `Votre session s’est fermée après ${world.config.agents.idleMinutes} minutes sans activité. Reconnectez-vous : vous reviendrez à la même page.`;
  }
  if (code === UNREACHABLE) return "ProConnect ne répond pas en ce moment. Connectez-vous par courriel.";
  return "La connexion avec ProConnect n’a pas abouti. Réessayez, ou connectez-vous par courriel.";
}

function passCookies(from: Response, c: RequestContext): void {
  for (const cookie of from.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
}

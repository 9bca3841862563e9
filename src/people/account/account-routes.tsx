import { Hono } from "hono";
import { deleteCookie } from "hono/cookie";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { lengthOf, oneLine } from "#text/index.ts";
import { isSecure, sessionCookieName } from "../signing-in/session-cookie.ts";
import { closeSession } from "../signing-in/sessions.ts";
import { safeBack, startPage } from "../web/back.ts";
import type { Env, Routes } from "../web/env.ts";
import { setFlash } from "../web/flash.ts";
import { notFound, requireSignedIn } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import {
  closeOtherSessions,
  type DeletionRefusal,
  deleteAccount,
  openSessions,
  registeredPasskeys,
  removePasskey,
  renamePerson,
} from "./account.ts";
import { AccountPage, NamePage } from "./account-page.tsx";

const deletionWords: Readonly<Record<DeletionRefusal, string>> = {
  agent: "Un administrateur doit d’abord retirer vos rôles d’agent.",
  "last-owner": "Vous êtes seul responsable d’un organisme : transmettez d’abord cette charge sur sa page des membres.",
};

export function accountRoutes(world: World): Routes {
  const routes = new Hono<Env>();

  routes.get(urls.account.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const sessions = await openSessions(world, visitor);
    const passkeys = await registeredPasskeys(world, visitor.person.id);
    const page = <AccountPage visitor={visitor} sessions={sessions} passkeys={passkeys} />;
    return respondPage(c, world, { title: "Mon compte", scripts: ["passkey"] }, page);
  });

  routes.get(urls.accountName.pattern, (c) => {
    const { person } = requireSignedIn(c);
    const back = safeBack(c.req.query("retour"), world.origin);
    const page = <NamePage name={person.name} back={back} first={person.name === ""} />;
    return respondPage(c, world, { title: "Votre nom" }, page);
  });

  routes.post(urls.accountName.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const form = await readForm(c);
    const back = safeBack(text(form, "retour"), world.origin);
    const name = oneLine(text(form, "nom"));
    const error = nameError(name);
    if (error !== undefined) {
      const page = <NamePage name={name} error={error} back={back} first={visitor.person.name === ""} />;
      return respondPage(c, world, { title: "Votre nom", status: 422 }, page);
    }
    await renamePerson(world, visitor.person.id, name);
    if (visitor.person.name !== "") setFlash(c, "success", "Votre nom est modifié.");
    return c.redirect(back ?? (visitor.person.name === "" ? startPage(visitor) : urls.account.href()), 303);
  });

  routes.post(urls.accountSessions.pattern, async (c) => {
    const closed = await closeOtherSessions(world, requireSignedIn(c));
    setFlash(c, "success", `${plural(closed, "connexion fermée", "connexions fermées")}.`);
    return c.redirect(urls.account.href(), 303);
  });

  routes.post(urls.accountSession.pattern, async (c) => {
    const { person } = requireSignedIn(c);
    if (!(await closeSession(world, person.id, c.req.param("session")))) notFound();
    setFlash(c, "success", "La connexion est fermée.");
    return c.redirect(urls.account.href(), 303);
  });

  routes.post(urls.accountPasskey.pattern, async (c) => {
    const { person } = requireSignedIn(c);
    if (!(await removePasskey(world, person.id, c.req.param("passkey")))) notFound();
    setFlash(c, "success", "La clé d’accès est supprimée.");
    return c.redirect(urls.account.href(), 303);
  });

  routes.post(urls.accountDeletion.pattern, async (c) => {
    const refusal = await deleteAccount(world, requireSignedIn(c));
    if (refusal !== null) {
      setFlash(c, "warning", deletionWords[refusal]);
      return c.redirect(urls.account.href(), 303);
    }
    deleteCookie(c, sessionCookieName(world.origin), { path: "/", secure: isSecure(world.origin) });
    setFlash(c, "success", "Votre compte est supprimé.");
    return c.redirect(urls.home.href(), 303);
  });

  return routes;
}

function nameError(name: string): string | undefined {
  if (name === "") return "Donnez votre prénom et votre nom.";
  if (lengthOf(name) > 120) return "Ce nom est trop long : 120 caractères au plus.";
  // A name that looks like an address would let mails be bent to lead elsewhere.
  if (/[<>@/\\]|www\.|https?:/i.test(name)) return "Un nom ne contient ni adresse ni signes comme < ou /.";
  return undefined;
}

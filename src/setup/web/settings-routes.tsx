import { readWrittenDay } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import {
  askProof,
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import { declaredSetting, settingGroups } from "#src/platform/settings/declared.ts";
import { settingValue } from "#src/platform/settings/funder.ts";
import type { DeclaredSetting } from "#src/platform/settings/setting.ts";
import { openProposals, versionsOf } from "#src/platform/settings/versions.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { oneLine, tooLong } from "#text/index.ts";
import { answerProposal, type Decided, proposeVersion } from "../decide.ts";
import { maySetUp } from "../may.ts";
import { LARGEST_LOGO, readLogo } from "../settings/logo.ts";
import { type ReadSetting, readTyped } from "../settings/typed.ts";
import { requireSetup } from "./guard.ts";
import { SettingPage, type SettingPageProps } from "./setting-page.tsx";
import { type SettingRow, SettingsPage } from "./settings-page.tsx";

/** What is set for the whole service: read, proposed, confirmed by somebody else. */
export function settingsRoutes(routes: Routes, world: World): void {
  routes.get(urls.settings.pattern, (c) => answerSettings(c, world, requireSetup(c, "see")));
  routes.get(urls.setting.pattern, (c) => {
    const visitor = requireSetup(c, "see");
    return answerSetting(c, world, visitor, declaredSetting(c.req.param("key")) ?? notFound());
  });
  routes.post(urls.setting.pattern, (c) => postSetting(c, world));
  routes.post(urls.settingProposal.pattern, (c) => postAnswer(c, world));
  routes.get(urls.funderLogo.pattern, (c) => {
    const { logo } = world.config.funder;
    if (logo === null || logo.sha256 !== c.req.param("sha256")) notFound();
    const headers = { "content-type": "image/png", "cache-control": "public, max-age=31536000, immutable" };
    return c.body(Buffer.from(logo.base64, "base64"), 200, headers);
  });
}

async function answerSettings(c: RequestContext, world: World, visitor: SignedVisitor): Promise<Response> {
  const proposals = await inTransaction(world.db, "system", openProposals);
  const open = new Set(proposals.filter(({ subject }) => subject === "").map(({ key }) => key));
  const groups = settingGroups.map((group) => ({
    group,
    rows: group.settings.map((setting) => rowOf(world, setting, open.has(setting.key))),
  }));
  const page = (
    <SettingsPage
      groups={groups}
      proposals={proposals}
      visitor={visitor.person.id}
      mayConfirm={maySetUp(visitor, "confirm")}
    />
  );
  return respondPage(c, world, { title: "Réglages", current: urls.administration.href(), density: "compact" }, page);
}

/** A setting as it stands today. */
export function rowOf(world: World, setting: DeclaredSetting, isProposed: boolean): SettingRow {
  const day = today(world.clock).toString();
  const held = world.settings.about("").findLast((one) => one.key === setting.key && one.effectiveOn <= day);
  const value = settingValue(() => held?.value, setting);
  return { setting, value, since: held?.effectiveOn ?? null, isProposed };
}

async function answerSetting(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  setting: DeclaredSetting,
  more: Pick<SettingPageProps, "typed" | "errors"> = {},
): Promise<Response> {
  const versions = await inTransaction(world.db, "system", (tx) => versionsOf(tx, setting.key, ""));
  const isProposed = versions.some(({ state }) => state === "proposed");
  const page = (
    <SettingPage
      row={rowOf(world, setting, isProposed)}
      versions={versions}
      visitor={visitor.person.id}
      mayPropose={maySetUp(visitor, "propose")}
      mayConfirm={maySetUp(visitor, "confirm")}
      {...more}
    />
  );
  const status = more.errors === undefined ? 200 : 422;
  const breadcrumbs = [{ label: "Réglages", href: urls.settings.href() }, { label: setting.title }];
  return respondPage(
    c,
    world,
    { title: setting.title, current: urls.administration.href(), breadcrumbs, density: "compact", status },
    page,
  );
}

async function postSetting(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSetup(c, "propose");
  const setting = declaredSetting(c.req.param("key") ?? "") ?? notFound();
  const isImage = setting.kind.kind === "image";
  // A picture cannot be carried over a second sign-in: whoever proposes one has just proposed it.
  const again = isImage ? null : await askProof(c, world);
  if (again !== null) return again;
  const fields = await readForm(c);
  const typed = { value: text(fields, "valeur"), from: text(fields, "effet"), reason: oneLine(text(fields, "motif")) };
  const errors: Record<string, string> = {};
  const read = isImage ? await readImage(c) : readTyped(setting.kind, typed.value);
  if ("error" in read) errors.valeur = read.error;
  else if (read.ok === null && setting.initial !== null) errors.valeur = "Ne laissez pas cette valeur vide.";
  const from = typed.from === "" ? { value: today(world.clock).toString() } : readWrittenDay(typed.from);
  if ("error" in from) errors.effet = from.error;
  if (typed.reason.length > 500) errors.motif = "500 caractères au plus.";
  if ("error" in read || "error" in from || Object.keys(errors).length > 0) {
    return answerSetting(c, world, visitor, setting, { typed, errors });
  }
  const isAlone = setting.alone === true;
  const decided = await proposeVersion(world, visitor, {
    key: setting.key,
    subject: "",
    title: setting.title,
    value: read.ok,
    reason: typed.reason,
    effectiveOn: from.value,
    alone: isAlone,
  });
  sayDecided(c, decided, isAlone ? "C’est enregistré." : "C’est proposé : une autre personne le confirme.");
  return c.redirect(urls.setting.href({ key: setting.key }), 303);
}

async function readImage(c: RequestContext): Promise<ReadSetting> {
  const sent = (await c.req.parseBody()).valeur;
  if (!(sent instanceof File) || sent.size === 0) return { error: "Choisissez une image PNG ou SVG." };
  if (sent.size > LARGEST_LOGO) return { error: "Cette image dépasse 300 Ko." };
  const logo = await readLogo(new Uint8Array(await sent.arrayBuffer()));
  return logo === null ? { error: "Ce fichier n’est pas une image que le service sait lire." } : { ok: logo };
}

async function postAnswer(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSetup(c, "confirm");
  const again = await askProof(c, world);
  if (again !== null) return again;
  const fields = await readForm(c);
  const confirmed = text(fields, "reponse") === "confirmer";
  const why = oneLine(text(fields, "motif"));
  const back = `${urls.settings.href()}#a-confirmer`;
  const wrong =
    !confirmed && why === "" ? "Dites pourquoi vous refusez : la personne qui a proposé le lira." : tooLong(why, 500);
  if (wrong !== null) {
    setFlash(c, "danger", wrong);
    return c.redirect(back, 303);
  }
  const decided = await answerProposal(world, visitor, idParam(c, "id"), { confirmed, why });
  if (decided === "absent") notFound();
  sayDecided(c, decided, confirmed ? "C’est confirmé." : "La proposition est refusée.");
  return c.redirect(urls.settings.href(), 303);
}

/** Tells how a decision ended; a refused right is a 403. */
export function sayDecided(c: RequestContext, decided: Decided, done: string): void {
  if (decided === "forbidden") forbidden();
  if (decided === "done") setFlash(c, "success", done);
  else if (decided === "waiting") setFlash(c, "warning", "Une autre proposition attend déjà sa confirmation.");
  else setFlash(c, "warning", "Une autre personne a déjà répondu à cette proposition.");
}

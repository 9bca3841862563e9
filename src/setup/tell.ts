import { frameworkByVersion } from "#policy/index.ts";
import { declaredSetting } from "#src/platform/settings/declared.ts";
import type { SettingVersion } from "#src/platform/settings/versions.ts";
import {
  doubtOfKey,
  GRID_KEY,
  type GridLayer,
  OPENING_KEY,
  type Opening,
  PAPERS_KEY,
  type PapersLayer,
} from "#src/schemes/index.ts";
import { urls } from "#src/urls.ts";
import { saidOf } from "./settings/typed.ts";
import { declaredText } from "./texts/declared.ts";

/** What a version is about, in the words of its page. */
export interface ToldVersion {
  readonly title: string;
  readonly value: string;
  readonly href: string;
}

export function tellVersion({ key, subject, value }: Pick<SettingVersion, "key" | "subject" | "value">): ToldVersion {
  if (subject !== "") return tellScheme(key, subject, value);
  const setting = declaredSetting(key);
  if (setting !== null)
    return { title: setting.title, value: saidOf(setting.kind, value), href: urls.setting.href({ key }) };
  const text = declaredText(key);
  if (text !== null)
    return { title: `${text.where}, ${text.title}`, value: String(value), href: urls.textSetup.href({ key }) };
  return { title: key, value: "", href: urls.settings.href() };
}

/** What a line of the journal changed, in the words of its page: « Délai : 30 devient 45 ». */
export function tellChange(details: Readonly<Record<string, unknown>>): string {
  const { key, subject, before, after } = details;
  if (typeof key !== "string" || typeof subject !== "string") return `${plainly(before)} devient ${plainly(after)}`;
  const tell = (value: unknown) => tellVersion({ key, subject, value });
  // Nothing was set before: what held is the folder's own.
  const said = (value: unknown) =>
    value === null || value === undefined ? "rien" : tell(value).value || plainly(value);
  return `${tell(after).title} : ${said(before)} devient ${said(after)}`;
}

/** A value that no page has words for, without the signs of its storage. */
function plainly(value: unknown): string {
  if (value === null || value === undefined || value === "") return "rien";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value !== "object") return String(value);
  const parts = Object.values(value).filter((one) => one !== null && one !== "");
  return parts.length === 0 ? "rien" : parts.map(plainly).join(", ");
}

function tellScheme(key: string, subject: string, value: unknown): ToldVersion {
  const [framework = "", scheme = ""] = subject.split("/");
  const name = frameworkByVersion(framework)?.scheme(scheme)?.name ?? scheme;
  const doubt = doubtOfKey(key);
  if (doubt !== null) {
    const reading =
      value === null
        ? "Doute rouvert"
        : (value as { reading: string }).reading === "alternative"
          ? "Autre lecture"
          : "Lecture d’ordinaire";
    return { title: `Doctrine, ${name}, ${doubt}`, value: reading, href: urls.doctrineOf.href({ scheme, doubt }) };
  }
  return {
    title: `${name}, ${whatWords[key] ?? key}`,
    value: value === null ? "" : sayLayer(key, value),
    href: urls.schemeSetup.href({ scheme }),
  };
}

const whatWords: Readonly<Record<string, string>> = {
  [PAPERS_KEY]: "pièces demandées",
  [GRID_KEY]: "grille",
  [OPENING_KEY]: "ouverture",
};

function sayLayer(key: string, value: unknown): string {
  if (key === OPENING_KEY) {
    const { open, note } = value as Opening;
    return `${open ? "Ouvert" : "Fermé"}${note === "" ? "" : `, « ${note} »`}`;
  }
  if (key === PAPERS_KEY) {
    const { worded, added } = value as PapersLayer;
    const more = added.map(({ label }) => label).join(", ");
    return `${Object.keys(worded).length} pièces redites${more === "" ? "" : `, ajoutées : ${more}`}`;
  }
  return `${Object.keys((value as GridLayer).lines).length} lignes redites`;
}

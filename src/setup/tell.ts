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
    value: sayLayer(key, value),
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

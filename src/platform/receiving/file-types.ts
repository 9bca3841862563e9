import type { Unopened } from "#src/platform/opening/index.ts";
import { cutText, oneLine } from "#text/index.ts";

/** Largest file that a form takes, in bytes. */
export const LARGEST_FILE = 20_000_000;

interface PaperType {
  readonly extensions: readonly string[];
  /** Media type that the file is kept and sent under. */
  readonly mediaType: string;
  readonly family: "pdf" | "image" | "office" | "video" | "captions";
  /** What the bytes say, where it is not the media type itself: old office files share one container. */
  readonly container?: string;
}

const ole = "application/x-cfb";

const paperTypes: readonly PaperType[] = [
  { extensions: ["pdf"], mediaType: "application/pdf", family: "pdf" },
  { extensions: ["jpg", "jpeg"], mediaType: "image/jpeg", family: "image" },
  { extensions: ["png"], mediaType: "image/png", family: "image" },
  { extensions: ["webp"], mediaType: "image/webp", family: "image" },
  {
    extensions: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    family: "office",
  },
  {
    extensions: ["xlsx"],
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    family: "office",
  },
  { extensions: ["odt"], mediaType: "application/vnd.oasis.opendocument.text", family: "office" },
  { extensions: ["ods"], mediaType: "application/vnd.oasis.opendocument.spreadsheet", family: "office" },
  { extensions: ["doc"], mediaType: "application/msword", family: "office", container: ole },
  { extensions: ["xls"], mediaType: "application/vnd.ms-excel", family: "office", container: ole },
  { extensions: ["mp4"], mediaType: "video/mp4", family: "video" },
  { extensions: ["webm"], mediaType: "video/webm", family: "video" },
  { extensions: ["vtt"], mediaType: "text/vtt", family: "captions" },
];

/** What a paper of the scheme's list takes: where it takes one office format it takes them all. */
export function takenTypes(accept: readonly string[]): readonly PaperType[] {
  const families = new Set(paperTypes.filter((type) => accept.includes(type.mediaType)).map((type) => type.family));
  return paperTypes.filter((type) => families.has(type.family));
}

/** For the `accept` of a file's field. */
export function acceptOf(accept: readonly string[]): string {
  return takenTypes(accept)
    .flatMap((type) => type.extensions.map((extension) => `.${extension}`))
    .join(",");
}

/** « PDF, image ou document bureautique ». */
export function typesInWords(accept: readonly string[]): string {
  const families = new Set(takenTypes(accept).map((type) => type.family));
  if (families.has("office")) return "PDF, image (JPEG, PNG, WebP) ou document bureautique (Word, Excel, OpenDocument)";
  if (families.has("pdf")) return "PDF ou image (JPEG, PNG, WebP)";
  if (families.has("image")) return "image JPEG, PNG ou WebP";
  return families.has("video") ? "vidéo MP4 ou WebM" : "sous-titres WebVTT (.vtt)";
}

export type Recognised =
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly message: string };

/**
 * Whether a file may be taken: its name and its bytes must say the same thing. `found` is the media type that the
 * bytes show, null where they show none that is known.
 */
export function recognise(name: string, found: string | null, accept: readonly string[]): Recognised {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const taken = takenTypes(accept);
  const named = taken.find((type) => type.extensions.includes(extension));
  if (named !== undefined && (named.container ?? named.mediaType) === found)
    return { ok: true, mediaType: named.mediaType };
  if (named === undefined) {
    return { ok: false, message: `ce format n’est pas accepté ici. Formats acceptés : ${typesInWords(accept)}.` };
  }
  if (found === ole && named.family === "office") return { ok: false, message: sayShut("protected") };
  return {
    ok: false,
    message: `son contenu n’est pas celui d’un fichier .${extension}. Ouvrez-le dans le logiciel d’origine et enregistrez-le de nouveau, en PDF si possible.`,
  };
}

const shutWords: Readonly<Record<Unopened, string>> = {
  protected: "il est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis joignez-le de nouveau.",
  portfolio:
    "c’est un porte-documents : il en contient d’autres, que beaucoup de logiciels ne montrent pas. Joignez un seul PDF qui réunit leurs pages.",
  "dynamic-form":
    "c’est un formulaire que peu de logiciels affichent. Ouvrez-le, imprimez-le « en PDF », puis joignez ce nouveau PDF.",
  cut: "il est incomplet : sa fin manque. Téléchargez-le ou enregistrez-le de nouveau, puis vérifiez qu’il s’ouvre.",
  damaged: "il ne s’ouvre pas : il est vide ou abîmé. Enregistrez-le de nouveau, puis vérifiez qu’il s’ouvre.",
  inflates:
    "il est trop lourd une fois ouvert (plus de 200 Mo, ou trop de pixels). Allégez ses images ou partagez-le en deux.",
};

/** Why a file that does not open is not taken, and what to do: the agent who reads the request must be able to open it. */
export function sayShut(why: Unopened): string {
  return shutWords[why];
}

/** A name safe to keep and to send back: no folder, no control character, not too long, its extension kept. */
export function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = oneLine(last.replaceAll('"', ""));
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? "";
  if (plain === extension) return `document${extension}`;
  if (plain.length <= 150) return plain;
  return cutText(plain, 150 - extension.length) + extension;
}

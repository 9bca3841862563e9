import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { sourceRoot } from "#src/platform/documents/source-root.ts";
import { drawAgain, type ReceivedFile, receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { demoPaper } from "./paper.ts";

/** What a fictional picture shows: drawn, since no real person stands in the demonstration. */
const drawings = {
  bicycle:
    '<g fill="none" stroke="#17212b" stroke-width="14"><circle cx="420" cy="560" r="150"/><circle cx="880" cy="560" r="150"/><path d="M420 560 560 330h220l100 230M560 330l90 230-230 0M650 560 780 330M740 290h90"/></g>',
  tables:
    '<g fill="#e0a526"><rect x="160" y="420" width="300" height="40"/><rect x="500" y="480" width="300" height="40"/><rect x="840" y="420" width="300" height="40"/></g><g fill="#17212b"><circle cx="230" cy="330" r="46"/><circle cx="390" cy="330" r="46"/><circle cx="570" cy="390" r="46"/><circle cx="730" cy="390" r="46"/><circle cx="910" cy="330" r="46"/><circle cx="1070" cy="330" r="46"/></g>',
  van: '<g><rect x="240" y="300" width="620" height="300" rx="20" fill="#e0a526"/><path d="M860 400h150l90 120v80H860z" fill="#0b4a6f"/><g fill="#17212b"><circle cx="420" cy="620" r="70"/><circle cx="920" cy="620" r="70"/></g></g>',
} as const;

export type Drawing = keyof typeof drawings;

/** A picture received, and drawn again, as one sent by its form. */
export async function demoPicture(world: World, drawing: Drawing): Promise<ReceivedFile> {
  const { default: sharp } = await import("sharp");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1300" height="800"><rect width="1300" height="800" fill="#dfe9ee"/><rect y="640" width="1300" height="160" fill="#c9d6c6"/>${drawings[drawing]}</svg>`;
  const png = await sharp(Buffer.from(svg)).png().toBuffer();
  return drawAgain(world, kept(await receiveFile(world, Readable.from([png]), `${drawing}.png`, ["image/jpeg"])));
}

/** The captions of the film, in the words of what it shows: it is silent. */
const CAPTIONS = `WEBVTT

00:00.000 --> 00:04.000
Le premier jet de l’outil, avec ses fautes\u00a0: «\u202fLes stagière relise.\u202f»

00:04.000 --> 00:08.000
À deux, on relit et on corrige.

00:08.000 --> 00:12.000
«\u202fLes stagiaires relisent.\u202f» La vidéo peut paraître.
`;

/** A film of twelve seconds, drawn and encoded for the demonstration, free of rights (CC0), with its captions. */
export async function demoFilm(
  world: World,
): Promise<{ readonly received: ReceivedFile; readonly captions: ReceivedFile }> {
  const film = createReadStream(join(sourceRoot(), "demo/captions.mp4"));
  const words = Readable.from([Buffer.from(CAPTIONS)]);
  return {
    received: kept(await receiveFile(world, film, "relire-des-sous-titres.mp4", ["video/mp4"])),
    captions: kept(await receiveFile(world, words, "relire-des-sous-titres.vtt", ["text/vtt"])),
  };
}

export async function demoDocument(world: World, title: string, lines: readonly string[]): Promise<ReceivedFile> {
  const bytes = Readable.from([demoPaper(title, lines)]);
  return kept(await receiveFile(world, bytes, `${title}.pdf`, ["application/pdf"]));
}

function kept(received: Awaited<ReturnType<typeof receiveFile>>): ReceivedFile {
  if (!received.ok) throw new Error(`the demonstration refuses its own file: ${received.message}`);
  return received;
}

import type { Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { InfectedFile } from "#src/platform/scanning.ts";
import type { World } from "#src/platform/world.ts";
import { sentTheApplication } from "../why.ts";

/** Tells whoever sent a file that it held a virus and is gone, and where to send another. */
export async function tellSenderInfected(world: World, tx: Tx, file: InfectedFile, page: string): Promise<void> {
  const sender = await tx
    .selectFrom("file as f")
    .innerJoin("person as p", "p.id", "f.stored_by")
    .select("p.email")
    .where("f.id", "=", file.id)
    .executeTakeFirst();
  if (sender === undefined) return;
  const paragraphs = [
    `Le fichier « ${file.name} » contient un virus : il a été écarté et n’est lisible par personne.`,
    `Vérifiez votre poste, puis envoyez un fichier sain : ${world.origin}${page}`,
  ];
  await postMail(world, tx, world.clock.now(), {
    to: sender.email,
    subject: "Un fichier a été écarté",
    paragraphs,
    why: sentTheApplication,
  });
}

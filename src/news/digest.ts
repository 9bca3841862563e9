import { type NewsKind, sayApplication, sayNews, whyMailed } from "#src/life/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";

const WHY = "vos réglages regroupent ces nouvelles en un courriel du matin";

/** One mail a person with what came since the last one and is not read yet. Gives how many mails. */
export async function sendDigests(world: World): Promise<number> {
  const people = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("news")
      .select("person_id")
      .distinct()
      .where("way", "=", "morning")
      .where("mailed_at", "is", null)
      .where("read_at", "is", null)
      .orderBy("person_id")
      .execute(),
  );
  let sent = 0;
  for (const { person_id: person } of people) if (await sendDigest(world, person)) sent += 1;
  return sent;
}

/** In one transaction with the mark on each: a stop in between tells nothing twice, and loses nothing. */
function sendDigest(world: World, person: string): Promise<boolean> {
  const at = world.clock.now();
  return inTransaction(world.db, "system", async (tx) => {
    const rows = await tx
      .selectFrom("news as n")
      .innerJoin("person as p", "p.id", "n.person_id")
      .leftJoin("person as a", "a.id", "n.actor")
      .leftJoin("application as f", "f.id", "n.application")
      .leftJoin("organisation as o", "o.id", "f.organisation_id")
      .select([
        "n.id",
        "n.kind",
        "n.excerpt",
        "n.application",
        "f.number",
        "f.title",
        "o.name",
        "p.email",
        "a.name as actor",
      ])
      .where("n.person_id", "=", person)
      .where("n.way", "=", "morning")
      .where("n.mailed_at", "is", null)
      .where("n.read_at", "is", null)
      .orderBy("n.id")
      .forUpdate("n")
      .skipLocked()
      .execute();
    const [first] = rows;
    if (first === undefined) return false;
    const lines = rows.map(({ kind, excerpt, application, number, title, name, actor }) => {
      const file =
        application === null ? "" : ` ${sayApplication({ number, title: title ?? "", organisationName: name ?? "" })}`;
      return `- ${sayNews(kind as NewsKind, actor)}${file}${excerpt === "" ? "" : ` ${excerpt}`}`;
    });
    await postMail(world, tx, at, {
      to: first.email,
      subject: rows.length === 1 ? "Une nouvelle de vos dossiers" : `${rows.length} nouvelles de vos dossiers`,
      paragraphs: [lines.join("\n"), `Les lire : ${world.origin}${urls.today.href()}`],
      why: whyMailed(world, person, WHY),
    });
    await tx
      .updateTable("news")
      .set({ mailed_at: at })
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .execute();
    return true;
  });
}

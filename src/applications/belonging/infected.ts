import { sentTheApplication } from "#src/people/index.ts";
import { record } from "#src/platform/journal.ts";
import { postMail } from "#src/platform/mail.ts";
import type { TellInfected } from "#src/platform/scanning.ts";
import { urls } from "#src/urls.ts";

/** An infected paper shows nothing: it is refused by the service itself, and who gave it gives another. */
export const tellProofInfected: TellInfected = async (world, tx, file) => {
  const at = world.clock.now();
  const rows = await tx
    .selectFrom("belonging_proof as b")
    .leftJoin("person as p", "p.id", "b.person_id")
    .select(["b.id", "b.organisation_id", "p.email"])
    .where("b.file_id", "=", file.id)
    .execute();
  for (const { id, organisation_id: organisation, email } of rows) {
    const reason = "Ce fichier contient un virus : il a été écarté.";
    await tx
      .updateTable("belonging_proof")
      .set({ answered_at: at.toString(), accepted: false, reason })
      .where("id", "=", id)
      .where("answered_at", "is", null)
      .execute();
    await record(tx, {
      chain: `organisation:${organisation}`,
      at,
      actor: null,
      organisation,
      act: "belonging-paper-infected",
      details: { name: file.name, virus: file.virus },
      visibleToApplicant: true,
    });
    if (email === null) continue;
    const page = `${world.origin}${urls.organisationProof.href({ id: organisation })}`;
    const paragraphs = [
      `Le fichier « ${file.name} » contient un virus : il a été écarté et n’est lisible par personne.`,
      `Vérifiez votre poste, puis envoyez un fichier sain : ${page}`,
    ];
    await postMail(world, tx, at, {
      to: email,
      subject: "Une pièce a été écartée",
      paragraphs,
      why: sentTheApplication,
    });
  }
};

import { PassThrough, Readable } from "node:stream";
import { ZipArchive } from "archiver";
import { stringify } from "csv-stringify/sync";
import { hotEvaluation } from "#policy/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import type { World } from "#src/platform/world.ts";
import { dayInParis, formatDay, formatNumber } from "#src/ui/index.ts";
import type { Occasion } from "../../occasions/occasion.ts";
import type { Registration } from "../../registrations/registration.ts";
import type { Course } from "../courses/course.ts";
import { certificateLetter, findCertificate, printedCertificate } from "./certificate.ts";
import { programmeText } from "./programme-text.ts";
import { type AttendanceSheet, attendanceSheet } from "./sheet.ts";

interface Answered {
  readonly moment: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What a folder is made of. */
interface Contents {
  readonly occasion: Occasion;
  readonly course: Course;
  readonly sheet: AttendanceSheet;
  /** Those who were expected. */
  readonly trainees: readonly Registration[];
}

/** What each file proves, first in the folder: whoever opens it looks for evidence, and has an hour. */
const GUIDE = `Ce que contient ce dossier

programme.txt               ce qui était annoncé : objectifs, contenu, durée, conditions
inscriptions.csv            qui était attendu, inscrit quand et par qui, avec un besoin dit ou non
emargement.pdf              qui était là, par demi-journée, signé par le stagiaire et par le formateur
attestations/               l’attestation de chacun, numérotée
evaluations.csv             ce que les stagiaires en ont pensé, à chaud et à froid, sans nom
evaluations-synthese.csv    la moyenne de chaque question
`;

/**
 * All that a session leaves, for an auditor of Qualiopi: what was announced, who was expected, the signed sheet, each
 * certificate, the evaluations without a name, and their summary. Streamed: a session of a hundred is not held in memory.
 */
export function sessionFolder(world: World, contents: Contents): ReadableStream<Uint8Array> {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const out = new PassThrough();
  archive.pipe(out);
  archive.on("error", (error) => out.destroy(error));
  fill(world, archive, contents).catch((error: Error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

async function fill(world: World, archive: ZipArchive, contents: Contents): Promise<void> {
  const { occasion, course, sheet, trainees } = contents;
  const add = (name: string, content: Uint8Array | string) => archive.append(Buffer.from(content), { name });
  add("lisez-moi.txt", GUIDE);
  add("programme.txt", programmeText(course, sheet.halfDays, sheet.where));
  add("inscriptions.csv", expectedCsv(trainees));
  add("emargement.pdf", (await funderPdf(world.config, attendanceSheet, sheet)).pdf);
  for (const { id } of trainees) {
    const certificate = await inTransaction(world.db, "system", (tx) => findCertificate(tx, id));
    if (certificate === null) continue;
    const { pdf } = await funderPdf(world.config, certificateLetter, printedCertificate(world, certificate));
    add(`attestations/${certificate.number}.pdf`, pdf);
  }
  const answered = await readEvaluations(world, occasion.id);
  add("evaluations.csv", evaluationsCsv(answered));
  add("evaluations-synthese.csv", summaryCsv(answered));
  await archive.finalize();
}

/** Who was expected; of a need, whether it was said alone: what it is stays with those who met it. */
function expectedCsv(trainees: readonly Registration[]): string {
  const head = ["nom", "structure", "inscrit le", "par", "besoin d’accessibilité dit"];
  const rows = trainees.map((one) => [
    one.name,
    one.structure,
    formatDay(dayInParis(one.createdAt)),
    one.enteredByName ?? one.name,
    one.accessNeed === "" ? "non" : "oui",
  ]);
  return stringify([head, ...rows], { delimiter: ";", bom: true, escape_formulas: true });
}

async function readEvaluations(world: World, occasionId: string): Promise<readonly Answered[]> {
  const rows = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("evaluation as e")
      .innerJoin("registration as r", "r.id", "e.registration_id")
      .select(["e.moment", "e.answers"])
      .where("r.occasion_id", "=", occasionId)
      .where("e.answers", "is not", null)
      // In no order that would tell who answered.
      .orderBy("e.answers")
      .execute(),
  );
  return rows.map((row) => ({ moment: row.moment, answers: row.answers as Answered["answers"] }));
}

function evaluationsCsv(answered: readonly Answered[]): string {
  const keys = [...new Set(answered.flatMap((one) => Object.keys(one.answers)))];
  const rows = answered.map((one) => [
    one.moment === "hot" ? "à chaud" : "à froid",
    ...keys.map((key) => one.answers[key] ?? ""),
  ]);
  return stringify([["moment", ...keys], ...rows], { delimiter: ";", bom: true, escape_formulas: true });
}

/** The mean of each question that is answered on a scale, with how many answered. */
function summaryCsv(answered: readonly Answered[]): string {
  const hot = answered.filter((one) => one.moment === "hot");
  const rows = hotEvaluation
    .filter((question) => question.control.kind === "choice")
    .map((question) => {
      const values = hot.map((one) => Number(one.answers[question.id])).filter((value) => value > 0);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return [question.label, String(values.length), values.length === 0 ? "" : formatNumber(mean)];
    });
  return stringify([["question", "réponses", "moyenne sur 4"], ...rows], { delimiter: ";", bom: true });
}

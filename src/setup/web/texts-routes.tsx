import { readWrittenDay } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { askProof, notFound, type RequestContext, type Routes, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { funderPdf } from "#src/platform/documents/index.ts";
import { pdfResponse } from "#src/platform/http/download.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import { type DeclaredText, paragraphsOf, unknownFields } from "#src/platform/settings/texts.ts";
import { versionsOf } from "#src/platform/settings/versions.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { lengthOf, oneLine, tooLong } from "#text/index.ts";
import { proposeVersion } from "../decide.ts";
import { maySetUp } from "../may.ts";
import { declaredText, declaredTexts, letterOf } from "../texts/declared.ts";
import { requireSetup } from "./guard.ts";
import { sayDecided } from "./settings-routes.tsx";
import { TextPage, type TextPageProps, TextsPage } from "./texts-page.tsx";

const LONGEST = 4_000;
/** What fields stand for where no file is at hand. */
const example = {
  dossier: "AC-2026-00042",
  projet: "Projet d’exemple",
  organisme: "Organisme d’exemple",
  versement: "(ce que le dispositif demande avant de payer)",
};

/** Words of letters and mails: read, proposed, seen in the real letter before they hold. */
export function textsRoutes(routes: Routes, world: World): void {
  routes.get(urls.textsSetup.pattern, (c) => {
    requireSetup(c, "see");
    const day = today(world.clock).toString();
    const held = world.settings.about("").filter(({ effectiveOn }) => effectiveOn <= day);
    const rows = declaredTexts.map((one) => ({
      text: one,
      since: held.findLast(({ key }) => key === one.key)?.effectiveOn ?? null,
    }));
    return respondPage(
      c,
      world,
      { title: "Courriers et courriels", current: urls.administration.href(), density: "compact" },
      <TextsPage rows={rows} />,
    );
  });
  routes.get(urls.textSetup.pattern, (c) => {
    const visitor = requireSetup(c, "see");
    return answerText(c, world, visitor, declaredText(c.req.param("key")) ?? notFound(), {});
  });
  routes.post(urls.textSetup.pattern, (c) => postText(c, world));
  routes.post(urls.textPreview.pattern, async (c) => {
    requireSetup(c, "see");
    const declared = declaredText(c.req.param("key")) ?? notFound();
    const words = text(await readForm(c), "texte");
    const letter = letterOf(declared.key) ?? notFound();
    const data = (await lastIssued(world, letter.kind)) ?? notFound();
    const paragraphs = paragraphsOf({ [declared.key]: words }, declared, fieldsOf(world));
    const shown = { ...data, [letter.part]: paragraphs } as never;
    return pdfResponse((await funderPdf(world.config, letter.template, shown, { preview: true })).pdf, "apercu.pdf");
  });
}

function fieldsOf({ config: { funder } }: World) {
  return {
    ...example,
    financeur: funder.name,
    lefinanceur: funder.words.the,
    quivote: funder.words.voter.the,
    service: funder.service,
  };
}

/** What the last letter of a kind was made of; null where none was issued. */
async function lastIssued(world: World, kind: string): Promise<Readonly<Record<string, unknown>> | null> {
  const row = await inTransaction(world.db, "system", (tx) =>
    tx
      .selectFrom("document")
      .select("data")
      .where("kind", "=", kind)
      .orderBy("issued_at", "desc")
      .limit(1)
      .executeTakeFirst(),
  );
  return row === undefined ? null : (row.data as Readonly<Record<string, unknown>>);
}

async function answerText(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  declared: DeclaredText,
  more: Pick<TextPageProps, "typed" | "errors"> & { readonly words?: string },
): Promise<Response> {
  const versions = await inTransaction(world.db, "system", (tx) => versionsOf(tx, declared.key, ""));
  const letter = letterOf(declared.key);
  const words = more.words ?? world.config.funder.texts[declared.key] ?? declared.initial.join("\n");
  const page = (
    <TextPage
      text={declared}
      words={words}
      versions={versions}
      visitor={visitor.person.id}
      mayPropose={maySetUp(visitor, "propose")}
      mayConfirm={maySetUp(visitor, "confirm")}
      hasPreview={letter !== null && (await lastIssued(world, letter.kind)) !== null}
      read={letter === null ? paragraphsOf({ [declared.key]: words }, declared, fieldsOf(world)) : []}
      {...more}
    />
  );
  const status = more.errors === undefined ? 200 : 422;
  const breadcrumbs = [{ label: "Courriers et courriels", href: urls.textsSetup.href() }, { label: declared.title }];
  return respondPage(
    c,
    world,
    { title: declared.title, current: urls.administration.href(), breadcrumbs, status },
    page,
  );
}

async function postText(c: RequestContext, world: World): Promise<Response> {
  const visitor = requireSetup(c, "propose");
  const declared = declaredText(c.req.param("key") ?? "") ?? notFound();
  const again = await askProof(c, world);
  if (again !== null) return again;
  const fields = await readForm(c);
  const typed = { from: text(fields, "effet"), reason: oneLine(text(fields, "motif")) };
  const typedWords = text(fields, "texte");
  const words = declared.single === true ? oneLine(typedWords) : typedWords;
  const errors: Record<string, string> = {};
  const [unknown] = unknownFields(words);
  const long = tooLong(typed.reason, 500);
  if (long !== null) errors.motif = long;
  if (words === "") errors.texte = "Ne laissez pas ce texte vide.";
  else if (lengthOf(words) > LONGEST) errors.texte = "4 000 caractères au plus.";
  else if (unknown !== undefined) errors.texte = `Le champ {${unknown}} n’existe pas.`;
  const from = typed.from === "" ? { value: today(world.clock).toString() } : readWrittenDay(typed.from);
  if ("error" in from) errors.effet = from.error;
  if ("error" in from || Object.keys(errors).length > 0) {
    return answerText(c, world, visitor, declared, { words: typedWords, typed, errors });
  }
  const decided = await proposeVersion(world, visitor, {
    key: declared.key,
    subject: "",
    title: `${declared.where}, ${declared.title}`,
    value: words,
    reason: typed.reason,
    effectiveOn: from.value,
    alone: false,
  });
  sayDecided(c, decided, "C’est proposé : une autre personne le confirme.");
  return c.redirect(urls.textSetup.href({ key: declared.key }), 303);
}

import { mayWriteFor } from "#src/life/index.ts";
import { loadOrganisation, memberRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import { streamFile } from "#src/platform/http/upload.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import type { FormError } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Claimed, type Given, givePaper, giveSite, isPaperKind } from "./acts.ts";
import { PROOF_TYPES, ProofPage } from "./proof-page.tsx";
import { domainOf, isSharedMail } from "./shared-mail.ts";
import { belongingOf } from "./store.ts";

/** Where people show that they belong to an organisation. */
export function proofRoutes(routes: Routes, world: World): void {
  routes.get(urls.organisationProof.pattern, async (c) => answerProofPage(c, world, await claimed(c, world)));

  routes.post(urls.organisationProofSite.pattern, async (c) => {
    const given = await claimed(c, world);
    const page = text(await readForm(c), "page");
    const outcome = await giveSite(world, given.visitor, given.organisation, page);
    return afterGiving(c, world, given, outcome, { name: "page", typed: { page, kind: "" } });
  });

  routes.post(urls.organisationProofPaper.pattern, async (c) => {
    const given = await claimed(c, world);
    const fields = new Map<string, string>();
    const received = await streamFile(c, ({ bytes, name }) => receiveFile(world, bytes, name, PROOF_TYPES), fields);
    const kind = fields.get("nature") ?? "";
    const typed = { page: "", kind };
    const errors: FormError[] = [];
    if (!isPaperKind(kind)) errors.push({ name: "nature", message: "Dites quelle pièce c’est." });
    if (received === null) errors.push({ name: "fichier", message: "Choisissez un fichier." });
    else if (!received.ok) errors.push({ name: "fichier", message: `Le fichier n’est pas pris : ${received.message}` });
    if (!isPaperKind(kind) || received?.ok !== true) {
      if (received?.ok === true) await world.files.remove(received.stored.id);
      return answerProofPage(c, world, given, errors, typed);
    }
    const outcome = await givePaper(world, given.visitor, given.organisation, kind, received);
    if (outcome !== "given") await world.files.remove(received.stored.id);
    return afterGiving(c, world, given, outcome, { name: "fichier", typed });
  });

  // What was refused is answered at its own address, and stays in the bar.
  for (const form of [urls.organisationProofSite, urls.organisationProofPaper]) {
    routes.get(form.pattern, async (c) => {
      const { organisation } = await claimed(c, world);
      return c.redirect(urls.organisationProof.href({ id: organisation.id }), 303);
    });
  }
}

interface Claiming {
  readonly visitor: SignedVisitor;
  readonly organisation: Claimed;
}

/** The organisation of the path, for who writes for it: its readers are told no, anyone else finds nothing. */
async function claimed(c: RequestContext, world: World): Promise<Claiming> {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  if (memberRole(visitor, id) === null) notFound();
  const organisation = await loadOrganisation(world.db, id);
  if (organisation === null) notFound();
  if (!mayWriteFor(visitor, id)) forbidden();
  return { visitor, organisation };
}

interface TypedProof {
  readonly page: string;
  readonly kind: string;
}

function afterGiving(
  c: RequestContext,
  world: World,
  given: Claiming,
  outcome: Given,
  { name, typed }: { readonly name: string; readonly typed: TypedProof },
): Response | Promise<Response> {
  if (typeof outcome === "object") return answerProofPage(c, world, given, [{ name, message: outcome.refused }], typed);
  if (outcome === "given")
    setFlash(c, "success", "C’est reçu : un agent le vérifie, un courriel vous dira la réponse.");
  else setFlash(c, "info", "Le service a déjà de quoi vérifier.");
  return c.redirect(urls.organisationProof.href({ id: given.organisation.id }), 303);
}

async function answerProofPage(
  c: RequestContext,
  world: World,
  { visitor, organisation }: Claiming,
  errors: readonly FormError[] = [],
  typed: TypedProof = { page: "", kind: "" },
): Promise<Response> {
  const standing = await inTransaction(world.db, readerOf(visitor), (tx) => belongingOf(tx, organisation.id));
  const { email } = visitor.person;
  const domain = domainOf(email);
  return respondPage(
    c,
    world,
    {
      title: "Montrer que vous agissez pour cet organisme",
      current: urls.organisations.href(),
      breadcrumbs: [
        { label: "Mes organismes", href: urls.organisations.href() },
        { label: organisation.name, href: urls.organisation.href({ id: organisation.id }) },
        { label: "Preuve" },
      ],
      status: errors.length > 0 ? 422 : 200,
    },
    <ProofPage
      organisation={organisation}
      standing={standing}
      email={email}
      domain={isSharedMail(domain) ? null : domain}
      proConnect={world.config.oidc !== null}
      errors={errors}
      typed={typed}
    />,
  );
}

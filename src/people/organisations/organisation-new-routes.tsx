import { Hono } from "hono";
import { readSiren, readSiret, sirenOf } from "#policy/index.ts";
import { today } from "#src/platform/clock.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { type Commune, communeByCode, settleCommune } from "#src/territory/index.ts";
import { communeLabel, communeQueryName, communeSearchButton } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { memberRole, type SignedVisitor } from "../visitor.ts";
import { safeBack } from "../web/back.ts";
import type { Env, RequestContext, Routes } from "../web/env.ts";
import { setFlash } from "../web/flash.ts";
import { notFound, requireSignedIn } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import { type Lookup, lookUpCompany } from "./directory.ts";
import { askToJoin } from "./join-requests.ts";
import type { Establishment } from "./organisation.ts";
import { registerOrganisation } from "./organisation-acts.ts";
import { readPlace, readProfile } from "./organisation-form.ts";
import { fieldsOf } from "./organisation-form.tsx";
import {
  OrganisationDetailsPage,
  type OrganisationDetailsProps,
  OrganisationSiretPage,
  OrganisationTakenPage,
} from "./organisation-new-page.tsx";
import { loadOrganisationBySiren } from "./organisation-store.ts";

const options = { title: "Ajouter un organisme", current: urls.organisations.href() };

/** Two steps at one address: the SIRET, then what the directory did not say. */
export function organisationNewRoutes(world: World): Routes {
  const routes = new Hono<Env>();

  routes.get(urls.newOrganisation.pattern, (c) => {
    requireSignedIn(c);
    const back = safeBack(c.req.query("retour"), world.origin);
    return respondPage(
      c,
      world,
      options,
      <OrganisationSiretPage
        siret={c.req.query("siret") ?? ""}
        back={back}
        said={saidBefore((name) => c.req.query(name) ?? "")}
      />,
    );
  });

  routes.post(urls.newOrganisation.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const fields = await readForm(c);
    const back = safeBack(text(fields, "retour"), world.origin);
    const siret = readSiret(text(fields, "siret"));
    const said = saidBefore((name) => text(fields, name));
    if ("error" in siret) {
      const page = <OrganisationSiretPage siret={text(fields, "siret")} back={back} said={said} error={siret.error} />;
      return respondPage(c, world, { ...options, status: 422 }, page);
    }
    const taken = await answerIfTaken(c, world, visitor, sirenOf(siret.value));
    if (taken !== null) return taken;
    const lookup = await lookUpCompany(world, siret.value);
    if (text(fields, "etape") !== "description") {
      return details(c, world, {
        siret: siret.value,
        back,
        lookup,
        fields: { ...firstFields(lookup), ...said, ...boxOf(said) },
        errors: {},
      });
    }
    return register(c, world, visitor, { siret: siret.value, back, lookup, fields });
  });

  routes.post(urls.organisationJoining.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const siren = readSiren(text(await readForm(c), "siren"));
    const organisation = "value" in siren ? await loadOrganisationBySiren(world.db, siren.value) : null;
    if (organisation === null) notFound();
    await askToJoin(world, visitor, organisation);
    setFlash(c, "success", "Votre demande est partie. Vous recevrez la réponse par courriel.");
    return c.redirect(urls.organisations.href(), 303);
  });

  return routes;
}

interface Described {
  readonly siret: string;
  readonly back: string | null;
  readonly lookup: Lookup;
  readonly fields: FormFields;
}

async function register(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  { siret, back, lookup, fields }: Described,
): Promise<Response> {
  const company = lookup.status === "found" ? lookup.company : null;
  const known = company?.establishments.find((one) => one.siret === siret) ?? null;
  const towns = chosenCommune(fields);
  const read = readProfile(fields, company, today(world.clock));
  const { place, errors: placeErrors } = known === null ? readPlace(towns.fields) : { place: known, errors: {} };
  const errors = { ...(read.ok ? {} : read.errors), ...placeErrors };
  const searching = text(fields, communeSearchButton) !== "";
  if (!read.ok || searching || Object.keys(errors).length > 0) {
    const props = {
      siret,
      back,
      lookup,
      fields: towns.fields,
      errors: searching ? {} : errors,
      matches: towns.matches,
    };
    return details(c, world, props, searching ? 200 : 422);
  }
  const establishment: Establishment = known ?? { siret, name: null, isHead: company === null, isOpen: true, ...place };
  const others = company?.establishments.filter((one) => one.isHead && one.siret !== siret) ?? [];
  const id = await registerOrganisation(world, visitor, read.profile, [establishment, ...others], lookup);
  if (id === null) return (await answerIfTaken(c, world, visitor, sirenOf(siret))) ?? notFound();
  setFlash(c, "success", "L’organisme est ajouté. Vous en êtes responsable.");
  return c.redirect(back ?? urls.organisation.href({ id }), 303);
}

/** Already here: the member goes to its page, anyone else may ask to be let in. */
async function answerIfTaken(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  siren: string,
): Promise<Response | null> {
  const organisation = await loadOrganisationBySiren(world.db, siren);
  if (organisation === null) return null;
  // Read again: a second press on the button comes with what was known before the first.
  const member = await world.db
    .selectFrom("membership")
    .select("role")
    .where("organisation_id", "=", organisation.id)
    .where("person_id", "=", visitor.person.id)
    .executeTakeFirst();
  if (member !== undefined || memberRole(visitor, organisation.id) !== null) {
    setFlash(c, "info", "Vous êtes déjà membre de cet organisme.");
    return c.redirect(urls.organisation.href({ id: organisation.id }), 303);
  }
  const page = <OrganisationTakenPage siren={siren} name={organisation.name} />;
  return respondPage(c, world, { title: "Cet organisme est déjà sur Essaim", status: 409 }, page);
}

/** A commune chosen in the list or typed: one that the text can only be is taken, several are shown. */
function chosenCommune(fields: FormFields): { readonly fields: FormFields; readonly matches?: readonly Commune[] } {
  const box = communeQueryName("commune");
  const typed = fields[box] === undefined ? undefined : text(fields, box);
  const { code, found } = settleCommune(text(fields, "commune"), typed);
  const settled = { ...fields, commune: code };
  return typed === undefined || typed === "" ? { fields: settled } : { fields: settled, matches: found };
}

/** What was said of the organisation before its SIRET: in the simulator, most often. */
function saidBefore(read: (name: string) => string): FormFields {
  const said = ["effectif", "commune"].map((name) => [name, cutText(read(name), 20)] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== ""));
}

/** The commune said before, as its box shows it. */
function boxOf(said: FormFields): FormFields {
  const commune = communeByCode(text(said, "commune"));
  if (commune === null) return {};
  const { code, name, postcodes, departmentName } = commune;
  const label = communeLabel({ code, name, postcodes, department: departmentName ?? undefined });
  return { [communeQueryName("commune")]: label };
}

function firstFields(lookup: Lookup): FormFields {
  if (lookup.status !== "found") return {};
  const { declarationNumber, qualiopi } = lookup.company;
  // The directory's `false` only says that it does not know of a certificate.
  return fieldsOf({
    declarationNumber,
    qualiopi: qualiopi === true ? true : null,
    ...(declarationNumber === null ? {} : { kind: "training-body" }),
  });
}

function details(c: RequestContext, world: World, props: OrganisationDetailsProps, status: 200 | 422 = 200): Response {
  return respondPage(c, world, { ...options, status, scripts: ["commune"] }, <OrganisationDetailsPage {...props} />);
}

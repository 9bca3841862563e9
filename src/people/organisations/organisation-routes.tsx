import { Hono } from "hono";
import { readSiret } from "#policy/index.ts";
import { today } from "#src/platform/clock.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { mayOnOrganisation } from "../may.ts";
import { memberRole } from "../visitor.ts";
import type { Env, RequestContext, Routes } from "../web/env.ts";
import { setFlash } from "../web/flash.ts";
import { allowed, requireSignedIn } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import { lookUpCompany } from "./directory.ts";
import { type Establishment, mainEstablishment } from "./organisation.ts";
import { addEstablishment, changeProfile, takeFromDirectory } from "./organisation-acts.ts";
import { OrganisationEditPage } from "./organisation-edit-page.tsx";
import { readProfile } from "./organisation-form.ts";
import { fieldsOf } from "./organisation-form.tsx";
import { requireOrganisation } from "./organisation-guard.ts";
import { OrganisationPage, type OrganisationPageProps, OrganisationsPage } from "./organisation-page.tsx";

export function organisationRoutes(world: World): Routes {
  const routes = new Hono<Env>();

  routes.get(urls.organisations.pattern, (c) => {
    const { memberships } = requireSignedIn(c);
    const options = { title: "Mes organismes", current: urls.organisations.href() };
    return respondPage(c, world, options, <OrganisationsPage memberships={memberships} />);
  });

  routes.get(urls.organisation.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "see");
    const mayEdit = mayOnOrganisation(visitor, organisation.id, "edit");
    const isMember = memberRole(visitor, organisation.id) !== null;
    return answerOrganisation(c, world, { organisation, isMember, mayEdit });
  });

  routes.get(urls.organisationEdit.pattern, async (c) => {
    const { organisation } = await requireOrganisation(c, world, "edit");
    return respondPage(
      c,
      world,
      { title: "Modifier l’organisme", current: urls.organisations.href() },
      <OrganisationEditPage organisation={organisation} fields={fieldsOf(organisation)} errors={{}} />,
    );
  });

  routes.post(urls.organisationEdit.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "edit");
    const fields = await readForm(c);
    const known = organisation.source === "directory" ? organisation : null;
    const read = readProfile(fields, known, today(world.clock));
    if (!read.ok) {
      return respondPage(
        c,
        world,
        { title: "Modifier l’organisme", status: 422 },
        <OrganisationEditPage organisation={organisation} fields={fields} errors={read.errors} />,
      );
    }
    allowed(await changeProfile(world, visitor, organisation.id, read.profile));
    setFlash(c, "success", "Les informations de l’organisme sont enregistrées.");
    return c.redirect(urls.organisation.href({ id: organisation.id }), 303);
  });

  routes.post(urls.organisationLookup.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "edit");
    const siret = mainEstablishment(organisation)?.siret;
    const lookup = siret === undefined ? { status: "unknown" as const } : await lookUpCompany(world, siret);
    if (lookup.status === "found") {
      allowed(await takeFromDirectory(world, visitor, organisation.id, lookup));
      setFlash(c, "success", "L’identité de l’organisme est vérifiée à l’annuaire public.");
    } else if (lookup.status === "unknown") {
      setFlash(c, "warning", "L’annuaire public ne connaît pas cet organisme. Rien n’a changé.");
    } else {
      setFlash(c, "warning", "L’annuaire public ne répond pas en ce moment. Réessayez plus tard.");
    }
    return c.redirect(urls.organisation.href({ id: organisation.id }), 303);
  });

  routes.post(urls.organisationEstablishments.pattern, async (c) => {
    const { visitor, organisation } = await requireOrganisation(c, world, "edit");
    const typed = text(await readForm(c), "siret");
    const wrong = (message: string) => {
      const errors = [{ name: "siret", message }];
      return answerOrganisation(c, world, { organisation, isMember: true, mayEdit: true, siret: typed, errors }, 422);
    };
    const read = readSiret(typed);
    if ("error" in read) return wrong(read.error);
    const found = await establishmentInDirectory(world, read.value);
    const establishment = found ?? bareEstablishment(read.value);
    const added = allowed(await addEstablishment(world, visitor, organisation.id, establishment));
    if (added === "foreign") {
      return wrong("Ce SIRET est celui d’un autre organisme : ses neuf premiers chiffres diffèrent.");
    }
    if (found === null) setFlash(c, "warning", "Lieu ajouté, mais l’annuaire public ne l’a pas confirmé.");
    else setFlash(c, "success", "Lieu ajouté.");
    return c.redirect(urls.organisation.href({ id: organisation.id }), 303);
  });

  // What was refused is answered at this address, and stays in the bar.
  routes.get(urls.organisationEstablishments.pattern, async (c) => {
    const { organisation } = await requireOrganisation(c, world, "see");
    return c.redirect(urls.organisation.href({ id: organisation.id }), 303);
  });

  return routes;
}

function answerOrganisation(
  c: RequestContext,
  world: World,
  props: OrganisationPageProps,
  status: 200 | 422 = 200,
): Response {
  const { name } = props.organisation;
  const options = { title: name, current: urls.organisations.href(), status };
  return respondPage(c, world, options, <OrganisationPage {...props} />);
}

async function establishmentInDirectory(world: World, siret: string): Promise<Establishment | null> {
  const lookup = await lookUpCompany(world, siret);
  if (lookup.status !== "found") return null;
  return lookup.company.establishments.find((one) => one.siret === siret) ?? null;
}

function bareEstablishment(siret: string): Establishment {
  return { siret, name: null, address: null, postcode: null, commune: null, isHead: false, isOpen: true };
}

import { loadOrganisation, memberRole, readerOf } from "#src/people/index.ts";
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
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { crumbs } from "../web/crumbs.ts";
import { declareLabel } from "./acts.ts";
import { labelForm } from "./forms.ts";
import { LabelPage } from "./label-page.tsx";
import { mayOnReferral } from "./may.ts";
import type { Label } from "./referral.ts";
import { loadLabel } from "./store.ts";

export function labelling(routes: Routes, world: World): void {
  routes.get(urls.sustainabilityLabel.pattern, async (c) => {
    const { visitor, organisation } = await forLabel(c, world);
    const label = await inTransaction(world.db, readerOf(visitor), (tx) => loadLabel(tx, organisation.id));
    const raw =
      label === null ? {} : { level: String(label.level), obtainedOn: label.obtainedOn, endsOn: label.endsOn };
    return answerLabel(c, world, { organisation, label, raw, errors: new Map() });
  });
  routes.post(urls.sustainabilityLabel.pattern, async (c) => {
    const { visitor, organisation } = await forLabel(c, world);
    const fields = await readForm(c);
    const back = urls.sustainability.href();
    if (text(fields, "retirer") === "oui") {
      await declareLabel(world, visitor, organisation.id, null);
      setFlash(c, "success", "La déclaration est retirée.");
      return c.redirect(back, 303);
    }
    const { answers, errors } = readPlainForm(labelForm, fields);
    const all = new Map(errors);
    const { level, obtainedOn, endsOn } = answers;
    if (all.size === 0 && (endsOn ?? "") <= (obtainedOn ?? ""))
      all.set("endsOn", "Cette date doit suivre celle de l’obtention.");
    if (all.size > 0 || level == null || obtainedOn == null || endsOn == null) {
      return answerLabel(c, world, { organisation, label: null, raw: fields, errors: all });
    }
    await declareLabel(world, visitor, organisation.id, { level: Number(level) as Label["level"], obtainedOn, endsOn });
    setFlash(c, "success", "Le label est déclaré.");
    return c.redirect(back, 303);
  });
}

async function forLabel(c: RequestContext, world: World) {
  const visitor = requireSignedIn(c);
  const id = idParam(c, "id");
  if (memberRole(visitor, id) === null) notFound();
  if (!mayOnReferral(visitor, id, "declare-label")) forbidden();
  const organisation = (await loadOrganisation(world.db, id)) ?? notFound();
  return { visitor, organisation };
}

function answerLabel(c: RequestContext, world: World, props: Parameters<typeof LabelPage>[0]): Response {
  return respondPage(
    c,
    world,
    {
      title: "Le label E3D",
      current: urls.community.href(),
      breadcrumbs: crumbs("Label E3D", urls.sustainability.href()),
      status: props.errors.size > 0 ? 422 : 200,
    },
    <LabelPage {...props} />,
  );
}

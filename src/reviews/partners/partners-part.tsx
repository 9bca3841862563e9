import type { Consortium } from "#policy/index.ts";
import { PartsToReview } from "#src/applications/web/index.ts";
import { listPartners, partnersHere } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { known } from "#src/platform/database/read.ts";
import type { World } from "#src/platform/world.ts";
import type { ReviewedPartLoader } from "../file/file-loading.tsx";
import type { ReviewedPart, ReviewedView } from "../file/file-view.tsx";

/** Who takes part in a common project, in the page of its file: what each confirmed, when, by whom. */
export const partnersPart: ReviewedPartLoader = (world, tx, view) => {
  const { consortium } = view.scheme;
  return known(consortium === undefined ? { sections: [], actions: [] } : partOf(world, tx, view, consortium));
};

async function partOf(world: World, tx: Tx, view: ReviewedView, consortium: Consortium): Promise<ReviewedPart> {
  const { application, revision } = view.file;
  const partners = await listPartners(tx, application.id);
  const parts = partnersHere(consortium, revision.raw, partners, world.clock.now());
  if (parts.length < 2) return { sections: [], actions: [] };
  return {
    sections: [
      {
        id: "partenaires",
        title: "Partenaires",
        body: (
          <PartsToReview parts={parts} leadName={application.organisationName} declarations={consortium.confirms} />
        ),
      },
    ],
    actions: [],
  };
}

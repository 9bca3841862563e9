import { PartsToReview } from "#src/applications/web/index.ts";
import { listPartners, partnersHere } from "#src/life/index.ts";
import type { FilePartLoader } from "../file/file-loading.tsx";

/** Who takes part in a common project, in the page of its file: what each confirmed, when, by whom. */
export const partnersPart: FilePartLoader = async (world, tx, view) => {
  const { consortium } = view.scheme;
  const { application, revision } = view.file;
  if (consortium === undefined) return { sections: [], actions: [] };
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
};

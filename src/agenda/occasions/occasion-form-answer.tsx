import { type RequestContext, respondPage } from "#src/people/web/index.ts";
import { text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import type { Occasion } from "./occasion.ts";
import { OccasionFormPage, type OccasionFormPageProps } from "./occasion-form-page.tsx";

/** What one form of an occasion has of its own; all follow from the occasion that is changed, where there is one. */
interface OccasionForm extends Omit<OccasionFormPageProps, "version" | "isAnnounced"> {
  readonly occasion?: Occasion;
  /** The tab of the service that it stands under. */
  readonly current: string;
  /** Of the window, where it is not that of the page. */
  readonly windowTitle?: string;
}

/** The page that writes an occasion, new or kept; refused while a field has an error. */
export function answerOccasionForm(c: RequestContext, world: World, form: OccasionForm): Response {
  const { occasion, current, windowTitle = form.title, ...props } = form;
  const page = (
    <OccasionFormPage
      {...props}
      version={occasion === undefined ? null : Number(text(form.typed, "version")) || occasion.version}
      isAnnounced={occasion?.state === "published" || occasion?.state === "postponed"}
    />
  );
  const status = Object.keys(form.errors).length === 0 ? 200 : 422;
  return respondPage(c, world, { title: windowTitle, current, status }, page);
}

import type { JSX } from "preact";
import type { Amendment } from "#src/life/index.ts";
import { ActFields, errorOf, idIn, type ReviewedView, typedIn } from "#src/reviews/web/index.ts";
import { Button, DayField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { CopyField } from "./signature-fields.tsx";

export const AMENDMENT_SIGNATURE_FORM = "avenant-signe";

/** Joins the amendment once both have signed it: it takes effect on that day. */
export function SignAmendmentForm(props: { readonly view: ReviewedView; readonly amendment: Amendment }): JSX.Element {
  const { view, amendment } = props;
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      enctype="multipart/form-data"
      action={urls.reviewAmendmentSignature.href({ id: view.file.application.id })}
    >
      <h3 class="es-card-title">Joindre l’avenant signé</h3>
      <p>{`L’avenant ${amendment.number} est parti au bénéficiaire. Il prend effet le jour de la dernière signature.`}</p>
      <ActFields view={view} />
      <DayField
        name="date"
        id={idIn(AMENDMENT_SIGNATURE_FORM, "date")}
        label="Date de la dernière signature"
        value={typedIn(view, AMENDMENT_SIGNATURE_FORM, "date")}
        error={errorOf(view, AMENDMENT_SIGNATURE_FORM, "date")}
      />
      <CopyField
        form={AMENDMENT_SIGNATURE_FORM}
        label="Avenant signé par les deux parties"
        required
        error={errorOf(view, AMENDMENT_SIGNATURE_FORM, "exemplaire")}
      />
      <Button icon="upload">Joindre l’avenant signé</Button>
    </form>
  );
}

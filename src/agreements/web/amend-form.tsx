import type { JSX } from "preact";
import { ActFields, errorOf, idIn, type ReviewedView, typedIn } from "#src/reviews/web/index.ts";
import { Button, DayField, formatDay, LongTextField, Money, MoneyField, TextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Agreement, isOpen } from "../agreement.ts";
import type { Amendment } from "../amend.ts";

export const AMENDMENT_FORM = "avenant";

/** Lowers the aid of a signed agreement: what it completes was taken back. */
export function AmendForm(props: { readonly view: ReviewedView; readonly agreement: Agreement }): JSX.Element {
  const { view, agreement } = props;
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      action={urls.reviewAmendment.href({ id: view.file.application.id })}
    >
      <h3 class="es-card-title">Établir l’avenant</h3>
      <p>
        L’autre financeur a retiré son aide. La convention promet <Money cents={agreement.aid} />
        {"\u00a0: dites ce qui en reste, tel que l’assemblée l’a voté."}
      </p>
      <ActFields view={view} />
      <MoneyField
        name="aide"
        id={idIn(AMENDMENT_FORM, "aide")}
        label="Aide après l’avenant"
        hint="0 s’il n’en reste pas"
        value={typedIn(view, AMENDMENT_FORM, "aide", "0")}
        error={errorOf(view, AMENDMENT_FORM, "aide")}
      />
      <LongTextField
        name="raison"
        id={idIn(AMENDMENT_FORM, "raison")}
        label="Pourquoi une aide reste due, s’il en reste une"
        rows={2}
        required={false}
        unmarked
        value={typedIn(view, AMENDMENT_FORM, "raison")}
        error={errorOf(view, AMENDMENT_FORM, "raison")}
      />
      <TextField
        name="deliberation"
        id={idIn(AMENDMENT_FORM, "deliberation")}
        label="Numéro de la délibération"
        width="m"
        maxLength={60}
        value={typedIn(view, AMENDMENT_FORM, "deliberation")}
        error={errorOf(view, AMENDMENT_FORM, "deliberation")}
      />
      <DayField
        name="date"
        id={idIn(AMENDMENT_FORM, "date")}
        label="Date du vote"
        value={typedIn(view, AMENDMENT_FORM, "date")}
        error={errorOf(view, AMENDMENT_FORM, "date")}
      />
      <Button icon="file">Établir l’avenant</Button>
    </form>
  );
}

/** What the amendment says, and its copy signed by both. */
export function AmendmentNote(props: {
  readonly view: ReviewedView;
  readonly agreement: Agreement | null;
  readonly amendment: Amendment;
}): JSX.Element {
  const { view, amendment } = props;
  const { amendmentCopy: copy = null, amendmentSignedOn = null } = props.agreement ?? {};
  const { id } = view.file.application;
  return (
    <p>
      {`Avenant ${amendment.number} du ${formatDay(amendment.decidedOn)}\u00a0: l’aide est ramenée à `}
      <Money cents={amendment.aid} />
      {copy === null || amendmentSignedOn === null ? (
        ". Il reste à signer."
      ) : (
        <>
          {`. Signé le ${formatDay(amendmentSignedOn)}\u00a0: `}
          {isOpen(copy) ? <a href={urls.reviewAmendmentSignature.href({ id })}>{copy.name}</a> : copy.name}
          {copy.scan === "pending" && " (analyse antivirus en cours)"}
          {copy.scan === "infected" && " (écarté par l’antivirus\u00a0: joignez-en un autre)"}
        </>
      )}
    </p>
  );
}

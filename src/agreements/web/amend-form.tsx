import type { JSX } from "preact";
import type { Amendment, SignedFile } from "#src/life/index.ts";
import { ActFields, errorOf, idIn, type ReviewedView, typedIn } from "#src/reviews/web/index.ts";
import {
  Button,
  DayField,
  formatDay,
  formatMoneyExact,
  LongTextField,
  Money,
  MoneyField,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { isOpen } from "../agreement.ts";
import type { ToAmend } from "../amend.ts";

export const AMENDMENT_FORM = "avenant";

/** Lowers the aid of a signed agreement: what it completes was taken back, or lowered. */
export function AmendForm(props: { readonly view: ReviewedView; readonly due: ToAmend }): JSX.Element {
  const { view, due } = props;
  const { most, cause } = due;
  return (
    <form
      class="es-form es-card es-card-tinted"
      method="post"
      action={urls.reviewAmendment.href({ id: view.file.application.id })}
    >
      <h3 class="es-card-title">Établir l’avenant</h3>
      <p>
        {most === null ? (
          "L’autre financeur a retiré son aide. "
        ) : (
          <>
            L’autre financeur ne retient plus que <Money cents={cause.retained ?? 0} />
            {"\u00a0: les règles permettent "}
            <Money cents={most} />
            {". "}
          </>
        )}
        L’aide en vigueur est de <Money cents={due.agreed} />
        {"\u00a0: dites ce qui en reste, tel que l’assemblée l’a voté."}
      </p>
      {due.broken.length > 0 && (
        <p>{`Avec ce total, une condition n’est plus remplie\u00a0: ${due.broken.join(", ")}.`}</p>
      )}
      <ActFields view={view} />
      <MoneyField
        name="aide"
        id={idIn(AMENDMENT_FORM, "aide")}
        label="Aide après l’avenant"
        hint="0 s’il n’en reste pas"
        value={typedIn(view, AMENDMENT_FORM, "aide", amountTyped(most ?? 0))}
        error={errorOf(view, AMENDMENT_FORM, "aide")}
      />
      <LongTextField
        name="raison"
        id={idIn(AMENDMENT_FORM, "raison")}
        label={
          most === null
            ? "Pourquoi une aide reste due, s’il en reste une"
            : "Pourquoi, si l’aide est moindre que ce que les règles permettent"
        }
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

/** An amount as one types it. */
function amountTyped(cents: number): string {
  return formatMoneyExact(cents).replace(/[^\d,]/g, "");
}

/** What an amendment says, the beneficiary's copy, and the one signed by both. */
export function AmendmentNote(props: { readonly view: ReviewedView; readonly amendment: Amendment }): JSX.Element {
  const { view, amendment } = props;
  const { signedCopy: copy, signedOn, sentCopy, sentOn } = amendment;
  const { id } = view.file.application;
  return (
    <p>
      {`Avenant ${amendment.number} du ${formatDay(amendment.decidedOn)}\u00a0: l’aide est ramenée de `}
      <Money cents={amendment.before} />
      {" à "}
      <Money cents={amendment.aid} />
      {signedOn === null && sentOn === null && ". Il reste à signer."}
      {signedOn === null && sentCopy !== null && sentOn !== null && (
        <>
          {`. Signé par le bénéficiaire le ${formatDay(sentOn)}\u00a0: `}
          <Copy href={urls.reviewAmendmentSignature.href({ id }, { avenant: amendment.number })} copy={sentCopy} />
        </>
      )}
      {signedOn !== null && copy !== null && (
        <>
          {`. Signé le ${formatDay(signedOn)}\u00a0: `}
          <Copy href={urls.reviewAmendmentSignature.href({ id }, { avenant: amendment.number })} copy={copy} />
        </>
      )}
    </p>
  );
}

function Copy({ href, copy }: { readonly href: string; readonly copy: SignedFile }): JSX.Element {
  return (
    <>
      {isOpen(copy) ? <a href={href}>{copy.name}</a> : copy.name}
      {copy.scan === "pending" && " (analyse antivirus en cours)"}
      {copy.scan === "infected" && " (écarté par l’antivirus\u00a0: joignez-en un autre)"}
    </>
  );
}

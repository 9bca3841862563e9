import type { JSX } from "preact";
import { LARGEST_FILE } from "#src/platform/receiving/index.ts";
import { DayField, FileField, TextField } from "#src/ui/index.ts";

export interface SignatureFieldsProps {
  /** Prefix of the ids: several forms may stand on one page. */
  readonly form: string;
  readonly typed: (name: string) => string;
  readonly error: (name: string) => string | undefined;
  readonly fileLabel: string;
  readonly fileRequired: boolean;
}

/** Date, signatory and copy: the same three for both sides. The file comes last, so that the rest is read before it. */
export function SignatureFields(props: SignatureFieldsProps): JSX.Element {
  const { form, typed, error } = props;
  return (
    <>
      <DayField
        name="date"
        id={`${form}-date`}
        label="Date de la signature"
        value={typed("date")}
        error={error("date")}
      />
      <TextField
        name="signataire"
        id={`${form}-signataire`}
        label="Nom et qualité du signataire"
        hint="Par exemple : Camille Exemple, présidente"
        maxLength={200}
        value={typed("signataire")}
        error={error("signataire")}
      />
      <CopyField form={form} label={props.fileLabel} required={props.fileRequired} error={error("exemplaire")} />
    </>
  );
}

/** The signed copy itself. */
export function CopyField(props: {
  readonly form: string;
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
}): JSX.Element {
  return (
    <FileField
      name="exemplaire"
      id={`${props.form}-exemplaire`}
      label={props.label}
      hint={"PDF ou image (JPEG, PNG, WebP), 20\u00a0Mo au plus."}
      accept=".pdf,.jpg,.jpeg,.png,.webp"
      maxSize={LARGEST_FILE}
      required={props.required}
      error={props.error}
    />
  );
}

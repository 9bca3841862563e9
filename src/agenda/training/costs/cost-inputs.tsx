import type { JSX } from "preact";
import { type CostBase, costBases } from "#policy/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import { MoneyField, type StateLook } from "#src/ui/index.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import type { CostState } from "./cost-store.ts";
import { costFields } from "./costs.ts";

export const bases = Object.keys(costBases) as CostBase[];

export const costStates: Readonly<Record<CostState, StateLook>> = {
  filed: { tone: "info", icon: "send", label: "Déposée" },
  checked: { tone: "honey", icon: "scale", label: "Vérifiée, à décider" },
  decided: { tone: "success", icon: "check", label: "Décidée" },
};

export function CostInputs(props: {
  readonly prefix: string;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
}): JSX.Element {
  const field = (name: string) => ({
    name: `${props.prefix}${name}`,
    value: String(props.typed[`${props.prefix}${name}`] ?? ""),
    error: props.errors[`${props.prefix}${name}`],
    required: false,
    unmarked: true,
  });
  return (
    <div class="es-row">
      {bases.map((base) => (
        <MoneyField key={base} {...field(costFields[base])} label={costBases[base]} />
      ))}
      <MoneyField {...field("opco")} label="Déjà payé par l’OPCO ou un autre" />
    </div>
  );
}

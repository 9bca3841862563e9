import type { JSX } from "preact";
import { day, frameworkOn } from "#policy/index.ts";
import { formatDay, type SummaryItem, SummaryList } from "#src/ui/index.ts";
import type { Passed } from "./referral.ts";

/** Word for word what the E3D service receives: the organisation reads the same thing. */
export function PassedSummary(props: {
  readonly need: string | null;
  readonly passed: Passed | null;
  readonly on: string;
}): JSX.Element {
  const { need, passed } = props;
  if (passed === null) return <p>L’accord est retiré : ce qui avait été transmis est effacé.</p>;
  const { contact, levels, label } = passed;
  const items: SummaryItem[] = [
    { label: "Besoin", value: <span class="es-lines">{need ?? ""}</span> },
    {
      label: "Personne à joindre",
      value: [contact.name, contact.email, contact.phone].filter((one) => one !== "").join(", "),
    },
  ];
  const instrument = frameworkOn(day(props.on)).instruments.find((one) => one.id === "sustainability");
  if (levels !== undefined && instrument !== undefined) {
    const said = instrument.dimensions.flatMap(({ id, name }) => {
      const level = levels[id];
      return level === null || level === undefined ? [] : [`${name} : ${instrument.levels[level - 1]?.toLowerCase()}`];
    });
    items.push({ label: "Auto-évaluation", value: said.join(" ; ") });
  }
  if (label !== undefined) {
    items.push({ label: "Label E3D déclaré", value: `Niveau ${label.level}, jusqu’au ${formatDay(label.endsOn)}` });
  }
  return <SummaryList items={items} />;
}

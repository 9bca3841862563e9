import type { JSX } from "preact";
import type { Section } from "#policy/index.ts";
import type { Reading } from "#src/life/index.ts";
import { ProjectCalendar, ProjectCash } from "#src/life/web/index.ts";
import { LiveRegion } from "#src/ui/index.ts";

/** What a section's answers draw: the calendar under its phases, the plan of cash under what it is drawn with. */
export function SectionPicture(props: { readonly reading: Reading; readonly section: Section }): JSX.Element | null {
  const { reading, section } = props;
  const { pictured } = reading.scheme;
  const asks = (path: readonly string[]) => section.items.some((item) => item.path.join(".") === path.join("."));
  if (pictured === undefined) return null;
  if (asks(pictured.calendarOf)) return <ProjectCalendar of={reading} />;
  return pictured.cashOf !== undefined && asks(pictured.cashOf) ? <ProjectCash of={reading} /> : null;
}

/** The same in the form: drawn anew as answers are kept. */
export function LivePicture(props: { readonly reading: Reading; readonly section: Section }): JSX.Element {
  return (
    <LiveRegion id="dessin">
      <SectionPicture {...props} />
    </LiveRegion>
  );
}

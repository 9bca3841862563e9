import type { JSX } from "preact";
import type { SettingVersion } from "#src/platform/settings/versions.ts";
import { type Content, DataTable, EmptyState, formatDateTime, formatDay, Section } from "#src/ui/index.ts";
import { versionState } from "./version-state.ts";

/** Every version of something set by two people: what each said, from when, by whom, and what became of it. */
export function VersionsTable(props: {
  readonly versions: readonly SettingVersion[];
  readonly caption?: string;
  /** What one version says, and the word for it. */
  readonly header: string;
  readonly cell: (one: SettingVersion) => Content;
  /** Shown where each gives a reason. */
  readonly hasReasons?: boolean;
  readonly none?: string;
}): JSX.Element {
  return (
    <Section title="Versions">
      <DataTable
        caption={props.caption ?? "Versions"}
        captionHidden
        rows={props.versions}
        rowKey={({ id }) => id}
        empty={<EmptyState level={3} title={props.none ?? "Aucune version encore"} />}
        columns={[
          { key: "value", header: props.header, rowHeader: true, cell: props.cell },
          { key: "from", header: "À partir du", cell: (one: SettingVersion) => formatDay(one.effectiveOn) },
          {
            key: "by",
            header: "Proposée",
            cell: (one: SettingVersion) => `${one.proposedByName ?? "Un agent"}, ${formatDateTime(one.proposedAt)}`,
          },
          { key: "state", header: "Suite", cell: versionState },
          ...(props.hasReasons === true
            ? [{ key: "why", header: "Motif", cell: (one: SettingVersion) => one.refusal || one.reason }]
            : []),
        ]}
      />
    </Section>
  );
}

import type { JSX } from "preact";
import { AdministrationTabs } from "#src/people/web/index.ts";
import type { DeclaredSetting, SettingGroup } from "#src/platform/settings/setting.ts";
import type { SettingVersion } from "#src/platform/settings/versions.ts";
import { DataTable, formatDay, Notice, PageHeader, pluralOf, Section, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { saidOf } from "../settings/typed.ts";
import { ProposalList } from "./proposals.tsx";

/** A setting as it stands today. */
export interface SettingRow {
  readonly setting: DeclaredSetting;
  readonly value: unknown;
  /** The day from which the confirmed value holds; null where nobody confirmed one. */
  readonly since: string | null;
  /** A proposal waits for its second person. */
  readonly isProposed: boolean;
}

export interface SettingsPageProps {
  readonly groups: readonly { readonly group: SettingGroup; readonly rows: readonly SettingRow[] }[];
  readonly proposals: readonly SettingVersion[];
  readonly visitor: string;
  readonly mayConfirm: boolean;
}

export function SettingsPage(props: SettingsPageProps): JSX.Element {
  const left = props.groups.flatMap(({ rows }) => rows).filter(({ since }) => since === null).length;
  return (
    <>
      <PageHeader
        title="Réglages"
        lead="Ce que le service dit du financeur, ses délais et son calendrier. Une personne propose, une autre confirme ; chaque version reste datée."
      />
      <AdministrationTabs current="settings" />
      <ProposalList proposals={props.proposals} visitor={props.visitor} mayConfirm={props.mayConfirm} />
      {left > 0 && (
        <Notice tone="warning" title={`${left} ${pluralOf(left, "réglage reste", "réglages restent")} à confirmer`}>
          Leur valeur vient de la démonstration ou d’une proposition : rien ne dit encore qu’elle est la bonne.
        </Notice>
      )}
      {props.groups.map(({ group, rows }) => (
        <Section key={group.id} id={group.id} title={group.title} intro={group.intro}>
          <div class="es-settings">
            <DataTable
              caption={group.title}
              captionHidden
              rows={rows}
              rowKey={({ setting }) => setting.key}
              columns={[
                {
                  key: "title",
                  header: "Réglage",
                  rowHeader: true,
                  cell: ({ setting }) => <a href={urls.setting.href({ key: setting.key })}>{setting.title}</a>,
                },
                {
                  key: "value",
                  header: "Valeur",
                  cell: ({ setting, value }) => saidOf(setting.kind, value) || <span class="es-none">Aucune</span>,
                },
                { key: "state", header: "État", cell: (row) => <SettingState row={row} /> },
              ]}
            />
          </div>
        </Section>
      ))}
    </>
  );
}

export function SettingState(props: { readonly row: SettingRow }): JSX.Element {
  const { since, isProposed, setting } = props.row;
  const known =
    since !== null ? (
      <StateTag tone="success" icon="check" label={`Depuis le ${formatDay(since)}`} quiet />
    ) : (
      <StateTag tone="honey" icon="question" label={setting.origin === "proposal" ? "Proposition" : "Démonstration"} />
    );
  return (
    <>
      {known}
      {isProposed && <StateTag tone="info" icon="clock" label="À confirmer" />}
    </>
  );
}

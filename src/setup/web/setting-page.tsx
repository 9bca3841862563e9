import type { JSX } from "preact";
import type { DeclaredSetting } from "#src/platform/settings/setting.ts";
import type { SettingVersion } from "#src/platform/settings/versions.ts";
import {
  Button,
  ChoiceField,
  ErrorSummary,
  FileField,
  Form,
  formatDay,
  LongTextField,
  Notice,
  PageHeader,
  Section,
  SummaryList,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { saidOf, typedOf } from "../settings/typed.ts";
import { ProposalCard } from "./proposals.tsx";
import { type SettingRow, SettingState } from "./settings-page.tsx";
import { VersionsTable } from "./versions-table.tsx";
import { WhenAndWhy } from "./when-and-why.tsx";

export interface SettingPageProps {
  readonly row: SettingRow;
  readonly versions: readonly SettingVersion[];
  readonly visitor: string;
  readonly mayPropose: boolean;
  readonly mayConfirm: boolean;
  readonly typed?: { readonly value: string; readonly from: string; readonly reason: string };
  readonly errors?: Readonly<Record<string, string>>;
}

export function SettingPage(props: SettingPageProps): JSX.Element {
  const { row, versions, errors = {} } = props;
  const { setting, value, since } = row;
  const open = versions.find(({ state }) => state === "proposed");
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader title={setting.title} lead={setting.hint} meta={<SettingState row={row} />} />
      <SummaryList
        items={[
          { label: "Valeur en vigueur", value: saidOf(setting.kind, value) },
          {
            label: "D’où elle vient",
            value:
              since !== null
                ? `Confirmée, en vigueur depuis le ${formatDay(since)}`
                : setting.origin === "proposal"
                  ? "Une proposition que personne n’a confirmée"
                  : "La démonstration : elle est inventée",
          },
        ]}
      />
      {open !== undefined && (
        <ProposalCard level={2} proposal={open} visitor={props.visitor} mayConfirm={props.mayConfirm} />
      )}
      {props.mayPropose && open === undefined && <ProposeForm {...props} />}
      <VersionsTable
        versions={versions}
        header="Valeur"
        cell={(one) => saidOf(setting.kind, one.value) || "Aucune"}
        hasReasons
      />
    </>
  );
}

function ProposeForm(props: SettingPageProps): JSX.Element {
  const { setting, value } = props.row;
  const { typed, errors = {} } = props;
  const isAlone = setting.alone === true;
  return (
    <Section
      title={props.row.since === null ? "Confirmer ou changer cette valeur" : "Changer cette valeur"}
      intro={isAlone ? "Ce réglage ne lie personne : il vaut dès que vous l’enregistrez." : undefined}
    >
      <Form action={urls.setting.href({ key: setting.key })} multipart={setting.kind.kind === "image"}>
        <ValueField setting={setting} typed={typed?.value ?? typedOf(setting.kind, value)} error={errors.valeur} />
        <WhenAndWhy empty="dès la confirmation" typed={typed} errors={errors} />
        {!isAlone && <Notice tone="info">Une autre personne que vous le confirme : rien ne change avant.</Notice>}
        <Button>{isAlone ? "Enregistrer" : "Proposer"}</Button>
      </Form>
    </Section>
  );
}

function ValueField(props: {
  readonly setting: DeclaredSetting;
  readonly typed: string;
  readonly error: string | undefined;
}): JSX.Element {
  const { kind } = props.setting;
  const field = { name: "valeur", label: "Nouvelle valeur", value: props.typed, error: props.error };
  switch (kind.kind) {
    case "yes-no":
      return <ChoiceField {...field} as="radios" options={yesNo} />;
    case "day-list":
    case "text":
      return <LongTextField {...field} required={false} rows={6} />;
    case "image":
      return (
        <FileField
          name="valeur"
          label="Nouvelle image"
          hint="PNG ou SVG, 300 Ko au plus."
          accept="image/png,image/svg+xml"
          maxSize={300 * 1024}
          error={props.error}
        />
      );
    case "days":
      return <TextField {...field} width="xs" inputMode="numeric" suffix="jours" />;
    default:
      return <TextField {...field} required={props.setting.initial !== null} />;
  }
}

const yesNo = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

import type { JSX } from "preact";
import type { OpenScheme } from "#policy/index.ts";
import { AdministrationTabs } from "#src/people/web/index.ts";
import type { SettingVersion } from "#src/platform/settings/versions.ts";
import { appliedTo, readingKey, subjectOf } from "#src/schemes/index.ts";
import {
  Button,
  ChoiceField,
  type Column,
  DataTable,
  DayField,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  formatMoney,
  LongTextField,
  Money,
  Notice,
  PageHeader,
  plural,
  Section,
  StateTag,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { ApplicationEffect, ReadingOnApplication } from "../doctrine/effects.ts";
import { ProposalCard } from "./proposals.tsx";
import { VersionsTable } from "./versions-table.tsx";

type DeclaredDoubt = OpenScheme["doubts"][number];

export const readingWords = { default: "Lecture d’ordinaire", alternative: "Autre lecture" } as const;

/** Every doubt of the text that has two readings, scheme by scheme. */
export function DoctrinePage(props: {
  readonly schemes: readonly OpenScheme[];
  /** The version of the text that they are of. */
  readonly framework: string;
  /** What is confirmed from a later day. */
  readonly coming: readonly SettingVersion[];
}): JSX.Element {
  const comingOf = (scheme: string, doubt: string) =>
    props.coming.find(
      ({ key, subject }) => key === readingKey(doubt) && subject === subjectOf(props.framework, scheme),
    );
  return (
    <>
      <PageHeader
        title="Doctrine"
        lead="Un doute du texte est tranché pour tous, à partir d’un jour : deux demandeurs dans le même cas sont traités de même."
      />
      <AdministrationTabs current="doctrine" />
      {props.schemes.map((scheme) => (
        <Section key={scheme.slug} title={scheme.name}>
          <DataTable
            caption={`Doutes de lecture, ${scheme.name}`}
            captionHidden
            rows={scheme.doubts.filter(({ alternative }) => alternative !== undefined)}
            rowKey={({ id }) => id}
            empty={<EmptyState level={3} title="Aucun doute à deux lectures" />}
            columns={[
              {
                key: "question",
                header: "Doute",
                rowHeader: true,
                cell: ({ id, question }) => (
                  <a href={urls.doctrineOf.href({ scheme: scheme.slug, doubt: id })}>
                    {question} ({id})
                  </a>
                ),
              },
              {
                key: "state",
                header: "Doctrine",
                cell: ({ id }) => <DoctrineState scheme={scheme} doubt={id} coming={comingOf(scheme.slug, id)} />,
              },
            ]}
          />
        </Section>
      ))}
    </>
  );
}

/** Which file, and whose. */
const ofFiles: readonly Column<{
  readonly id: string;
  readonly number: string | null;
  readonly organisation: string;
}>[] = [
  {
    key: "file",
    header: "Dossier",
    rowHeader: true,
    cell: ({ id, number }) => (
      <a class="es-number" href={urls.review.href({ id })}>
        {number}
      </a>
    ),
  },
  { key: "who", header: "Organisme", cell: ({ organisation }) => organisation },
];

/** What holds today, and what was confirmed to hold after it. */
function DoctrineState(props: {
  readonly scheme: OpenScheme;
  readonly doubt: string;
  readonly coming: SettingVersion | undefined;
}): JSX.Element {
  const { coming } = props;
  const held = appliedTo(props.scheme).doctrine[props.doubt];
  return (
    <>
      {held !== undefined && (
        <StateTag
          tone="success"
          icon="check"
          label={`${readingWords[held.reading]}, depuis le ${formatDay(held.since)}`}
        />
      )}
      {held === undefined && coming === undefined && <StateTag tone="honey" icon="scale" label="Ouvert" />}
      {coming !== undefined && (
        <StateTag
          tone="info"
          icon="clock"
          label={`${sayReading(coming.value)}, à partir du ${formatDay(coming.effectiveOn)}`}
        />
      )}
    </>
  );
}

export interface DoubtPageProps {
  readonly scheme: OpenScheme;
  readonly doubt: DeclaredDoubt;
  readonly effects: readonly ApplicationEffect[];
  readonly onFiles: readonly ReadingOnApplication[];
  readonly versions: readonly SettingVersion[];
  readonly visitor: string;
  /** ISO day: what is confirmed may begin after it. */
  readonly today: string;
  readonly mayPropose: boolean;
  readonly mayConfirm: boolean;
  readonly typed?: { readonly reading: string; readonly from: string; readonly grounds: string };
  readonly errors?: Readonly<Record<string, string>>;
}

/** One doubt: its readings, what each gives to the files in progress, what was retained until now, the decision. */
export function DoubtPage(props: DoubtPageProps): JSX.Element {
  const { doubt, scheme, versions, errors = {}, typed } = props;
  const held = appliedTo(scheme).doctrine[doubt.id];
  const open = versions.find(({ state }) => state === "proposed");
  const coming = versions.find(({ state, effectiveOn }) => state === "confirmed" && effectiveOn > props.today);
  const differing = new Set(props.onFiles.map(({ reading }) => reading)).size > 1;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow={`${scheme.name} · ${doubt.id}`}
        title={doubt.question}
        meta={<DoctrineState scheme={scheme} doubt={doubt.id} coming={coming} />}
      />
      <SummaryList
        items={[
          { label: readingWords.default, value: doubt.defaultReading },
          { label: readingWords.alternative, value: doubt.alternative ?? "" },
          ...(held === undefined ? [] : [{ label: "Motifs de la doctrine", value: held.grounds }]),
        ]}
      />
      <Effects effects={props.effects} />
      <Section
        title="Lectures retenues sur les dossiers jusqu’ici"
        aside={differing && <StateTag tone="danger" icon="warning" label="Elles diffèrent" />}
      >
        <DataTable
          caption="Lectures retenues"
          captionHidden
          rows={props.onFiles}
          rowKey={({ id }) => id}
          empty={<EmptyState level={3} title="Aucun dossier n’a tranché ce doute" />}
          columns={[
            ...ofFiles,
            { key: "reading", header: "Lecture", cell: ({ reading }) => readingWords[reading] },
            { key: "why", header: "Motif", cell: ({ reason, by }) => `${reason}${by === null ? "" : ` (${by})`}` },
          ]}
        />
      </Section>
      {open !== undefined && (
        <ProposalCard level={2} proposal={open} visitor={props.visitor} mayConfirm={props.mayConfirm} />
      )}
      {props.mayPropose && open === undefined && (
        <Section title={held === undefined ? "Trancher ce doute" : "Changer la doctrine"}>
          <Form action={urls.doctrineOf.href({ scheme: scheme.slug, doubt: doubt.id })}>
            <ChoiceField
              name="lecture"
              label="Lecture retenue"
              as="radios"
              value={typed?.reading}
              error={errors.lecture}
              options={[
                { value: "default", label: readingWords.default, hint: doubt.defaultReading },
                { value: "alternative", label: readingWords.alternative, hint: doubt.alternative },
                ...(held === undefined
                  ? []
                  : [
                      {
                        value: "open",
                        label: "Rouvrir le doute",
                        hint: "Chaque dossier est de nouveau lu pour lui-même.",
                      },
                    ]),
              ]}
            />
            <DayField
              name="effet"
              label="Pour les demandes déposées à partir du"
              hint="Vide : le lendemain de la confirmation."
              required={false}
              value={typed?.from}
              error={errors.effet}
            />
            <LongTextField
              name="motifs"
              label="Motifs"
              hint="Publiés sur la page des règles."
              value={typed?.grounds}
              error={errors.motifs}
              maxLength={2_000}
            />
            <Notice tone="info">
              Une autre personne que vous la confirme. Les dossiers déjà déposés gardent leur lecture.
            </Notice>
            <Button>Proposer</Button>
          </Form>
        </Section>
      )}
      <VersionsTable
        versions={versions}
        caption="Versions de la doctrine"
        header="Lecture"
        cell={({ value }) => sayReading(value)}
        none="Aucune encore"
      />
    </>
  );
}

/** A reading as its version keeps it. */
export function sayReading(value: unknown): string {
  if (value === null || typeof value !== "object" || !("reading" in value)) return "Doute rouvert";
  return value.reading === "alternative" ? readingWords.alternative : readingWords.default;
}

function Effects(props: { readonly effects: readonly ApplicationEffect[] }): JSX.Element {
  const moved = props.effects.filter((one) => one.byDefault !== one.otherwise);
  const gain = (one: ApplicationEffect) => (one.otherwise ?? 0) - (one.byDefault ?? 0);
  const known = moved.filter((one) => one.byDefault !== null && one.otherwise !== null);
  const winners = known.filter((one) => gain(one) > 0);
  const losers = known.filter((one) => gain(one) < 0);
  const total = known.reduce((sum, one) => sum + gain(one), 0);
  return (
    <Section
      title="Effet sur les dossiers en cours"
      intro={`${plural(props.effects.length, "dossier")} en cours ${props.effects.length > 1 ? "rencontrent" : "rencontre"} ce doute. Avec l’autre lecture, ${howMany(winners.length, "gagnerait", "gagneraient")}, ${howMany(losers.length, "perdrait", "perdraient")} : ${total >= 0 ? "+" : "−"}${formatMoney(Math.abs(total))} au total.`}
    >
      <DataTable
        caption="Ce que chaque lecture donne"
        captionHidden
        rows={props.effects}
        rowKey={({ id }) => id}
        empty={<EmptyState level={3} title="Aucun dossier en cours" />}
        columns={[
          ...ofFiles,
          {
            key: "default",
            header: readingWords.default,
            numeric: true,
            cell: (one) => <Amount cents={one.byDefault} />,
          },
          {
            key: "other",
            header: readingWords.alternative,
            numeric: true,
            cell: (one) => <Amount cents={one.otherwise} />,
          },
          {
            key: "gain",
            header: "Écart",
            numeric: true,
            cell: (one) => <Amount cents={one.byDefault === null || one.otherwise === null ? null : gain(one)} />,
          },
        ]}
      />
    </Section>
  );
}

/** « 6 y gagneraient », « aucun n’y perdrait ». */
function howMany(count: number, one: string, many: string): string {
  return count === 0 ? `aucun n’y ${one}` : `${count} y ${count > 1 ? many : one}`;
}

function Amount(props: { readonly cents: number | null }): JSX.Element {
  return props.cents === null ? <span class="es-none">Non chiffré</span> : <Money cents={props.cents} />;
}

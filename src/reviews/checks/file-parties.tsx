import type { JSX } from "preact";
import { fundedIn, fundedRule, type Seen, valueAtPath } from "#policy/index.ts";
import { headcountBandLabels, holdsHeadcount, type Register } from "#src/people/index.ts";
import { qualiopiWords } from "#src/people/web/index.ts";
import { type Column, DataTable, formatDay, formatDayShort, Icon, ProvisionId } from "#src/ui/index.ts";
import { answerId, type ReviewedView } from "../file/file-view.tsx";

type Row = ReturnType<typeof fundedIn>[number];

/** Who the money is for: what each answered of itself beside what public registers say, each with its day. */
export function Parties(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const seen = fundedRule(view.scheme)?.seen ?? [];
  const rows = fundedIn(view.scheme, view.file.answers);
  const answered = seen.filter((one) => rows.some((row) => said(view, row, one) !== null));
  return (
    <>
      <div class="es-parties">
        <DataTable
          caption="Les organismes"
          captionHidden
          columns={[nameColumn(view), ...answered.map((one) => columnOf(view, one))]}
          rows={rows}
          rowKey={(row) => row.path || "demandeur"}
        />
      </div>
      <p class="es-hint">{sources(view, rows)}</p>
    </>
  );
}

function nameColumn(view: ReviewedView): Column<Row> {
  return {
    key: "name",
    header: "Organisme",
    rowHeader: true,
    cell: ({ called, siren, commune }) => (
      <>
        {called}{" "}
        <small class="es-block">
          {[commune === null ? "" : view.placeName(commune), siren === null ? "SIREN inconnu" : `SIREN ${siren}`]
            .filter((one) => one !== "")
            .join(", ")}
        </small>
      </>
    ),
  };
}

function columnOf(view: ReviewedView, one: Seen): Column<Row> {
  return {
    key: one.label,
    header: (
      <>
        {one.label} {one.provision !== undefined && <ProvisionId id={one.provision} />}
      </>
    ),
    short: one.label,
    cell: (row) => said(view, row, one) ?? "",
  };
}

/** What was answered, then what a register says where it is another thing; null where neither says anything. */
function said(view: ReviewedView, row: Row, { answer, register }: Seen): JSX.Element | null {
  const path = answer === undefined ? null : [...(row.path === "" ? [] : [row.path]), ...answer].join(".");
  const asked = path === null ? undefined : view.asked.find((one) => one.path === path);
  const answered = asked === undefined || asked.isMissing || asked.answer === "" ? null : asked;
  const known = row.siren === null ? undefined : view.registers.get(row.siren);
  const registered = register === undefined || known === undefined ? null : registeredWords[register](known);
  if (answered === null && registered === null) return null;
  const value = path === null ? null : valueAtPath(view.file.answers, path);
  const isApart =
    register === "headcount-band" && known?.headcountBand != null && typeof value === "number"
      ? !holdsHeadcount(known.headcountBand, value)
      : false;
  return (
    <>
      {answered !== null && <a href={`#${answerId(answered.path)}`}>{answered.answer}</a>}
      {registered !== null && registered !== answered?.answer && (
        <small data-color={isApart ? "warning" : undefined}>
          {isApart && <Icon name="warning" />}
          {answered === null ? "" : isApart ? "autre chose au registre : " : "registre : "}
          {registered}
        </small>
      )}
    </>
  );
}

const registeredWords: Readonly<Record<NonNullable<Seen["register"]>, (register: Register) => string | null>> = {
  activity: ({ activity }) => activity,
  declaration: ({ declaration }) => declaration,
  qualiopi: ({ qualiopi, categories }) =>
    qualiopi === null
      ? null
      : !qualiopi
        ? "non certifié"
        : categories.length === 0
          ? "certifié, catégories non dites"
          : categories.map((one) => qualiopiWords[one]).join(", "),
  "headcount-band": ({ headcountBand }) =>
    headcountBand === null ? null : (headcountBandLabels[headcountBand] ?? null),
};

/** Where it all comes from, and of which day. */
function sources(view: ReviewedView, rows: readonly Row[]): string {
  const { submittedAt } = view.file.application;
  const declared =
    submittedAt === null ? "" : `Réponses : déclarées le ${formatDay(submittedAt.toString().slice(0, 10))}. `;
  const read = rows.flatMap(({ siren, called }) => {
    const known = siren === null ? undefined : view.registers.get(siren);
    if (known === undefined) return [`${called} : aucun registre consulté`];
    if (known.readAt === null) return [`${called} : saisi par l’organisme, non vérifié`];
    return [
      `${called} : annuaire public des entreprises (INSEE, Qualiopi, NDA), lu le ${formatDayShort(known.readAt.slice(0, 10))}`,
    ];
  });
  return `${declared}Registres : ${[...new Set(read)].join(" ; ")}.`;
}

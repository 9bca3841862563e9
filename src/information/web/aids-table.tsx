import type { JSX } from "preact";
import type { Scheme } from "#policy/index.ts";
import type { OpenCall } from "#src/eligibility/index.ts";
import { DataTable, formatDateTime, Prose, Section, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { isByCall, openCallOf, simulatorOf } from "./open-call.tsx";

export function SideBySide(props: {
  readonly aids: readonly Scheme[];
  readonly calls: readonly OpenCall[];
}): JSX.Element {
  const funder = useFunder();
  return (
    <Section id="aides" title="Les aides, côte à côte">
      <DataTable
        caption="Ce que chaque aide paie, et quand la demander"
        captionHidden
        columns={[
          {
            key: "name",
            header: "Aide",
            rowHeader: true,
            cell: (scheme) => <a href={urls.scheme.href({ scheme: scheme.slug })}>{scheme.name}</a>,
          },
          { key: "what", header: "De quoi s’agit-il ?", cell: (scheme) => scheme.summary },
          { key: "much", header: "Combien ?", cell: (scheme) => <HowMuch scheme={scheme} calls={props.calls} /> },
          {
            key: "when",
            header: "Quand ?",
            cell: (scheme) => (isByCall(scheme) ? <OpenNow calls={props.calls} scheme={scheme} /> : "Toute l’année"),
          },
          {
            key: "check",
            header: "Vérifier",
            cell: (scheme) =>
              scheme.status === "open" ? (
                <a href={simulatorOf(scheme, props.calls)}>
                  Simuler<span class="ds-sr-only"> : {scheme.name}</span>
                </a>
              ) : (
                "Pas encore ici"
              ),
          },
        ]}
        rows={props.aids}
        rowKey={(scheme) => scheme.slug}
      />
      <Prose>
        <p>
          {funder.capital} <em>peut</em> accorder ces aides : une personne lit chaque demande et {funder.voter.the}{" "}
          décide. <a href={urls.algorithm.href()}>Toutes les conditions, avec le texte voté</a>
        </p>
      </Prose>
    </Section>
  );
}

/** The figures of the text, or of the call that is open; what only a call gives is said so, never guessed. */
function HowMuch(props: { readonly scheme: Scheme; readonly calls: readonly OpenCall[] }): JSX.Element {
  const scheme = openCallOf(props.scheme, props.calls)?.scheme ?? props.scheme;
  if (scheme.status !== "open") {
    return <>{scheme.passages.find(({ title }) => title.startsWith("Quelle aide"))?.paragraphs[0] ?? ""}</>;
  }
  return (
    <span>
      {scheme.figures.map(({ label, value }, index) => (
        <>
          {index > 0 && <br />}
          <strong>{value}</strong> : {label.charAt(0).toLowerCase() + label.slice(1)}
        </>
      ))}
    </span>
  );
}

/** By call: until when the one that is open can be answered, where there is one. */
function OpenNow(props: { readonly calls: readonly OpenCall[]; readonly scheme: Scheme }): JSX.Element {
  const call = props.calls.find(({ scheme }) => scheme.slug === props.scheme.slug);
  return call === undefined ? (
    <>Par appel à projets</>
  ) : (
    <>
      Par appel à projets, ouvert{" "}
      <a href={urls.call.href({ slug: call.slug })}>jusqu’au {formatDateTime(call.closesAt)}</a>
    </>
  );
}

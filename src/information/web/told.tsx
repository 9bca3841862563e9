import type { JSX } from "preact";
import type { Told } from "#policy/index.ts";
import { ProvisionId, SummaryList } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** What the text tells, each point with its place in it. A provision is an anchor, so that others can point to it. */
export function ToldList(props: { readonly told: readonly Told[] }): JSX.Element {
  return (
    <SummaryList
      items={props.told.map((one) => ({
        label: one.when ?? one.title,
        value: one.when === undefined ? one.text : <DatedFact {...one} />,
        note: <Place {...one} />,
      }))}
    />
  );
}

function DatedFact(props: Told): JSX.Element {
  return (
    <>
      <strong>{props.title}</strong>
      <p>{props.text}</p>
    </>
  );
}

function Place(props: Told): JSX.Element {
  return (
    <>
      Texte voté, {props.place}{" "}
      {props.provisions.map((provision) => (
        <span key={provision} id={provision}>
          <ProvisionId id={provision} href={`${urls.statements.href()}#${provision}`} />{" "}
        </span>
      ))}
    </>
  );
}

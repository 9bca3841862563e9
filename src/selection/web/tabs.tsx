import type { JSX } from "preact";
import type { Call } from "#src/calls/index.ts";
import { courseOf } from "#src/life/index.ts";
import { type Breadcrumb, Tabs } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** The pages of one call's selection. */
export function SelectionTabs(props: {
  readonly call: Pick<Call, "id" | "scheme" | "framework">;
  readonly at: "files" | "assessors" | "room" | "session" | "outside" | "vote";
}): JSX.Element {
  const { id: call } = props.call;
  const { after } = courseOf(props.call);
  const items = [
    { key: "files", label: "Projets et classement", href: urls.callSelection.href({ call }) },
    { key: "assessors", label: "Évaluateurs", href: urls.callAssessors.href({ call }) },
    { key: "session", label: "Réunion du comité", href: urls.callSession.href({ call }) },
    { key: "room", label: "Écran de séance", href: urls.callRoom.href({ call }) },
    ...(after === undefined
      ? []
      : [{ key: "outside", label: "Autre sélection", href: urls.callOutside.href({ call }) }]),
    { key: "vote", label: "Vote et notification", href: urls.callVote.href({ call }) },
  ];
  return (
    <Tabs
      label="Sélection de l’appel"
      items={items.map(({ key, ...item }) => ({ ...item, current: key === props.at }))}
    />
  );
}

/** The way to a page of one call's selection. */
export function selectionTrail(call: Pick<Call, "id" | "title">, here: string): readonly Breadcrumb[] {
  return [
    { label: "Sélection", href: urls.selectionDesk.href() },
    { label: call.title, href: urls.callSelection.href({ call: call.id }) },
    { label: here },
  ];
}

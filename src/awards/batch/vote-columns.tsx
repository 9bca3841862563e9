import { readState } from "#src/life/index.ts";
import { stateLook } from "#src/reviews/web/index.ts";
import { Money, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { BatchRow } from "./store.ts";

export const file = {
  key: "file",
  header: "Projet",
  rowHeader: true,
  cell: ({ id, number, title, organisation }: BatchRow) => (
    <>
      <a href={urls.review.href({ id })}>{title}</a>
      <div class="es-hint">{`${number}, ${organisation}`}</div>
    </>
  ),
};

export const state = {
  key: "state",
  header: "État",
  cell: ({ state: of }: BatchRow) => <StateTag {...stateLook(readState(of))} quiet />,
};

export const amount = {
  key: "aid",
  header: "Aide",
  numeric: true,
  cell: ({ proposedAid, state: of }: BatchRow) => (of === "selected" ? <Money cents={proposedAid ?? 0} exact /> : "–"),
};

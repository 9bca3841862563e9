import { HTTPException } from "hono/http-exception";
import type { World } from "#src/platform/world.ts";
import { EmptyState, LinkButton, PageHeader } from "#src/ui/index.ts";
import type { RequestContext } from "./env.ts";
import { respondPage } from "./page.tsx";

/** The list that was searched, with the way back to all of it. */
export interface Searched {
  readonly title: string;
  readonly href: string;
  readonly all: string;
}

/** A search that is not understood: the filter that says nothing known, and what it may be worth. */
export function answerBadFilter(
  c: RequestContext,
  world: World,
  bad: { readonly name: string; readonly detail: string },
  { title, href, all }: Searched,
): Response {
  const page = (
    <>
      <PageHeader title="Cette recherche n’est pas comprise" />
      <EmptyState
        title={`Le filtre « ${bad.name} » ne dit rien de connu`}
        action={<LinkButton href={href}>{all}</LinkButton>}
      >
        <p>{`Il peut valoir : ${bad.detail}.`}</p>
      </EmptyState>
    </>
  );
  return respondPage(c, world, { title, status: 400, current: href }, page);
}

/** The value of a filter among those that it may have; null where nothing is asked. Another one ends in the page above. */
export function filterAmong<T extends string>(
  c: RequestContext,
  world: World,
  name: string,
  values: readonly T[],
  searched: Searched,
): T | null {
  const asked = c.req.query(name) ?? "";
  const found = values.find((one) => one === asked) ?? null;
  if (asked === "" || found !== null) return found;
  throw new HTTPException(400, { res: answerBadFilter(c, world, { name, detail: values.join(", ") }, searched) });
}

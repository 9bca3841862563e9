import type { OpenScheme } from "#policy/index.ts";
import { listPublished, phaseOf, readCall, sayCalendar } from "#src/calls/index.ts";
import { type RequestContext, respondPage } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { Birth } from "./birth.ts";
import { beginningUrl } from "./opening.ts";
import { WhichCallPage } from "./which-call-page.tsx";

/**
 * What a scheme opens by call is asked in answer to one: the only open call is gone to at once, several are a choice, and
 * where none is open the page says when one opens. The answers brought along stay in the address.
 */
export async function answerWhichCall(
  c: RequestContext,
  world: World,
  scheme: OpenScheme,
  birth: Birth | null,
  answers: URLSearchParams,
): Promise<Response> {
  const now = world.clock.now();
  const published = await inTransaction(world.db, "public", (tx) => listPublished(tx));
  // The first to close, or to open, is said first.
  const own = published.filter((one) => one.scheme === scheme.slug).toReversed();
  const open = own.filter((one) => phaseOf(one, now) === "open");
  const [only, ...others] = open;
  const beginAt = (slug: string) => beginningUrl({ appel: slug }, birth, answers);
  if (only !== undefined && others.length === 0) return c.redirect(beginAt(only.slug), 303);
  const shown = (call: (typeof own)[number], href: string) => ({
    title: call.title,
    summary: readCall(scheme, call.raw).content.summary ?? "",
    calendar: sayCalendar(call, now),
    href,
  });
  return respondPage(
    c,
    world,
    { title: "Choisir l’appel", current: urls.dashboard.href() },
    <WhichCallPage
      scheme={scheme}
      open={open.map((call) => shown(call, beginAt(call.slug)))}
      toCome={own
        .filter((one) => phaseOf(one, now) === "to-come")
        .map((call) => shown(call, urls.call.href({ slug: call.slug })))}
      hasAnswers={answers.size > 0}
    />,
  );
}

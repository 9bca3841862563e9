import type { JSX } from "preact";
import type { Outcome, Refusal } from "#src/life/index.ts";
import { refusedAnswer } from "#src/life/web/index.ts";
import { forbidden, notFound, type RequestContext, respondPage, setFlash } from "#src/people/web/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { LinkButton, Notice, PageHeader, Prose } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { LIST } from "../queue/list.ts";
import { stateLook } from "./words.ts";

/** Field of a refusal that says: this person has an interest in the organisation. */
export const INTEREST = "interest";

export interface Answering {
  /** One sentence at the top of the next page. */
  readonly done: string;
  /** The page again with what was typed and every reason; a plain page with the reasons where absent. */
  readonly refused?: (refusals: readonly Refusal[]) => Response | Promise<Response>;
  /** The page as it is now with what was typed on the old one; null where it has no place there. */
  readonly overtaken?: (by: string) => Promise<Response | null>;
  /** Where a stale or refused act leads back. */
  readonly back: string;
  /** What was typed: a stale page gives it back, so that nothing is lost. */
  readonly typed?: FormFields;
}

/** Answers an act's outcome: done leads on, stale and refused say what happened and that nothing changed. */
export function answerOutcome(
  c: RequestContext,
  world: World,
  outcome: Outcome,
  answering: Answering,
): Response | Promise<Response> {
  switch (outcome.kind) {
    case "done":
      if (!outcome.repeated) setFlash(c, "success", answering.done);
      return c.redirect(outcome.location, 303);
    case "absent":
      return notFound();
    case "forbidden":
      return forbidden();
    case "stale":
      return answerStale(c, world, outcome, answering);
    case "refused":
      if (outcome.refusals.some((refusal) => refusal.path === INTEREST)) {
        return respondPage(
          c,
          world,
          { title: "Action impossible", status: 403 },
          interestPage(outcome.refusals, answering),
        );
      }
      return (
        answering.refused?.(outcome.refusals) ??
        refusedAnswer(c, world, outcome.refusals, { href: answering.back, label: "Revenir au dossier" })
      );
  }
}

type Stale = Extract<Outcome, { kind: "stale" }>;

async function answerStale(c: RequestContext, world: World, outcome: Stale, answering: Answering): Promise<Response> {
  const { lastActor } = outcome;
  const me = c.get("visitor").person?.name;
  // One's own other tab is nobody else's doing.
  const who = lastActor !== null && lastActor === me ? "Vous avez" : `${lastActor ?? "Quelqu’un"} a`;
  const options = { title: "Dossier modifié entre-temps", status: 409 } as const;
  return (await answering.overtaken?.(who)) ?? respondPage(c, world, options, stalePage(outcome, answering, who));
}

function stalePage({ application }: Stale, answering: Answering, who: string): JSX.Element {
  return (
    <>
      <PageHeader
        title="Le dossier a changé entre-temps"
        lead={`${who} agi sur le dossier ${application.number ?? ""} depuis que vous avez ouvert la page. Votre action n’a rien modifié.`}
        actions={<LinkButton href={answering.back}>Rouvrir le dossier</LinkButton>}
      />
      <Prose>
        <p>
          État actuel : <strong>{stateLook(application.state).label}</strong>. Relisez le dossier, puis recommencez si
          l’action est encore utile.
        </p>
      </Prose>
      <Kept typed={answering.typed} />
    </>
  );
}

const unspoken = new Set(["cle", "version", "formulaire", "point", "sur", "retour", "action"]);

/** What the person had written, to copy again. */
function Kept(props: { readonly typed: FormFields | undefined }): JSX.Element | null {
  const written = Object.entries(props.typed ?? {})
    .filter(([name]) => !unspoken.has(name))
    .flatMap(([, value]) => (typeof value === "string" ? [value] : value))
    .filter((value) => value.trim().length > 12 || isFigure(value.trim()));
  if (written.length === 0) return null;
  return (
    <Notice tone="info" title="Ce que vous aviez écrit">
      {written.map((value) => (
        <p key={value}>{value}</p>
      ))}
    </Notice>
  );
}

/** An amount or a day, as one types it: « 100 000 », « 19/04/2026 ». */
function isFigure(value: string): boolean {
  return /^\d[\d\s]{2,}(,\d{1,2})?$/.test(value) || /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(value);
}

function interestPage(refusals: readonly Refusal[], answering: Answering): JSX.Element {
  return (
    <>
      <PageHeader
        title="Vous ne pouvez pas agir sur ce dossier"
        actions={
          <LinkButton variant="secondary" href={answering.back}>
            Revenir au dossier
          </LinkButton>
        }
      />
      {refusals.map((refusal) => (
        <Notice key={refusal.message} tone="warning" title="Intérêt déclaré">
          <p>{refusal.message}</p>
          <p>Vous pouvez lire le dossier ; une autre personne doit l’instruire.</p>
        </Notice>
      ))}
    </>
  );
}

/** The list that whoever sent a form came from; "" where they came from none. */
export function listOf(fields: FormFields): string {
  return text(fields, LIST);
}

/** The page of a file, at a place of it; `list` is the list that one came from, as the address keeps it. */
export function reviewHref(id: string, anchor = "", list = ""): string {
  return `${urls.review.href({ id }, list === "" ? {} : { [LIST]: list })}${anchor === "" ? "" : `#${anchor}`}`;
}

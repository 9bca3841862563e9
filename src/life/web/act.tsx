import { createHash, randomUUID } from "node:crypto";
import { HTTPException } from "hono/http-exception";
import { forbidden, notFound, type RequestContext, respondPage, setFlash } from "#src/people/web/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { LinkButton, Notice, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Application } from "../application.ts";
import type { ActRequest, Outcome, Refusal } from "../outcome.ts";
import { applicantStateLook } from "./words.ts";

/** Hidden fields of an act's form: a key that makes it happen once, and the version that the page shows. */
export function actFields(application: Pick<Application, "version">): Readonly<Record<string, string>> {
  return { cle: randomUUID(), version: String(application.version) };
}

/** Reads them back. A form without them was not made by this service: 400. */
export function readAct(id: string, fields: FormFields, location: string): ActRequest {
  if (text(fields, "version") === "") throw new HTTPException(400);
  return { id, ...readActFields(fields), location };
}

/** The hidden fields of every act, as its form sends them. Throws 400 where they are not what a form holds. */
export function readActFields(fields: FormFields): { readonly key: string; readonly version: number } {
  const version = text(fields, "version") || "0";
  if (!/^\d{1,9}$/.test(version)) throw new HTTPException(400);
  return { key: readKey(fields), version: Number(version) };
}

/**
 * The key of a form that does something once. Throws 400 where it holds none. What was typed is part of the key: the
 * same press twice is one act, while other words from a page that was kept open, or come back to, are another one and
 * never pass for the first.
 */
export function readKey(fields: FormFields): string {
  const key = text(fields, "cle");
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new HTTPException(400);
  const typed = Object.entries(fields).filter(([name]) => name !== "cle" && name !== "version");
  return `${key}:${createHash("sha256").update(JSON.stringify(typed)).digest("hex")}`;
}

/** Answers an act: done leads on, absent and forbidden are pages, stale says kindly what happened. */
export function answerAct(
  c: RequestContext,
  world: World,
  outcome: Outcome,
  /** Said at the top of the page it leads to; null where that page says it itself. */
  done: string | null,
  refused: (refusals: readonly Refusal[]) => Response | Promise<Response>,
): Response | Promise<Response> {
  switch (outcome.kind) {
    case "done":
      if (!outcome.repeated && done !== null) setFlash(c, "success", done);
      return c.redirect(outcome.location, 303);
    case "absent":
      return notFound();
    case "forbidden":
      return forbidden();
    case "refused":
      return refused(outcome.refusals);
    case "stale":
      return staleAnswer(c, world, outcome.application, outcome.lastActor);
  }
}

/** The page was prepared on an older state of the file: nothing was done, and here is how things stand. */
function staleAnswer(c: RequestContext, world: World, application: Application, lastActor: string | null): Response {
  const state = applicantStateLook(application.state).label;
  const who = lastActor === null ? "Quelqu’un" : lastActor;
  return respondPage(
    c,
    world,
    { title: "Cette demande a changé entre-temps", status: 409 },
    <>
      <PageHeader
        title="Cette demande a changé entre-temps"
        lead={`${who} a agi depuis que vous avez ouvert la page. Votre action n’a rien modifié.`}
        actions={<LinkButton href={urls.application.href({ id: application.id })}>Rouvrir la demande</LinkButton>}
      />
      <Notice tone="info" title={`État de la demande : ${state}`}>
        Regardez où elle en est, puis recommencez si c’est encore utile.
      </Notice>
    </>,
  );
}

/** Refusals of an act that has no page of its own to say them on, and where that page leads back. */
export function refusedAnswer(
  c: RequestContext,
  world: World,
  refusals: readonly Refusal[],
  back: { readonly href: string; readonly label: string },
): Response {
  return respondPage(
    c,
    world,
    { title: "Action impossible en l’état", status: 422 },
    <>
      <PageHeader
        title="Action impossible en l’état"
        lead="Rien n’a été modifié."
        actions={<LinkButton href={back.href}>{back.label}</LinkButton>}
      />
      <Notice tone="danger" title={refusals.length === 1 ? "Pourquoi" : "Pourquoi, point par point"}>
        <ul>
          {refusals.map((refusal) => (
            <li key={refusal.message}>{refusal.message}</li>
          ))}
        </ul>
      </Notice>
    </>,
  );
}

import { HTTPException } from "hono/http-exception";
import type { JSX } from "preact";
import { isOutage } from "#src/platform/database/outage.ts";
import { StoreFailure } from "#src/platform/files.ts";
import { type FormFields, readForm } from "#src/platform/http/forms.ts";
import { problemResponse } from "#src/platform/http/problem.ts";
import type { World } from "#src/platform/world.ts";
import { ButtonBar, LinkButton, PageHeader, Prose } from "#src/ui/index.ts";
import { stranger } from "./people/index.ts";
import { type RequestContext, respondPage, SendAgain } from "./people/web/index.ts";
import { urls } from "./urls.ts";

type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;

interface Words {
  readonly title: string;
  readonly text: string;
}

const words: Readonly<Record<ErrorStatus, Words>> = {
  400: {
    title: "Demande incomprise",
    text: "L’envoi est incomplet ou abîmé. Rien n’a été enregistré : revenez à la page précédente et recommencez.",
  },
  401: { title: "Session fermée", text: "Votre session est fermée : rien n’a été enregistré ni modifié." },
  403: { title: "Action réservée", text: "Votre rôle ne permet pas cette action. Rien n’a été modifié." },
  404: { title: "Page introuvable", text: "Cette page n’existe pas, n’existe plus ou ne vous est pas destinée." },
  409: {
    title: "Cette page n’est plus à jour",
    text: "Quelqu’un a agi entre-temps. Rien n’a été modifié : rouvrez la page pour voir la situation.",
  },
  413: {
    title: "Envoi trop volumineux",
    text: "Ce que vous avez envoyé dépasse la taille acceptée. Rien n’a été enregistré.",
  },
  422: { title: "Action impossible en l’état", text: "Le dossier ne permet pas cette action. Rien n’a été modifié." },
  429: { title: "Trop de tentatives", text: "Patientez quelques minutes avant de recommencer." },
  500: {
    title: "Erreur du service",
    text: "Le service a rencontré une erreur. Ce qui avait été enregistré est conservé.",
  },
  503: {
    title: "Service momentanément indisponible",
    text: "Le service ne peut pas vous répondre pour l’instant. Ce qui avait été enregistré est conservé.",
  },
};

export function answerNotFound(c: RequestContext, world: World): Promise<Response> {
  return answer(c, world, 404);
}

/**
 * Refusals carry their status; a database or a disk that fails is no fault of the request, which may pass later;
 * anything else is a bug. The last two are logged with the request's reference, and told without detail.
 */
export function answerError(error: Error, c: RequestContext, world: World): Response | Promise<Response> {
  if (error instanceof HTTPException) {
    if (error.res) return error.res;
    return answer(c, world, known(error.status));
  }
  const status = error instanceof StoreFailure || isOutage(error) ? 503 : 500;
  world.log.error(
    { requestId: c.get("requestId"), method: c.req.method, path: withoutToken(c.req.path), err: error },
    status === 503 ? "the database or the file store does not answer, or keeps nothing" : "request failed",
  );
  return answer(c, world, status);
}

/** An invitation's address is its key: the log does not hold it. */
function withoutToken(path: string): string {
  return path.replace(/^(\/invitations\/)[^/]+/, "$1…");
}

function known(status: number): ErrorStatus {
  const found = Object.keys(words)
    .map(Number)
    .find((one) => one === status) as ErrorStatus | undefined;
  return found ?? (status < 500 ? 400 : 500);
}

const RETRY_SECONDS = 10;

async function answer(c: RequestContext, world: World, status: ErrorStatus): Promise<Response> {
  const { title, text } = words[status];
  const reference = status >= 500 ? c.get("requestId") : undefined;
  const isProgram = c.req.path.startsWith("/api/") || c.req.header("accept")?.startsWith("application/json") === true;
  const response = isProgram
    ? problemResponse({
        type: "about:blank",
        title,
        status,
        detail: text,
        ...(reference ? { instance: `urn:uuid:${reference}` } : {}),
      })
    : await page(c, world, status, reference);
  if (status === 503) response.headers.set("retry-after", String(RETRY_SECONDS));
  return response;
}

async function page(
  c: RequestContext,
  world: World,
  status: ErrorStatus,
  reference: string | undefined,
): Promise<Response> {
  const { title, text } = words[status];
  if (c.get("visitor") === undefined) c.set("visitor", stranger);
  const sent = await sentBefore(c, status);
  return respondPage(
    c,
    world,
    { title, status },
    <>
      <PageHeader title={title} lead={text} />
      {sent === null ? (
        <Ways c={c} status={status} />
      ) : (
        <SendAgain action={addressOf(c)} sent={sent} signIn={status === 401 ? urls.signIn.href() : null} />
      )}
      {reference !== undefined && (
        <Prose>
          <p>
            Si l’erreur se répète, donnez cette référence au service : <code>{reference}</code>
          </p>
        </Prose>
      )}
    </>,
  );
}

/** Refusals that pass with time or with a new session: the very same form may then be taken. */
const PASSING: ReadonlySet<ErrorStatus> = new Set([401, 429, 500, 503]);

/** What a form brought, where it is worth sending again; files stay with the person who chose them. */
async function sentBefore(c: RequestContext, status: ErrorStatus): Promise<FormFields | null> {
  const isForm = c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded") === true;
  if (!PASSING.has(status) || c.req.method !== "POST" || !isForm) return null;
  return readForm(c).catch(() => null);
}

/** Where to go from a page that is not there, or not now. */
function Ways(props: { readonly c: RequestContext; readonly status: ErrorStatus }): JSX.Element {
  const { c, status } = props;
  const mayPass = c.req.method === "GET" && status >= 500;
  return (
    <ButtonBar>
      {status === 401 && <LinkButton href={urls.signIn.href()}>Me connecter</LinkButton>}
      {mayPass && <LinkButton href={addressOf(c)}>Réessayer</LinkButton>}
      <LinkButton href={urls.home.href()} variant={mayPass || status === 401 ? "secondary" : "primary"}>
        Aller à l’accueil
      </LinkButton>
    </ButtonBar>
  );
}

function addressOf(c: RequestContext): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

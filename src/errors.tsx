import { HTTPException } from "hono/http-exception";
import { StoreFailure } from "#src/platform/files.ts";
import { problemResponse } from "#src/platform/http/problem.ts";
import type { World } from "#src/platform/world.ts";
import { LinkButton, PageHeader, Prose } from "#src/ui/index.ts";
import { stranger } from "./people/index.ts";
import { type RequestContext, respondPage } from "./people/web/index.ts";
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
  401: { title: "Session fermée", text: "Votre session est fermée. Reconnectez-vous, puis recommencez." },
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
    text: "Le service revient dans quelques instants. Ce qui avait été enregistré est conservé.",
  },
};

export function answerNotFound(c: RequestContext, world: World): Response {
  return answer(c, world, 404);
}

/** Refusals carry their status; anything else is a bug: logged with the request's reference, told without detail. */
export function answerError(error: Error, c: RequestContext, world: World): Response {
  if (error instanceof HTTPException) {
    if (error.res) return error.res;
    return answer(c, world, known(error.status));
  }
  if (error instanceof StoreFailure) {
    world.log.error({ requestId: c.get("requestId"), err: error }, "the file store keeps nothing");
    return answer(c, world, 503);
  }
  world.log.error(
    { requestId: c.get("requestId"), method: c.req.method, path: withoutToken(c.req.path), err: error },
    "request failed",
  );
  return answer(c, world, 500);
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

function answer(c: RequestContext, world: World, status: ErrorStatus): Response {
  const { title, text } = words[status];
  const reference = status === 500 ? c.get("requestId") : undefined;
  if (c.req.path.startsWith("/api/") || c.req.header("accept")?.startsWith("application/json")) {
    return problemResponse({
      type: "about:blank",
      title,
      status,
      detail: text,
      ...(reference ? { instance: `urn:uuid:${reference}` } : {}),
    });
  }
  if (c.get("visitor") === undefined) c.set("visitor", stranger);
  return respondPage(
    c,
    world,
    { title, status },
    <>
      <PageHeader title={title} lead={text} />
      <Prose>
        {reference !== undefined && (
          <p>
            Si l’erreur se répète, donnez cette référence au service : <code>{reference}</code>
          </p>
        )}
        <p>
          <LinkButton href={urls.home.href()}>Aller à l’accueil</LinkButton>
        </p>
      </Prose>
    </>,
  );
}

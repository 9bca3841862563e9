import { HTTPException } from "hono/http-exception";
import { type Raw, readEmail } from "#policy/index.ts";
import { readerOf, type SignedVisitor, withinLimit } from "#src/people/index.ts";
import {
  forbidden,
  idParam,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { crumbs } from "../web/crumbs.ts";
import { askNewsletter, composeIssue, confirmNewsletter, leaveNewsletter, sendIssue } from "./acts.ts";
import { issueForm, NewsletterDeskPage } from "./desk-page.tsx";
import { subscriberIn } from "./issue.ts";
import { mayOnNewsletter, type NewsletterRight } from "./may.ts";
import { IssuePage, NewsletterPage, TokenPage } from "./newsletter-page.tsx";
import { countSubscribers, draftIssue, findIssue, publishedSinceLast, sentIssues } from "./store.ts";

const none: ReadonlyMap<string, string> = new Map();
const ASKED_PER_ADDRESS = { max: 3, minutes: 15 };

/** The letter: asked for, composed from what was published, sent, left. */
export function newsletterRoutes(routes: Routes, world: World): void {
  routes.get(urls.newsletter.pattern, (c) => answerNewsletter(c, world, "", null));
  routes.post(urls.newsletter.pattern, (c) => subscribe(c, world));
  links(routes, world);
  routes.get(urls.newsletterIssue.pattern, async (c) => {
    const number = Number(c.req.param("number"));
    if (!Number.isInteger(number) || number < 1 || number > 1_000_000) notFound();
    const issue = await inTransaction(world.db, readerOf(c.get("visitor")), (tx) => findIssue(tx, number));
    if (issue === null) return notFound();
    return respondPage(
      c,
      world,
      {
        title: issue.title,
        current: urls.community.href(),
        breadcrumbs: crumbs(`N° ${issue.number}`, urls.newsletter.href(), "La lettre"),
        public: true,
      },
      <IssuePage issue={issue} />,
    );
  });
  composing(routes, world);
}

async function answerNewsletter(
  c: RequestContext,
  world: World,
  email: string,
  error: string | null,
): Promise<Response> {
  const issues = await inTransaction(world.db, readerOf(c.get("visitor")), sentIssues);
  return respondPage(
    c,
    world,
    {
      title: "La lettre de la communauté",
      description: "Recevoir les nouvelles de la communauté, et lire les lettres parues.",
      current: urls.community.href(),
      breadcrumbs: crumbs("La lettre"),
      public: error === null,
      status: error === null ? 200 : 422,
    },
    <NewsletterPage issues={issues} email={email} error={error} />,
  );
}

async function subscribe(c: RequestContext, world: World): Promise<Response> {
  const typed = text(await readForm(c), "email");
  if (typed === "") return answerNewsletter(c, world, typed, "Donnez votre adresse électronique.");
  const read = readEmail(typed);
  if ("error" in read) return answerNewsletter(c, world, typed, read.error);
  const email = read.value;
  if (!(await withinLimit(world, "newsletter", email.toLowerCase(), ASKED_PER_ADDRESS))) throw new HTTPException(429);
  await askNewsletter(world, email);
  setFlash(c, "success", "Un courriel vient de partir à cette adresse : ouvrez son lien pour confirmer.");
  return c.redirect(urls.newsletter.href(), 303);
}

/** The links of mails. Reading one changes nothing: programs that look at mails open links too. */
function links(routes: Routes, world: World): void {
  const known = (c: RequestContext) => {
    const token = c.req.param("token") ?? "";
    return subscriberIn(world.config.secret, token) === null ? notFound() : token;
  };
  const page = (c: RequestContext, props: Parameters<typeof TokenPage>[0]) =>
    respondPage(c, world, { title: props.title, breadcrumbs: crumbs("La lettre") }, <TokenPage {...props} />);
  routes.get(urls.newsletterConfirmation.pattern, (c) =>
    page(c, {
      title: "Recevoir la lettre de la communauté",
      lead: "Encore un clic, et elle vous arrivera.",
      action: urls.newsletterConfirmation.href({ token: known(c) }),
      label: "Confirmer",
    }),
  );
  routes.post(urls.newsletterConfirmation.pattern, async (c) => {
    if (!(await confirmNewsletter(world, known(c)))) notFound();
    setFlash(c, "success", "C’est confirmé : vous recevrez la prochaine lettre.");
    return c.redirect(urls.newsletter.href(), 303);
  });
  routes.get(urls.newsletterLeaving.pattern, (c) =>
    page(c, {
      title: "Ne plus recevoir la lettre",
      lead: "Votre adresse sera oubliée tout de suite.",
      action: urls.newsletterLeaving.href({ token: known(c) }),
      label: "Me désinscrire",
    }),
  );
  // Mail programs post here by themselves, when one presses their own button (RFC 8058).
  routes.post(urls.newsletterLeaving.pattern, async (c) => {
    if (!(await leaveNewsletter(world, known(c)))) notFound();
    setFlash(c, "success", "Vous ne recevrez plus la lettre. Votre adresse est oubliée.");
    return c.redirect(urls.newsletter.href(), 303);
  });
}

function requireDesk(c: RequestContext, right: NewsletterRight): SignedVisitor {
  const visitor = requireSignedIn(c);
  if (!mayOnNewsletter(visitor, "see-desk")) notFound();
  return mayOnNewsletter(visitor, right) ? visitor : forbidden();
}

function composing(routes: Routes, world: World): void {
  routes.get(urls.newsletterDesk.pattern, (c) => answerDesk(c, world, requireDesk(c, "see-desk"), {}, none));
  routes.post(urls.newsletterDesk.pattern, async (c) => {
    const visitor = requireDesk(c, "compose");
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(issueForm, fields);
    if (errors.size > 0) return answerDesk(c, world, visitor, fields, errors);
    const available = await inTransaction(world.db, readerOf(visitor), publishedSinceLast);
    const kept = texts(fields, "items");
    await composeIssue(world, visitor, {
      title: answers.title ?? "",
      introduction: answers.introduction ?? "",
      items: available.filter((item) => kept.includes(item.href)),
    });
    setFlash(c, "success", "La lettre est prête : relisez-la, puis envoyez-la.");
    return c.redirect(urls.newsletterDesk.href(), 303);
  });
  routes.post(urls.newsletterSending.pattern, async (c) => {
    const visitor = requireDesk(c, "send");
    if (await sendIssue(world, visitor, idParam(c, "id"))) setFlash(c, "success", "La lettre part.");
    else setFlash(c, "warning", "Cette lettre est déjà partie.");
    return c.redirect(urls.newsletterDesk.href(), 303);
  });
}

async function answerDesk(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Promise<Response> {
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    draft: await draftIssue(tx),
    available: await publishedSinceLast(tx),
  }));
  const subscribers = await inTransaction(world.db, "system", countSubscribers);
  return respondPage(
    c,
    world,
    { title: "La prochaine lettre", current: urls.animation.href(), status: errors.size > 0 ? 422 : 200 },
    <NewsletterDeskPage
      {...found}
      subscribers={subscribers}
      mayCompose={mayOnNewsletter(visitor, "compose")}
      raw={raw}
      errors={errors}
    />,
  );
}

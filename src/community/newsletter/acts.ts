import { act, asService, onceBecause, type SignedVisitor } from "#src/people/index.ts";
import { enqueue } from "#src/platform/jobs.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { itemKindWords, type NewsletterIssue, type NewsletterItem, subscriberIn, tokenOf } from "./issue.ts";
import {
  confirmedSubscribers,
  confirmSubscriber,
  forgetSubscriber,
  issueById,
  markSent,
  saveIssue,
  subscriberOf,
} from "./store.ts";

export const SEND_NEWSLETTER = "send-newsletter";

/** Writes to the address to confirm. Whether it was known is told to nobody. */
export function askNewsletter(world: World, email: string): Promise<void> {
  const address = email.trim().toLowerCase();
  return asService(world, null, async ({ tx, at }) => {
    const { id, confirmed } = await subscriberOf(tx, address, at.toString());
    const token = tokenOf(world.config.secret, id);
    const paragraphs = confirmed
      ? [
          "Cette adresse reçoit déjà la lettre de la communauté.",
          `Pour ne plus la recevoir : ${world.origin}${urls.newsletterLeaving.href({ token })}`,
        ]
      : [
          "Quelqu’un, sans doute vous, demande à recevoir la lettre de la communauté à cette adresse.",
          `Pour confirmer : ${world.origin}${urls.newsletterConfirmation.href({ token })}`,
          "Sinon, ne faites rien : cette adresse sera oubliée dans sept jours.",
        ];
    const why = onceBecause("cette adresse a été donnée pour recevoir la lettre");
    await postMail(world, tx, at, { to: address, subject: "La lettre de la communauté", paragraphs, why });
  });
}

/** False where the link is none of ours, or its subscriber has left. */
export function confirmNewsletter(world: World, token: string): Promise<boolean> {
  const id = subscriberIn(world.config.secret, token);
  if (id === null) return Promise.resolve(false);
  return asService(world, null, ({ tx, at }) => confirmSubscriber(tx, id, at.toString()));
}

/** Forgets the address. Leaving twice is leaving. */
export async function leaveNewsletter(world: World, token: string): Promise<boolean> {
  const id = subscriberIn(world.config.secret, token);
  if (id === null) return false;
  await asService(world, null, ({ tx }) => forgetSubscriber(tx, id));
  return true;
}

export function composeIssue(
  world: World,
  visitor: SignedVisitor,
  issue: Pick<NewsletterIssue, "title" | "introduction" | "items">,
): Promise<void> {
  return act(world, visitor, async ({ tx, at, note }) => {
    await saveIssue(tx, { ...issue, by: visitor.person.id, at: at.toString() });
    await note({
      chain: "newsletter",
      act: "newsletter-composed",
      organisation: null,
      details: { title: issue.title },
      visible: false,
    });
  });
}

/** Sends an issue: from now on it is public, and a job writes to each subscriber. False where it is sent already. */
export function sendIssue(world: World, visitor: SignedVisitor, id: string): Promise<boolean> {
  return act(world, visitor, async ({ tx, at, note }) => {
    if (!(await markSent(tx, id, at.toString()))) return false;
    await enqueue(tx, SEND_NEWSLETTER, { issue: id }, `${SEND_NEWSLETTER}:${id}`);
    await note({
      chain: "newsletter",
      act: "newsletter-sent",
      organisation: null,
      details: { issue: id },
      visible: false,
    });
    return true;
  });
}

/** Writes an issue to every subscriber, all in one transaction: a job that is tried again writes to nobody twice. */
export function deliverIssue(world: World, id: string): Promise<void> {
  return asService(world, null, async ({ tx, at }) => {
    const row = await tx
      .selectFrom("newsletter_issue")
      .select(["sent_at", "sent_to"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    const issue = await issueById(tx, id);
    if (issue === null || row?.sent_at == null || row.sent_to !== null) return;
    const subscribers = await confirmedSubscribers(tx);
    for (const { id: subscriber, email } of subscribers) {
      const leaving = world.origin + urls.newsletterLeaving.href({ token: tokenOf(world.config.secret, subscriber) });
      await postMail(world, tx, at, {
        to: email,
        subject: issue.title,
        paragraphs: [issue.introduction, ...partsOf(world, issue.items)],
        why: { because: "vous avez demandé cette lettre", change: "Ne plus la recevoir", at: leaving },
        unsubscribeUrl: leaving,
      });
    }
    await tx.updateTable("newsletter_issue").set({ sent_to: subscribers.length }).where("id", "=", id).execute();
  });
}

function partsOf(world: World, items: readonly NewsletterItem[]): readonly string[] {
  const kinds = [...new Set(items.map((item) => item.kind))];
  return kinds.map((kind) =>
    [
      itemKindWords[kind].toUpperCase(),
      ...items
        .filter((item) => item.kind === kind)
        .map((item) => `- ${item.title} (${item.about})\n  ${world.origin}${item.href}`),
    ].join("\n"),
  );
}

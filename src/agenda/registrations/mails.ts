import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import { postMail, type Why } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { dayInParis, formatDateTime, NBSP, plural, quoted } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion, OccasionState } from "../occasions/occasion.ts";
import { listDays } from "../occasions/slot-store.ts";
import { calendarAddress, sayWhen, sayWhere } from "../occasions/words.ts";
import { registrationLink } from "./links.ts";
import type { Ended, Registration } from "./registration.ts";
import { sayRetention } from "./retention.ts";

/** Whom a mail about a registration goes to. */
export type Registrant = Pick<Registration, "id" | "name" | "email" | "enteredByName">;

/** Where and when, and how to see, change or give up: at the end of every mail about a registration. */
async function practical(tx: Tx, world: World, occasion: Occasion, registrant: Registrant): Promise<readonly string[]> {
  const place = sayWhere(occasion);
  const when = (await daysIn(tx, occasion)).map(sayWhen).join("\n");
  return [
    `${occasion.title}\n${when}${place === "" ? "" : `\n${place}`}`,
    `Votre inscription, pour la voir ou y renoncer à tout moment${NBSP}:\n${registrationLink(world, registrant.id)}`,
  ];
}

/** Each day with its hours where there are several; one that is over the same day is asked of nobody. */
async function daysIn(tx: Tx, occasion: Occasion): Promise<readonly Pick<Occasion, "startsAt" | "endsAt">[]> {
  if (occasion.state === "postponed" || dayInParis(occasion.startsAt) === dayInParis(occasion.endsAt))
    return [occasion];
  return (await listDays(tx, [occasion])).get(occasion.id) ?? [occasion];
}

/** Whoever was entered by someone else is told who, why, for how long, and how to object. */
function enteredByAnother(occasion: Occasion, registrant: Registrant): readonly string[] {
  if (registrant.enteredByName === null) return [];
  return [
    `${registrant.enteredByName} vous a inscrit et nous a donné pour cela votre nom et votre adresse électronique. Ils servent à l’organisation et à la feuille de présence${NBSP}; ils sont effacés ${sayRetention(occasion.nature)} après. Si vous n’êtes pas d’accord, ouvrez le lien ci-dessous et choisissez ${quoted("Je ne veux pas être inscrit")}${NBSP}: vos données sont effacées aussitôt.`,
  ];
}

function whyRegistered(world: World, { id, enteredByName }: Registrant): Why {
  return {
    because: `${enteredByName === null ? "cette adresse" : "votre adresse"} a été donnée pour ce rendez-vous`,
    change: "Y renoncer, ou faire effacer vos données",
    at: registrationLink(world, id),
  };
}

function send(tx: Tx, world: World, to: Registrant, subject: string, paragraphs: readonly string[]): Promise<string> {
  return postMail(world, tx, world.clock.now(), {
    to: to.email,
    name: to.name,
    subject,
    paragraphs,
    why: whyRegistered(world, to),
  });
}

export function mailToConfirm(tx: Tx, world: World, occasion: Occasion, to: Registrant): Promise<string> {
  return send(tx, world, to, `Confirmez votre inscription : ${occasion.title}`, [
    `Vous avez demandé à vous inscrire. Ouvrez ce lien et confirmez : votre place est prise à ce moment-là.\n${registrationLink(world, to.id)}`,
    "Si ce n’est pas vous, ignorez ce courriel : rien n’est retenu sans confirmation.",
  ]);
}

export async function mailRegistered(tx: Tx, world: World, occasion: Occasion, to: Registrant): Promise<string> {
  const link = occasion.link === "" ? [] : [`Pour suivre à distance${NBSP}: ${occasion.link}`];
  return send(tx, world, to, `Vous êtes inscrit : ${occasion.title}`, [
    "Votre place est retenue. Votre billet, avec son code à présenter à l’entrée, est sur la page de votre inscription.",
    ...link,
    ...enteredByAnother(occasion, to),
    ...(await practical(tx, world, occasion, to)),
    `À mettre dans votre calendrier${NBSP}: ${world.origin}${calendarAddress(occasion)}`,
  ]);
}

export async function mailWaiting(
  tx: Tx,
  world: World,
  occasion: Occasion,
  to: Registrant,
  place: number,
): Promise<string> {
  return send(tx, world, to, `Liste d’attente : ${occasion.title}`, [
    `Toutes les places sont prises. Vous êtes sur la liste d’attente, au rang ${place}. Si une place se libère, elle vous est gardée ${plural(occasion.offerHours, "heure")} et un courriel vous le dit.`,
    ...enteredByAnother(occasion, to),
    ...(await practical(tx, world, occasion, to)),
  ]);
}

export async function mailHeld(tx: Tx, world: World, occasion: Occasion, to: Registrant): Promise<string> {
  return send(tx, world, to, `Inscription à confirmer : ${occasion.title}`, [
    "Vous avez été plusieurs fois attendu sans venir ni prévenir. Votre inscription attend donc l’accord de l’opérateur, qui vous répondra.",
    ...(occasion.contact === "" ? [] : [`Pour lui écrire${NBSP}: ${occasion.contact}`]),
    ...(await practical(tx, world, occasion, to)),
  ]);
}

export async function mailOffered(
  tx: Tx,
  world: World,
  occasion: Occasion,
  to: Registrant,
  until: Temporal.Instant,
): Promise<string> {
  return send(tx, world, to, `Une place s’est libérée : ${occasion.title}`, [
    `Une place vous est gardée jusqu’au ${formatDateTime(until)}. Ouvrez votre inscription pour la prendre ou la laisser à la personne suivante.`,
    ...(await practical(tx, world, occasion, to)),
  ]);
}

const endedWords: Readonly<Record<Exclude<Ended, "occasion" | "forgotten">, string>> = {
  self: "Votre inscription est annulée, comme vous l’avez demandé. Votre place profite à quelqu’un d’autre.",
  unanswered: "La place qui vous était gardée n’a pas été prise à temps : elle est proposée à la personne suivante.",
  objected: "Vous n’êtes plus inscrit et vos données sont effacées.",
  organiser: "L’organisateur a annulé votre inscription.",
};

export function mailEnded(
  tx: Tx,
  world: World,
  occasion: Occasion,
  to: Registrant,
  ended: Exclude<Ended, "occasion" | "forgotten">,
): Promise<string> {
  return send(tx, world, to, `Inscription annulée : ${occasion.title}`, [
    endedWords[ended],
    `Les autres rendez-vous${NBSP}: ${world.origin}${urls.agenda.href()}`,
  ]);
}

/** What became of the occasion, to everyone who is registered, waits, or has a place kept. */
export async function mailChanged(
  tx: Tx,
  world: World,
  occasion: Occasion,
  to: Registrant,
  state: Extract<OccasionState, "cancelled" | "postponed"> | "moved",
  reason: string,
): Promise<string> {
  const words = {
    cancelled: { subject: "Annulé", text: "Ce rendez-vous est annulé. Vous n’avez rien à faire." },
    postponed: {
      subject: "Reporté",
      text: "Ce rendez-vous est reporté. Votre inscription est gardée ; la nouvelle date vous sera dite.",
    },
    moved: {
      subject: "Nouvelle date",
      text: `Ce rendez-vous est reporté${NBSP}: ${sayWhen(occasion)}. Votre inscription est gardée${NBSP}; si cette date ne vous convient pas, renoncez-y en un clic.`,
    },
  }[state];
  return send(tx, world, to, `${words.subject} : ${occasion.title}`, [
    words.text,
    ...(reason === "" ? [] : [reason]),
    ...(await practical(tx, world, occasion, to)),
  ]);
}

export async function mailReminder(tx: Tx, world: World, occasion: Occasion, to: Registrant): Promise<string> {
  const link = occasion.link === "" ? [] : [`Pour suivre à distance${NBSP}: ${occasion.link}`];
  return send(tx, world, to, `C’est bientôt : ${occasion.title}`, [
    "Nous vous attendons. Si vous ne pouvez plus venir, dites-le en un clic : quelqu’un attend peut-être votre place.",
    ...link,
    ...(await practical(tx, world, occasion, to)),
  ]);
}

/** What the organisers write to those who are registered. */
export async function mailFromOrganisers(
  tx: Tx,
  world: World,
  occasion: Occasion,
  to: Registrant,
  written: { readonly subject: string; readonly body: string },
): Promise<string> {
  return send(tx, world, to, `${written.subject} (${occasion.title})`, [
    written.body,
    ...(await practical(tx, world, occasion, to)),
  ]);
}

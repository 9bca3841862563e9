import type { Temporal } from "temporal-polyfill";
import { formatDateTime, formatTime } from "#src/ui/index.ts";
import type { CallOfApplication } from "./under.ts";

/**
 * Why a filing that arrived at this instant is not taken; null where it is. The clock is the server's, to the second, and
 * what counts is when the request came, however long its answer took.
 */
export function refusedByClock(call: CallOfApplication, arrivedAt: Temporal.Instant): string | null {
  if (arrivedAt.epochMilliseconds < call.opensAt.epochMilliseconds) {
    return `L’appel n’ouvre que le ${formatDateTime(call.opensAt)}. Votre brouillon est gardé.`;
  }
  if (arrivedAt.epochMilliseconds < call.closesAt.epochMilliseconds) return null;
  const seconds = arrivedAt.toZonedDateTimeISO("Europe/Paris").second;
  return `L’appel s’est clos le ${formatDateTime(call.closesAt)} ; votre dépôt est arrivé à ${formatTime(arrivedAt)} et ${seconds} s. Rien de ce que vous avez saisi n’est perdu. Si le service était en panne, écrivez à l’adresse de l’appel : une panne constatée peut le prolonger pour tous.`;
}

const LAST_MINUTES = 5;

/**
 * In a call's last minutes the machine is for those who still file: the receipts of these are made once it has closed,
 * at this instant. Null where the receipt is made at once.
 */
export function receiptLater(
  call: Pick<CallOfApplication, "closesAt">,
  arrivedAt: Temporal.Instant,
): Temporal.Instant | null {
  const isLast = call.closesAt.subtract({ minutes: LAST_MINUTES }).epochMilliseconds <= arrivedAt.epochMilliseconds;
  return isLast ? call.closesAt : null;
}

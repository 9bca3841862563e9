/** An aid was voted, and has not ended. */
export const GRANTED: readonly string[] = ["awarded", "notified", "agreement-to-sign", "signed"];
/** What the task of an amendment begins with: it ends once the amendment is made. */
export const AMENDMENT_TASK = "Établir l’avenant";
/** Its agreement is made: what it says no longer holds once the other funder takes its aid back. */
export const AGREED: readonly string[] = ["agreement-to-sign", "signed"];

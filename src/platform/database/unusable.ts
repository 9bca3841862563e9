/** What the data folder or the database holds cannot be used as it is; the message says what to do about it. */
export class UnusableData extends Error {}

/** What the service records of persons, and until when: the privacy page is made of these. */
export interface Processing {
  readonly what: string;
  readonly why: string;
  readonly ground: string;
  readonly kept: string;
}

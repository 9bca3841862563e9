/** Whether a commune has, or had, this code: the rules do not know the map, whoever holds it may tell. */
export type IsCommune = (code: string) => boolean;

export const anyCode: IsCommune = () => true;

/** Five characters, Corsica's with a letter: the shape of INSEE's codes. */
export function isCommuneCode(text: string): boolean {
  return /^(?:\d{5}|2[AB]\d{3})$/.test(text);
}

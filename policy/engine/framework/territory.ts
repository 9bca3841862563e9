/** A body that instructs calls with the funder, as the text names it. */
export interface NamedBody {
  /** « DREETS de Normandie » */
  readonly name: string;
  /** « la DREETS de Normandie » */
  readonly the: string;
}

/** Where a version of the text applies, and who carries it with the funder there. */
export interface Territory {
  /** INSEE code of the region. */
  readonly region: string;
  /** « en Normandie »: the preposition is the name's own. */
  readonly where: string;
  /** Names by INSEE code, in the order in which pages list them. */
  readonly departments: Readonly<Record<string, string>>;
  /** By the role of their agents. */
  readonly bodies: Readonly<Record<"dreets" | "managing-authority" | "opco", NamedBody>>;
}

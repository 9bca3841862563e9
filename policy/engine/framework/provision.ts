const carrierKinds = [
  "rule",
  "doubt",
  "form",
  "paper",
  "declaration",
  "grid",
  "scheme",
  "page",
  "letter",
  "code",
  "tag",
  "source",
  "later",
] as const;

export type CarrierKind = (typeof carrierKinds)[number];

/** What of the service carries a statement: a rule by its id, a question by its path, a page by its address. */
export interface Carrier {
  readonly kind: CarrierKind;
  readonly target: string;
}

/** One testable statement of the text in our words, or a point that it leaves open with the reading applied. */
export interface Statement {
  readonly id: string;
  readonly place: string;
  readonly words: string;
  /** Of a point left open: the reading that the service applies. */
  readonly reading?: string;
  readonly carriers: readonly Carrier[];
}

export interface StatementPart {
  readonly title: string;
  readonly statements: readonly Statement[];
}

/** The whole text, statement by statement, so that nothing it says is lost on the way. */
export interface Provisions {
  readonly parts: readonly StatementPart[];
  readonly doubts: readonly Statement[];
  /** Parts of the service still to come, by the name that statements call them. */
  readonly later: Readonly<Record<string, string>>;
}

/** Reads lines of « id | place | words | carriers », with the reading before the carriers where there is one. */
export function readStatements(table: string): readonly Statement[] {
  return table.trim().split("\n").map(readStatement);
}

function readStatement(line: string): Statement {
  const cells = line.split(" | ");
  const [id = "", place = "", words = ""] = cells;
  const carriers = (cells.at(-1) ?? "").split(", ").map(readCarrier);
  if (cells.length === 4) return { id, place, words, carriers };
  if (cells.length === 5) return { id, place, words, reading: cells[3] ?? "", carriers };
  throw new Error(`not a line of provisions: ${line}`);
}

function readCarrier(text: string): Carrier {
  const [word, ...rest] = text.split(" ");
  const kind = carrierKinds.find((one) => one === word);
  if (kind === undefined || rest.length === 0) throw new Error(`nothing carries « ${text} »`);
  return { kind, target: rest.join(" ") };
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly provision: string;
}

/** A passage of plain words on a scheme, with the provisions it restates. */
export interface Passage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly provisions: readonly string[];
}

export type AxisId = "support" | "innovate" | "professionalise" | "spread";

/** The families of tags: the lists that run through the whole text. */
export type TagKind =
  | "axis"
  | "objective"
  | "purpose"
  | "transition"
  | "unmapped-transition"
  | "commitment"
  | "learning-mode"
  | "expectation"
  | "theme";

/** A word of the text to sort by: the same for schemes, events, courses and results, and counted in figures. */
export interface Tag {
  /** Unique over all kinds: the id alone is stored. */
  readonly id: string;
  readonly kind: TagKind;
  readonly label: string;
  readonly provision: string;
}

/** A family of tags as it is shown. Open: the text ends its list by « etc. », so that another can be said in words. */
export interface TagFamily {
  readonly kind: TagKind;
  readonly label: string;
  readonly open: boolean;
}

/** A transition as one place of the text words it, and the tag it is counted under; null: kept as it is said. */
export interface TransitionWord {
  readonly place: string;
  readonly provision: string;
  readonly word: string;
  readonly tag: string | null;
}

export function tagsOfKind(tags: readonly Tag[], kind: TagKind): readonly Tag[] {
  return tags.filter((tag) => tag.kind === kind);
}

/** What a setting is made of; `called` is a name with its article. */
export type SettingKind =
  | { readonly kind: "line" | "text" | "called"; readonly most: number }
  | { readonly kind: "email" | "siret" | "yes-no" | "day-list" | "image" }
  | { readonly kind: "days"; readonly least: number; readonly most: number };

/** Where a value that nobody confirmed comes from: invented for the demonstration, or proposed by who wrote the service. */
type Origin = "demonstration" | "proposal";

/** One thing that the people who run the service set on screen. */
export interface DeclaredSetting {
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
  readonly kind: SettingKind;
  /** What holds until somebody confirms another; null where nothing does. */
  readonly initial: unknown;
  readonly origin: Origin;
  /** It binds nobody outside the service: one person sets it. */
  readonly alone?: true;
}

/** Settings that one looks for together. */
export interface SettingGroup {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly settings: readonly DeclaredSetting[];
}

export const demonstration = "demonstration" as const;
export const proposal = "proposal" as const;

import { canonicalJson, type Day, type DocumentAsked, type Form, type OpenScheme, sha256 } from "#policy/index.ts";

/** What people set of a scheme, confirmed by two of them: each holds from its legal day on (ISO). */
export interface SchemeSetting {
  readonly key: string;
  readonly value: unknown;
  readonly effectiveOn: string;
}

/** What a scheme's settings are about: it in one version of the text. */
export function subjectOf(framework: string, scheme: string): string {
  return `${framework}/${scheme}`;
}

/** A doubt of the text closed for the whole scheme. */
export interface DoctrineReading {
  readonly reading: "default" | "alternative";
  readonly grounds: string;
}

export interface HeldReading extends DoctrineReading {
  /** ISO day. */
  readonly since: string;
}

/** Words over those of the scheme, and papers beside its own: nothing of the scheme is taken away. */
export interface PapersLayer {
  /** By id of a paper of the scheme. */
  readonly worded: Readonly<Record<string, { readonly label?: string; readonly hint?: string }>>;
  readonly added: readonly AddedPaper[];
}

export interface AddedPaper {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly mandatory: boolean;
}

/** Words and weights over those of the grid's lines, by id. */
export interface GridLayer {
  readonly lines: Readonly<
    Record<
      string,
      { readonly title?: string; readonly question?: string; readonly hint?: string; readonly weight?: number }
    >
  >;
}

/** Whether requests are taken, and what is said where they are not. */
export interface Opening {
  readonly open: boolean;
  readonly note: string;
}

/** What is said where no request is taken. */
export function sayClosed({ note }: Opening): string {
  return note === "" ? "Ce dispositif ne prend pas de demande pour l’instant." : note;
}

/** Keys of what is set of a scheme. */
export const PAPERS_KEY = "papers";
export const GRID_KEY = "grid";
export const OPENING_KEY = "opening";
const READING = "reading.";
export const readingKey = (doubt: string): string => `${READING}${doubt}`;
/** The doubt that a key closes; null for another key. */
export const doubtOfKey = (key: string): string | null => (key.startsWith(READING) ? key.slice(READING.length) : null);

/** What holds of a scheme on a day, beside its folder. */
export interface Applied {
  readonly doctrine: Readonly<Record<string, HeldReading>>;
  readonly opening: Opening;
}

const APPLIED = Symbol("what holds of a scheme beside its folder");
const nothing: Applied = { doctrine: {}, opening: { open: true, note: "" } };

/** What holds of a scheme as it was given by `appliedOn`, under a call or not. */
export function appliedTo(scheme: OpenScheme): Applied {
  return (scheme as OpenScheme & { readonly [APPLIED]?: Applied })[APPLIED] ?? nothing;
}

/**
 * The scheme as the service applies it on a day: its folder under what people set of it. Papers and words are a layer
 * that adds and words; a doubt closed by doctrine is read so where no person closed it otherwise on the file. Its hash
 * covers both. The scheme itself where nothing holds.
 */
export function appliedOn(scheme: OpenScheme, settings: readonly SchemeSetting[], on: Day): OpenScheme {
  const held = heldOn(settings, on);
  if (held.size === 0) return scheme;
  const said = JSON.stringify([...held.values()]);
  const made = madeOf.get(scheme) ?? new Map<string, OpenScheme>();
  const applied = made.get(said) ?? layered(scheme, held);
  if (made.size >= MOST_SETTINGS) made.clear();
  madeOf.set(scheme, made.set(said, applied));
  return applied;
}

/** By scheme and what is set of it: a file is read at each of its pages, and what is prepared for a form is kept with it. */
const madeOf = new WeakMap<OpenScheme, Map<string, OpenScheme>>();
/** Beyond so many states of one scheme's settings all are forgotten. */
const MOST_SETTINGS = 20;

function layered(scheme: OpenScheme, held: ReadonlyMap<string, SchemeSetting>): OpenScheme {
  const doctrine = doctrineIn(held);
  const readings = Object.fromEntries(Object.entries(doctrine).map(([id, { reading }]) => [id, reading]));
  const papers = held.get(PAPERS_KEY)?.value as PapersLayer | undefined;
  const grid = held.get(GRID_KEY)?.value as GridLayer | undefined;
  const form = papers === undefined ? scheme.form : withPapers(scheme, papers);
  const applied: Applied = {
    doctrine,
    opening: (held.get(OPENING_KEY)?.value as Opening | undefined) ?? nothing.opening,
  };
  const decisive = { papers: papers ?? null, grid: grid ?? null, readings };
  const isDecisive = papers !== undefined || grid !== undefined || Object.keys(readings).length > 0;
  const over: Pick<OpenScheme, "form" | "documents" | "grid" | "evaluate" | "compile"> & {
    readonly [APPLIED]: Applied;
  } = {
    [APPLIED]: applied,
    form,
    documents: form.documents,
    grid: grid === undefined ? scheme.grid : withWords(scheme.grid, grid),
    evaluate: (facts, context) =>
      scheme.evaluate(facts, { ...context, closedDoubts: { ...readings, ...context.closedDoubts } }),
    compile: (today, closed, terms) => scheme.compile(today, { ...readings, ...closed }, terms),
  };
  const made = Object.assign(Object.create(scheme) as OpenScheme, over);
  if (!isDecisive) return made;
  let hash: string | null = null;
  return Object.defineProperty(made, "ruleSetHash", {
    get() {
      hash ??= sha256(canonicalJson({ rules: scheme.ruleSetHash, ...decisive }));
      return hash;
    },
  });
}

/** The last of each key whose day has come. */
function heldOn(settings: readonly SchemeSetting[], on: string): ReadonlyMap<string, SchemeSetting> {
  const held = new Map<string, SchemeSetting>();
  for (const one of settings) if (one.effectiveOn <= on) held.set(one.key, one);
  return held;
}

function doctrineIn(held: ReadonlyMap<string, SchemeSetting>): Applied["doctrine"] {
  const found: Record<string, HeldReading> = {};
  for (const { key, value, effectiveOn } of held.values()) {
    const doubt = doubtOfKey(key);
    // Null takes the doctrine back: the doubt is open again.
    if (doubt !== null && value !== null) found[doubt] = { ...(value as DoctrineReading), since: effectiveOn };
  }
  return found;
}

/** What an office writes or scans. */
const OFFICE_PAPERS = ["application/pdf", "image/jpeg", "image/png"];

function withPapers(scheme: OpenScheme, { worded, added }: PapersLayer): Form {
  const own = scheme.form.documents.map((paper): DocumentAsked => {
    const words = worded[paper.id];
    return words === undefined ? paper : { ...paper, ...words };
  });
  const more = added.map(
    ({ id, label, hint, mandatory }): DocumentAsked => ({
      id,
      label,
      ...(hint === "" ? null : { hint }),
      provision: scheme.provision,
      required: mandatory ? "always" : "optional",
      origin: "service",
      accept: OFFICE_PAPERS,
    }),
  );
  return { ...scheme.form, documents: [...own, ...more] };
}

function withWords(grid: OpenScheme["grid"], { lines }: GridLayer): OpenScheme["grid"] {
  if (grid.kind === "judged") {
    return {
      ...grid,
      lines: grid.lines.map((line) => {
        const { weight: _none, ...words } = lines[line.id] ?? {};
        return { ...line, ...words };
      }),
    };
  }
  const headings = grid.headings.map((heading) => ({
    ...heading,
    lines: heading.lines.map((line) => ({ ...line, ...lines[line.id] })),
  }));
  return { ...grid, headings };
}

/**
 * A document's layout, written in Typst, together with the type of the data that fills it.
 * The path is relative to `src/`; the file is read when the document is set, so importing a template costs nothing.
 */
export interface DocumentTemplate<Data> {
  readonly path: string;
  /** Never present: it only ties the data's type to the template. */
  readonly data?: (data: Data) => void;
}

export function template<Data>(path: `${string}.typ`): DocumentTemplate<Data> {
  return { path };
}

import type { JSX } from "preact";
import { Columns, type Content, PageHeader, Prose, Section, TableOfContents } from "#src/ui/index.ts";

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly body: Content;
}

/** A page to read: its chapters one under the other, and their list beside. */
export function Chapters(props: {
  readonly title: string;
  readonly lead: Content;
  readonly eyebrow?: Content;
  readonly meta?: Content;
  readonly chapters: readonly Chapter[];
}): JSX.Element {
  const toc = props.chapters.map(({ id, title }) => ({ href: `#${id}`, label: title }));
  return (
    <>
      <PageHeader title={props.title} lead={props.lead} eyebrow={props.eyebrow} meta={props.meta} />
      <Columns side={<TableOfContents items={toc} />}>
        {props.chapters.map(({ id, title, body }) => (
          <Section key={id} id={id} title={title}>
            <Prose>{body}</Prose>
          </Section>
        ))}
      </Columns>
    </>
  );
}

/** What only the funder can say: shown as still to be confirmed, never invented. */
export function ToConfirm(props: { readonly by: string }): JSX.Element {
  return <em>(à confirmer par {props.by})</em>;
}

import type { JSX } from "preact";
import { type Group, itemCount, type Raw, type Section } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  ErrorSummary,
  errorAt,
  Fieldset,
  Form,
  HiddenField,
  LinkButton,
  PageHeader,
  QuestionField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Call } from "../call.ts";

export interface PartPageProps {
  readonly call: Pick<Call, "id" | "title" | "version">;
  readonly section: Section;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

/** How many blank lines a table offers; once they are filled, saving offers as many again. */
const BLANK_LINES = 3;

/** One part of a call to write. */
export function PartPage(props: PartPageProps): JSX.Element {
  const { call, section, raw, errors } = props;
  return (
    <>
      <ErrorSummary errors={summaryOf(section, errors)} />
      <PageHeader eyebrow={call.title} title={section.title} lead={section.intro} />
      <Form action={urls.deskCallPart.href({ id: call.id, part: section.id })}>
        <HiddenField name="version" value={String(call.version)} />
        {section.items.map((item) =>
          item.type === "question" ? (
            <QuestionField
              key={item.path.join(".")}
              question={item}
              path={item.path.join(".")}
              raw={raw}
              error={errors.get(item.path.join("."))}
            />
          ) : (
            <Lines key={item.path.join(".")} group={item} raw={raw} errors={errors} />
          ),
        )}
        <ButtonBar>
          <Button>Enregistrer</Button>
          <Button variant="secondary" name="suite" value="ici">
            Enregistrer et rester ici
          </Button>
          <LinkButton variant="tertiary" href={urls.deskCall.href({ id: call.id })}>
            Annuler
          </LinkButton>
        </ButtonBar>
      </Form>
    </>
  );
}

/** The lines of a table to type, with blank ones to add more. */
export function Lines(props: {
  readonly group: Group;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}): JSX.Element {
  const { group, raw, errors } = props;
  const base = group.path.join(".");
  const count = Math.min(group.max, itemCount(raw, base, group) + BLANK_LINES);
  return (
    <Fieldset legend={group.label} hint="Une ligne laissée vide ne compte pas.">
      {Array.from({ length: count }, (_, place) => (
        <Fieldset key={place} legend={`${group.itemLabel} ${place + 1}`} id={`ligne-${base}-${place}`}>
          {group.items.map((item) => {
            if (item.type === "group") return null;
            const path = `${base}.${place}.${item.id}`;
            return <QuestionField key={path} question={item} path={path} raw={raw} error={errors.get(path)} />;
          })}
        </Fieldset>
      ))}
    </Fieldset>
  );
}

function summaryOf(section: Section, errors: ReadonlyMap<string, string>) {
  return [...errors].map(([name, message]) => {
    const path = name.replace(/\.\d+\./g, ".*.");
    const asked = section.items.flatMap((item) => (item.type === "question" ? [item] : item.items));
    const label = asked.find((one) => one.path.join(".") === path)?.label ?? section.title;
    return { name, message: errorAt(label, message) };
  });
}

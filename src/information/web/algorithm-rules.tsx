import type { JSX } from "preact";
import type { Criterion, Doubt, Form, Framework, Group, OpenScheme, Path, Trace } from "#policy/index.ts";
import { assessExample, quotationOf } from "#src/eligibility/index.ts";
import { Disclosure, Quote, Section } from "#src/ui/index.ts";

/** Each rule of a scheme: its question, what the engine checks in its own words, the text, its doubts. */
export function Rules(props: { readonly framework: Framework; readonly scheme: OpenScheme }): JSX.Element {
  const { framework, scheme } = props;
  const { criteria: results } = assessExample(scheme);
  return (
    <Section
      id="regles"
      title={`Chaque règle (${scheme.criteria.length})`}
      intro="Pour chacune : la question posée, ce que la machine vérifie, ce que dit le texte, et les doutes qui la concernent."
    >
      {scheme.criteria.map((criterion) => (
        <Rule
          key={criterion.id}
          criterion={criterion}
          each={itemOf(scheme.simulatorForm, criterion.each)}
          trace={results.find((result) => result.id === criterion.id)?.trace}
          version={framework.version}
          doubts={scheme.doubts.filter((doubt) => doubt.provision === criterion.id)}
        />
      ))}
    </Section>
  );
}

/** How the form calls one item of a list; null where a rule is about the whole request. */
function itemOf(form: Form, list: Path | undefined): string | null {
  const groups = form.sections.flatMap(({ items }) => items).filter((item): item is Group => item.type === "group");
  const found = groups.find(({ path }) => path.join() === list?.join());
  return found === undefined ? null : found.itemLabel.toLowerCase();
}

function Rule(props: {
  readonly criterion: Criterion;
  /** What the rule is about, where it judges each item of a list: « structure ». */
  readonly each: string | null;
  readonly trace: Trace | undefined;
  readonly version: string;
  readonly doubts: readonly Doubt[];
}): JSX.Element {
  const { criterion, trace } = props;
  const words = quotationOf(props.version, criterion.id);
  return (
    <Disclosure id={criterion.id} summary={`${criterion.id} · ${criterion.title}`}>
      <p>
        <strong>Question.</strong> {criterion.question}
      </p>
      <p>
        <strong>Réponse.</strong>{" "}
        {criterion.nature === "computed"
          ? "Calculée d’après vos réponses, puis vérifiée par une personne."
          : "Déclarée par vous, puis vérifiée par une personne sur pièces."}
      </p>
      {trace !== undefined && (
        <>
          <p>
            <strong>Ce que la machine vérifie{props.each === null ? "" : `, pour chaque ${props.each}`} :</strong>
          </p>
          <ul>
            <TraceLine trace={trace} />
          </ul>
        </>
      )}
      {criterion.applied !== undefined && (
        <>
          <p>
            <strong>Ce qui s’applique aussi :</strong>
          </p>
          <ul>
            {criterion.applied.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {words.length > 0 && (
        <Quote provision={criterion.id} source={`Cadre d’intervention, ${placeOf(criterion)}`}>
          {words.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Quote>
      )}
      {props.doubts.length > 0 && (
        <p>
          Points non tranchés :{" "}
          {props.doubts.map((doubt, index) => (
            <>
              {index > 0 && ", "}
              <a href={`#${doubt.id}`}>{doubt.id}</a>
            </>
          ))}
        </p>
      )}
    </Disclosure>
  );
}

/** « 1.b, public visé, lignes 238 à 240 ». */
function placeOf({ provision, lines }: Criterion): string {
  if (lines === undefined) return provision;
  return `${provision}, ${lines.includes(" ") ? "lignes" : "ligne"} ${lines}`;
}

/** The rule in words, as the engine itself reads it; the values of the example are left out. */
function TraceLine(props: { readonly trace: Trace }): JSX.Element {
  const { said, parts } = props.trace;
  return (
    <li>
      {said}
      {parts !== undefined && parts.length > 0 && (
        <ul>
          {distinct(parts).map((part) => (
            <TraceLine key={part.said} trace={part} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The example has several phases: a rule about each is said once. */
function distinct(parts: readonly Trace[]): readonly Trace[] {
  return [...new Map(parts.map((part) => [part.said, part])).values()];
}

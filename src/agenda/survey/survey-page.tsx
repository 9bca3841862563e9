import type { JSX } from "preact";
import { DataTable, EmptyState, formatNumber, PageHeader, plural, Section } from "#src/ui/index.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { LEAST_ANSWERS, type SurveyResults } from "./results.ts";

export interface SurveyPageProps {
  readonly occasion: Occasion;
  /** Right after, and some months later for a course. */
  readonly moments: readonly { readonly title: string; readonly results: SurveyResults }[];
}

/** What those who came thought of it, read together. */
export function SurveyPage(props: SurveyPageProps): JSX.Element {
  return (
    <>
      <PageHeader
        eyebrow={props.occasion.title}
        title="Les avis reçus"
        lead={`Lus ensemble, sans nom, à partir de ${LEAST_ANSWERS} réponses.`}
      />
      {props.moments.map(({ title, results }) => (
        <Section
          key={title}
          title={title}
          intro={`${plural(results.answered, "réponse")} sur ${plural(results.asked, "personne interrogée", "personnes interrogées")}.`}
        >
          {results.scales.length === 0 ? <TooFew {...results} /> : <Read {...results} />}
        </Section>
      ))}
    </>
  );
}

function TooFew(props: SurveyResults): JSX.Element {
  return (
    <EmptyState title={props.asked === 0 ? "Personne n’a encore été interrogé" : "Trop peu de réponses"} level={3}>
      <p>
        {props.asked === 0
          ? "Ceux qui étaient là reçoivent un courriel deux heures après la fin."
          : `Les réponses se lisent à partir de ${LEAST_ANSWERS} : en dessous, on pourrait deviner de qui elles sont.`}
      </p>
    </EmptyState>
  );
}

function Read(props: SurveyResults): JSX.Element {
  const options = props.scales[0]?.counts.map((one) => one.label) ?? [];
  return (
    <>
      <DataTable
        caption="Ce que disent les réponses"
        captionHidden
        rows={props.scales}
        rowKey={(one) => one.label}
        columns={[
          { key: "label", header: "Affirmation", rowHeader: true, cell: (one) => one.label },
          ...options.map((option, n) => ({
            key: option,
            header: option,
            numeric: true,
            cell: (one: SurveyResults["scales"][number]) => formatNumber(one.counts[n]?.many ?? 0),
          })),
        ]}
      />
      {props.words
        .filter((one) => one.said.length > 0)
        .map(({ label, said }) => (
          <section key={label} aria-label={label}>
            <h3>{label}</h3>
            <ul>
              {said.map((words, n) => (
                <li key={`${n}-${words}`} class="es-lines">
                  {words}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

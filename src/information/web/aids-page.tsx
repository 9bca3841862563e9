import type { JSX } from "preact";
import { type Followed, type Framework, longest, type Scheme } from "#policy/index.ts";
import type { OpenCall } from "#src/eligibility/index.ts";
import { Grid, NBSP, PageHeader, Prose, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Found, Question, WayCard } from "./aids-question.tsx";
import { SideBySide } from "./aids-table.tsx";
import { CallCard, isByCall } from "./open-call.tsx";

/** All the aids, and the way to the right one by three questions at most. Nothing is kept: the answers are the address. */
export function AidsPage(props: {
  readonly framework: Framework;
  readonly followed: Followed;
  /** A question was sent back without an answer. */
  readonly isUnanswered: boolean;
  readonly calls: readonly OpenCall[];
}): JSX.Element {
  const { framework, followed, calls } = props;
  const aids = framework.schemes.filter(isAid);
  const closed = aids.filter((one) => isByCall(one) && !calls.some(({ scheme }) => scheme.slug === one.slug));
  return (
    <>
      <PageHeader
        title="Quelle aide pour mon projet ?"
        lead="Trois ou quatre questions, une minute. La réponse dit ce qui convient et par où commencer."
      />
      {followed.here.kind === "fork" ? (
        <Question {...props} fork={followed.here} most={longest(framework.orientation)} />
      ) : (
        <Found framework={framework} followed={followed} oriented={followed.here} calls={calls} />
      )}
      <SideBySide aids={aids} calls={calls} />
      <Section
        id="appels"
        title="Les appels à projets"
        intro="Ces aides s’ouvrent par un appel, qui fixe ses dates et ce que le texte lui laisse."
      >
        {calls.length > 0 && (
          <Grid>
            {calls.map((call) => (
              <CallCard key={call.slug} call={call} />
            ))}
          </Grid>
        )}
        <Prose>
          {closed.length > 0 && (
            <p>
              Sans appel ouvert en ce moment{NBSP}:{" "}
              {closed.map((scheme, index) => (
                <>
                  {index > 0 && ", "}
                  <a href={urls.scheme.href({ scheme: scheme.slug })}>{scheme.name}</a>
                </>
              ))}
              .
            </p>
          )}
          <p>
            <a href={urls.calls.href()}>Les appels ouverts, à venir et clos</a> ·{" "}
            <a href={urls.subscriptions.href({}, { sujets: "calls" })}>Être prévenu des nouveaux appels</a>
          </p>
        </Prose>
      </Section>
      <Section title="Sans demander d’aide">
        <Grid min="small">
          {(["training", "agenda", "sustainability", "maturity", "community", "contact"] as const).map((part) => (
            <WayCard key={part} framework={framework} way={{ kind: "part", part }} />
          ))}
        </Grid>
      </Section>
    </>
  );
}

/** The schemes whose money one can ask for: the others are ways to move on. */
function isAid(scheme: Scheme): boolean {
  return scheme.status === "open" || scheme.passages.some(({ title }) => title.startsWith("Quelle aide"));
}

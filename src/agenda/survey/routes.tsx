import type { JSX } from "preact";
import { coldEvaluation, eventSurvey, hotEvaluation } from "#policy/index.ts";
import { type Routes, respondPage } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { LinkButton } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { requirePart } from "../events/guard.ts";
import { mayOnOccasion, type OccasionPart } from "../occasions/may.ts";
import { isPublic, type Occasion } from "../occasions/occasion.ts";
import { resultsOf } from "./results.ts";
import { readAnswers } from "./store.ts";
import { SurveyPage } from "./survey-page.tsx";

export function surveyRoutes(routes: Routes, world: World): void {
  routes.get(urls.runOccasionSurvey.pattern, async (c) => {
    const { occasion } = await requirePart(c, world, "read-registrations");
    const moments = await inTransaction(world.db, "system", async (tx) => {
      const found = [];
      for (const { title, moment, questions } of asked(occasion)) {
        const { asked: many, answers } = await readAnswers(tx, occasion.id, moment);
        found.push({ title, results: resultsOf(questions, many, answers) });
      }
      return found;
    });
    const breadcrumbs = [
      { label: "Animation", href: urls.running.href() },
      { label: occasion.title, href: urls.runOccasion.href({ id: occasion.id }) },
      { label: "Avis" },
    ];
    return respondPage(
      c,
      world,
      { title: `Avis reçus, ${occasion.title}`, current: urls.running.href(), breadcrumbs },
      <SurveyPage occasion={occasion} moments={moments} />,
    );
  });
}

/** What is asked of an occasion, and when. */
function asked(occasion: Occasion) {
  if (occasion.nature === "event")
    return [{ title: "Après l’événement", moment: "hot", questions: eventSurvey }] as const;
  return [
    { title: "À la fin de la session", moment: "hot", questions: hotEvaluation },
    { title: "Quelques mois après", moment: "cold", questions: coldEvaluation },
  ] as const;
}

/** Where who runs an occasion reads what people thought of it, once it is over. */
export async function runSurveyPart(
  world: World,
  occasion: Occasion,
  parts: readonly OccasionPart[],
): Promise<JSX.Element | null> {
  const isOver = occasion.endsAt.epochMilliseconds <= world.clock.now().epochMilliseconds;
  if (!mayOnOccasion(parts, "read-registrations") || !isPublic(occasion) || !isOver) return null;
  return (
    <p>
      <LinkButton variant="secondary" icon="star" href={urls.runOccasionSurvey.href({ id: occasion.id })}>
        Avis reçus
      </LinkButton>
    </p>
  );
}

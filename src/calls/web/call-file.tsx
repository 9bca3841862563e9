import type { JSX } from "preact";
import type { OpenScheme } from "#policy/index.ts";
import { formatPercent, NBSP, Prose, plural, Section, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Content, titleOf } from "./call-parts.ts";

const regimes = {
  none: "L’aide n’est pas une aide d’État.",
  "de-minimis":
    "Aide de minimis : 300 000 € au plus sur trois ans, comptés de jour à jour, toutes aides de minimis et toutes entreprises liées ensemble.",
  sgei: "Aide de minimis à un service d’intérêt économique général : 750 000 € au plus sur trois ans, comptés de jour à jour, entreprises liées ensemble.",
} as const;

export function AidRegime(props: Pick<Content, "aidRegime" | "aidRegimeName" | "heldUntilBalance">): JSX.Element {
  const { aidRegime, aidRegimeName, heldUntilBalance } = props;
  return (
    <>
      {aidRegime != null && (
        <p>{aidRegime === "other" ? `Régime d’aide${NBSP}: ${aidRegimeName ?? ""}` : regimes[aidRegime]}</p>
      )}
      {heldUntilBalance != null && heldUntilBalance > 0 && (
        <p>{`${formatPercent(Math.round(heldUntilBalance * 10_000))} de l’aide sont versés au solde, une fois le projet achevé.`}</p>
      )}
    </>
  );
}

export function ApplicationSection(props: {
  readonly scheme: OpenScheme;
  readonly content: Content;
  readonly slug: string;
}): JSX.Element {
  const funder = useFunder();
  const { questions = [], documents = [], note } = props.content;
  const { form, consortium } = props.scheme;
  const isCommon = consortium !== undefined;
  const parts = form.sections.map(({ title }) => title);
  return (
    <Section id="dossier" title={titleOf("dossier")}>
      <Prose>
        {note === true && (
          <p>
            Une courte <a href={urls.callNotes.href({ slug: props.slug })}>note d’intention</a> est demandée d’abord :
            {funder.the} vous oriente, rien n’est décidé.
          </p>
        )}
        <p>{`Il se remplit en ligne, en ${plural(parts.length, "partie")}${NBSP}: ${parts.join(" ; ")}.`}</p>
        {(questions ?? []).length > 0 && (
          <>
            <h3>Les questions propres à cet appel</h3>
            <ul>
              {questions?.map((one) => (
                <li key={one.label}>
                  {one.label}
                  {one.answeredBy === "everyone" && isCommon && " Chaque membre du consortium répond."}
                  {one.eliminatory === true && <strong> Éliminatoire.</strong>}
                  {one.quote != null && <div class="es-hint">{one.quote}</div>}
                </li>
              ))}
            </ul>
          </>
        )}
        {(documents ?? []).length > 0 && (
          <>
            <h3>Les pièces propres à cet appel</h3>
            <ul>
              {documents?.map((one) => (
                <li key={one.label}>
                  {one.label}
                  {one.mandatory !== true && " (facultatif)"}
                  {one.hint != null && <div class="es-hint">{one.hint}</div>}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>Les pièces à joindre</h3>
        <ul>
          {form.documents.map(({ id, label, required }) => (
            <li key={id}>
              {label}
              {required !== "always" && (required === "optional" ? " (facultatif)" : " (selon les cas)")}
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}

import type { JSX } from "preact";
import { labelHere } from "#policy/index.ts";
import { leftOf, restsOnDeclaredPast } from "#src/life/index.ts";
import { whatIsLeft } from "#src/life/web/index.ts";
import {
  Answer,
  Button,
  ButtonBar,
  CheckField,
  Columns,
  errorAt,
  Form,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  plural,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { BelongingNotice, organisationOf } from "../belonging/notice.tsx";
import { CallClock } from "../draft/call-clock.tsx";
import { OlderFramework } from "../draft/draft-notices.tsx";
import { placeOf } from "../draft/places.ts";
import { DraftSteps } from "../draft/sidebar.tsx";
import { UnmetConditions } from "../draft/unmet.tsx";
import { sayWaited, waitedPartners } from "../partners/waiting.ts";
import { Recap } from "../web/answers.tsx";
import { Budget } from "../web/budget.tsx";
import type { SubmissionPageProps } from "./submission-props.ts";
import { LittleAid, Verdict } from "./submission-verdict.tsx";
import { declarationsOf } from "./submit.ts";

/** Name of the box ticked by who files a request that the rules find not eligible. */
export const KNOWINGLY = "sachant";

/** What is still missing, what the rules say, the declarations, and the one button. */
export function SubmissionPage(props: SubmissionPageProps): JSX.Element {
  const { file } = props;
  const { counted } = file.reading.scheme;
  return (
    <Columns side={<DraftSteps file={file} current="depot" />}>
      <PageHeader
        eyebrow={`${file.reading.scheme.name} · ${file.application.organisationName}`}
        title="Relire et déposer"
        lead="Relisez, cochez, déposez. Vous recevrez aussitôt un accusé de réception avec le numéro de votre dossier."
      />
      <OlderFramework file={file} />
      <Refused {...props} />
      <CallClock file={file} now={props.now} />
      {props.standing !== null && <BelongingNotice standing={props.standing} organisation={organisationOf(file)} />}
      <Completeness {...props} />
      <WaitedPartners {...props} />
      <UnmetConditions file={file} />
      <Verdict {...props} />
      <Section
        id="reponses"
        title="Ce que vous déposez"
        intro="Vos réponses, section par section, puis les pièces jointes : ouvrez, relisez, corrigez au besoin."
      >
        <LinkButton
          variant="secondary"
          size="sm"
          icon="download"
          href={urls.applicationDraftPdf.href({ id: file.application.id })}
        >
          Le brouillon en PDF, pour le faire relire
        </LinkButton>
        <Recap file={file} mayEdit={props.maySubmit} />
      </Section>
      <Section id="budget-recapitulatif" title="Le budget">
        <Budget reading={file.reading} id="budget" />
        {counted !== undefined && restsOnDeclaredPast(file) && (
          <Notice tone="info" title="Un montant à vérifier">
            <p>{counted.declared}</p>
          </Notice>
        )}
      </Section>
      <Declarations {...props} />
    </Columns>
  );
}

function Refused(props: SubmissionPageProps): JSX.Element | null {
  const { refusals, file } = props;
  if (refusals.length === 0) return null;
  return (
    <div class="es-error-summary" role="alert" tabIndex={-1} id="erreurs" data-focus-on-load>
      <h2>{`Votre demande n’est pas déposée : ${plural(refusals.length, "point", "points")} à régler`}</h2>
      <p>Tout ce que vous avez saisi est conservé.</p>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.message + (refusal.path ?? "")}>
            {refusal.path === undefined ? (
              refusal.message
            ) : (
              <a href={placeOf(file.reading, file.application.id, refusal.path)}>{refusal.message}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Completeness(props: SubmissionPageProps): JSX.Element | null {
  const { reading, application } = props.file;
  const unreadable = reading.questions.filter((one) => reading.errors.has(one.path));
  const left = whatIsLeft(leftOf(reading));
  if (left === null && reading.unmet.length > 0) {
    return (
      <Answer tone="warning" icon="unmet" title="Tout est rempli, mais l’aide n’est pas possible en l’état">
        {plural(reading.unmet.length, "condition n’est pas remplie", "conditions ne sont pas remplies")} :{" "}
        <a href="#conditions-non-remplies">voyez ce qui peut changer la réponse</a>. Vous pouvez déposer en le sachant.
      </Answer>
    );
  }
  if (left === null) {
    return sayWaited(props.file) !== null ? null : (
      <Answer tone="success" icon="check" title="Votre dossier est complet">
        Toutes les réponses et toutes les pièces demandées y sont.
      </Answer>
    );
  }
  const sections = [
    ...reading.scheme.form.sections.map(({ id, title }) => ({ id, title })),
    { id: "documents", title: "Les pièces" },
  ];
  return (
    <Section id="manque" title={left} intro="Chaque ligne mène au champ ou à la pièce.">
      {sections.map(({ id, title }) => {
        const gaps = reading.gaps.filter((gap) => gap.section === id);
        const wrong = unreadable.filter((one) => one.section === id);
        if (gaps.length + wrong.length === 0) return null;
        return (
          <div key={id}>
            <h3>{title}</h3>
            <ul>
              {wrong.map((one) => (
                <li key={one.path}>
                  <a href={placeOf(reading, application.id, one.path)}>
                    {errorAt(labelHere(one.question.label, one.situation), reading.errors.get(one.path) ?? "")}
                  </a>
                </li>
              ))}
              {gaps.map((gap) => (
                <li key={gap.path}>
                  <a href={placeOf(reading, application.id, gap.path)}>
                    {gap.contradicts === true ? errorAt(gap.label, gap.message) : gap.label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}

/** The partners for whom the filing waits: said here, not only once the button is refused. */
function WaitedPartners({ file }: SubmissionPageProps): JSX.Element | null {
  const title = sayWaited(file);
  if (title === null) return null;
  return (
    <Section
      id="confirmations"
      title={title}
      intro="Le dossier se dépose quand chaque partenaire a confirmé sa partie."
    >
      <ul>
        {waitedPartners(file).map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <LinkButton variant="secondary" href={urls.applicationPartners.href({ id: file.application.id })}>
        Voir et relancer les partenaires
      </LinkButton>
    </Section>
  );
}

function Declarations(props: SubmissionPageProps): JSX.Element | null {
  const { file, refusals } = props;
  if (!props.maySubmit) {
    return (
      <Notice tone="info" title="Vous consultez cette demande">
        Un responsable ou un rédacteur de la structure peut la déposer.
      </Notice>
    );
  }
  const errorOf = (path: string) => refusals.find((one) => one.path === path)?.message;
  return (
    <Section
      id="declarations"
      title="Vos déclarations"
      intro="Cochez-les une par une : elles engagent votre structure."
    >
      <LittleAid {...props} />
      <Form action={urls.applicationSubmission.href({ id: file.application.id })} label="Déposer la demande">
        {Object.entries(props.fields).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        {declarationsOf(file.reading).map((one) => (
          <CheckField
            key={one.id}
            name={`declarations.${one.id}`}
            label={one.label}
            hint={one.why}
            checked={props.ticked.includes(one.id)}
            error={errorOf(`declarations.${one.id}`) === undefined ? undefined : "Cochez cette déclaration."}
          />
        ))}
        {file.reading.assessment.eligibility === "not-eligible" && (
          <CheckField
            name={`declarations.${KNOWINGLY}`}
            label="J’ai lu que, d’après mes réponses, une condition n’est pas remplie. Je dépose quand même."
            checked={props.ticked.includes(KNOWINGLY)}
            error={errorOf(`declarations.${KNOWINGLY}`)}
          />
        )}
        <ButtonBar>
          <Button size="lg" icon="send">
            Déposer ma demande
          </Button>
        </ButtonBar>
        <p class="es-hint">
          Après le dépôt, la demande ne se modifie plus, sauf si le service vous demande un complément.
        </p>
      </Form>
    </Section>
  );
}

import type { JSX } from "preact";
import { type Declaration, type Missing, valueAtPath } from "#policy/index.ts";
import { type PartnerHere, type Refusal, sayAnswer } from "#src/life/index.ts";
import { applicantStateLook } from "#src/life/web/index.ts";
import {
  Answer,
  Button,
  ButtonBar,
  CheckField,
  Columns,
  Confirm,
  Disclosure,
  ErrorSummary,
  errorAt,
  FileList,
  Form,
  fieldId,
  formatDateTime,
  HiddenField,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  plural,
  Section,
  StateTag,
  SummaryList,
  TableOfContents,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { SectionPicture } from "../web/pictures.tsx";
import { ToldBlocks } from "../web/told.tsx";
import { toldBlocks } from "../web/told-blocks.ts";
import { titleOf } from "./mails.ts";
import { Parts } from "./parts.tsx";
import type { SharedProject } from "./project.ts";
import { partLook } from "./words.ts";

export interface PartnershipPageProps {
  readonly project: SharedProject;
  /** Owners and editors of the partner write and confirm; readers look. */
  readonly mayWrite: boolean;
  readonly declarations: readonly Declaration[];
  readonly ticked: readonly string[];
  readonly refusals: readonly Refusal[];
  /** What the page shows of the part, as one value: a confirmation bears on it. */
  readonly seen: string;
  readonly newKey: () => string;
}

/** A project as a partner follows it: its own part first, who has confirmed, then the whole. */
export function PartnershipPage(props: PartnershipPageProps): JSX.Element {
  const { application, own, reading } = props.project;
  const isDraft = application.state === "draft";
  return (
    <>
      <PageHeader
        eyebrow={`${reading.scheme.name} · projet commun`}
        title={titleOf(application)}
        lead={`${application.organisationName} en est le chef de file\u00a0: il dépose et porte toutes les dépenses.`}
        meta={
          <>
            <StateTag {...applicantStateLook(application.state)} />
            <StateTag {...partLook(own.state)} />
          </>
        }
      />
      <ErrorSummary
        errors={props.refusals.map(({ path, message }) =>
          path?.startsWith("declarations.") === true ? { message, name: path } : { message },
        )}
      />
      <Columns sideAt="end" side={<TableOfContents items={contents} />}>
        <Section id="partie" title="Votre partie">
          {isDraft ? <OwnPart {...props} /> : <Filed {...props} />}
        </Section>
        <Section id="structures" title="Qui prend part">
          <Parts parts={props.project.parts} leadName={application.organisationName} />
        </Section>
        <Section
          id="projet"
          title="Tout le projet"
          intro={
            "Des dépenses de personnel, vous lisez la tâche, les heures et le total\u00a0: la rémunération reste à l’employeur."
          }
        >
          <Whole project={props.project} />
        </Section>
        {isDraft && props.mayWrite && <Leave {...props} />}
      </Columns>
    </>
  );
}

const contents = [
  { href: "#partie", label: "Votre partie" },
  { href: "#structures", label: "Qui prend part" },
  { href: "#projet", label: "Tout le projet" },
];

function OwnPart(props: PartnershipPageProps): JSX.Element {
  const { project } = props;
  const { own, partner, missing, errors } = project;
  const left = missing.length + errors.size;
  const edit = urls.partnershipPart.href({ partner: partner.id });
  return (
    <>
      <Status own={own} left={left} />
      <OwnAnswers project={project} />
      {missing.length > 0 && <Gaps project={project} missing={missing} href={edit} />}
      {props.mayWrite ? (
        <ButtonBar>
          <LinkButton href={edit} variant={left > 0 ? "primary" : "secondary"} icon="pen">
            {left > 0 ? "Écrire votre partie" : "Modifier votre partie"}
          </LinkButton>
        </ButtonBar>
      ) : (
        <Notice tone="info" title="Vous consultez ce projet">
          Un responsable ou un rédacteur de votre structure écrit sa partie et la confirme.
        </Notice>
      )}
      {props.mayWrite && left === 0 && own.state !== "confirmed" && <Confirmation {...props} />}
    </>
  );
}

function Status(props: { readonly own: PartnerHere; readonly left: number }): JSX.Element {
  const { state, partner } = props.own;
  if (state === "confirmed") {
    return (
      <Answer tone="success" icon="check" title="Votre partie est confirmée">
        {partner?.confirmedAt == null
          ? ""
          : `Le ${formatDateTime(partner.confirmedAt)}${partner.confirmedBy === null ? "" : `, par ${partner.confirmedBy}`}. `}
        Si elle change, il faudra la confirmer de nouveau.
      </Answer>
    );
  }
  if (state === "changed") {
    return (
      <Answer tone="warning" icon="warning" title="Votre partie a changé depuis que vous l’avez confirmée">
        Relisez-la ci-dessous, puis confirmez-la de nouveau.
      </Answer>
    );
  }
  return (
    <Answer
      tone="info"
      icon="pen"
      title={
        props.left > 0
          ? `${plural(props.left, "réponse attendue", "réponses attendues")} de vous`
          : "Tout y est\u00a0: relisez et confirmez"
      }
    >
      Le projet ne peut pas être déposé avant votre confirmation.
    </Answer>
  );
}

function OwnAnswers(props: { readonly project: SharedProject }): JSX.Element {
  const { reading, own, consortium } = props.project;
  const isTheirs = (path: string) => consortium.writes.some((field) => path === `${own.part.path}.${field}`);
  return (
    <SummaryList
      items={reading.questions
        .filter(({ path }) => isTheirs(path))
        .map(({ question, path }) => ({
          label: question.label,
          value: sayAnswer(question, valueAtPath(reading.answers, path)),
          note: props.project.errors.get(path),
        }))}
    />
  );
}

/** What is left of one's own part: the question alone, whose part it is goes without saying. */
function Gaps(props: {
  readonly project: SharedProject;
  readonly missing: readonly Missing[];
  readonly href: string;
}): JSX.Element {
  const asked = new Map(props.project.reading.questions.map(({ path, question }) => [path, question.label]));
  const own = (path: string, label: string) => asked.get(path) ?? label;
  return (
    <>
      <p>Il reste à répondre :</p>
      <ul>
        {props.missing.map(({ path, label, message, contradicts }) => (
          <li key={path}>
            <a href={`${props.href}#${fieldId(path)}`}>
              {contradicts === true ? errorAt(own(path, label), message) : own(path, label)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Confirmation(props: PartnershipPageProps): JSX.Element {
  const { partner } = props.project;
  const errorOf = (id: string) => props.refusals.some(({ path }) => path === `declarations.${id}`);
  return (
    <Section
      id="confirmer"
      title="Confirmer votre partie"
      level={3}
      intro={"Cochez chaque déclaration\u00a0: elle engage votre structure."}
    >
      <Form action={urls.partnershipConfirmation.href({ partner: partner.id })} label="Confirmer votre partie">
        <HiddenField name="cle" value={props.newKey()} />
        <HiddenField name="vu" value={props.seen} />
        {props.declarations.map((one) => (
          <CheckField
            key={one.id}
            name={`declarations.${one.id}`}
            label={one.label}
            hint={one.why}
            checked={props.ticked.includes(one.id)}
            error={errorOf(one.id) ? "Cochez cette déclaration." : undefined}
          />
        ))}
        <ButtonBar>
          <Button icon="check">Confirmer notre partie</Button>
        </ButtonBar>
      </Form>
    </Section>
  );
}

function Filed(props: PartnershipPageProps): JSX.Element {
  const { application } = props.project;
  return (
    <>
      <Notice tone="info" title={`Projet déposé\u00a0: dossier ${application.number ?? ""}`}>
        <p>
          {application.submittedAt === null ? "" : `Le ${formatDateTime(application.submittedAt)}. `}
          Le service écrit au chef de file. Vous suivez ici où en est le dossier. Après le dépôt, un changement de
          partenaire passe par un avenant.
        </p>
      </Notice>
      <OwnAnswers project={props.project} />
    </>
  );
}

/** Every answer that may be read, by section; then what the project costs, and its papers. */
function Whole(props: { readonly project: SharedProject }): JSX.Element {
  const { reading, figures, papers, consortium, partner } = props.project;
  const money = (cents: number | null) => (cents === null ? "À compléter" : <Money cents={cents} />);
  return (
    <>
      <SummaryList
        compact
        items={[
          { label: "Coût du projet", value: money(figures.realCost) },
          { label: "Dépenses éligibles, d’après les règles", value: money(figures.eligibleCosts) },
          ...figures.sources.map(({ label, amount }) => ({ label, value: money(amount) })),
        ]}
      />
      {reading.scheme.form.sections.map((section) => (
        <Disclosure key={section.id} summary={section.title}>
          <ToldBlocks title={section.title} blocks={toldBlocks(reading, section.id)} />
          <SectionPicture reading={reading} section={section} />
        </Disclosure>
      ))}
      <Disclosure summary={`Les pièces (${papers.length})`}>
        <FileList
          files={papers.map((one) => ({
            name: reading.documents.find(({ key }) => key === one.key)?.label ?? one.name,
            size: one.size,
            ...(one.document === consortium.agreement && one.scan !== "infected" && one.scan !== "pending"
              ? { href: urls.partnershipAgreement.href({ partner: partner.id }) }
              : { note: "jointe par le chef de file" }),
          }))}
          empty="Aucune pièce n’est jointe pour l’instant."
        />
      </Disclosure>
    </>
  );
}

function Leave(props: PartnershipPageProps): JSX.Element {
  const { partner } = props.project;
  return (
    <Confirm
      id="depart"
      action={urls.partnershipLeaving.href({ partner: partner.id })}
      fields={{ cle: props.newKey() }}
      label="Quitter ce projet"
      title="Quitter ce projet ?"
      confirmLabel="Quitter le projet"
      danger
    >
      <p>
        Votre partie disparaît du projet : rien de vous ne figurera dans ce qui sera déposé. Le chef de file est
        prévenu. Il peut vous inviter de nouveau.
      </p>
    </Confirm>
  );
}

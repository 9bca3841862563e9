import type { JSX } from "preact";
import type { OpenApplication, Partner, PartnerHere, Refusal } from "#src/life/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  Card,
  Columns,
  Confirm,
  EmailField,
  ErrorSummary,
  Form,
  type FormError,
  formatDateTime,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  plural,
  Section,
  SiretField,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { DraftSteps } from "../draft/sidebar.tsx";
import { partLook } from "./words.ts";

export interface PartnersPageProps {
  readonly file: OpenApplication;
  /** Those whose part is over. */
  readonly ended: readonly Partner[];
  /** By partner's id: how many answers its part still awaits. */
  readonly missing: ReadonlyMap<string, number>;
  readonly mayInvite: boolean;
  /** What makes each form's act happen once. */
  readonly newFields: () => Readonly<Record<string, string>>;
  readonly typed: { readonly siret: string; readonly email: string };
  readonly refusals: readonly Refusal[];
  /** The paper that all signed, by its key; null where a scheme asks none. */
  readonly agreement: { readonly label: string; readonly isJoined: boolean } | null;
}

/** Who takes part in the project: what each has done, what is awaited from whom, and how to invite. */
export function PartnersPage(props: PartnersPageProps): JSX.Element {
  const { file } = props;
  const others = file.partners.filter(({ state }) => state !== "lead");
  const confirmed = others.filter(({ state }) => state === "confirmed").length;
  return (
    <Columns side={<DraftSteps file={file} current="partenaires" />}>
      <PageHeader
        eyebrow={`${file.reading.scheme.name} · ${file.application.organisationName}`}
        title="Les partenaires"
        lead="Invitez les structures qui font le projet avec vous. Chacune lit tout le projet, écrit sa partie et la confirme. Vous déposez pour tous."
      />
      <ErrorSummary errors={errorsOf(props.refusals)} />
      {others.length > 0 && (
        <Section
          id="structures"
          title={`${plural(confirmed, "partie confirmée", "parties confirmées")} sur ${others.length}`}
          intro="Le dépôt attend que chaque partenaire ait confirmé ce que dit sa partie."
        >
          {others.map((one) => (
            <PartnerCard key={one.part.path} {...props} here={one} />
          ))}
        </Section>
      )}
      {others.length === 0 && (
        <Notice tone="info" title="Vous déposez seul pour l’instant">
          <p>Un projet peut être porté par une seule structure. Pour le faire à plusieurs, invitez vos partenaires.</p>
        </Notice>
      )}
      {props.mayInvite ? <Invite {...props} /> : <Look />}
      {others.length > 0 && props.agreement !== null && <Agreement {...props} agreement={props.agreement} />}
      {props.ended.length > 0 && <Ended ended={props.ended} />}
    </Columns>
  );
}

function errorsOf(refusals: readonly Refusal[]): readonly FormError[] {
  return refusals.map(({ path, message }) => (path === undefined ? { message } : { message, name: path }));
}

function PartnerCard(props: PartnersPageProps & { readonly here: PartnerHere }): JSX.Element {
  const { here, file } = props;
  const { id } = file.application;
  const { partner, name, state } = here;
  const part = urls.applicationSection.href({ id, section: sectionOf(file, here) });
  return (
    <Card
      level={3}
      title={name}
      mark={<StateTag {...partLook(state)} />}
      id={partner === null ? undefined : `p-${partner.id}`}
    >
      <p>{told(props)}</p>
      {props.mayInvite && (
        <ButtonBar>
          {partner !== null && state !== "confirmed" && (
            <ActionForm
              action={urls.applicationPartnerReminder.href({ id, partner: partner.id })}
              fields={props.newFields()}
            >
              <Button variant="secondary" size="sm" icon="send" context={name}>
                {state === "expired" ? "Renouveler l’invitation" : "Relancer"}
              </Button>
            </ActionForm>
          )}
          <LinkButton
            href={`${part}#${here.part.path.replaceAll(".", "-")}`}
            variant="tertiary"
            size="sm"
            context={`de ${name}`}
          >
            Voir sa partie
          </LinkButton>
          {partner !== null && (
            <Confirm
              id={`retrait-${partner.id}`}
              action={urls.applicationPartnerRemoval.href({ id, partner: partner.id })}
              fields={props.newFields()}
              label={partner.acceptedAt === null ? "Annuler l’invitation" : "Retirer"}
              title={`Retirer ${name} du projet ?`}
              confirmLabel="Retirer du projet"
              danger
              size="sm"
            >
              <p>Sa partie disparaît du projet, et un courriel l’en prévient. Vous pourrez l’inviter de nouveau.</p>
            </Confirm>
          )}
        </ButtonBar>
      )}
    </Card>
  );
}

function sectionOf({ reading }: OpenApplication, { part }: PartnerHere): string {
  return reading.allQuestions.find(({ path }) => path.startsWith(`${part.path}.`))?.section ?? "";
}

/** What a partner has done, and what it still has to do. */
function told(props: PartnersPageProps & { readonly here: PartnerHere }): string {
  const { partner, state } = props.here;
  const left = partner === null ? 0 : (props.missing.get(partner.id) ?? 0);
  switch (state) {
    case "unasked":
      return "Vous avez écrit sa partie. Invitez-la avec son SIRET\u00a0: elle la reprendra et la confirmera.";
    case "invited":
      return `Invitée ${at(partner)}${on(partner?.invitedAt)}, jusqu’au ${partner === null ? "" : formatDateTime(partner.expiresAt)}.${reminded(partner)}`;
    case "expired":
      return `L’invitation ${at(partner)}n’est plus valable. Renouvelez-la\u00a0: un nouveau lien part par courriel.`;
    case "writing":
      return `A accepté ${on(partner?.acceptedAt)}. ${left === 0 ? "Tout y est\u00a0: il reste à confirmer." : `${plural(left, "réponse attendue", "réponses attendues")} dans sa partie.`}${reminded(partner)}`;
    case "changed":
      return `Avait confirmé ${on(partner?.confirmedAt)}\u00a0; sa partie a changé depuis. Elle doit la relire.${reminded(partner)}`;
    case "confirmed":
      return `Confirmée ${on(partner?.confirmedAt)}${partner?.confirmedBy == null ? "" : ` par ${partner.confirmedBy}`}.`;
    case "lead":
      return "";
  }
}

/** « à nom@exemple.fr », where it left by mail: the lead tells by it who has not answered. */
function at(partner: Partner | null): string {
  return partner === null || partner.email === "" ? "" : `à ${partner.email} `;
}

function on(at: Partner["acceptedAt"] | undefined): string {
  return at == null ? "" : `le ${formatDateTime(at)}`;
}

function reminded(partner: Partner | null): string {
  return partner?.remindedAt == null ? "" : ` Dernière relance le ${formatDateTime(partner.remindedAt)}.`;
}

function Invite(props: PartnersPageProps): JSX.Element {
  const errorOf = (path: string) => props.refusals.find((one) => one.path === path)?.message;
  return (
    <Section
      id="inviter"
      title="Inviter une structure"
      intro="Par son SIRET si elle a déjà un compte ici, sinon par l’adresse de la personne à qui écrire. Les deux ensemble évitent toute erreur."
    >
      <Form action={urls.applicationPartners.href({ id: props.file.application.id })} label="Inviter une structure">
        {Object.entries(props.newFields()).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <SiretField
          name="siret"
          label="SIRET"
          hint="14 chiffres."
          required={false}
          value={props.typed.siret}
          error={errorOf("siret")}
        />
        <EmailField
          name="courriel"
          label="Adresse électronique"
          hint={"Un lien y est envoyé\u00a0; il est valable trois semaines."}
          required={false}
          value={props.typed.email}
          error={errorOf("courriel")}
        />
        <ButtonBar>
          <Button icon="send">Inviter</Button>
        </ButtonBar>
      </Form>
    </Section>
  );
}

function Look(): JSX.Element {
  return (
    <Notice tone="info" title="Vous consultez cette demande">
      Un responsable ou un rédacteur de la structure peut inviter, relancer ou retirer un partenaire.
    </Notice>
  );
}

function Agreement(
  props: PartnersPageProps & { readonly agreement: NonNullable<PartnersPageProps["agreement"]> },
): JSX.Element {
  const { id } = props.file.application;
  const { label, isJoined } = props.agreement;
  return (
    <Section id="convention" title="La convention de partenariat">
      <p>
        {isJoined
          ? "Elle est jointe. Vos partenaires peuvent la lire."
          : "Elle est à joindre, signée de tous. La dernière signature et la prise d’effet précèdent le jour du dépôt."}{" "}
        <a href={urls.applicationAttachments.href({ id })}>
          {isJoined ? "Voir les pièces" : `Joindre\u00a0: ${label}`}
        </a>
      </p>
    </Section>
  );
}

const endings = {
  declined: "a décliné l’invitation",
  cancelled: "invitation annulée",
  left: "a quitté le projet",
  removed: "retirée du projet",
} as const;

function Ended(props: { readonly ended: readonly Partner[] }): JSX.Element {
  return (
    <Section id="fini" title="Ne prennent plus part">
      <ul>
        {props.ended.map((one) => (
          <li key={one.id}>
            {one.name === "" ? "Une structure invitée" : one.name}
            {"\u00a0: "}
            {one.endedHow === null ? "" : endings[one.endedHow]}
            {one.endedAt === null ? "" : `, le ${formatDateTime(one.endedAt)}`}.
          </li>
        ))}
      </ul>
    </Section>
  );
}

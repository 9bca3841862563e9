import type { ComponentChildren, JSX } from "preact";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  CopyLink,
  capital,
  DataTable,
  DayField,
  Disclosure,
  EmailField,
  EmptyState,
  ErrorSummary,
  Form,
  formatDateTime,
  HiddenField,
  LinkButton,
  LongTextField,
  PageHeader,
  plural,
  Section,
  SelectField,
  StateTag,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Crew, crewWords } from "../occasions/crew.ts";
import { mayOnOccasion, type Part } from "../occasions/may.ts";
import { isPublic, kindLabel, type Occasion } from "../occasions/occasion.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import { sayWhen, sayWhere } from "../occasions/words.ts";
import { QrCode } from "../registrations/qr.tsx";
import type { Quota, Registration } from "../registrations/registration.ts";
import { sayRoom } from "../registrations/registration-form.tsx";
import { registrationStates } from "../registrations/registration-states.ts";
import { occasionStates } from "./running-page.tsx";

export interface RunPageProps {
  readonly occasion: Occasion;
  readonly parts: readonly Part[];
  readonly quotas: readonly Quota[];
  readonly registrations: readonly Registration[];
  readonly crew: readonly Crew[];
  readonly attended: ReadonlySet<string>;
  /** It took place: nothing of it is cancelled or put off any more. */
  readonly isOver: boolean;
  /** The keeper's own page, to be opened from a telephone; null where nobody may check in yet. */
  readonly doorAddress: string | null;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  readonly children?: ComponentChildren;
}

/** One occasion for who runs it: where it stands, who comes, its door, its people, and what can be done with it. */
export function RunPage(props: RunPageProps): JSX.Element {
  const { occasion, parts } = props;
  const may = (act: Parameters<typeof mayOnOccasion>[1]) => mayOnOccasion(parts, act);
  const where = sayWhere(occasion);
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow={kindLabel(occasion)}
        title={occasion.title}
        lead={capital([sayWhen(occasion), where].filter((part) => part !== "").join(", "))}
        meta={<StateTag {...occasionStates[occasion.state]} />}
        actions={
          <>
            {isPublic(occasion) && (
              <LinkButton variant="secondary" icon="eye" href={urls.agendaItem.href({ slug: occasion.slug })}>
                Voir la page
              </LinkButton>
            )}
            {may("edit") && (
              <LinkButton variant="secondary" icon="pen" href={urls.runOccasionEdit.href({ id: occasion.id })}>
                Modifier
              </LinkButton>
            )}
          </>
        }
      />
      {may("announce") && (occasion.state === "draft" || occasion.state === "proposed") && (
        <ActionForm
          action={urls.runOccasionAnnouncement.href({ id: occasion.id })}
          fields={{ version: String(occasion.version) }}
        >
          <Button icon="send">Annoncer dans l’agenda</Button>
        </ActionForm>
      )}
      {may("read-registrations") && <Registrants {...props} />}
      {props.doorAddress !== null && may("check-in") && <Door address={props.doorAddress} />}
      {props.children}
      {may("write-to-registrants") && isPublic(occasion) && <Writing {...props} />}
      {may("name-crew") && <People {...props} />}
      {may("call-off") && <CallingOff {...props} />}
    </>
  );
}

function Registrants(props: RunPageProps): JSX.Element {
  const { occasion, registrations, parts } = props;
  const mayMove = mayOnOccasion(parts, "move-registrations");
  return (
    <Section
      id="inscrits"
      title="Les inscrits"
      aside={
        registrations.length > 0 && (
          <LinkButton
            size="sm"
            variant="secondary"
            icon="download"
            href={urls.runOccasionExport.href({ id: occasion.id })}
          >
            Tableur
          </LinkButton>
        )
      }
    >
      <ul>
        {props.quotas.map((quota) => (
          <li
            key={quota.id}
          >{`${quota.label}${"\u00a0"}: ${plural(quota.held, "place prise", "places prises")}${quota.places === null ? "" : ` sur ${quota.places}`}, ${sayRoom(quota)}`}</li>
        ))}
      </ul>
      <DataTable
        caption="Inscrits"
        captionHidden
        rows={registrations}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title="Personne encore" level={3}>
            <p>Les inscriptions apparaîtront ici dès qu’elles arrivent.</p>
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Nom", rowHeader: true, cell: (one) => one.name },
          { key: "structure", header: "Structure", cell: (one) => one.structure },
          { key: "state", header: "État", cell: (one) => <StateTag {...registrationStates[one.state]} /> },
          {
            key: "need",
            header: "Besoin d’accessibilité",
            cell: (one) => one.accessNeed,
          },
          { key: "there", header: "Présent", cell: (one) => (props.attended.has(one.id) ? "Oui" : "") },
          {
            key: "act",
            header: "Action",
            cell: (one) =>
              mayMove && one.state !== "cancelled" ? (
                <>
                  {one.state === "waiting" && one.rank === null && (
                    <ActionForm action={urls.runRegistrationAdmission.href({ id: occasion.id, registration: one.id })}>
                      <Button variant="secondary" size="sm" context={one.name}>
                        Admettre
                      </Button>
                    </ActionForm>
                  )}
                  {!props.isOver && (
                    <ActionForm action={urls.runRegistrationEnd.href({ id: occasion.id, registration: one.id })}>
                      <Button variant="tertiary" size="sm" context={`l’inscription de ${one.name}`}>
                        Annuler
                      </Button>
                    </ActionForm>
                  )}
                </>
              ) : (
                ""
              ),
          },
        ]}
      />
    </Section>
  );
}

function Door(props: { readonly address: string }): JSX.Element {
  return (
    <Section
      id="porte"
      title="L’entrée"
      intro="Ouvrez cette page depuis un téléphone pour pointer les arrivées ; elle garde les pointages quand le réseau manque."
    >
      <QrCode text={props.address} label="Code qui ouvre la page d’accueil à l’entrée" />
      <CopyLink id="adresse-porte" url={props.address} label="Lien de la page d’entrée" />
    </Section>
  );
}

function Writing(props: RunPageProps): JSX.Element {
  const { typed, errors } = props;
  return (
    <Disclosure summary="Écrire aux inscrits" id="ecrire" open={hasError(props, "objet", "texte")}>
      <Form action={urls.runOccasionMail.href({ id: props.occasion.id })} label="Écrire aux inscrits">
        <SelectField
          name="etat"
          label="À qui ?"
          options={[
            { value: "registered", label: "Aux inscrits" },
            { value: "waiting", label: "À la liste d’attente" },
            { value: "all", label: "À tous" },
          ]}
          value={text(typed, "etat") || "registered"}
        />
        <TextField name="objet" label="Objet" maxLength={150} value={text(typed, "objet")} error={errors.objet} />
        <LongTextField
          name="texte"
          label="Message"
          rows={6}
          maxLength={5000}
          value={text(typed, "texte")}
          error={errors.texte}
        />
        <Button variant="secondary" icon="send">
          Envoyer
        </Button>
      </Form>
    </Disclosure>
  );
}

/** Whether a form of the page was sent and is to be corrected. */
function hasError({ errors }: RunPageProps, ...names: readonly string[]): boolean {
  return names.some((name) => errors[name] !== undefined);
}

function People(props: RunPageProps): JSX.Element {
  const { occasion, crew, typed, errors } = props;
  return (
    <Section id="equipe" title="L’équipe" intro="Chaque personne reçoit un courriel avec sa page.">
      {crew.length > 0 && (
        <DataTable
          caption="L’équipe"
          captionHidden
          rows={crew}
          rowKey={(one) => one.id}
          columns={[
            { key: "name", header: "Nom", rowHeader: true, cell: (one) => one.name },
            { key: "part", header: "Rôle", cell: (one) => crewWords[one.part] },
            { key: "email", header: "Adresse", cell: (one) => one.email },
            {
              key: "act",
              header: "Action",
              cell: (one) => (
                <ActionForm action={urls.runOccasionCrewRemoval.href({ id: occasion.id, member: one.id })}>
                  <Button variant="tertiary" size="sm" context={one.name}>
                    Retirer
                  </Button>
                </ActionForm>
              ),
            },
          ]}
        />
      )}
      <Form action={urls.runOccasionCrew.href({ id: occasion.id })} label="Ajouter une personne">
        <div class="es-row">
          <TextField name="nom" label="Nom" maxLength={120} value={text(typed, "nom")} error={errors.nom} />
          <EmailField
            name="courriel"
            label="Courriel"
            autocomplete="off"
            value={text(typed, "courriel")}
            error={errors.courriel}
          />
          <SelectField
            name="role"
            label="Rôle"
            options={Object.entries(crewWords).map(([value, label]) => ({ value, label }))}
            value={text(typed, "role")}
            error={errors.role}
          />
        </div>
        <Button variant="secondary" icon="plus">
          Ajouter
        </Button>
      </Form>
    </Section>
  );
}

const MOVED = ["seance.0.jour", "seance.0.debut", "seance.0.fin"] as const;

function CallingOff(props: RunPageProps): JSX.Element {
  const { occasion, typed, errors } = props;
  const version = <HiddenField name="version" value={String(occasion.version)} />;
  return (
    <Section id="changer" title={props.isOver ? "Recommencer" : "Changer, recommencer, annuler"}>
      {!props.isOver && (occasion.state === "published" || occasion.state === "postponed") && (
        <Disclosure summary="Reporter" open={hasError(props, "motif", ...MOVED)}>
          <Form action={urls.runOccasionMove.href({ id: occasion.id })} label="Reporter">
            {version}
            <p>Sans nouvelle date, le rendez-vous est dit « reporté ». Chaque inscrit est prévenu et garde sa place.</p>
            <div class="es-row">
              <DayField
                name="seance.0.jour"
                label="Nouveau jour"
                required={false}
                value={text(typed, "seance.0.jour")}
                error={errors["seance.0.jour"]}
              />
              <TextField
                name="seance.0.debut"
                label="Début"
                width="xs"
                required={false}
                value={text(typed, "seance.0.debut")}
                error={errors["seance.0.debut"]}
              />
              <TextField
                name="seance.0.fin"
                label="Fin"
                width="xs"
                required={false}
                value={text(typed, "seance.0.fin")}
                error={errors["seance.0.fin"]}
              />
            </div>
            <TextField
              name="motif"
              label="Ce que les inscrits liront"
              required={false}
              maxLength={500}
              value={text(typed, "motif")}
              error={errors.motif}
            />
            <Button variant="secondary">Reporter et prévenir</Button>
          </Form>
        </Disclosure>
      )}
      <Disclosure summary="Recopier ou répéter">
        <Form action={urls.runOccasionCopy.href({ id: occasion.id })} label="Recopier ou répéter">
          <SelectField
            name="rythme"
            label="Quand ?"
            options={[
              { value: "week", label: "Une semaine plus tard" },
              { value: "month", label: "Un mois plus tard" },
              { value: "year", label: "Un an plus tard" },
            ]}
            value="week"
          />
          <TextField name="fois" label="Combien de fois ?" width="xs" value="1" />
          <Button variant="secondary" icon="copy">
            Recopier
          </Button>
        </Form>
      </Disclosure>
      {!props.isOver && occasion.state !== "cancelled" && (
        <Disclosure summary={isPublic(occasion) ? "Annuler" : "Abandonner"} open={hasError(props, "annulation")}>
          <Form action={urls.runOccasionCancellation.href({ id: occasion.id })} label="Annuler">
            {version}
            <p>Chaque inscrit est prévenu. Cette annulation ne se défait pas.</p>
            <LongTextField
              name="annulation"
              label="Ce que les inscrits liront"
              rows={2}
              required={false}
              maxLength={500}
              value={text(typed, "annulation")}
              error={errors.annulation}
            />
            <ButtonBar>
              <Button variant="danger">Annuler et prévenir</Button>
            </ButtonBar>
          </Form>
        </Disclosure>
      )}
      <p class="es-hint">{`Dernière modification${"\u00a0"}: ${formatDateTime(occasion.updatedAt)}`}</p>
    </Section>
  );
}

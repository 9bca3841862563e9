import type { JSX } from "preact";
import { text } from "#src/platform/http/forms.ts";
import {
  Button,
  ButtonBar,
  DayField,
  Disclosure,
  Form,
  formatDateTime,
  HiddenField,
  LongTextField,
  Section,
  SelectField,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { isPublic } from "../occasions/occasion.ts";
import { hasError, type RunPageProps } from "./run-props.ts";

const MOVED = ["seance.0.jour", "seance.0.debut", "seance.0.fin"] as const;

/** What may still change of an occasion: put off, held again, called off. */
export function CallingOff(props: RunPageProps): JSX.Element {
  const { occasion, isOver } = props;
  const isAnnounced = occasion.state === "published" || occasion.state === "postponed";
  return (
    <Section id="changer" title={isOver ? "Recommencer" : "Changer, recommencer, annuler"}>
      {!isOver && isAnnounced && <Postponing {...props} />}
      <Repeating {...props} />
      {!isOver && occasion.state !== "cancelled" && <Cancelling {...props} />}
      <p class="es-hint">{`Dernière modification${"\u00a0"}: ${formatDateTime(occasion.updatedAt)}`}</p>
    </Section>
  );
}

function Postponing(props: RunPageProps): JSX.Element {
  const { occasion, typed, errors } = props;
  return (
    <Disclosure summary="Reporter" open={hasError(props, "motif", ...MOVED)}>
      <Form action={urls.runOccasionMove.href({ id: occasion.id })} label="Reporter">
        <Version occasion={occasion} />
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
  );
}

function Repeating({ occasion }: Pick<RunPageProps, "occasion">): JSX.Element {
  return (
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
  );
}

function Cancelling(props: RunPageProps): JSX.Element {
  const { occasion, typed, errors } = props;
  return (
    <Disclosure summary={isPublic(occasion) ? "Annuler" : "Abandonner"} open={hasError(props, "annulation")}>
      <Form action={urls.runOccasionCancellation.href({ id: occasion.id })} label="Annuler">
        <Version occasion={occasion} />
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
  );
}

/** What was seen of the occasion: an act on an older one is told so. */
function Version({ occasion }: Pick<RunPageProps, "occasion">): JSX.Element {
  return <HiddenField name="version" value={String(occasion.version)} />;
}

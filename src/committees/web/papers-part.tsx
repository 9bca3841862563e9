import type { JSX } from "preact";
import { acceptOf, LARGEST_FILE, typesInWords } from "#src/platform/receiving/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  Disclosure,
  FileField,
  FileList,
  Form,
  Section,
  SelectField,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { mayWithdraw, PAPER_TYPES } from "../papers.ts";
import { errorsOf, type MeetingPageProps, placeOf, rawOf } from "./meeting-form.ts";

/** What members have before them, and where who runs the meeting lays it. */
export function PapersPart(props: MeetingPageProps): JSX.Element | null {
  const { papers, agenda, meeting, mayRun, inside } = props;
  if (!inside || (papers.length === 0 && !mayRun)) return null;
  const pointOf = (id: string | null) => agenda.find((item) => item.id === id);
  return (
    <Section id="documents" title="Documents" intro="Pour les membres seulement.">
      <FileList
        empty="Aucun document pour l’instant."
        files={papers.map((paper) => {
          const point = pointOf(paper.itemId);
          return {
            name: paper.title,
            size: paper.file.size,
            href: urls.meetingPaper.href({ ...placeOf(props), paper: paper.id }),
            ...(point === undefined ? {} : { note: `point ${point.position}` }),
            action: mayRun && mayWithdraw(meeting) && (
              <ActionForm action={urls.meetingPaperRemoval.href({ ...placeOf(props), paper: paper.id })}>
                <Button variant="tertiary" size="sm" icon="trash" context={paper.title}>
                  Retirer
                </Button>
              </ActionForm>
            ),
          };
        })}
      />
      {mayRun && meeting.state !== "cancelled" && <Laying {...props} />}
    </Section>
  );
}

function Laying(props: MeetingPageProps): JSX.Element {
  const raw = rawOf(props, "paper");
  const errors = errorsOf(props, "paper");
  return (
    <Disclosure summary="Joindre un document" open={props.refused?.form === "paper"}>
      <Form action={urls.meetingPapers.href(placeOf(props))} label="Joindre un document" multipart>
        <TextField
          name="intitule"
          label="Titre"
          value={String(raw.intitule ?? "")}
          error={errors?.get("intitule")}
          maxLength={160}
        />
        <SelectField
          name="point"
          label="Pour quel point ?"
          required={false}
          options={props.agenda.map((item) => ({ value: item.id, label: `${item.position}. ${item.title}` }))}
          value={String(raw.point ?? "")}
        />
        <FileField
          name="fichier"
          label="Le fichier"
          hint={`${typesInWords(PAPER_TYPES)}, 20\u00a0Mo au plus.`}
          accept={acceptOf(PAPER_TYPES)}
          maxSize={LARGEST_FILE}
          error={errors?.get("fichier")}
        />
        <ButtonBar>
          <Button variant="secondary" icon="plus">
            Joindre
          </Button>
        </ButtonBar>
      </Form>
    </Disclosure>
  );
}

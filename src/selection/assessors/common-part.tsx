import type { JSX } from "preact";
import type { Call } from "#src/calls/index.ts";
import { ActionForm, Button, ButtonBar, Form, HiddenField, plural, Section, SelectField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { activeSheets, type Candidate } from "../candidate.ts";

interface CommonProps {
  readonly call: Pick<Call, "id">;
  readonly files: readonly Candidate[];
  readonly common: string | null;
  readonly assessors: readonly unknown[];
  readonly mayGive: boolean;
}

/** The file by which all begin: chosen before any sheet is sent, then who is still waited for. */
export function CommonPart(props: CommonProps): JSX.Element | null {
  const { files, common, call, mayGive } = props;
  const chosen = files.find(({ id }) => id === common);
  if (chosen !== undefined) return <Chosen {...props} chosen={chosen} />;
  const begun = files.some(({ sheets }) => sheets.some(({ sentAt }) => sentAt !== null));
  if (!mayGive || begun || files.length === 0 || props.assessors.length < 2) return null;
  return (
    <Section
      title="Commencer par un dossier commun"
      intro="Tous notent le même projet et comparent leurs notes avant d’ouvrir les autres. Ce n’est pas obligé."
    >
      <Form action={urls.callSheets.href({ call: call.id })}>
        <HiddenField name="action" value="commun" />
        <SelectField
          name="dossier"
          id="dossier-commun"
          label="Dossier commun"
          options={files.map(({ id, title, number }) => ({ value: id, label: `${number}, ${title}` }))}
        />
        <Button variant="secondary">Le confier à tous</Button>
      </Form>
    </Section>
  );
}

function Chosen({ chosen, call, mayGive }: CommonProps & { readonly chosen: Candidate }): JSX.Element {
  const sheets = activeSheets(chosen);
  const left = sheets.filter(({ sentAt }) => sentAt === null);
  return (
    <Section title="Le dossier commun">
      <p>
        <a href={urls.candidate.href({ call: call.id, id: chosen.id })}>{`${chosen.number}, ${chosen.title}`}</a>
        {left.length === 0
          ? " : toutes ses fiches sont envoyées. Les autres dossiers sont ouverts, et chacun voit les notes des autres sur celui-ci."
          : ` : ${plural(left.length, "fiche attendue", "fiches attendues")} sur ${sheets.length}. Les autres dossiers s’ouvrent ensuite.`}
      </p>
      {mayGive && left.length > 0 && (
        <ActionForm action={urls.callSheets.href({ call: call.id })} fields={{ action: "sans-commun" }}>
          <ButtonBar>
            <Button variant="tertiary">Ne plus attendre le dossier commun</Button>
          </ButtonBar>
        </ActionForm>
      )}
    </Section>
  );
}

import type { JSX } from "preact";
import { Button, ButtonBar, ChoiceField, ErrorSummary, Form, LinkButton, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { AgentRole } from "../visitor.ts";
import { agentRoleWords } from "../web/words.ts";
import type { LeavingCaseload } from "./agents.ts";

/** What the form says for « nobody »: the files wait to be given. */
export const TO_NOBODY = "personne";

/** Asks to whom the files of an agent go before the role with which they have them is taken back. */
export function HandOverPage(props: {
  readonly person: string;
  readonly role: AgentRole;
  readonly leaving: LeavingCaseload;
  readonly error?: string | undefined;
}): JSX.Element {
  const { person, role, leaving, error } = props;
  const { name, files } = leaving;
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ name: "dossiers", message: error }]} />
      <PageHeader
        title="À qui vont ses dossiers ?"
        lead={`${name} suit ${files === 1 ? "un dossier en cours" : `${files} dossiers en cours`} comme « ${agentRoleWords[role]} » : sans ce rôle, plus personne ne s’en occuperait. Rien n’a encore changé.`}
      />
      <Form action={urls.administrationRole.href({ person, role })}>
        <ChoiceField
          name="dossiers"
          label={files === 1 ? "Confier ce dossier" : "Confier ces dossiers"}
          as="radios"
          error={error}
          options={[
            ...leaving.receivers.map(({ id, name }) => ({ value: id, label: `À ${name}` })),
            {
              value: TO_NOBODY,
              label: "À personne pour l’instant",
              hint: "Ils paraissent sous « Non affectés » dans la file des dossiers.",
            },
          ]}
          hint="Un dossier où la personne choisie a un intérêt n’est confié à personne. Chaque changement est inscrit au journal du dossier."
        />
        <ButtonBar>
          <Button>Retirer le rôle</Button>
          <LinkButton variant="secondary" href={urls.administration.href()}>
            Ne rien changer
          </LinkButton>
        </ButtonBar>
      </Form>
    </>
  );
}

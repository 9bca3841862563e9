import type { JSX } from "preact";
import { Button, ButtonBar, ChoiceField, ErrorSummary, Form, LinkButton, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { AgentRole } from "../visitor.ts";
import { agentRoleWords } from "../web/words.ts";
import type { LeavingCaseload } from "./agents.ts";

/** What the form says for « nobody »: the files wait to be given. */
export const TO_NOBODY = "personne";

export function handOverTitle({ files }: LeavingCaseload): string {
  return files === 0 ? "À qui vont ses tâches ?" : "À qui vont ses dossiers ?";
}

/** « suit 3 dossiers en cours et a 2 tâches à faire ». */
function sayLoad({ files, tasks }: LeavingCaseload): string {
  const ofFiles = files === 1 ? "suit un dossier en cours" : `suit ${files} dossiers en cours`;
  const ofTasks = tasks === 1 ? "a une tâche à faire" : `a ${tasks} tâches à faire`;
  return [...(files > 0 ? [ofFiles] : []), ...(tasks > 0 ? [ofTasks] : [])].join(" et ");
}

/** Asks to whom the files of an agent go before the role with which they have them is taken back. */
export function HandOverPage(props: {
  readonly person: string;
  readonly role: AgentRole;
  readonly leaving: LeavingCaseload;
  readonly error?: string | undefined;
}): JSX.Element {
  const { person, role, leaving, error } = props;
  const { name, files, tasks } = leaving;
  const [only, all] =
    files === 0 ? ["Confier cette tâche", "Confier ces tâches"] : ["Confier ce dossier", "Confier ces dossiers"];
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ name: "dossiers", message: error }]} />
      <PageHeader
        title={handOverTitle(leaving)}
        lead={`${name} ${sayLoad(leaving)} comme « ${agentRoleWords[role]} » : sans ce rôle, plus personne ne s’en occuperait. Rien n’a encore changé.`}
      />
      <Form action={urls.administrationRole.href({ person, role })}>
        <ChoiceField
          name="dossiers"
          label={files + tasks === 1 ? only : files > 0 && tasks > 0 ? `${all} et ces tâches` : all}
          as="radios"
          error={error}
          options={[
            ...leaving.receivers.map(({ id, name }) => ({ value: id, label: `À ${name}` })),
            {
              value: TO_NOBODY,
              label: "À personne pour l’instant",
              hint:
                files === 0
                  ? "Les tâches restent sur leurs dossiers, sans personne."
                  : "Les dossiers paraissent sous « Non affectés » dans la file.",
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

import type { JSX } from "preact";
import type { SettingVersion } from "#src/platform/settings/versions.ts";
import { Button, ButtonBar, Card, Form, formatDay, Section, TextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { tellVersion } from "../tell.ts";

/** What waits for a second person, wherever it is decided. */
export function ProposalList(props: {
  readonly proposals: readonly SettingVersion[];
  readonly visitor: string;
  readonly mayConfirm: boolean;
}): JSX.Element | null {
  if (props.proposals.length === 0) return null;
  return (
    <Section id="a-confirmer" title="À confirmer par une seconde personne">
      <div class="es-stack">
        {props.proposals.map((one) => (
          <ProposalCard key={one.id} proposal={one} level={3} {...props} />
        ))}
      </div>
    </Section>
  );
}

/** One proposal, and the two buttons of who may answer it. */
export function ProposalCard(props: {
  readonly proposal: SettingVersion;
  readonly visitor: string;
  readonly mayConfirm: boolean;
  /** Of its title: 2 right under the page's own. */
  readonly level: 2 | 3;
}): JSX.Element {
  const { proposal } = props;
  const told = tellVersion(proposal);
  return (
    <Card title={told.title} href={told.href} level={props.level} variant="accent">
      <p>{told.value === "" ? <em>Aucune valeur</em> : told.value}</p>
      <p class="es-hint">À partir du {formatDay(proposal.effectiveOn)}.</p>
      <p class="es-hint">
        Proposé par {proposal.proposedByName ?? "un agent"} le {formatDay(proposal.proposedAt.toString().slice(0, 10))}
        {proposal.reason !== "" && ` : ${proposal.reason}`}
      </p>
      {props.mayConfirm && proposal.proposedBy !== props.visitor && <AnswerForm id={proposal.id} />}
      {proposal.proposedBy === props.visitor && (
        <p class="es-hint">Vous l’avez proposé : une autre personne le confirme.</p>
      )}
    </Card>
  );
}

function AnswerForm(props: { readonly id: string }): JSX.Element {
  return (
    <Form action={urls.settingProposal.href({ id: props.id })} label="Répondre à la proposition">
      <TextField
        name="motif"
        id={`motif-${props.id}`}
        label="Motif, si vous refusez"
        required={false}
        maxLength={500}
      />
      <ButtonBar>
        <Button name="reponse" value="confirmer" icon="check">
          Confirmer
        </Button>
        <Button name="reponse" value="refuser" variant="secondary">
          Refuser
        </Button>
      </ButtonBar>
    </Form>
  );
}

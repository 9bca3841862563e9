import type { JSX } from "preact";
import { LongTextField, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { ApplicationPageProps } from "./application-props.tsx";

/** Beginning again from it, or taking it back. */
export function Acts(props: ApplicationPageProps): JSX.Element {
  const { application } = props.file;
  const { id } = application;
  return (
    <Section id="actions" title="Reprendre ou retirer">
      {props.may.copy && (
        <>
          <p>
            Une nouvelle demande peut repartir de celle-ci : les réponses sont reprises, les pièces sont à joindre de
            nouveau.
          </p>
          <form class="es-action" method="post" action={urls.applicationCopy.href({ id })}>
            {hidden(props.fields.copy)}
            <button class="ds-button" data-variant="secondary" type="submit">
              Reprendre dans un nouveau brouillon
            </button>
          </form>
        </>
      )}
      {props.may.withdraw && (
        <details class="es-disclosure" open={props.refused?.withdrawal !== undefined}>
          <summary>
            <span>Retirer cette demande</span>
          </summary>
          <div class="es-disclosure-body">
            <p>
              Le service n’instruira plus cette demande, et ses jours ne compteront plus. Vous ne pourrez pas revenir en
              arrière.
            </p>
            <form class="es-form" method="post" action={urls.applicationWithdrawal.href({ id })} novalidate>
              {hidden(props.fields.withdraw)}
              <LongTextField
                name="motif"
                label="Pourquoi la retirez-vous ?"
                maxLength={1000}
                value={props.refused?.reason}
                error={props.refused?.withdrawal}
              />
              <button class="ds-button" data-color="danger" type="submit">
                Retirer ma demande
              </button>
            </form>
          </div>
        </details>
      )}
      {!props.may.copy && !props.may.withdraw && <p class="es-hint">Votre rôle permet de lire cette demande.</p>}
    </Section>
  );
}

export function hidden(fields: Readonly<Record<string, string>>): JSX.Element[] {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

import type { JSX } from "preact";
import { whatNext } from "#src/life/web/index.ts";
import { Deadline, formatDay, LinkButton, Money, Notice, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { ApplicationPageProps } from "./application-props.tsx";

/** The one thing to do now, or what happens without it. */
export function WhatNext(props: ApplicationPageProps): JSX.Element {
  const { application } = props.file;
  const { id, state } = application;
  const funder = useFunder();
  if (state === "completion-requested" && props.request !== null) {
    return (
      <Notice
        tone="warning"
        title={`Le service attend ${props.request.items.length > 1 ? "des compléments" : "un complément"}`}
        headingLevel={2}
      >
        <ul>
          {props.request.items.map((item) => (
            <li key={item.path}>{item.message}</li>
          ))}
        </ul>
        <p>
          À envoyer au plus tard le {formatDay(props.request.dueOn)} :{" "}
          <Deadline day={props.request.dueOn} today={props.today} />
        </p>
        {props.may.answer ? (
          <p>
            <LinkButton href={urls.applicationCompletion.href({ id })} icon="arrow-right" iconAt="end">
              Répondre
            </LinkButton>
          </p>
        ) : (
          <p>Un responsable ou un rédacteur de votre structure peut répondre.</p>
        )}
      </Notice>
    );
  }
  if (state === "agreement-to-sign") {
    return (
      <Notice tone="warning" title="Votre convention est à signer" headingLevel={2}>
        <p>{whatNext(state, props.file.reading.scheme, funder)}</p>
        <p>
          <LinkButton href={urls.applicationAgreement.href({ id })} icon="signature">
            Ouvrir la convention
          </LinkButton>
        </p>
      </Notice>
    );
  }
  if (props.toSign !== null) {
    return (
      <Notice tone="warning" title="Un avenant à votre convention est à signer" headingLevel={2}>
        <p>
          L’aide est ramenée de <Money cents={props.toSign.before} /> à <Money cents={props.toSign.aid} />. Téléchargez
          l’avenant, signez-le, puis déposez l’exemplaire signé.
        </p>
        <p>
          <LinkButton href={urls.applicationAgreement.href({ id })} icon="signature">
            Ouvrir l’avenant
          </LinkButton>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title="La suite" headingLevel={2}>
      <p>{whatNext(state, props.file.reading.scheme, funder)}</p>
      {state === "signed" && (
        <p>
          <a href={urls.applicationAgreement.href({ id })}>Voir la convention signée</a>
        </p>
      )}
      {ended.includes(state) && <Elsewhere {...props} />}
      {withConditions.includes(state) && (
        <p>
          <a href={urls.applicationConditions.href({ id })}>Voir les conditions posées par le comité</a>
        </p>
      )}
    </Notice>
  );
}

/** States from which nothing more comes of this request. */
const ended = ["refused", "abandoned", "withdrawn"];

/** Where one goes from a request that ended: why, what else there is, and the same one again. */
function Elsewhere({ file, documents, may }: ApplicationPageProps): JSX.Element {
  const letter = documents.find(({ kind }) => kind === "refusal-letter");
  return (
    <ul>
      {letter !== undefined && (
        <li>
          <a href={urls.applicationDocument.href({ id: file.application.id, document: letter.id })}>
            Lire la lettre, ses motifs et comment la contester
          </a>
        </li>
      )}
      {may.copy && (
        <li>
          <a href="#actions">Reprendre cette demande dans une nouvelle</a>
        </li>
      )}
      <li>
        <a href={urls.aids.href()}>Chercher une autre aide</a>
      </li>
    </ul>
  );
}

/** A committee asks its conditions between its ranking and the vote. */
const withConditions = ["ranked", "selected", "in-reserve"];

import type { JSX } from "preact";
import { LinkButton, PageHeader, Section, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** What a newcomer has done of the three things that make one part of a community. */
export interface Welcome {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly hasListing: boolean;
  readonly hasMeasured: boolean;
  readonly hasTalked: boolean;
}

export function WelcomePage(props: Welcome): JSX.Element {
  const steps = [
    {
      title: "Dire ce que vous cherchez ou proposez",
      text: "Deux phrases suffisent ; on vous répond par message.",
      href: urls.newListing.href(),
      label: "Écrire une annonce",
      done: props.hasListing,
    },
    {
      title: "Faire le point en numérique",
      text: "Dix minutes pour savoir par où continuer, seul ou avec vos collègues.",
      href: urls.digitalMaturity.href(),
      label: "Commencer",
      done: props.hasMeasured,
    },
    {
      title: "Répondre à quelqu’un",
      text: "Une annonce ou une pratique : dites ce que vous en savez.",
      href: urls.listings.href(),
      label: "Voir les annonces",
      done: props.hasTalked,
    },
  ];
  const next = steps.findIndex((step) => !step.done);
  return (
    <>
      <PageHeader
        variant="hero"
        eyebrow={props.organisation.name}
        title={next === -1 ? "Vous voilà chez vous" : "Bienvenue dans la communauté"}
        lead="Trois choses à faire pour commencer, dans l’ordre que vous voulez."
      />
      <Section title="Pour commencer">
        <ol class="es-next-steps">
          {steps.map((step, index) => (
            <li key={step.title}>
              <div>
                <strong>{step.title}</strong>
                <p>{step.text}</p>
              </div>
              {step.done ? (
                <StateTag tone="success" icon="check" label="Fait" />
              ) : (
                <LinkButton
                  href={step.href}
                  variant={index === next ? "primary" : "secondary"}
                  context={`: ${step.title}`}
                >
                  {step.label}
                </LinkButton>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

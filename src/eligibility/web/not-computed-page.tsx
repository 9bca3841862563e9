import type { JSX } from "preact";
import type { InformationScheme } from "#policy/index.ts";
import { ButtonBar, LinkButton, Notice, PageHeader, Prose } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** A scheme that the service shows without computing it: no amount is invented. */
export function NotComputedPage(props: { readonly scheme: InformationScheme }): JSX.Element {
  const { scheme } = props;
  return (
    <>
      <PageHeader eyebrow="Simulateur" title={scheme.name} lead={scheme.summary} />
      <Notice tone="info" title="Ce dispositif n’est pas encore calculé ici">
        Le service montre ce que dit le texte voté, sans annoncer de montant.
      </Notice>
      <Prose>
        {scheme.passages.map((passage) => (
          <div key={passage.title}>
            <h2>{passage.title}</h2>
            {passage.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        ))}
      </Prose>
      <ButtonBar>
        <LinkButton href={urls.scheme.href({ scheme: scheme.slug })}>Voir la page du dispositif</LinkButton>
        <LinkButton variant="secondary" href={urls.simulators.href()}>
          Simuler une autre aide
        </LinkButton>
      </ButtonBar>
    </>
  );
}

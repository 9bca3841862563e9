import type { JSX } from "preact";
import { Card, EmptyState, formatDateTime, Grid, LinkButton, PageHeader, Prose } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Birth } from "./birth.ts";

export interface WhichAidPageProps {
  /** The event, or the idea said there, that the request comes from; null where one simply begins. */
  readonly birth: Birth | null;
  /** Schemes that are open all year. */
  readonly allYear: readonly { readonly slug: string; readonly name: string; readonly summary: string }[];
  /** Calls that are open today. */
  readonly calls: readonly {
    readonly slug: string;
    readonly title: string;
    readonly summary: string;
    readonly closesAt: Parameters<typeof formatDateTime>[0];
  }[];
}

/** To the aid that is asked for; the event that it comes from, if any, goes along whichever is chosen. */
export function WhichAidPage(props: WhichAidPageProps): JSX.Element {
  const { birth, allYear, calls } = props;
  const from = birth === null ? {} : { evenement: birth.event, idee: birth.idea };
  return (
    <>
      <PageHeader
        eyebrow={birth?.eventTitle}
        title={birth?.ideaTitle || "Choisir l’aide demandée"}
        lead={`Quelle aide demandez-vous ?${birth === null ? "" : " Votre demande dira de quel événement elle vient."}`}
      />
      {allYear.length + calls.length === 0 ? (
        <EmptyState title="Aucune aide ne peut être demandée aujourd’hui">
          <p>Les appels à venir disent quand ils ouvrent.</p>
          <LinkButton href={urls.calls.href()}>Voir les appels</LinkButton>
        </EmptyState>
      ) : (
        <Grid>
          {allYear.map((scheme) => (
            <Card
              key={scheme.slug}
              level={2}
              title={scheme.name}
              eyebrow="Ouvert toute l’année"
              footer={
                <LinkButton
                  href={urls.newApplication.href({}, { dispositif: scheme.slug, ...from })}
                  context={scheme.name}
                >
                  Demander cette aide
                </LinkButton>
              }
            >
              <p>{scheme.summary}</p>
            </Card>
          ))}
          {calls.map((call) => (
            <Card
              key={call.slug}
              level={2}
              title={call.title}
              eyebrow={`Appel ouvert jusqu’au ${formatDateTime(call.closesAt)}`}
              footer={
                <LinkButton href={urls.newApplication.href({}, { appel: call.slug, ...from })} context={call.title}>
                  Répondre à l’appel
                </LinkButton>
              }
            >
              <p>{call.summary}</p>
            </Card>
          ))}
        </Grid>
      )}
      <Prose>
        <p>
          <a href={urls.aids.href()}>Je ne sais pas laquelle : trois questions pour la trouver</a>
        </p>
      </Prose>
    </>
  );
}

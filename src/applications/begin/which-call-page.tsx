import type { JSX } from "preact";
import { Answer, ButtonBar, Card, Grid, LinkButton, PageHeader, Section, useFunder } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

interface ShownCall {
  readonly title: string;
  readonly summary: string;
  /** « Clôture le 28 janvier 2027 à 12 h 00, dans 58 jours ». */
  readonly calendar: string;
  readonly href: string;
}

export interface WhichCallPageProps {
  readonly scheme: { readonly slug: string; readonly name: string };
  /** Open calls, two at least, or none. */
  readonly open: readonly ShownCall[];
  readonly toCome: readonly ShownCall[];
  /** Whether answers of the simulator came along. */
  readonly hasAnswers: boolean;
}

/** Before a request to a scheme that opens by call: which call it answers, or when there will be one to answer. */
export function WhichCallPage(props: WhichCallPageProps): JSX.Element {
  const { scheme, open, toCome, hasAnswers } = props;
  const funder = useFunder();
  const isOpen = open.length > 0;
  return (
    <>
      <PageHeader
        eyebrow={scheme.name}
        title={isOpen ? "À quel appel répondez-vous ?" : "Aucun appel n’est ouvert pour cette aide"}
        lead={
          isOpen
            ? "Cette aide se demande en répondant à un appel à projets. Plusieurs sont ouverts : choisissez le vôtre."
            : `Cette aide se demande en répondant à un appel à projets, pendant les dates que ${funder.the} fixe.`
        }
      />
      {isOpen ? (
        <Grid>
          {open.map((call) => (
            <Card
              key={call.href}
              level={2}
              title={call.title}
              eyebrow={call.calendar}
              footer={
                <LinkButton href={call.href} context={call.title}>
                  Répondre à l’appel
                </LinkButton>
              }
            >
              <p>{call.summary}</p>
            </Card>
          ))}
        </Grid>
      ) : (
        <WhenNext toCome={toCome} />
      )}
      {hasAnswers && !isOpen && (
        <p>Vos réponses au simulateur restent dans l’adresse de cette page : gardez-la pour les retrouver.</p>
      )}
      <ButtonBar>
        {!isOpen && (
          <LinkButton href={urls.subscriptions.href({}, { sujets: "calls" })} icon="message">
            Être averti par courriel de l’ouverture
          </LinkButton>
        )}
        <LinkButton variant="secondary" href={urls.scheme.href({ scheme: scheme.slug })}>
          Lire ce que finance cette aide
        </LinkButton>
        <LinkButton variant="secondary" href={urls.calls.href()} icon="calendar">
          Voir tous les appels
        </LinkButton>
      </ButtonBar>
    </>
  );
}

function WhenNext({ toCome }: Pick<WhichCallPageProps, "toCome">): JSX.Element {
  const [next, ...later] = toCome;
  if (next === undefined) {
    return (
      <Answer tone="info" icon="calendar" title="Le prochain appel n’est pas encore annoncé">
        Rien ne peut être commencé ni déposé d’ici là. Un courriel peut vous prévenir le jour où il ouvre, puis dix
        jours avant sa clôture.
      </Answer>
    );
  }
  return (
    <>
      <Answer tone="info" icon="calendar" title={next.calendar}>
        <a href={next.href}>{next.title}</a>. Vous pourrez commencer votre demande à cet instant. Un courriel peut vous
        prévenir ce jour-là, puis dix jours avant la clôture.
      </Answer>
      {later.length > 0 && (
        <Section title="Puis">
          <ul>
            {later.map((call) => (
              <li key={call.href}>
                <a href={call.href}>{call.title}</a> : {call.calendar.toLowerCase()}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

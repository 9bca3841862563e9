import type { JSX } from "preact";
import { Button, Form, LinkButton, LongTextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { LONGEST_QUESTION } from "../questions.ts";

/** Asks a question of a call; who is not signed in is led there first. */
export function AskForm(props: {
  readonly slug: string;
  readonly isSignedIn: boolean;
  readonly typed: string;
  readonly error: string | undefined;
}): JSX.Element {
  const { slug } = props;
  if (!props.isSignedIn) {
    return (
      <LinkButton variant="secondary" href={urls.signIn.href({}, { retour: `${urls.call.href({ slug })}#questions` })}>
        Se connecter pour poser une question
      </LinkButton>
    );
  }
  return (
    <div class="es-screen-only">
      <Form action={urls.callQuestions.href({ slug })}>
        <LongTextField
          name="question"
          label="Votre question"
          hint="Votre nom ne paraîtra pas ; n’écrivez rien qui dise qui vous êtes."
          rows={4}
          maxLength={LONGEST_QUESTION}
          value={props.typed}
          error={props.error}
        />
        <Button variant="secondary">Poser la question</Button>
      </Form>
    </div>
  );
}

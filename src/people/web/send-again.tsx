import type { JSX } from "preact";
import { type FormFields, texts } from "#src/platform/http/forms.ts";
import { Button, ButtonBar, Form, HiddenField, LinkButton, Notice } from "#src/ui/index.ts";

/** Nothing typed is lost: the page holds the form that was refused, and sends it again when asked. */
export function SendAgain(props: {
  readonly action: string;
  readonly sent: FormFields;
  /** Where to sign in, when that is what the form waits for. */
  readonly signIn: string | null;
}): JSX.Element {
  const { action, sent, signIn } = props;
  return (
    <Form action={action}>
      {Object.keys(sent).flatMap((name) =>
        texts(sent, name).map((value, index) => <HiddenField key={`${name} ${index}`} name={name} value={value} />),
      )}
      <Notice tone="info" title="Ce que vous veniez d’envoyer est gardé sur cette page">
        {signIn !== null
          ? "Ne la fermez pas : connectez-vous dans un nouvel onglet, revenez ici, puis envoyez de nouveau."
          : "Ne la fermez pas : attendez un instant, puis envoyez de nouveau."}
      </Notice>
      <ButtonBar>
        {signIn !== null && (
          <LinkButton href={signIn} newTab>
            Me connecter (nouvel onglet)
          </LinkButton>
        )}
        <Button variant={signIn !== null ? "secondary" : "primary"} icon="send">
          Envoyer de nouveau
        </Button>
      </ButtonBar>
    </Form>
  );
}

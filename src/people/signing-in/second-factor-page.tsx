import type { JSX } from "preact";
import { Button, Notice, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** Asks an agent for their passkey; whoever has none yet registers it here, then uses it. */
export function SecondFactorPage(props: { readonly hasKey: boolean; readonly back: string | null }): JSX.Element {
  const { hasKey, back } = props;
  const here = urls.accountSecondFactor.href({}, { retour: back });
  return (
    <>
      <PageHeader
        title={hasKey ? "Confirmez avec votre clé d’accès" : "Enregistrez votre clé d’accès"}
        lead={
          hasKey
            ? "Ce service demande à ses agents une clé d’accès en plus du courriel : le code, l’empreinte ou la clé de cet appareil."
            : "Ce service demande à ses agents une clé d’accès en plus du courriel. Votre appareil la garde derrière son code ou votre empreinte ; vous l’utiliserez ensuite à chaque connexion."
        }
      />
      <div
        data-island="passkey"
        data-action={hasKey ? "sign-in" : "register"}
        data-next={hasKey ? (back ?? urls.signIn.href()) : here}
        hidden
      >
        <Button type="button" icon="lock">
          {hasKey ? "Utiliser ma clé d’accès" : "Enregistrer une clé d’accès"}
        </Button>
        <p role="status" data-passkey-status />
      </div>
      <noscript>
        <Notice tone="warning">
          Une clé d’accès demande JavaScript : activez-le pour ce site, puis rechargez la page.
        </Notice>
      </noscript>
      {hasKey && (
        <p class="es-hint">
          Vous l’avez perdue ? Écrivez à qui administre le service : il la fait oublier, et vous en enregistrez une
          autre.
        </p>
      )}
    </>
  );
}

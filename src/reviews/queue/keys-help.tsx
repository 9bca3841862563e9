import type { JSX } from "preact";
import { Button, Icon } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** What each key does, as its help says it. */
export type Keys = readonly (readonly [keys: readonly string[], does: string])[];

const ofQueue: Keys = [
  [["j", "k"], "dossier suivant, précédent"],
  [["Entrée"], "ouvrir le dossier"],
  [["x"], "le choisir ou non"],
  [["Maj", "x"], "choisir depuis le dernier choisi"],
  [["a"], "agir sur les dossiers choisis"],
  [["/"], "chercher"],
  [["f"], "filtrer"],
  [["c"], "colonnes"],
  [["?"], "montrer ces touches"],
];

/** Those of the page of a file. */
export const keysOfReviewed: Keys = [
  [["j", "k"], "dossier suivant, précédent de la liste"],
  [["n"], "point suivant à conclure"],
  [["a"], "avis"],
  [["p"], "pièce suivante"],
  [["u"], "retour à la liste"],
  [["?"], "montrer ces touches"],
];

/** Those of the opinions to validate. */
export const keysOfSeries: Keys = [
  [["j", "k"], "avis suivant, précédent"],
  [["v"], "aller au bouton Valider"],
  [["?"], "montrer ces touches"],
];

/** The keys of a page, and how to turn them off: dictation and shaky hands press letters that were not meant (WCAG 2.1.4). */
export function KeysHelp(props: { readonly keys: boolean; readonly of?: Keys; readonly back?: string }): JSX.Element {
  return (
    <details class="es-disclosure es-keys" id="touches">
      <summary aria-keyshortcuts="?">
        <Icon name="chevron-down" />
        <span>Touches du clavier{props.keys ? "" : " (désactivées)"}</span>
      </summary>
      <div class="es-disclosure-body">
        <dl class="es-keys-list">
          {(props.of ?? ofQueue).map(([pressed, does]) => (
            <div key={does}>
              <dt>
                {pressed.map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="post" action={urls.queueSettings.href()}>
          {props.back !== undefined && <input type="hidden" name="retour" value={props.back} />}
          <Button size="sm" variant="secondary" name="touches" value={props.keys ? "non" : "oui"}>
            {props.keys ? "Désactiver ces touches" : "Activer ces touches"}
          </Button>
        </form>
      </div>
    </details>
  );
}

import type { JSX } from "preact";
import { Button, ButtonBar } from "#src/ui/index.ts";
import { buttons } from "./form-question.tsx";

/** Keeps what is typed, to go on here or later. */
export function SaveButtons(): JSX.Element {
  return (
    <ButtonBar>
      <Button variant="secondary" size="sm" name={buttons.go} value="ici">
        Enregistrer
      </Button>
      <Button variant="tertiary" size="sm" name={buttons.go} value="plus-tard">
        Enregistrer et revenir plus tard
      </Button>
    </ButtonBar>
  );
}

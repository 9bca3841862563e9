import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  PlainFields,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { InTheNameOf, OrganisationField } from "../exchanges/new-page.tsx";
import { practiceForm } from "./form.ts";

export interface EditPracticeProps {
  /** Null for a new one. */
  readonly slug: string | null;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

export function EditPracticePage(props: EditPracticeProps): JSX.Element {
  const { slug, organisations, raw, errors } = props;
  const action = slug === null ? urls.newPractice.href() : urls.practiceEdit.href({ slug });
  return (
    <>
      <ErrorSummary errors={summaryOf(practiceForm, errors)} />
      <PageHeader
        title={slug === null ? "Raconter une pratique" : "Reprendre la pratique"}
        lead="Elle reste un brouillon, visible de votre organisme seul, jusqu’à ce que vous la proposiez."
      />
      <InTheNameOf organisations={organisations} back={urls.newPractice.href()}>
        <Form action={action}>
          {slug === null && <OrganisationField organisations={organisations} value={raw.organisation} />}
          <PlainFields of={practiceForm} raw={raw} errors={errors} />
          <ButtonBar>
            <Button>Enregistrer le brouillon</Button>
            {slug !== null && (
              <LinkButton variant="tertiary" href={urls.practice.href({ slug })}>
                Annuler
              </LinkButton>
            )}
          </ButtonBar>
        </Form>
      </InTheNameOf>
    </>
  );
}

import type { JSX } from "preact";
import type { Refusal } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import { Disclosure, LongTextField, SelectField } from "#src/ui/index.ts";
import { writeToApplicant } from "../../exchange/write.ts";
import { mayUseQueue } from "../../may.ts";
import { schemeOf } from "../../scheme.ts";
import { fill, unknownFields } from "../../templates/fill.ts";
import type { BulkAct } from "../part.ts";

/** A message to the applicants of several files, typed or of a template: what stands in braces is filled for each. */
export const writing: BulkAct = {
  key: "message",
  label: "Message",
  icon: "message",
  may: (visitor) => mayUseQueue(visitor, "write-message"),
  done: ["a reçu votre message", "ont reçu votre message"],
  question: {
    title: "Écrire au sujet de ces dossiers",
    lead: "Chaque demandeur reçoit le message dans son dossier et par courriel, et peut y répondre.",
    submit: "Envoyer",
    // A title holds no line end: the first one parts it from its text.
    options: async (tx) => (await templatesIn(tx)).map(({ title, body }) => `${title}\n${body}`),
    fields: (of) => <Fields {...of} />,
    check: (typed) => {
      const body = text(typed, "message");
      if (body === "" && text(typed, "modele") === "")
        return [{ path: "message", message: "Écrivez votre message avant de l’envoyer, ou choisissez un modèle." }];
      const unknown = unknownFields(body);
      return unknown.length === 0
        ? []
        : [{ path: "message", message: `Ce champ n’existe pas\u00a0: {${unknown.join("}, {")}}.` }];
    },
  },
  act: async (world, visitor, { version: _any, ...request }, typed) => {
    const words = text(typed, "message");
    const templates = words === "" ? await inTransaction(world.db, readerOf(visitor), (tx) => templatesIn(tx)) : [];
    const body = templates.find(({ title }) => title === text(typed, "modele"))?.body ?? words;
    return writeToApplicant(world, visitor, request, (application) => {
      const said = { scheme: schemeOf(application).name, agent: visitor.person.name };
      const filled = fill(body, { application }, said);
      const [left] = /\{[a-z]+\}/.exec(filled) ?? [];
      return left === undefined
        ? filled
        : {
            field: "message",
            message: `Ce dossier n’a rien à mettre à la place de ${left}\u00a0: écrivez-lui à part.`,
          };
    });
  },
};

function templatesIn(tx: Tx): Promise<readonly { readonly title: string; readonly body: string }[]> {
  return tx.selectFrom("message_template").select(["title", "body"]).orderBy("title").execute();
}

function Fields(props: {
  readonly typed: FormFields;
  readonly refusals: readonly Refusal[];
  readonly options: readonly string[];
}): JSX.Element {
  const { typed, refusals, options } = props;
  const templates = options.map((one) => {
    const [title = "", ...lines] = one.split("\n");
    return { title, body: lines.join("\n") };
  });
  return (
    <>
      {templates.length > 0 && (
        <SelectField
          name="modele"
          label="Modèle"
          required={false}
          value={text(typed, "modele")}
          options={[{ value: "", label: "Aucun" }, ...templates.map(({ title }) => ({ value: title, label: title }))]}
        />
      )}
      {templates.length > 0 && (
        <Disclosure summary="Lire les modèles">
          <dl class="es-read">
            {templates.map(({ title, body }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd class="es-lines">{body}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
      <LongTextField
        name="message"
        label="Message"
        hint="Vide, c’est le modèle choisi qui part. {numero}, {titre}, {organisme}, {dispositif} et {depot} sont remplis pour chaque dossier."
        required={templates.length === 0}
        rows={8}
        maxLength={10_000}
        value={text(typed, "message")}
        error={refusals.find(({ path }) => path === "message")?.message}
      />
    </>
  );
}

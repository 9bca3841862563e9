import type { JSX } from "preact";
import { Button, ButtonBar, LinkButton } from "../actions.tsx";
import { CheckField, ChoiceField, ChoicesField, YesNoField } from "../fields/choices.tsx";
import { CommuneField } from "../fields/commune.tsx";
import { FileField, FileList } from "../fields/file.tsx";
import { AutosaveStatus, ErrorSummary, Fieldset, Form, RepeatedItems, RequiredNote } from "../fields/form.tsx";
import {
  DayField,
  EmailField,
  LongTextField,
  MoneyField,
  NumberField,
  PhoneField,
  SiretField,
  TextField,
} from "../fields/inputs.tsx";
import { Columns, PageHeader } from "../page.tsx";
import { Steps } from "../states.tsx";

export function FieldsGallery(): JSX.Element {
  return (
    <>
      <ErrorSummary
        errors={[
          { name: "headcount", message: "Effectif : indiquez un nombre entier, par exemple 12." },
          { name: "startsOn", message: "Début : cette date n’existe pas." },
          { name: "partner", message: "Dites si le projet a un partenaire." },
        ]}
      />
      <Columns side={<Steps label="Parties de la demande" steps={parts} />}>
        <PageHeader
          eyebrow="Dispositif d’exemple · brouillon EX-2026-00042"
          title="Votre organisme et votre projet"
          lead="Ce que nous savons déjà est rempli ; corrigez si besoin."
        />
        <RequiredNote />
        <Form action="#formulaire" id="formulaire" label="Votre organisme et votre projet">
          <Fieldset legend="Votre organisme">
            <SiretField
              name="siret"
              label="Numéro SIRET de l’établissement"
              value="123 456 789 00012"
              provision="EX-2"
              why="Il dit où se trouve l’établissement qui porte le projet."
            />
            <NumberField
              name="headcount"
              label="Effectif"
              unit="personnes"
              value="douze"
              error="Indiquez un nombre entier, par exemple 12."
              hint="Salariés, en équivalent temps plein."
            />
            <CommuneField
              name="commune"
              label="Commune de l’établissement"
              value="14118"
              query="Caen (14000, Calvados)"
            />
            <CommuneField
              name="otherCommune"
              label="Commune d’un second établissement"
              required={false}
              query="Saint-Aubin"
              matches={[
                { code: "14562", name: "Saint-Aubin-sur-Mer", postcodes: ["14750"], department: "Calvados" },
                { code: "76561", name: "Saint-Aubin-Celloville", postcodes: ["76520"], department: "Seine-Maritime" },
              ]}
            />
            <EmailField name="email" label="Courriel de la personne à joindre" value="camille@exemple.fr" />
            <PhoneField name="phone" label="Téléphone" required={false} />
          </Fieldset>
          <Fieldset legend="Votre projet" hint="Quelques lignes suffisent.">
            <TextField name="title" label="Titre du projet" value={'Former "autrement" & <mieux>'} maxLength={120} />
            <LongTextField
              name="goals"
              label="Ce que le projet doit changer"
              value="Nos formateurs veulent…"
              maxLength={2000}
              why="La Région finance un changement, pas une prestation."
              provision="EX-1"
            />
            <YesNoField name="partner" label="Le projet a-t-il un partenaire ?" error="Répondez par oui ou par non." />
            <ChoiceField
              name="route"
              label="Qui porte la demande ?"
              value="collective"
              options={[
                { value: "individual", label: "Un seul organisme" },
                {
                  value: "collective",
                  label: "Plusieurs organismes ensemble",
                  hint: "Chacun garde ses propres plafonds.",
                },
                { value: "opco", label: "Un OPCO, pour ses adhérents" },
              ]}
            />
            <ChoicesField
              name="themes"
              label="Thèmes abordés"
              required={false}
              open
              values={["digital", "Accueil des publics"]}
              options={[
                { value: "digital", label: "Transition numérique" },
                { value: "ecology", label: "Transition écologique" },
              ]}
            />
            <DayField name="startsOn" label="Début" value="31/02/2026" error="Cette date n’existe pas." />
            <MoneyField name="price" label="Coût du conseil" value="1 100,50" unit="€ par jour" />
            <ChoiceField
              name="opco"
              label="OPCO"
              as="select"
              required={false}
              options={[
                { value: "a", label: "OPCO de démonstration A" },
                { value: "b", label: "OPCO de démonstration B" },
              ]}
            />
          </Fieldset>
          <RepeatedItems path="phases">
            {[1, 2].map((phase) => (
              <Fieldset key={phase} legend={`Phase ${phase}`}>
                <NumberField name={`phases.${phase}.days`} label="Nombre de jours" unit="jours" decimals value="2,5" />
                <LongTextField
                  name={`phases.${phase}.deliverables`}
                  label="Livrables attendus"
                  rows={3}
                  required={false}
                />
                <Button variant="tertiary" size="sm" icon="trash" context={`la phase ${phase}`}>
                  Retirer
                </Button>
              </Fieldset>
            ))}
            <Button variant="secondary" icon="plus">
              Ajouter une phase
            </Button>
          </RepeatedItems>
          <Fieldset legend="Pièces et déclarations">
            <FileField
              name="quote"
              label="Devis du prestataire"
              maxSize={20_000_000}
              accept=".pdf,.png,.jpg,.odt,.docx"
              uploadUrl="#envoi"
            />
            <FileList
              files={[
                {
                  name: "devis-formation-littoral.pdf",
                  size: 412_000,
                  href: "#devis",
                  state: { tone: "success", icon: "check", label: "Vérifié" },
                  note: "déposé le 3 mars 2026",
                },
                {
                  name: "cv-consultante.odt",
                  size: 88_000,
                  state: { tone: "warning", icon: "clock", label: "Analyse en cours" },
                },
              ]}
            />
            <CheckField
              name="honour"
              label="Je déclare que les renseignements donnés sont exacts."
              hint="Une fausse déclaration entraîne le remboursement de l’aide."
            />
          </Fieldset>
          <ButtonBar sticky>
            <LinkButton href="#precedent" variant="tertiary" icon="arrow-left">
              <span class="es-on-wide">Étape précédente</span>
            </LinkButton>
            <AutosaveStatus savedText="Enregistré il y a 2 minutes" />
            <Button icon="arrow-right" iconAt="end">
              Continuer
            </Button>
          </ButtonBar>
        </Form>
      </Columns>
    </>
  );
}

const parts = [
  { label: "Organisme et projet", href: "#1", state: "current", note: "4 réponses sur 9" },
  { label: "Transitions", href: "#2", state: "done" },
  { label: "Démarche et calendrier", href: "#3", state: "error" },
  { label: "Prestataire", href: "#4", state: "todo" },
  { label: "Budget et financement", href: "#5", state: "todo" },
  { label: "Pièces", href: "#6", state: "todo" },
] as const;

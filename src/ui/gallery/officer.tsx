import type { JSX } from "preact";
import { Button, ButtonBar, LinkButton } from "../actions.tsx";
import { type Column, DataTable, Money, SummaryList } from "../data.tsx";
import { ChoiceField } from "../fields/choices.tsx";
import { TextField } from "../fields/inputs.tsx";
import { ProvisionId } from "../fields/wiring.tsx";
import { FundingBar } from "../funding-bar.tsx";
import { Columns, PageHeader, Pager, Section, TableOfContents, Tabs } from "../page.tsx";
import { Deadline, StateTag, VerdictList, VerdictTag } from "../states.tsx";
import { Card } from "../surfaces.tsx";

interface Row {
  readonly number: string;
  readonly organisation: string;
  readonly commune: string;
  readonly state: JSX.Element;
  readonly deadline: JSX.Element;
  readonly amount: number;
}

const today = "2026-03-10";
const rows: readonly Row[] = [
  {
    number: "AC-2026-00042",
    organisation: "Formation Littoral",
    commune: "Caen",
    state: <StateTag tone="info" icon="send" label="Déposé" />,
    deadline: <Deadline day="2026-03-08" today={today} />,
    amount: 910000,
  },
  {
    number: "AC-2026-00039",
    organisation: "Atelier des Métiers du Bocage",
    commune: "Vire Normandie",
    state: <StateTag tone="warning" icon="pause" label="Compléments demandés" />,
    deadline: <Deadline day="2026-03-20" today={today} paused />,
    amount: 1750000,
  },
  {
    number: "AC-2026-00031",
    organisation: "Campus Estuaire",
    commune: "Le Havre",
    state: <StateTag tone="accent" icon="search" label="En instruction" />,
    deadline: <Deadline day="2026-03-13" today={today} />,
    amount: 455050,
  },
  {
    number: "AC-2026-00028",
    organisation: "Coopérative Savoirs Partagés",
    commune: "Alençon",
    state: <StateTag tone="honey" icon="scale" label="À valider" />,
    deadline: <Deadline day="2026-04-20" today={today} />,
    amount: 1120000,
  },
];

const columns: readonly Column<Row>[] = [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: (row) => <a href={`#${row.number}`}>{row.number}</a>,
    sortHref: "#tri-numero",
  },
  { key: "organisation", header: "Organisme", cell: (row) => row.organisation, sortHref: "#tri-organisme" },
  { key: "commune", header: "Commune", cell: (row) => row.commune },
  { key: "state", header: "État", cell: (row) => row.state },
  { key: "deadline", header: "Échéance", cell: (row) => row.deadline, sortHref: "#tri-echeance", sorted: "ascending" },
  { key: "amount", header: "Aide demandée", numeric: true, cell: (row) => <Money cents={row.amount} /> },
];

interface Line {
  readonly label: string;
  readonly asked: number;
  readonly kept: number;
  readonly why?: string;
}

const budget: readonly Line[] = [
  {
    label: "Diagnostic, 4 jours",
    asked: 480000,
    kept: 400000,
    why: "1 200 € demandés par jour, 1 000 € retenus : plafond par jour (EX-7).",
  },
  { label: "Accompagnement, 9 jours", asked: 900000, kept: 900000 },
];

const budgetColumns: readonly Column<Line>[] = [
  { key: "label", header: "Poste", rowHeader: true, cell: (line) => line.label },
  { key: "asked", header: "Demandé", numeric: true, cell: (line) => <Money cents={line.asked} exact /> },
  { key: "kept", header: "Retenu", numeric: true, cell: (line) => <Money cents={line.kept} exact /> },
];

export function OfficerGallery(): JSX.Element {
  return (
    <>
      <PageHeader title="Dossiers à instruire" lead="3 attendent une action de votre part, 1 est en retard." />
      <Tabs
        label="Vues enregistrées"
        items={[
          { href: "#a-moi", label: "À moi", count: 4, current: true },
          { href: "#en-retard", label: "En retard", count: 1 },
          { href: "#tous", label: "Tous", count: 312 },
        ]}
      />
      <DataTable
        caption="Dossiers à moi, par échéance"
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.number}
        stickyHeader
      />
      <Pager next="#suite" summary="Dossiers 1 à 4 sur 312" />
      <Section title="Un dossier" level={2}>
        <Columns
          side={
            <TableOfContents
              items={[
                {
                  href: "#verifications",
                  label: "Vérifications",
                  mark: <StateTag quiet tone="honey" icon="scale" label="1" />,
                },
                { href: "#reponses", label: "Réponses", current: true },
                { href: "#budget", label: "Budget" },
                { href: "#avis", label: "Avis" },
              ]}
            />
          }
        >
          <Section id="verifications" title="Vérifications" level={3}>
            <VerdictList
              items={[
                {
                  id: "v1",
                  status: "met",
                  title: "Établissement en Normandie",
                  reason: "Caen, Calvados (14118).",
                  provision: <ProvisionId id="EX-2" />,
                },
                {
                  id: "v2",
                  status: "to-assess",
                  title: "Le projet sert une transition",
                  reason: "À votre appréciation, motif à écrire.",
                  provision: <ProvisionId id="EX-1" />,
                },
              ]}
            />
          </Section>
          <Section id="reponses" title="Réponses" level={3}>
            <SummaryList
              compact
              items={[
                {
                  label: "Effectif",
                  value: "14 personnes",
                  note: (
                    <>
                      Révision précédente : <del>12 personnes</del>
                    </>
                  ),
                },
                { label: "Consultant", value: "8 ans d’expérience", action: <VerdictTag status="met" /> },
              ]}
            />
          </Section>
          <Section id="budget" title="Budget" level={3}>
            <DataTable
              caption="Budget, ligne par ligne"
              captionHidden
              small="scroll"
              columns={budgetColumns}
              rows={budget}
              rowKey={(line) => line.label}
              detail={(line) => line.why}
              footer={["Total", <Money key="a" cents={1380000} exact />, <Money key="b" cents={1300000} exact />]}
            />
            <FundingBar
              shares={[
                { part: "funder", label: "Région", amount: 910000 },
                { part: "own", label: "Organisme", amount: 470000 },
              ]}
            />
          </Section>
          <Section id="avis" title="Votre avis" level={3}>
            <Card>
              <form method="post" action="#avis">
                <ChoiceField
                  name="opinion"
                  label="Avis"
                  options={[
                    { value: "yes", label: "Favorable" },
                    { value: "no", label: "Défavorable, avec ses motifs" },
                  ]}
                />
                <TextField name="amount" label="Montant proposé" suffix="€" width="s" value="9 100" />
                <ButtonBar>
                  <Button icon="check">Transmettre à la validation</Button>
                  <LinkButton href="#complement" variant="secondary">
                    Demander des compléments
                  </LinkButton>
                </ButtonBar>
              </form>
            </Card>
          </Section>
        </Columns>
      </Section>
    </>
  );
}

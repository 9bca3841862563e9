import type {
  AgreementArticle,
  AgreementParts,
  Block,
  Cell,
  ToAgree,
  VotedLine,
} from "../../../engine/grants/agreement.ts";
import { type Day, day } from "../../../engine/values/day.ts";
import type { Value, Values } from "../../../engine/values/field.ts";
import { sayDay, sayDays, sayMoney, sayShare } from "../../../engine/values/french.ts";
import { providerFacts } from "./facts.ts";
import { fundingRules } from "./funding.ts";

/** What consulting support puts into its agreement: days, phases, the provider (CS-7 to CS-18). */
export function agreement(to: ToAgree): AgreementParts {
  const phases = datedPhases(to);
  const days = phases.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).sort();
  return {
    summary: textAt(to.answers, ["needs"]),
    startsOn: days[0] ?? null,
    endsOn: days.at(-1) ?? null,
    owed: `${sayShare(fundingRules.rate / 10_000)} des dépenses acceptées${to.parties.length > 1 ? " de chaque structure" : ""}`,
    amount: [{ kind: "text", text: [ceilings()] }],
    division: to.parties.length > 1 ? division(to) : [],
    articles: [providerArticle(to)],
    deliverablesRule: "Chaque phase donne lieu aux livrables de l’annexe 3.",
    deliverables: phases.flatMap(({ line, title, endsOn }, at) => {
      const content = lineText(to.answers, line, "deliverables");
      return content === "" ? [] : [{ phase: String(at + 1), title, content, dueOn: endsOn }];
    }),
    followUp: `Le bénéficiaire et le prestataire participent aux comités de suivi auxquels ${to.funder.the} les convie.`,
    paymentRule: "La part d’une phase n’est pas versée avant que ses livrables aient été reçus et acceptés.",
    instalments: instalments(to),
    supportingDocuments: [
      "les factures acquittées du prestataire\u00a0;",
      "l’état des jours d’intervention par structure, signé.",
    ],
    calendar: calendar(phases),
  };
}

function ceilings(): string {
  const { dailyCeiling, maxDays, maxAid } = fundingRules;
  return `La dépense éligible ne dépasse pas ${sayMoney(dailyCeiling)} hors taxes par jour d’intervention. Pour une même structure, l’appui ne dépasse ni ${sayDays(maxDays)}, ni ${sayMoney(maxAid)}, toutes demandes confondues. Ce qui dépasse reste à la charge du bénéficiaire.`;
}

interface DatedPhase {
  readonly line: VotedLine;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A phase that can be placed in time. */
function datedPhases({ answers, lines, parties }: ToAgree): readonly DatedPhase[] {
  return lines.flatMap((line) => {
    const [startsOn, endsOn] = [lineText(answers, line, "startsOn"), lineText(answers, line, "endsOn")];
    if (startsOn === "" || endsOn === "") return [];
    return [{ line, title: titleOf(line, parties.length), startsOn, endsOn }];
  });
}

/** One payment a phase, after its deliverables are accepted (CS-18); amounts follow the phases' kept costs. */
function instalments({ lines, parties }: ToAgree): AgreementParts["instalments"] {
  return lines.map((line, index) => {
    const title = titleOf(line, parties.length);
    const isLast = index === lines.length - 1 && lines.length > 1;
    return {
      // Only the first letter is the phase's own: a structure's name that follows keeps its capitals.
      label: isLast ? `Solde, après ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title,
      weight: line.kept,
      condition: "Livrables de la phase reçus et acceptés, factures acquittées.",
    };
  });
}

/** A collective agreement says whose phase it is. */
function titleOf({ label, partyName }: VotedLine, parties: number): string {
  return parties > 1 ? `${label}, ${partyName}` : label;
}

function calendar(phases: readonly DatedPhase[]): readonly Block[] {
  const priced = phases.flatMap(({ line, ...phase }) => {
    const { days = null, dailyCost = null } = line.values;
    if (days === null || dailyCost === null) return [];
    return [{ ...phase, days, dailyCost, eligible: line.counted.days ?? 0, price: line.counted.dailyCost ?? 0 }];
  });
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
  return [
    {
      kind: "text",
      text: ["Jours et prix hors taxes\u00a0: ceux que présente le devis, puis ceux qui comptent pour la subvention."],
    },
    {
      kind: "table",
      columns: [
        { header: "Phase" },
        { header: "Jours présentés", numeric: true },
        { header: "Jours éligibles", numeric: true },
        { header: "Prix d’un jour présenté", numeric: true },
        { header: "Prix d’un jour éligible", numeric: true },
      ],
      rows: priced.map(({ title, startsOn, endsOn, days, dailyCost, eligible, price }): readonly Cell[] => [
        { text: title, small: `Du ${french(startsOn)} au ${french(endsOn)}` },
        { number: days },
        { number: eligible },
        { cents: dailyCost },
        { cents: price },
      ]),
      foot: [
        "Total",
        { number: sum(priced.map(({ days }) => days)) },
        { number: sum(priced.map(({ eligible }) => eligible)) },
        "",
        "",
      ],
    },
  ];
}

function division({ parties }: ToAgree): readonly Block[] {
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
  return [
    {
      kind: "text",
      text: [
        "La subvention est répartie entre les structures accompagnées, chacune dans la limite de ses propres plafonds\u00a0:",
      ],
    },
    {
      kind: "table",
      columns: [
        { header: "Structure" },
        { header: "Jours", numeric: true },
        { header: "Dépense éligible", numeric: true },
        { header: "Subvention", numeric: true },
      ],
      rows: parties.map(({ name, commune, measures, eligibleCosts, aid }): readonly Cell[] => [
        { strong: name, text: commune === "" ? "" : `, ${commune}` },
        { number: measures.days ?? 0 },
        { cents: eligibleCosts },
        { cents: aid },
      ]),
      foot: [
        "Total",
        { number: sum(parties.map(({ measures }) => measures.days ?? 0)) },
        { cents: sum(parties.map(({ eligibleCosts }) => eligibleCosts)) },
        { cents: sum(parties.map(({ aid }) => aid)) },
      ],
    },
  ];
}

/** Who the chosen provider is, and what the text asks of it (CS-11 to CS-17). */
function providerArticle({ answers, funder }: ToAgree): AgreementArticle {
  const at = (name: string) => textAt(answers, ["provider", name]);
  const [siret, createdOn] = [at("siret"), at("createdOn")];
  const options: Readonly<Record<string, string>> = providerFacts.fields.options;
  const fields = textsAt(answers, ["provider", "fields"]).map((field) => options[field]?.toLowerCase() ?? field);
  const names = consultants(answers);
  return {
    title: "Prestataire et consultants",
    blocks: [
      {
        kind: "text",
        text: [
          "L’appui est apporté par ",
          { strong: at("legalName") || "le prestataire choisi" },
          `${siret === "" ? "" : `, SIRET ${siret}`}${createdOn === "" ? "" : `, créé le ${french(createdOn)}`}, librement choisi par le bénéficiaire${fields.length === 0 ? "" : `, dans les domaines suivants\u00a0: ${listed(fields)}`}.`,
          ...(names.length === 0 ? [] : [` Interviennent\u00a0: ${names.join("\u00a0; ")}.`]),
        ],
      },
      { kind: "text", text: ["Le bénéficiaire veille à ce que le prestataire\u00a0:"] },
      {
        kind: "list",
        items: [
          "existe depuis au moins trois ans\u00a0;",
          "mobilise des personnes ayant au moins deux ans d’expérience dans le conseil ou l’accompagnement des organismes de formation, ou dans leur domaine\u00a0;",
          "dispose des moyens humains et matériels d’un appui individuel et collectif\u00a0;",
          "ne sous-traite pas la prestation\u00a0;",
          "participe, si nécessaire, aux comités de suivi et y rende compte des actions menées\u00a0;",
          "fournisse les livrables attendus.",
        ],
      },
      ...partnerBlocks(answers, funder.the),
      {
        kind: "text",
        text: [
          `Le remplacement du prestataire ou d’un consultant est soumis à l’accord préalable ${funder.of}, qui vérifie ces mêmes conditions.`,
        ],
      },
    ],
  };
}

/** A body relied upon for a precise field; its contract comes before its first day (CS-15). */
function partnerBlocks(answers: Values, funder: string): readonly Block[] {
  const rule = `Un organisme partenaire, expert d’un domaine précis, ne peut intervenir qu’après un contrat conclu au préalable avec le bénéficiaire et ${funder}.`;
  const name = textAt(answers, ["provider", "partnerName"]);
  if (textAt(answers, ["provider", "partnerBody"]) !== "contracted" || name === "")
    return [{ kind: "text", text: [rule] }];
  const purpose = textAt(answers, ["provider", "partnerPurpose"]);
  const joined = ", dont le contrat préalable est joint au dossier";
  return [
    { kind: "text", text: [rule] },
    {
      kind: "text",
      text: [
        "Intervient ainsi ",
        { strong: name },
        purpose === "" ? `${joined}.` : `${joined}, pour l’apport suivant\u00a0:`,
      ],
    },
    ...(purpose === "" ? [] : [{ kind: "prose" as const, text: purpose }]),
  ];
}

function consultants(answers: Values): readonly string[] {
  const list = valueAt(answers, ["provider", "consultants"]);
  if (!Array.isArray(list)) return [];
  return (list as readonly Values[]).map((one) => textAt(one, ["name"])).filter((name) => name !== "");
}

function lineText(answers: Values, { path }: VotedLine, name: string): string {
  return textAt(answers, [...path.split("."), name]);
}

function valueAt(from: Values, steps: readonly string[]): Value | null | undefined {
  return steps.reduce<Value | null | undefined>((value, step) => (value as Values | null | undefined)?.[step], from);
}

function textAt(from: Values, steps: readonly string[]): string {
  const value = valueAt(from, steps);
  return typeof value === "string" ? value : "";
}

function textsAt(from: Values, steps: readonly string[]): readonly string[] {
  const value = valueAt(from, steps);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

/** « a, b et c ». */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} et ${words.at(-1)}`;
}

function french(iso: string): string {
  return sayDay(day(iso) as Day);
}

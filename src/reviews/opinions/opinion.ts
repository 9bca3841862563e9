import { cents, sayMoney } from "#policy/index.ts";
import { type Check, keyOfSubject, type Refusal } from "../checks/finding.ts";
import { concludedEligibility, type Instruction } from "../instruction/instruction.ts";

/** What the officer proposes to the Permanent Commission. */
export interface Opinion {
  readonly favourable: boolean;
  /** In cents; null where unfavourable. */
  readonly proposedAid: number | null;
  /** Grounds of an unfavourable opinion: criteria not met (`X-4@party.0`) and insufficient lines of the grid. */
  readonly grounds: readonly string[];
  readonly body: string;
  /** Why less is proposed than the rules allow; empty where all is. */
  readonly reason: string;
}

export interface OpinionInput {
  /** "favorable", "defavorable", or nothing chosen. */
  readonly sense: string;
  readonly proposedAid: number | null;
  readonly grounds: readonly string[];
  readonly body: string;
  /** Why less is proposed than the rules allow; asked only then. */
  readonly reason: string;
}

/** A reason that a refusal may rest on: a provision, and how the file stands against it. */
export interface Ground {
  readonly key: string;
  readonly label: string;
  readonly provision: string;
  readonly rule: string;
  readonly finding: string;
}

/** What a refusal may rest on, as the file stands: criteria not met, an aid of nothing, lines found insufficient. */
export function groundsOf(instruction: Instruction): readonly Ground[] {
  const several = instruction.accepted.funding.parties.length > 1;
  const criteria = instruction.checks
    .filter((check) => check.status === "not-met")
    .map(
      (check): Ground => ({
        key: keyOfSubject(check.result.id, check.about),
        label: `${check.result.id}, ${check.result.title}${several ? situated(check) : ""}`,
        provision: check.result.provision,
        rule: `Condition non remplie : ${check.result.title}${several ? situated(check) : ""}`,
        finding: findingOf(check),
      }),
    );
  const lines = instruction.grid
    .filter(({ standing }) => standing?.last.conclusion === "insufficient")
    .map(
      ({ line, standing }): Ground => ({
        key: line.id,
        label: line.title,
        provision: line.provision,
        rule: `Point jugé insuffisant : ${line.title}`,
        finding: standing?.last.reason ?? "",
      }),
    );
  return [...criteria, ...nothingGrounds(instruction), ...lines];
}

/** A file can meet every condition and have nothing to receive: that is a ground too, by its true cause. */
function nothingGrounds({ nothing }: Instruction): readonly Ground[] {
  if (nothing === null) return [];
  const { id: key, label, provision, rule, finding } = nothing;
  return [{ key, label, provision, rule, finding }];
}

function situated(check: Check): string {
  return check.result.party === undefined ? "" : ` (structure ${check.result.party + 1})`;
}

/** The person's words where a person concluded; the machine's reason otherwise. */
function findingOf(check: Check): string {
  const words = check.standing?.last.reason ?? "";
  return words === "" || check.isStale ? check.result.reason : words;
}

/** The opinion, or every reason why it cannot be given yet, with the numbers. */
export function giveOpinion(
  input: OpinionInput,
  instruction: Instruction,
): { readonly ok: Opinion } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  if (input.sense !== "favorable" && input.sense !== "defavorable") {
    refusals.push({ field: "sens", message: "Dites si votre avis est favorable ou défavorable." });
  }
  if (input.body === "") refusals.push({ field: "avis", message: "Motivez votre avis en quelques phrases." });
  if (input.body.length > 8000) refusals.push({ field: "avis", message: "L’avis dépasse 8 000 caractères." });
  if (input.sense === "favorable") refusals.push(...favourableRefusals(input, instruction));
  if (input.sense === "defavorable") refusals.push(...unfavourableRefusals(input, instruction));
  if (refusals.length > 0) return { refusals };
  const favourable = input.sense === "favorable";
  return {
    ok: {
      favourable,
      proposedAid: favourable ? input.proposedAid : null,
      grounds: favourable ? [] : input.grounds,
      body: input.body,
      reason: favourable && isLess(input, instruction) ? input.reason : "",
    },
  };
}

function isLess({ proposedAid }: OpinionInput, { ceiling }: Instruction): boolean {
  return proposedAid !== null && ceiling !== null && proposedAid < ceiling;
}

function favourableRefusals(input: OpinionInput, instruction: Instruction): Refusal[] {
  const refusals: Refusal[] = [];
  for (const left of instruction.left) {
    refusals.push({ field: "sens", message: `Il reste à conclure : ${left.label}.` });
  }
  if (concludedEligibility(instruction.checks) === "not-eligible") {
    const unmet = instruction.checks.filter((check) => check.status === "not-met").map((check) => check.result.id);
    refusals.push({
      field: "sens",
      message: `Un avis favorable ne se peut pas : condition non remplie (${[...new Set(unmet)].join(", ")}).`,
    });
  }
  const { ceiling } = instruction;
  if (ceiling === 0) {
    refusals.push({ field: "sens", message: "Un avis favorable ne se peut pas : il n’y a rien à financer." });
  } else if (input.proposedAid === null || input.proposedAid <= 0) {
    refusals.push({ field: "aide", message: "Indiquez l’aide proposée, en euros." });
  } else if (ceiling === null) {
    refusals.push({ field: "aide", message: "L’aide ne peut pas être calculée : il manque des réponses." });
  } else if (input.proposedAid > ceiling) {
    refusals.push({
      field: "aide",
      message: `L’aide proposée (${sayMoney(cents(input.proposedAid))}) dépasse ce que permettent les règles : ${sayMoney(cents(ceiling))}.`,
    });
  } else if (isLess(input, instruction) && input.reason === "") {
    refusals.push({
      field: "raison",
      message: `L’aide proposée est inférieure à ce que permettent les règles (${sayMoney(cents(ceiling))}) : dites pourquoi.`,
    });
  }
  if (input.reason.length > 1000) refusals.push({ field: "raison", message: "La raison dépasse 1 000 caractères." });
  return refusals;
}

function unfavourableRefusals(input: OpinionInput, instruction: Instruction): Refusal[] {
  const known = new Set(groundsOf(instruction).map((ground) => ground.key));
  if (input.grounds.length === 0) {
    return [
      {
        field: "motifs",
        message:
          "Choisissez au moins un motif de droit. S’il n’y en a pas, constatez d’abord la condition non remplie.",
      },
    ];
  }
  return input.grounds.some((ground) => !known.has(ground))
    ? [{ field: "motifs", message: "Un des motifs choisis ne correspond plus au dossier : relisez la liste." }]
    : [];
}

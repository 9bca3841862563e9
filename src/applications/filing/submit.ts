import {
  type Declaration,
  euros,
  labelHere,
  linkedIn,
  type Money,
  type OpenScheme,
  partiesIn,
  visibilityOf,
} from "#policy/index.ts";
import {
  type Application,
  type AskedParty,
  type Attachment,
  possibleAid,
  type Reading,
  type Refusal,
  textOf,
} from "#src/life/index.ts";
import { errorAt } from "#src/ui/index.ts";

/** What is frozen when a request is filed, beside its answers. */
export interface Submission {
  readonly declarations: readonly string[];
  readonly title: string;
  readonly route: string | null;
  readonly commune: string | null;
  readonly parties: readonly AskedParty[];
}

export type Submitted =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The ids of all the declarations of a scheme. */
export function declarationIds(scheme: OpenScheme): readonly string[] {
  return scheme.declarations.map((one) => one.id);
}

/** What a scheme opens by call is filed in answer to one. */
export function lacksCall({ call }: Pick<Application, "call">, { opening }: Pick<OpenScheme, "opening">): boolean {
  return opening === "by-call" && call === null;
}

export const LACKS_CALL =
  "Cette aide se demande en répondant à un appel à projets, et ce brouillon ne répond à aucun : commencez votre demande depuis la page d’un appel ouvert. Rien de ce que vous avez saisi n’est perdu.";

/** Under this, an aid is hardly worth a request: who files it is told first. */
const littleAid = euros(100);

/** The aid, where it is reckoned and next to nothing; null otherwise. */
export function littleAidOf(reading: Reading): Money | null {
  const region = possibleAid(reading);
  return region !== null && region < littleAid ? region : null;
}

/** The declarations that this file must make: those its answers make pointless are left out. */
export function declarationsOf(reading: Reading): readonly Declaration[] {
  return reading.scheme.declarations.filter((one) => visibilityOf(one, reading.answers, []) === "met");
}

/**
 * Files a request, or says every reason at once why it cannot be yet. The rules' verdict is not one of them:
 * a person decides, and a request that the rules find not eligible may be filed knowingly.
 */
export function submit(reading: Reading, attachments: readonly Attachment[], ticked: readonly string[]): Submitted {
  const refusals: Refusal[] = [];
  for (const [path, message] of reading.errors)
    refusals.push({ path, message: errorAt(labelOf(reading, path), message) });
  for (const gap of reading.gaps) refusals.push({ path: gap.path, message: errorAt(gap.label, gap.message) });
  refusals.push(...attachments.flatMap(refusalOfScan));
  const declarations = declarationsOf(reading);
  for (const { id, label } of declarations) {
    if (!ticked.includes(id))
      refusals.push({ path: `declarations.${id}`, message: `Cochez cette déclaration\u00a0: «\u202f${label}\u202f»` });
  }
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, submission: { declarations: declarations.map(({ id }) => id), ...summaryOf(reading) } };
}

function refusalOfScan(attachment: Attachment): readonly Refusal[] {
  const path = `documents.${attachment.key}`;
  switch (attachment.scan) {
    case "infected":
      return [{ path, message: `« ${attachment.name} » contient un virus : remplacez ce fichier.` }];
    // A file still in the antivirus's queue holds nothing up: it stays closed to readers until it is clean.
    case "pending":
    case "clean":
    case "not-configured":
      return [];
  }
}

/** What lists show, search and sum. */
export function summaryOf(reading: Reading): Omit<Submission, "declarations"> {
  const { raw } = reading;
  return {
    title: textOf(raw, "title").trim(),
    route: textOf(raw, "route") || null,
    commune: askedParties(reading).find(({ commune }) => commune !== null)?.commune ?? null,
    parties: askedParties(reading).filter((one): one is AskedParty => one.siren !== null),
  };
}

/** Who the file is about, with what each that money is for asks: in the order of the shares of the rules. */
function askedParties({ scheme, answers, assessment }: Reading) {
  const shares = [...assessment.funding.parties];
  const linked = scheme.linkedUndertakings === undefined ? [] : linkedIn(answers, scheme.linkedUndertakings);
  return partiesIn(scheme, answers).map((party) => {
    const share = party.funded ? shares.shift() : undefined;
    const kept = Object.entries(share?.measures ?? {}).map(([name, measure]) => [name, measure.kept ?? 0]);
    const asked = share === undefined ? {} : { ...Object.fromEntries(kept), aid: share.aid ?? 0 };
    return { ...party, asked, linked: party.funded ? linked : [] };
  });
}

function labelOf(reading: Reading, path: string): string {
  const asked = reading.questions.find((one) => one.path === path);
  if (asked === undefined) return path;
  return labelHere(asked.question.label, asked.situation);
}

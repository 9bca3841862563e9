/** A file to be assessed: what it is about, and who it is about. */
export interface ToAssess {
  readonly id: string;
  /** Codes of the specialities that it calls for. */
  readonly topics: readonly string[];
  /** SIREN of every party. */
  readonly parties: readonly string[];
  /** Who assesses it already, or withdrew from it. */
  readonly known: readonly string[];
  /** How many more it needs. */
  readonly lacks: number;
}

export interface Assessor {
  readonly id: string;
  readonly specialities: readonly string[];
  /** SIREN of organisations in which they have an interest. */
  readonly interests: readonly string[];
  /** Files that they hold already. */
  readonly load: number;
}

export interface Proposed {
  readonly file: string;
  readonly assessor: string;
}

/**
 * Shares files out: the least loaded first, and among them who knows the subject best. Nobody is given a file of an
 * organisation that they have an interest in, nor one they hold or left. The file that fewest may take is served first.
 */
export function proposeAssessors(files: readonly ToAssess[], assessors: readonly Assessor[]): readonly Proposed[] {
  const loads = new Map(assessors.map(({ id, load }) => [id, load]));
  const proposed: Proposed[] = [];
  const mayTake = (file: ToAssess) => assessors.filter((one) => isFree(one, file));
  const inOrder = [...files].sort((a, b) => mayTake(a).length - mayTake(b).length || (a.id < b.id ? -1 : 1));
  for (const file of inOrder) {
    const best = mayTake(file).sort(
      (a, b) =>
        (loads.get(a.id) ?? 0) - (loads.get(b.id) ?? 0) || common(b, file) - common(a, file) || (a.id < b.id ? -1 : 1),
    );
    for (const { id } of best.slice(0, Math.max(0, file.lacks))) {
      loads.set(id, (loads.get(id) ?? 0) + 1);
      proposed.push({ file: file.id, assessor: id });
    }
  }
  return proposed;
}

function isFree(assessor: Assessor, file: ToAssess): boolean {
  return !file.known.includes(assessor.id) && !assessor.interests.some((siren) => file.parties.includes(siren));
}

function common({ specialities }: Assessor, { topics }: ToAssess): number {
  return specialities.filter((one) => topics.includes(one)).length;
}

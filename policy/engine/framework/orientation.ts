/** Where a person is sent: a scheme of the text, or a part of the service that asks for no aid. */
export type Way =
  | { readonly kind: "scheme"; readonly slug: string }
  | {
      readonly kind: "part";
      readonly part: "training" | "agenda" | "sustainability" | "maturity" | "community" | "contact";
    };

/** What fits, why, and what else may help. */
export interface Oriented {
  readonly kind: "oriented";
  readonly title: string;
  readonly because: string;
  readonly first: Way;
  readonly others: readonly Way[];
}

/** A question, asked only where the answers before lead to it. */
export interface Fork {
  readonly kind: "fork";
  /** Name of the answer in the address. */
  readonly id: string;
  readonly question: string;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint?: string;
    readonly leads: Fork | Oriented;
  }[];
}

/** What was answered on the way, in words, and where it leads: the next question, or the answer. */
export interface Followed {
  readonly answered: readonly {
    readonly id: string;
    readonly value: string;
    readonly question: string;
    readonly label: string;
  }[];
  readonly here: Fork | Oriented;
}

/** Follows answers from the first question on; what answers no question met is left aside. */
export function follow(start: Fork, answers: Readonly<Record<string, string | undefined>>): Followed {
  const answered: Followed["answered"][number][] = [];
  let here: Fork | Oriented = start;
  while (here.kind === "fork") {
    const fork: Fork = here;
    const { id, question } = fork;
    const chosen: Fork["choices"][number] | undefined = fork.choices.find(({ value }) => value === answers[id]);
    if (chosen === undefined) break;
    answered.push({ id, value: chosen.value, question, label: chosen.label });
    here = chosen.leads;
  }
  return { answered, here };
}

/** The most questions that one may meet. */
export function longest(start: Fork | Oriented): number {
  return start.kind === "oriented" ? 0 : 1 + Math.max(...start.choices.map(({ leads }) => longest(leads)));
}

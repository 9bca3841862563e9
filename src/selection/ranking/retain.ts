import { cents, sayMoney } from "#policy/index.ts";
import { type ActRequest, doAct, type Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { maySelect } from "../may.ts";
import { keepReckoning, loadLocked } from "./admit.ts";
import { type Reckoning, reckonRetained } from "./retained.ts";

/** States in which the committee may still change what it retains of a file. */
const OPEN = ["admitted", "scored", "ranked"];

/** What the committee retains of a file, with its reason; null for all that the rules allow. Read again by every rule. */
export function retain(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: { readonly retained: number | null; readonly reason: string },
): Promise<Outcome> {
  const may = () => maySelect(visitor, "rank");
  return doAct(world, visitor, "costs-retained", request, may, async (tx, application) => {
    if (!OPEN.includes(application.state)) return { refusals: [{ message: "Le comité a déjà décidé de ce dossier." }] };
    const file = await loadLocked(tx, application.id, visitor);
    const whole = reckonRetained(file, null);
    const refusals = refusalsOf(input, whole, reckonRetained(file, input.retained));
    if (refusals.length > 0) return { refusals };
    const retained = input.retained === whole.eligibleCosts ? null : input.retained;
    const reckoned = reckonRetained(file, retained);
    const reason = retained === null ? "" : input.reason;
    await keepReckoning(tx, application.id, reckoned, { retained, retained_reason: reason });
    return {
      columns: { retainedCosts: retained, proposedAid: reckoned.aid },
      details: { retained, reason, asks: reckoned.asks },
      visibleToApplicant: false,
    };
  });
}

/** Why so much cannot be retained, field by field. */
export function refusalsOf(
  { retained, reason }: { readonly retained: number | null; readonly reason: string },
  whole: Pick<Reckoning, "eligibleCosts">,
  then: Reckoning,
): readonly { readonly path: string; readonly message: string }[] {
  if (retained === null) return [];
  if (retained <= 0) return [{ path: "retenu", message: "Indiquez les coûts retenus, en euros." }];
  if (retained > whole.eligibleCosts) {
    const most = sayMoney(cents(whole.eligibleCosts));
    return [{ path: "retenu", message: `Les règles ne permettent pas plus de ${most} de coûts pour ce projet.` }];
  }
  const broken = then.broken.map(({ title, reason: why }) => ({
    path: "retenu",
    message: `Avec ce montant, une condition n’est plus remplie\u00a0: ${title}. ${why}`,
  }));
  const needsReason = retained < whole.eligibleCosts && reason === "";
  return [
    ...broken,
    ...(needsReason ? [{ path: "raison", message: "Dites pourquoi le comité retient moins que demandé." }] : []),
  ];
}

import type { Assessment } from "../../../engine/grants/assessment.ts";
import type { KeyReason } from "../../../engine/grants/words.ts";
import { sayMoney, sayShare } from "../../../engine/values/french.ts";
import { terms } from "./terms.ts";

const { regionRate } = terms.voted;

/** Every condition is met: said once, in the place of the first. */
export function conditionsMet({ criteria }: Assessment): KeyReason | null {
  const [first] = criteria;
  if (first === undefined) return null;
  return {
    title: "Le projet remplit les conditions",
    reason: `Les ${criteria.length} vérifications faites d’après vos réponses sont bonnes.`,
    id: first.id,
    provision: first.provision,
  };
}

/** What made the amount: lines refused or to assess first, then other public money, and the rates. */
export function amounts({ funding, costs }: Assessment): readonly KeyReason[] {
  const provision = "2.c, modalités de financement";
  const { aid, eligibleCosts, otherPublicFunding, realCost, sources } = funding;
  const esf = sources.find(({ source }) => source === "esf")?.amount ?? null;
  const reasons: KeyReason[] = [];
  const because = (id: string, title: string, reason: string, where = provision) =>
    void reasons.push({ id, title, reason, provision: where });
  const refused = costs.filter(({ status }) => status === "not-eligible");
  if (refused.length > 0) {
    const [first] = refused;
    const title =
      refused.length === 1 ? "Une dépense n’est pas retenue" : `${refused.length} dépenses ne sont pas retenues`;
    because(first?.rules[0] ?? "TR-6", title, reasonsOf(refused), first?.provision);
  }
  const toAssess = costs.filter(({ status, rules }) => status === "to-assess" && rules.length > 0);
  if (toAssess.length > 0) {
    const title =
      toAssess.length === 1 ? "Une dépense est à apprécier" : `${toAssess.length} dépenses sont à apprécier`;
    const apart = toAssess.length === 1 ? "Elle est comptée à part" : "Elles sont comptées à part";
    const reason = `${reasonsOf(toAssess)} ${apart}\u00a0: le service conclut.`;
    because(toAssess[0]?.rules[0] ?? "TR-8", title, reason);
  }
  if (otherPublicFunding !== null && otherPublicFunding > 0) {
    const reason = "L’argent public ne dépasse jamais les dépenses payées\u00a0: la part du FSE+ baisse la première.";
    because("TR-5", `${sayMoney(otherPublicFunding)} d’autres financements publics`, reason);
  }
  if (eligibleCosts !== null && realCost !== null && aid !== null && aid > 0) {
    const title = `${sayMoney(eligibleCosts)} retenus sur ${sayMoney(realCost)}`;
    const europe = esf === null ? "" : `, et le FSE+ ${sayMoney(esf)}`;
    because(
      "TR-5",
      title,
      `La Région peut accorder ${sayShare(regionRate)} des dépenses éligibles, soit ${sayMoney(aid)} au plus${europe}.`,
    );
  }
  return reasons;
}

/** Each reason once: lines of one kind share it. */
function reasonsOf(costs: Assessment["costs"]): string {
  return [...new Set(costs.map(({ reason }) => reason))].join(" ");
}

import type { JSX } from "preact";
import { type Counted, cents, fundedIn, sayMoney } from "#policy/index.ts";
import { type LedgerEntry, measured } from "#src/life/index.ts";
import { formatDay, Money, ProvisionId, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { ReviewedView } from "../file/file-view.tsx";

/** What each structure already had, whichever way it came, and what is left to it. */
export function History(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const { counted } = view.scheme;
  const measure = counted?.measure ?? "aid";
  const rule = view.scheme.ledger.find((one) => one.measure === measure);
  const say = (value: number) => counted?.say(value) ?? sayMoney(cents(value));
  return (
    <>
      {fundedIn(view.scheme, view.file.answers).map(({ called, siren }, at) => {
        const ledger = siren === null ? undefined : view.file.ledgers.get(siren);
        const share = view.instruction.accepted.funding.parties[at];
        const had = view.file.history[at];
        const waiting = (ledger?.entries ?? [])
          .filter((entry) => entry.basis === "asked")
          .reduce((sum, entry) => sum + measured(entry, measure), 0);
        const past = view.file.pastGrants.filter((one) => one.siren === siren);
        return (
          <Section key={at} title={called} level={3} aside={siren === null ? "SIREN inconnu" : `SIREN ${siren}`}>
            <p>
              Accordés ou payés sous ce cadre, toutes voies confondues :{" "}
              <strong>{say(had?.[measure]?.whole ?? 0)}</strong> et{" "}
              <strong>{sayMoney(cents(had?.aid?.whole ?? 0))}</strong>.{" "}
              {share?.measures[measure] !== undefined && (
                <>
                  Ce dossier peut encore retenir <strong>{say(share.measures[measure].allowed ?? 0)}</strong> et en
                  retient {say(share.measures[measure].kept ?? 0)}.{" "}
                </>
              )}
              {waiting > 0 && <>D’autres dossiers, pas encore votés, demandent {say(waiting)}. </>}
              {rule !== undefined && <ProvisionId id={rule.provision} />}
            </p>
            {ledger !== undefined && ledger.entries.length > 0 && (
              <ul>
                {ledger.entries.slice(0, SHOWN_ENTRIES).map((entry, index) => (
                  <li key={index}>{entryLine(entry, counted)}</li>
                ))}
                {ledger.entries.length > SHOWN_ENTRIES && <li>et {ledger.entries.length - SHOWN_ENTRIES} autres</li>}
              </ul>
            )}
            {past.length > 0 && (
              <>
                <p>Aides d’avant ce service ; celles de la version en vigueur du cadre comptent dans le plafond :</p>
                <ul>
                  {past.map((one, index) => (
                    <li key={index}>
                      {formatDay(one.grantedOn)}, {one.scheme} : <Money cents={measured(one, "aid")} />
                      {counted !== undefined &&
                        one.measures[measure] !== undefined &&
                        ` pour ${say(one.measures[measure])}`}{" "}
                      ({one.source})
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Section>
        );
      })}
    </>
  );
}

/** A structure has a few requests; more than this is no list to read. */
const SHOWN_ENTRIES = 20;

const bases = { asked: "demandé", granted: "accordé", paid: "payé", past: "accordé avant ce service" } as const;

function entryLine(entry: LedgerEntry, counted: Counted | undefined): JSX.Element {
  const quantity = counted === undefined ? undefined : entry.measures[counted.measure];
  const words = `${quantity === undefined ? "" : `${counted?.say(quantity)}, `}${sayMoney(cents(measured(entry, "aid")))} (${bases[entry.basis]})`;
  if (entry.applicationId === null) return <>{words}</>;
  return <a href={urls.review.href({ id: entry.applicationId })}>{words}</a>;
}

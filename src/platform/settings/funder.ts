import { type FunderWords, funderWords } from "#text/index.ts";
import { declaredSetting, settingGroups } from "./declared.ts";
import type { DeclaredSetting } from "./setting.ts";
import type { SetTexts } from "./texts.ts";

/** Who funds, as every page and letter says it. */
export interface Funder {
  readonly name: string;
  /** « la Région », who votes and who carries out, with their articles. */
  readonly words: FunderWords;
  readonly siret: string | null;
  readonly service: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly logo: FunderLogo | null;
  /** How long a decision usually takes, in words; null where the funder does not say. */
  readonly usualDelay: string | null;
  /** Days on which its elected members decide, the soonest first. */
  readonly commissionDays: readonly string[];
  /** Days on which its offices are closed, beside public holidays. */
  readonly closedDays: readonly string[];
  /** Who signs its letters and agreements; without a name, the place for it stays open. */
  readonly signatory: {
    readonly name: string | null;
    readonly quality: string | null;
    readonly onBehalf: string | null;
  };
  /** What only the funder's lawyers can settle, printed in its documents. */
  readonly legal: {
    readonly confirmed: boolean;
    readonly court: { readonly name: string; readonly address: string; readonly online: string };
    readonly publicityMention: string;
  };
  /** Who answers for personal data, and who controls. */
  readonly data: { readonly officer: string | null; readonly email: string; readonly authority: string };
  /** Codes of its accounts, copied as they are. */
  readonly finance: Readonly<Record<"programme" | "chapter" | "function" | "account", string | null>>;
  /** Words of letters and mails that were set, by their keys. */
  readonly texts: SetTexts;
  /** Delays that the service chooses, in days. */
  readonly delays: {
    readonly completion: number;
    readonly draftReminder: number;
    readonly answerReminder: number;
    readonly signatureReminder: number;
    readonly deadlineAlert: number;
  };
}

/** A picture drawn again as PNG, whatever was sent: kept with its bytes in base64. */
export interface FunderLogo {
  readonly base64: string;
  readonly sha256: string;
}

/** Where a setting's confirmed value is read; undefined where nobody confirmed one. */
export type ReadValue = (key: string) => unknown;

/** The value of a setting: confirmed, else what holds until then. */
export function settingValue(read: ReadValue, setting: Pick<DeclaredSetting, "key" | "initial">): unknown {
  const confirmed = read(setting.key);
  return confirmed === undefined ? setting.initial : confirmed;
}

/** The funder, from what is set. What was never confirmed stands as declared. */
export function funderFrom(read: ReadValue, texts: SetTexts = {}): Funder {
  const of = <T>(key: string): T => {
    const setting = declaredSetting(key);
    if (setting === null) throw new Error(`no setting ${key}`);
    return settingValue(read, setting) as T;
  };
  const [name, service] = [of<string>("funder.name"), of<string>("funder.service")];
  const email = of<string>("funder.email");
  return {
    name,
    words: funderWords({
      name,
      short: of("funder.short"),
      voter: of("voting.name"),
      wholeVoter: of("voting.whole-name"),
      executive: of("voting.executive"),
    }),
    siret: of("funder.siret"),
    service,
    address: of("funder.address"),
    email,
    phone: of("funder.phone"),
    logo: of("funder.logo"),
    usualDelay: of("delay.usual"),
    commissionDays: of("calendar.commissions"),
    closedDays: of("calendar.closed"),
    signatory: {
      name: of("signatory.name"),
      quality: of("signatory.quality"),
      onBehalf: of("signatory.on-behalf"),
    },
    legal: {
      confirmed: of("legal.confirmed"),
      court: { name: of("legal.court.name"), address: of("legal.court.address"), online: of("legal.court.online") },
      publicityMention:
        of<string | null>("legal.publicity") ?? `Projet réalisé avec un soutien financier public\u00a0: ${name}`,
    },
    data: {
      officer: of("data.officer"),
      email: of<string | null>("data.officer-email") ?? email,
      authority: of("data.authority"),
    },
    finance: {
      programme: of("finance.programme"),
      chapter: of("finance.chapter"),
      function: of("finance.function"),
      account: of("finance.account"),
    },
    texts,
    delays: {
      completion: of("delay.completion"),
      draftReminder: of("delay.draft-reminder"),
      answerReminder: of("delay.answer-reminder"),
      signatureReminder: of("delay.signature-reminder"),
      deadlineAlert: of("delay.deadline-alert"),
    },
  };
}

/** Settings whose value is still the demonstration's, or a proposal that nobody confirmed. */
export function unconfirmed(read: ReadValue): readonly DeclaredSetting[] {
  return settingGroups.flatMap(({ settings }) => settings).filter((one) => read(one.key) === undefined);
}

import type { JSX } from "preact";
import type {
  Amendment,
  CompletionRequest,
  HistoryEntry,
  IssuedDocument,
  Message,
  MessageFile,
  OpenApplication,
} from "#src/life/index.ts";
import type { CorrectionProposal } from "../proposals/proposal.ts";
import type { TrackPartProps } from "../track/track-part.tsx";
import type { RevisionDifference } from "../web/answers.tsx";

/** What the page of a filed request shows to those who made it. */
export interface ApplicationPageProps {
  readonly file: OpenApplication;
  /** Where it was born; null where nothing is known. */
  readonly origin: JSX.Element | null;
  readonly request: CompletionRequest | null;
  /** The last amendment of its agreement, where its beneficiary has still to sign it. */
  readonly toSign: Amendment | null;
  readonly documents: readonly IssuedDocument[];
  readonly messages: readonly Message[];
  readonly messageFiles: readonly MessageFile[];
  readonly history: readonly HistoryEntry[];
  readonly differences: readonly RevisionDifference[];
  readonly proposals: readonly CorrectionProposal[];
  readonly today: string;
  /** The same project at another funder; null where a scheme has none. */
  readonly track: TrackPartProps | null;
  readonly may: {
    readonly answer: boolean;
    readonly propose: boolean;
    readonly withdraw: boolean;
    readonly copy: boolean;
    readonly write: boolean;
  };
  /** Fresh hidden fields of the acts on this page, one set a form. */
  readonly fields: {
    readonly withdraw: Readonly<Record<string, string>>;
    readonly copy: Readonly<Record<string, string>>;
    readonly message: Readonly<Record<string, string>>;
  };
  readonly refused?:
    | { readonly message?: string; readonly withdrawal?: string; readonly body?: string; readonly reason?: string }
    | undefined;
}

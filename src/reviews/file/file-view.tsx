import type { JSX } from "preact";
import type { OpenScheme } from "#policy/index.ts";
import type { Standing } from "#src/applications/index.ts";
import { courseOf, type Refusal, type Step } from "#src/life/index.ts";
import type { Register, SignedVisitor } from "#src/people/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import { type FormError, fieldId } from "#src/ui/index.ts";
import type { Query } from "#src/urls.ts";
import type { AroundApplication } from "../around/around-store.ts";
import type { NewsOf } from "../around/news.ts";
import type { Askable } from "../completion/completion.ts";
import type { Instruction } from "../instruction/instruction.ts";
import { hasInterest, mayReview, mayStep, type ReviewAct, type ReviewSubject } from "../may.ts";
import { LIST } from "../queue/list.ts";
import type { ReviewedApplication } from "./file-store.ts";

/** What was sent and refused: the form that sent it shows it again, with the reasons. */
export interface Typed {
  /** Name of the form, the same as its `id` in the page. */
  readonly form: string;
  readonly fields: FormFields;
  readonly refusals: readonly Refusal[];
  /** Sent from a page that others have overtaken: who. What was not written then is shown as it stands now. */
  readonly overtakenBy?: string;
}

/** A part of the page that a later slice brings: the decision, the agreement. */
export interface ReviewedPart {
  readonly sections: readonly { readonly id: string; readonly title: string; readonly body: JSX.Element }[];
  /** What can be done now, before the rest of the page. */
  readonly actions: readonly JSX.Element[];
  /** The next act that the file waits for, in a few words: the head of the page leads to `actions`. */
  readonly next?: string;
  /** What stands beside one condition, to help a person judge it. */
  readonly beside?: { readonly criterion: string; readonly body: JSX.Element };
}

/** The list that one came from: where it is, and the files around this one. */
export interface ListPlace {
  readonly href: string;
  readonly label: string;
  /** « 3 sur 80 »; null where nobody counted. */
  readonly place: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  /** What keeps it in the addresses of this page. */
  readonly query: Query;
}

/** An answer that is no longer what it was. */
export interface ChangedAnswer {
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** All that the page of a file shows. It reads no store. */
export interface ReviewedView {
  readonly file: ReviewedApplication;
  readonly instruction: Instruction;
  /** Every field and paper of the file as filed, in the form's order. */
  readonly asked: readonly Askable[];
  readonly scheme: OpenScheme;
  readonly visitor: SignedVisitor;
  /** ISO day. */
  readonly today: string;
  readonly placeName: (commune: string) => string;
  /** A key for each form: the act happens once. */
  readonly newKey: () => string;
  readonly typed: Typed | null;
  /** Name of a form that the reader asked for. */
  readonly opened: string | null;
  readonly parts: readonly ReviewedPart[];
  readonly list: ListPlace;
  /** By SIREN, what public registers say of those that the money is for. */
  readonly registers: ReadonlyMap<string, Register>;
  /** What shows that who filed is of the organisation; null for a reader whose answer it is not. */
  readonly belonging: Standing | null;
  /** What agents keep around the file. */
  readonly around: AroundApplication;
  /** What others did since this reader's visit before, and the instant that it ended. */
  readonly news: readonly NewsOf[];
  readonly since: string | null;
  /** Words of a template that the reader chose, filled in. */
  readonly template: string | null;
  /** By path, the answers that the last revision changed. */
  readonly changed: ReadonlyMap<string, ChangedAnswer>;
  /** Keys of the papers that the last revision brought or replaced. */
  readonly newPapers: ReadonlySet<string>;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
}

export function subjectOf({ file }: Pick<ReviewedView, "file">): ReviewSubject {
  const { organisationId, state } = file.application;
  return { organisationId, state, interest: file.interest, road: courseOf(file.application).road };
}

export function may(view: Pick<ReviewedView, "file" | "visitor">, act: ReviewAct): boolean {
  return mayReview(view.visitor, act, subjectOf(view));
}

export function mayTakeStep(view: Pick<ReviewedView, "file" | "visitor">, step: Step): boolean {
  return mayStep(view.visitor, step, subjectOf(view));
}

export function isBarred(view: Pick<ReviewedView, "file" | "visitor">): boolean {
  return hasInterest(view.visitor, subjectOf(view));
}

/**
 * What makes an act happen once, and the list that its author came from; alone, for an act that others' acts do not make
 * stale (a message).
 */
export function KeyField(props: { readonly view: Pick<ReviewedView, "newKey" | "list"> }): JSX.Element {
  return (
    <>
      <input type="hidden" name="cle" value={props.view.newKey()} />
      <ListField view={props.view} />
    </>
  );
}

/** The list that one came from, in a form. */
export function ListField(props: { readonly view: Pick<ReviewedView, "list"> }): JSX.Element | null {
  const list = props.view.list.query[LIST];
  return typeof list === "string" ? <input type="hidden" name={LIST} value={list} /> : null;
}

/** The hidden fields of an act: those of its key, and the version that its author sees. */
export function ActFields(props: { readonly view: Pick<ReviewedView, "file" | "newKey" | "list"> }): JSX.Element {
  return (
    <>
      <KeyField view={props.view} />
      <input type="hidden" name="version" value={String(props.view.file.application.version)} />
    </>
  );
}

/** What was typed in a field of a form that was refused; `rest` where the form was not. */
export function typedIn(view: Pick<ReviewedView, "typed">, form: string, name: string, rest = ""): string {
  if (view.typed?.form !== form) return rest;
  const { fields, overtakenBy } = view.typed;
  const value = fields[name];
  const written = typeof value === "string" ? value : (value?.at(-1) ?? "");
  return written === "" && overtakenBy !== undefined ? rest : written;
}

export function allTypedIn(view: Pick<ReviewedView, "typed">, form: string, name: string): readonly string[] {
  if (view.typed?.form !== form) return [];
  const value = view.typed.fields[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

/** The reason under a field of a form that was refused. */
export function errorOf(view: Pick<ReviewedView, "typed">, form: string, name: string): string | undefined {
  if (view.typed?.form !== form) return undefined;
  const found = view.typed.refusals.filter((refusal) => refusal.path === name).map((refusal) => refusal.message);
  return found.length === 0 ? undefined : found.join(" ");
}

/** The summary at the top of the page: each reason leads to its field. */
export function errorsOf(typed: Typed | null): readonly FormError[] {
  if (typed === null) return [];
  return typed.refusals.map(({ message, path }) =>
    path === undefined ? { message } : { message, id: idIn(typed.form, path) },
  );
}

/** `id` of a field of one of the page's many forms. */
export function idIn(form: string, name: string): string {
  return `${form}-${name.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

/** Anchor of an answer in the page. */
export function answerId(path: string): string {
  return `r-${fieldId(path)}`;
}

import type { Framework, OpenScheme, Scheme } from "../framework/scheme.ts";
import type { Source } from "../framework/source.ts";
import { sayDay } from "../values/french.ts";

/** What one version of the text says and the other does not, or says otherwise. Null: it is not there. */
export interface Change {
  /** The part of the text: « La stratégie », or a scheme. */
  readonly part: string;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly provision: string;
}

interface Said {
  readonly part: string;
  readonly what: string;
  readonly says: string;
  readonly provision: string;
}

/** « Ce qui a changé » from one version to another, in the order of the later one, what was dropped at the end (D-01). */
export function changesBetween(before: Framework, after: Framework): readonly Change[] {
  const old = saidBy(before);
  const now = saidBy(after);
  const added = [...now].flatMap(([key, said]) => changed(said, old.get(key)?.says ?? null, said.says));
  const dropped = [...old].flatMap(([key, said]) => (now.has(key) ? [] : changed(said, said.says, null)));
  return [...added, ...dropped];
}

function changed({ part, what, provision }: Said, before: string | null, after: string | null): readonly Change[] {
  return before === after ? [] : [{ part, what, before, after, provision }];
}

/** All that a version says, each thing under a key that lasts from one version to the next. */
function saidBy(framework: Framework): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  const strategy = (key: string, what: string, says: string, provision: string) =>
    said.set(key, { part: "La stratégie", what, says, provision });
  for (const axis of framework.axes) strategy(`axis ${axis.id}`, "Axe", axis.label, axis.provision);
  for (const tag of framework.tags) strategy(`tag ${tag.id}`, "Mot de la stratégie", tag.label, tag.provision);
  for (const one of framework.contextFigures) strategy(`figure ${one.label}`, one.label, one.value, one.provision);
  for (const source of framework.sources)
    strategy(`source ${source.code}`, "Source de financement", period(source), source.provision);
  for (const scheme of framework.schemes) addScheme(said, scheme);
  return said;
}

function addScheme(said: Map<string, Said>, scheme: Scheme): void {
  const add = (key: string, what: string, says: string, provision: string) =>
    said.set(`${scheme.slug} ${key}`, { part: scheme.name, what, says, provision });
  add(
    "name",
    "Dispositif",
    `${scheme.name}, ${scheme.status === "open" ? "ouvert aux demandes" : "pour information"}`,
    scheme.provision,
  );
  for (const passage of scheme.passages) {
    add(
      `passage ${passage.title}`,
      passage.title,
      passage.paragraphs.join(" "),
      passage.provisions[0] ?? scheme.provision,
    );
  }
  if (scheme.status === "open") addRules(add, scheme);
}

function addRules(add: (key: string, what: string, says: string, provision: string) => void, scheme: OpenScheme): void {
  for (const one of scheme.figures) add(`figure ${one.label}`, one.label, one.value, one.provision);
  for (const one of scheme.criteria) add(`rule ${one.id}`, `Règle ${one.id}`, `${one.title}. ${one.question}`, one.id);
  add("rules", "Empreinte des règles", scheme.ruleSetHash.slice(0, 12), scheme.provision);
  for (const one of scheme.documents) add(`paper ${one.id}`, "Pièce demandée", one.label, one.provision);
  for (const one of scheme.declarations) add(`declaration ${one.id}`, "Déclaration", one.label, one.provision);
  for (const one of scheme.doubts) add(`doubt ${one.id}`, one.question, one.defaultReading, one.id);
}

function period({ label, from, until }: Source): string {
  return from === null || until === null ? label : `${label}, du ${sayDay(from)} au ${sayDay(until)}`;
}

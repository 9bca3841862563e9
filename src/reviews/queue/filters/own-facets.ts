import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { frameworks } from "#policy/index.ts";
import { askingRoutes, STATES } from "#src/life/index.ts";
import { communeByCode, departmentName, departmentsOfFunder } from "#src/territory/index.ts";
import { stateLook, verdictWords } from "../../web/words.ts";
import { assignableAgents } from "../agents.ts";
import { labelOptions } from "../labels/labels.ts";
import { decidedInCommittee } from "./decided-in-committee.ts";
import { anyOf, type Facet, isOneOf } from "./facet.ts";

/** Days under which a deadline is close. */
export const SOON_DAYS = 7;

export const VERDICTS = ["eligible", "not-eligible", "incomplete", "to-assess"] as const;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function among(options: readonly { readonly value: string; readonly label: string }[]) {
  return {
    options: () => options,
    knows: (value: string) => options.some((one) => one.value === value),
  };
}

const state: Facet = {
  name: "etat",
  label: "État",
  ...among(STATES.filter((one) => one !== "draft").map((value) => ({ value, label: stateLook(value).label }))),
  unread: "n’est pas un état de dossier.",
  condition: (values) => isOneOf(sql`a.state`, values),
  counted: () => sql`a.state`,
};

/** Who has the file: « moi » is whoever reads, « personne » nobody. */
const assignee: Facet = {
  name: "agent",
  label: "Affecté à",
  options: async (tx) => [
    { value: "moi", label: "Moi" },
    { value: "personne", label: "Personne" },
    ...(await assignableAgents(tx)).map(({ id, name }) => ({ value: id, label: name })),
  ],
  knows: () => true,
  unread: "",
  condition: (values, { me }) => {
    const people = values.filter((value) => value !== "personne").map((value) => (value === "moi" ? me : value));
    return anyOf([
      ...(people.length === 0 ? [] : [isOneOf(sql`a.assigned_to`, [...new Set(people)])]),
      ...(values.includes("personne") ? [sql`a.assigned_to IS NULL`] : []),
    ]);
  },
  counted: () => sql`coalesce(a.assigned_to, 'personne')`,
};

/** A stop that its own delay has ended no longer counts as one: the clock has run since (CRPA L114-5). */
const stopped = (day: string) => sql`(a.suspended_on IS NOT NULL AND a.suspended_until >= ${day}::date)`;
const end = sql`(a.implicit_refusal_on + coalesce(a.suspended_until - a.suspended_on, 0))`;

const deadline: Facet = {
  name: "delai",
  label: "Échéance",
  ...among([
    { value: "retard", label: "En retard" },
    { value: "proche", label: `Dans ${SOON_DAYS} jours au plus` },
    { value: "suspendu", label: "Délai suspendu" },
  ]),
  unread: "n’est pas une échéance que la liste connaît.",
  condition: (values, { today }) => {
    const day = today.toString();
    const limit = today.add({ days: SOON_DAYS }).toString();
    const of = {
      retard: sql`(a.implicit_refusal_on < ${day}::date AND NOT ${stopped(day)} AND ${end} < ${day}::date
        AND coalesce(${decidedInCommittee} > ${end}, true))`,
      proche: sql`(a.implicit_refusal_on <= ${limit}::date AND NOT ${stopped(day)} AND ${end} BETWEEN ${day}::date AND ${limit}::date)`,
      suspendu: stopped(day),
    } as const;
    return anyOf(Object.entries(of).flatMap(([value, condition]) => (values.includes(value) ? [condition] : [])));
  },
};

/** A department, or a commune by its INSEE code. */
const place: Facet = {
  name: "lieu",
  label: "Département",
  options: () => departmentsOfFunder().map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
  knows: (value) => /^(\d{2}|2[AB]|97\d|\d{5}|2[AB]\d{3})$/.test(value),
  unread: "n’est ni un département ni un code de commune.",
  words: (value) => (value.length < 5 ? departmentName(value) : (communeByCode(value)?.name ?? null)),
  condition: (values) => {
    const departments = values.filter((value) => value.length < 5);
    const communes = values.filter((value) => value.length === 5);
    return anyOf([
      ...(departments.length === 0 ? [] : [isOneOf(sql`a.department`, departments)]),
      // With its department, which the index begins with.
      ...communes.map((code) => sql`(a.department = ${departmentOf(code)} AND a.commune = ${code})`),
    ]);
  },
  counted: () => sql`a.department`,
};

function departmentOf(commune: string): string {
  return commune.slice(0, commune.startsWith("97") ? 3 : 2);
}

const verdict: Facet = {
  name: "verdict",
  label: "Vérification automatique",
  ...among(VERDICTS.map((value) => ({ value, label: verdictWords[value] }))),
  unread: "n’est pas une réponse de la vérification.",
  condition: (values) => isOneOf(sql`a.eligibility`, values),
  counted: () => sql`a.eligibility`,
};

const route: Facet = {
  name: "voie",
  label: "Voie",
  ...among(askingRoutes.map(({ value, word }) => ({ value, label: word }))),
  unread: "n’est pas une voie.",
  condition: (values) => isOneOf(sql`a.route`, values),
  counted: () => sql`a.route`,
};

const schemes = [
  ...new Map(
    frameworks.flatMap((one) =>
      one.schemes.filter(({ status }) => status === "open").map(({ slug, name }) => [slug, name] as const),
    ),
  ),
].map(([value = "", label = ""]) => ({ value, label }));

const scheme: Facet = {
  name: "dispositif",
  label: "Dispositif",
  ...among(schemes),
  unread: "n’est pas un dispositif ouvert aux demandes.",
  condition: (values) => isOneOf(sql`a.scheme`, values),
  counted: () => sql`a.scheme`,
};

/** The call that a request answers; « aucun » is those that answer none. */
const call: Facet = {
  name: "appel",
  label: "Appel à projets",
  options: async (tx) => {
    const rows = await tx
      .selectFrom("call")
      .select(["id", "title"])
      .where("state", "=", "published")
      .orderBy("closes_at", "desc")
      .limit(30)
      .execute();
    return [{ value: "aucun", label: "Hors appel" }, ...rows.map(({ id, title }) => ({ value: id, label: title }))];
  },
  knows: (value) => value === "aucun" || uuid.test(value),
  unread: "n’est pas un appel.",
  condition: (values) => {
    const calls = values.filter((value) => value !== "aucun");
    return anyOf([
      ...(calls.length === 0 ? [] : [sql`a.call_id IN (${sql.join(calls.map((id) => sql`${id}::uuid`))})`]),
      ...(values.includes("aucun") ? [sql`a.call_id IS NULL`] : []),
    ]);
  },
  counted: () => sql`coalesce(a.call_id::text, 'aucun')`,
};

const label: Facet = {
  name: "etiquette",
  label: "Étiquette",
  options: labelOptions,
  knows: (value) => uuid.test(value),
  unread: "n’est pas une étiquette.",
  condition: (values) =>
    sql`a.id IN (SELECT l.application_id FROM application_label l WHERE l.label_id IN (${sql.join(values.map((id) => sql`${id}::uuid`))}))`,
};

const messages: Facet = {
  name: "messages",
  label: "Messages",
  ...among([{ value: "non-lus", label: "Non lus" }]),
  unread: "n’est pas une sorte de messages.",
  condition: () =>
    sql`a.id IN (SELECT m.application_id FROM message m WHERE m.side = 'applicant' AND m.read_at IS NULL)`,
};

/** How long ago a file was filed, in days: bounds of each age, the last without an end. */
export const AGES = [
  { value: "moins-de-30", label: "Moins de 30 jours", from: 0, to: 30 },
  { value: "30-a-60", label: "De 30 à 60 jours", from: 30, to: 61 },
  { value: "plus-de-60", label: "Plus de 60 jours", from: 61, to: null },
] as const;

const age: Facet = {
  name: "age",
  label: "Déposé depuis",
  ...among(AGES.map(({ value, label: words }) => ({ value, label: words }))),
  unread: "n’est pas une ancienneté que la liste connaît.",
  condition: (values, { today }) => {
    const since = (days: number) => sql`${midnight(today.subtract({ days }))}::timestamptz`;
    return anyOf(
      AGES.filter(({ value }) => values.includes(value)).map(({ from, to }) =>
        sql.join(
          [
            ...(from === 0 ? [] : [sql`a.submitted_at < ${since(from - 1)}`]),
            ...(to === null ? [] : [sql`a.submitted_at >= ${since(to - 1)}`]),
          ],
          sql` AND `,
        ),
      ),
    );
  },
};

function midnight(day: Temporal.PlainDate): string {
  return day.toZonedDateTime("Europe/Paris").toInstant().toString();
}

/** What the review itself narrows the queue by; later slices add theirs. */
export const ownFacets: readonly Facet[] = [
  state,
  assignee,
  deadline,
  age,
  scheme,
  call,
  place,
  verdict,
  route,
  messages,
  label,
];

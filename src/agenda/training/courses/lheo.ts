import type { World } from "#src/platform/world.ts";
import { dayInParis } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { whyClosed } from "../../occasions/occasion.ts";
import type { Session } from "../sessions/session-store.ts";
import type { Operator, YearPlan } from "../year/plan.ts";
import type { Course } from "./course.ts";

const NAMESPACE = "http://lheo.gouv.fr/2.3";

/** A course with its sessions, as LHÉO exports them. */
export interface ExportedCourse {
  readonly course: Course;
  readonly plan: YearPlan;
  readonly sessions: readonly Session[];
}

/** The sessions that one can still register for: a course without one is left out of the export. */
export function openSessions(world: Pick<World, "clock">, sessions: readonly Session[]): readonly Session[] {
  return sessions.filter((session) => whyClosed(session.occasion, world.clock.now()) === null);
}

/** The catalogue in LHÉO 2.3; null where no course is left, which the format cannot say. */
export function lheoDocument(world: World, exported: readonly ExportedCourse[]): string | null {
  const courses = exported.filter((one) => one.sessions.length > 0);
  if (courses.length === 0) return null;
  const offers = courses.map((one) => formation(world, one)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<lheo xmlns="${NAMESPACE}"><offres>${offers}</offres></lheo>\n`;
}

function formation(world: World, { course, plan, sessions }: ExportedCourse): string {
  const { content } = course;
  const codes = [
    ...content.formacode.map((code) => leaf("code-FORMACODE", code)),
    ...content.nsf.map((code) => leaf("code-NSF", code.slice(0, 3))),
    ...content.rome.map((code) => leaf("code-ROME", code)),
  ];
  return node(
    "formation",
    node("domaine-formation", ...codes),
    leaf("intitule-formation", course.title, 255),
    leaf("objectif-formation", content.objective),
    leaf("resultats-attendus", content.results),
    leaf("contenu-formation", content.contents),
    leaf("certifiante", flag(content.isCertifying)),
    contact("contact-formation", plan.operator),
    leaf("parcours-de-formation", content.pathway),
    leaf("code-niveau-entree", content.entryLevel),
    node("url-formation", leaf("urlweb", world.origin + urls.course.href({ slug: course.slug }), 400)),
    action(world, course, plan, sessions),
    organisation(plan.operator),
  );
}

function action(world: World, course: Course, plan: YearPlan, sessions: readonly Session[]): string {
  const { content } = course;
  return node(
    "action",
    leaf("rythme-formation", content.rhythm),
    leaf("code-public-vise", content.publicCode),
    leaf("niveau-entree-obligatoire", flag(content.isEntryLevelRequired)),
    leaf("modalites-alternance", content.alternation),
    leaf("modalites-enseignement", course.teachingMode),
    leaf("conditions-specifiques", content.conditions),
    leaf("prise-en-charge-frais-possible", flag(content.isFeeCovered)),
    leaf("modalites-entrees-sorties", flag(content.isOpenEntry)),
    ...sessions.map((session) => sessionNode(world, plan, session)),
    leaf("nombre-heures-total", String(Math.round(course.hours))),
  );
}

function sessionNode(world: World, plan: YearPlan, session: Session): string {
  const { occasion } = session;
  const compact = (day: string) => day.replaceAll("-", "");
  return node(
    "session",
    node(
      "periode",
      leaf("debut", compact(dayInParis(occasion.startsAt))),
      leaf("fin", compact(dayInParis(occasion.endsAt))),
    ),
    node("adresse-inscription", address(plan.operator)),
    leaf("modalites-inscription", "En ligne, sur la page de la session.", 3000),
    leaf("etat-recrutement", "1"),
    node("url-session", leaf("urlweb", world.origin + urls.agendaItem.href({ slug: occasion.slug }), 400)),
  );
}

function organisation(operator: Operator): string {
  return node(
    "organisme-formation-responsable",
    leaf("numero-activite", operator.activityNumber),
    node("SIRET-organisme-formation", leaf("SIRET", operator.siret)),
    leaf("nom-organisme", operator.name, 250),
    leaf("raison-sociale", operator.name, 250),
    node("coordonnees-organisme", coordinates(operator)),
    contact("contact-organisme", operator),
  );
}

function contact(name: string, operator: Operator): string {
  return node(name, coordinates(operator));
}

function coordinates(operator: Operator): string {
  return node("coordonnees", address(operator), leaf("courriel", operator.email, 160));
}

function address(operator: Operator): string {
  return node(
    "adresse",
    leaf("ligne", operator.address, 50),
    leaf("codepostal", operator.postcode),
    leaf("ville", operator.town, 50),
  );
}

function flag(value: boolean): string {
  return value ? "1" : "0";
}

function node(name: string, ...children: readonly string[]): string {
  return `<${name}>${children.join("")}</${name}>`;
}

/** What people typed, cut to what the format holds, without the characters that XML cannot carry. */
function leaf(name: string, value: string, most = 3000): string {
  const whole = Array.from(
    value.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ""),
  );
  const escaped = whole
    .slice(0, most)
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return `<${name}>${escaped}</${name}>`;
}

import type { MiddlewareHandler } from "hono";
import type { JSX } from "preact";
import type { OpenScheme, Scheme } from "#policy/index.ts";
import {
  notFound,
  type PageOptions,
  type RequestContext,
  type Routes,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { frameworkInService } from "#src/schemes/index.ts";
import { communeLabel, communeQueryName, fieldId } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { KnownAnswers } from "../known-answers.ts";
import { cellToShow } from "../line-lists.ts";
import { changeItems, placeIn } from "../moves.ts";
import type { OpenCalls } from "../open-calls.ts";
import { controlNames, readQuery, type SimulatorQuery } from "../query.ts";
import { errorsOn, openSimulator, type Simulator } from "../simulator.ts";
import type { SimulatorStep } from "../steps.ts";
import { resultUrl, stepUrl, wholePageUrl } from "./addresses.ts";
import { communeDirectory } from "./commune-directory.ts";
import { NotComputedPage } from "./not-computed-page.tsx";
import { ResultPage } from "./result-page.tsx";
import { answerPdf } from "./result-pdf.ts";
import { StepPage } from "./step-page.tsx";
import { legalToday } from "./today.ts";
import { WholePage } from "./whole-page.tsx";

/** The simulator: only GETs, all that it knows is in the address, nothing is recorded. */
export function simulatorRoutes(
  routes: Routes,
  world: World,
  keep: MiddlewareHandler,
  known: KnownAnswers,
  calls: OpenCalls,
): void {
  routes.get(urls.simulators.pattern, (c) => {
    const [only, ...others] = frameworkInService(world).schemes.filter((one) => one.status === "open");
    if (only === undefined || others.length > 0) return c.redirect(urls.aids.href(), 303);
    return c.redirect(urls.simulator.href({ scheme: only.slug }), 303);
  });
  routes.get(urls.simulatorPdf.pattern, async (c) => {
    const found = await open(c, world, calls);
    return found instanceof Response ? found : answerPdf(world, found.simulator, communeName);
  });
  const remember = world.strangersPages.remember((c) => {
    const stranger = c.req.header("cookie") === undefined;
    return stranger ? { reader: "", subject: "simulator", edition: legalToday(world) } : null;
  });
  // Who comes back from the document or asks again has the same page at once; it is in memory for a minute at most.
  routes.get(urls.simulatorResult.pattern, remember, async (c) => {
    const found = await open(c, world, calls);
    if (found instanceof Response) return found;
    const { simulator } = found;
    const page = { title: `Résultat de la simulation, ${simulator.scheme.name}` };
    const result = <ResultPage simulator={simulator} origin={world.origin} communeName={communeName} />;
    return answer(c, world, simulator.scheme, page, result);
  });
  routes.get(urls.simulator.pattern, keep, async (c) => {
    const scheme = schemeOf(c, world);
    if (scheme.status === "open")
      return (await beginKnown(c, world, scheme, known)) ?? answerSimulator(c, world, calls);
    const page = { title: `Simulateur, ${scheme.name}` };
    return answer(c, world, scheme, page, <NotComputedPage scheme={scheme} />);
  });
}

/** A member who begins without an answer begins with what the service knows of their organisation, and is told so. */
async function beginKnown(
  c: RequestContext,
  world: World,
  scheme: OpenScheme,
  known: KnownAnswers,
): Promise<Response | null> {
  const visitor = c.get("visitor");
  const { person } = visitor;
  if (person === null || c.req.url.includes("?")) return null;
  const found = await known(world, { ...visitor, person }, scheme);
  if (found === null) return null;
  setFlash(c, "info", `Ce que le service connaît de ${found.organisation} est déjà rempli : vérifiez et corrigez.`);
  return c.redirect(stepUrl(scheme, found.raw, null), 303);
}

async function answerSimulator(c: RequestContext, world: World, calls: OpenCalls): Promise<Response> {
  const found = await open(c, world, calls);
  if (found instanceof Response) return found;
  const { simulator, query } = found;
  const { scheme } = simulator;
  const changed = changeItems(scheme.simulatorForm, simulator.raw, query);
  if (changed !== null) return c.redirect(addressAfter(scheme, changed.raw, query) + anchor(changed.at), 303);
  if (query.go === "page") return c.redirect(wholePageUrl(scheme, simulator.raw), 303);
  if (query.go === "questions") return c.redirect(stepUrl(scheme, simulator.raw, null), 303);
  return query.isWholePage ? answerWholePage(c, world, simulator, query) : answerStep(c, world, simulator, query);
}

function answerWholePage(c: RequestContext, world: World, simulator: Simulator, query: SimulatorQuery): Response {
  if (query.go !== null && simulator.errors.size === 0)
    return c.redirect(resultUrl(simulator.scheme, simulator.raw), 303);
  const page = { title: `Simulateur, ${simulator.scheme.name}, sur une page` };
  // What is being typed is not wrong yet: errors are told once the button is pressed, and for answers that came by link.
  const errors = query.go === null ? new Map<string, string>() : simulator.errors;
  return answer(c, world, simulator.scheme, page, <WholePage simulator={simulator} errors={errors} />);
}

function answerStep(c: RequestContext, world: World, simulator: Simulator, query: SimulatorQuery): Response {
  const place = placeIn(simulator.steps, query.step);
  if (place === null) notFound();
  const { step, previous, next, index } = place;
  const errors = query.go === null ? new Map<string, string>() : errorsOn(simulator, step);
  const page = { title: `${titleOf(step)} (question ${index + 1} sur ${simulator.steps.length}), simulateur` };
  const { scheme, raw } = simulator;
  if (query.go === "retour") return c.redirect(stepUrl(scheme, raw, (previous ?? step).id), 303);
  if (query.go !== null && errors.size === 0) {
    const cell = cellToShow(step, query.raw, simulator.answers);
    if (cell !== null) return c.redirect(stepUrl(scheme, raw, step.id) + anchor(cell), 303);
    const after = query.go === "resultat" || next === null ? resultUrl(scheme, raw) : stepUrl(scheme, raw, next.id);
    return c.redirect(after, 303);
  }
  const props = { simulator, step, index, errors, isFirst: previous === null, isLast: next === null };
  return answer(c, world, scheme, page, <StepPage {...props} />);
}

function titleOf(step: SimulatorStep): string {
  return step.kind === "question" ? step.question.label : step.group.label;
}

function addressAfter(scheme: OpenScheme, raw: Simulator["raw"], query: SimulatorQuery): string {
  return query.isWholePage ? wholePageUrl(scheme, raw) : stepUrl(scheme, raw, query.step);
}

/** The item just added is where the eye goes. */
function anchor(path: string): string {
  return `#${fieldId(path)}`;
}

function schemeOf(c: RequestContext, world: World): Scheme {
  return frameworkInService(world).scheme(c.req.param("scheme") ?? "") ?? notFound();
}

interface Opened {
  readonly simulator: Simulator;
  readonly query: SimulatorQuery;
}

/** The simulator that an address asks for; where its call is not open, the way to the same answers without it. */
async function open(c: RequestContext, world: World, calls: OpenCalls): Promise<Opened | Response> {
  const base = schemeOf(c, world);
  if (base.status !== "open") notFound();
  const { searchParams } = new URL(c.req.url);
  const named = searchParams.get(controlNames.call);
  const call = named === null ? null : await calls.find(world, named);
  if (named !== null && call?.scheme.slug !== base.slug) {
    searchParams.delete(controlNames.call);
    setFlash(c, "info", "Cet appel n’est pas ouvert : la simulation suit le texte voté, sans ses modalités.");
    const rest = searchParams.toString();
    return c.redirect(c.req.path + (rest === "" ? "" : `?${rest}`), 303);
  }
  const scheme = call?.scheme ?? base;
  const query = readQuery(scheme.simulatorForm, searchParams, communeQueryName);
  const place = { scheme, call, today: legalToday(world), communes: communeDirectory, communeLabel };
  return { simulator: openSimulator(place, query.raw, query.typed), query };
}

function communeName(code: string): string {
  const commune = communeDirectory.byCode(code);
  return commune === null ? code : communeLabel(commune);
}

function answer(
  c: RequestContext,
  world: World,
  scheme: Scheme,
  page: Pick<PageOptions, "title">,
  body: JSX.Element,
): Response {
  const options: PageOptions = {
    ...page,
    description: `Simulez en cinq minutes une aide ${world.config.funder.words.of} : ${scheme.name}. Sans compte, rien n’est enregistré.`,
    current: urls.aids.href(),
    breadcrumbs: [
      { label: "Accueil", href: urls.home.href() },
      { label: scheme.name, href: urls.scheme.href({ scheme: scheme.slug }) },
      { label: "Simulateur" },
    ],
    scripts: ["commune", "live", "grid"],
    // An address that carries answers is its reader's alone: neither shared caches nor search engines keep it.
    public: !c.req.url.includes("?"),
  };
  return respondPage(c, world, options, body);
}

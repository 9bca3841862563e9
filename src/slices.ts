import type { MiddlewareHandler } from "hono";
import { knownAnswers } from "#src/applications/begin/known-answers.ts";
import { situationsOf } from "#src/applications/home/situations.ts";
import { tellPaperInfected } from "#src/applications/papers/infected.ts";
import { applicationRoutes } from "#src/applications/web/index.ts";
import type { ApiPart } from "#src/platform/http/open-api.ts";
import type { Jobs } from "#src/platform/jobs.ts";
import type { Processing } from "#src/platform/processing.ts";
import type { TellInfected } from "#src/platform/scanning.ts";
import type { World } from "#src/platform/world.ts";
import { caseload } from "#src/reviews/queue/caseload.ts";
import { reviewProcessings } from "#src/reviews/queue/processings.ts";
import {
  partnersPart,
  type Queue,
  type QueuePart,
  queueOf,
  reviewQueue,
  reviewRoutes,
  trackPart,
} from "#src/reviews/web/index.ts";
import { tellOccasionPieceInfected } from "./agenda/after/infected.ts";
import { agendaApi } from "./agenda/calendar/api-schema.ts";
import { comingDates } from "./agenda/calendar/coming-dates.ts";
import { agendaProcessings } from "./agenda/forget.ts";
import { agendaJobs, TICK } from "./agenda/jobs.ts";
import { births } from "./agenda/outcomes/births.ts";
import { agendaRoutes, applicantBirthPart, homePart, reviewedBirthPart } from "./agenda/web/index.ts";
import { tellSignedCopyInfected } from "./agreements/infected.ts";
import { agreementJobs } from "./agreements/jobs.ts";
import { accountsPart, agreementPart, agreementQueue, agreementRoutes } from "./agreements/web/index.ts";
import { tellProofInfected } from "./applications/belonging/infected.ts";
import { belongingProcessing } from "./applications/belonging/retention.ts";
import { APPLICATIONS_CRONTAB, applicationJobs } from "./applications/jobs.ts";
import { callDrafts } from "./applications/of-calls.ts";
import { partnerProcessings } from "./applications/partners/forget.ts";
import { awardJobs } from "./awards/jobs.ts";
import { awardPart, awardQueue, awardRoutes, secretaryPart } from "./awards/web/index.ts";
import { openCalls } from "./calls/open-calls.ts";
import { CALLS_CRONTAB, callJobs, callProcessings } from "./calls/retention.ts";
import { callRoutes, callsApiPart } from "./calls/web/index.ts";
import { seatsOfPeople } from "./committees/index.ts";
import { tellMeetingPaperInfected } from "./committees/infected.ts";
import { COMMITTEES_CRONTAB, committeeJobs, committeeProcessings } from "./committees/jobs.ts";
import { committeeRoutes } from "./committees/web/index.ts";
import { COMMUNITY_CRONTAB, communityJobs } from "./community/jobs.ts";
import { tellPracticePieceInfected } from "./community/practices/infected.ts";
import { communityProcessings } from "./community/retention.ts";
import { communityRoutes } from "./community/web/index.ts";
import { eligibilityRoutes } from "./eligibility/web/index.ts";
import { informationRoutes } from "./information/web/index.ts";
import { NEWS_CRONTAB, newsJobs } from "./news/jobs.ts";
import { newsProcessings } from "./news/processings.ts";
import { newsRoutes } from "./news/web/index.ts";
import { peopleJobs } from "./people/jobs.ts";
import { identify } from "./people/web/identify.ts";
import type { Env, Routes } from "./people/web/index.ts";
import { peopleRoutes } from "./people/web/routes.ts";
import { aroundProcessings } from "./reviews/around/retention.ts";
import { proposalsPart } from "./reviews/corrections/proposals-part.tsx";
import { tellMessageFileInfected } from "./reviews/exchange/message-infected.ts";
import { REVIEWS_CRONTAB, reviewJobs } from "./reviews/jobs.ts";
import { SELECTION_CRONTAB, selectionJobs, selectionProcessings } from "./selection/jobs.ts";
import { selectionPart, selectionQueue, selectionRoutes } from "./selection/web/index.ts";
import { setupRoutes } from "./setup/web/index.ts";

/** What a slice brings to the service. The doors alone know every slice. */
export interface Slice {
  readonly name: string;
  /** Run before every page: finds out who makes the request. */
  readonly identify?: (world: World) => MiddlewareHandler<Env>;
  readonly routes: (world: World) => Routes;
  readonly jobs?: (world: World) => Jobs;
  /** Which of its jobs come back by themselves, at hours of UTC. */
  readonly crontab?: string;
  /** What it records of persons. */
  readonly processings?: readonly Processing[];
  /** Tells those who sent a file of this slice that it held a virus. */
  readonly tellInfected?: TellInfected;
  /** What it adds to the officers' list: columns, filters, acts on several files, columns of the sheet exported. */
  readonly queue?: QueuePart;
}

/** The officers' list, with what each slice brings to it. */
function queue(): Queue {
  return queueOf(slices.flatMap((slice) => slice.queue ?? []));
}

/** What is brought to the page of a file, by the slices after the review most of all. */
const reviewedParts = [
  proposalsPart,
  reviewedBirthPart,
  partnersPart,
  trackPart,
  selectionPart,
  awardPart,
  agreementPart,
];

/** What slices add to the document of the open API. */
function apiParts(): readonly ApiPart[] {
  return [callsApiPart(), agendaApi()];
}

/** In the order of a grant's life. */
export const slices: readonly Slice[] = [
  {
    name: "people",
    identify,
    routes: (world) => peopleRoutes(world, situationsOf, caseload, seatsOfPeople),
    jobs: peopleJobs,
  },
  { name: "eligibility", routes: (world) => eligibilityRoutes(world, knownAnswers, openCalls, apiParts) },
  { name: "information", routes: (world) => informationRoutes(world, processings(), openCalls) },
  {
    name: "committees",
    routes: committeeRoutes,
    jobs: committeeJobs,
    crontab: COMMITTEES_CRONTAB,
    processings: committeeProcessings,
    tellInfected: tellMeetingPaperInfected,
  },
  {
    name: "community",
    routes: (world) => communityRoutes(world, comingDates),
    jobs: communityJobs,
    crontab: COMMUNITY_CRONTAB,
    processings: communityProcessings,
    tellInfected: tellPracticePieceInfected,
  },
  {
    name: "calls",
    routes: (world) => callRoutes(world, callDrafts),
    jobs: callJobs,
    crontab: CALLS_CRONTAB,
    processings: callProcessings,
  },
  {
    name: "applications",
    routes: (world) => applicationRoutes(world, births, applicantBirthPart, homePart),
    jobs: applicationJobs,
    crontab: APPLICATIONS_CRONTAB,
    processings: [belongingProcessing, ...partnerProcessings],
    tellInfected: async (...file) => {
      await tellPaperInfected(...file);
      await tellProofInfected(...file);
    },
  },
  {
    name: "reviews",
    routes: (world) => reviewRoutes(world, reviewedParts, queue()),
    jobs: reviewJobs,
    crontab: REVIEWS_CRONTAB,
    processings: [...reviewProcessings, ...aroundProcessings],
    tellInfected: tellMessageFileInfected,
    queue: reviewQueue,
  },
  {
    name: "news",
    routes: (world) => newsRoutes(world, [secretaryPart, accountsPart]),
    jobs: newsJobs,
    crontab: NEWS_CRONTAB,
    processings: newsProcessings,
  },
  {
    name: "selection",
    routes: selectionRoutes,
    jobs: selectionJobs,
    crontab: SELECTION_CRONTAB,
    processings: selectionProcessings,
    queue: selectionQueue,
  },
  { name: "awards", routes: (world) => awardRoutes(world, reviewedParts), jobs: awardJobs, queue: awardQueue },
  {
    name: "agreements",
    routes: (world) => agreementRoutes(world, reviewedParts),
    jobs: agreementJobs,
    tellInfected: tellSignedCopyInfected,
    queue: agreementQueue,
  },
  { name: "setup", routes: setupRoutes },
  {
    name: "agenda",
    routes: agendaRoutes,
    jobs: agendaJobs,
    crontab: `*/5 * * * * ${TICK}`,
    processings: agendaProcessings,
    tellInfected: tellOccasionPieceInfected,
  },
];

/** What all slices record of persons, for the privacy page. */
function processings(): readonly Processing[] {
  return slices.flatMap((slice) => slice.processings ?? []);
}

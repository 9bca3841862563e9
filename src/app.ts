import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { compressed } from "#src/platform/http/compressed.ts";
import { healthRoutes } from "#src/platform/http/health.ts";
import { limits } from "#src/platform/http/limits.ts";
import { openTurns } from "#src/platform/turns.ts";
import type { World } from "#src/platform/world.ts";
import { answerError, answerNotFound } from "./errors.tsx";
import { type Env, forgetAfterActs, keepDemonstrationHere } from "./people/web/index.ts";
import { slices } from "./slices.ts";
import { urls } from "./urls.ts";

const PUBLIC_API = "/api/v1/";

/** The whole service as one function from Request to Response, over the world it is given. */
export function createApp(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.use((c, next) => {
    c.set("arrivedAt", world.clock.now());
    return next();
  });
  // Files are numbered in the order in which they came: the place is taken before anything is waited for.
  const filings = openTurns();
  app.on("POST", urls.applicationSubmission.pattern, async (c, next) => {
    const turn = filings.take();
    c.set("turn", turn);
    await next().finally(turn.leave);
  });
  // An answer to TRACE would repeat the cookies of who asks, and no page has a use for CONNECT.
  app.use(async (c, next) => {
    if (c.req.method !== "TRACE" && c.req.method !== "CONNECT") return next();
    return c.body(null, 405, { allow: "GET, HEAD, POST, OPTIONS" });
  });
  app.use(secureHeaders(securityHeaders(world)));
  app.route("/", healthRoutes(world));
  app.use(requestId({ limitLength: 64 }));
  app.use(compressed());
  app.use(limits());
  const sameSite = csrf({ origin: (origin, c) => origin === world.origin || origin === new URL(c.req.url).origin });
  // The public API reads no cookie and writes nothing: any site may ask it.
  // A mail program that leaves a list for its reader comes from nowhere; the secret in its address speaks for it.
  const fromAnywhere = [urls.newsletterLeaving, urls.mailStop].map(
    ({ pattern }) => new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+")}$`),
  );
  const isFromAnywhere = (path: string) => path.startsWith(PUBLIC_API) || fromAnywhere.some((one) => one.test(path));
  app.use((c, next) => (isFromAnywhere(c.req.path) ? next() : sameSite(c, next)));
  for (const slice of slices) {
    if (slice.identify) app.use(slice.identify(world));
  }
  app.use(keepDemonstrationHere(world));
  app.use(forgetAfterActs(world));
  for (const slice of slices) app.route("/", slice.routes(world));
  app.notFound((c) => answerNotFound(c, world));
  app.onError((error, c) => answerError(error, c, world));
  return app;
}

/** What no page of ours ever asks of a device. */
const closed = {
  accelerometer: [],
  camera: [],
  displayCapture: [],
  geolocation: [],
  gyroscope: [],
  magnetometer: [],
  microphone: [],
  midi: [],
  payment: [],
  usb: [],
};

/** What every answer says to the browser, scripts and styles included. */
export function securityHeaders(world: Pick<World, "origin">): Parameters<typeof secureHeaders>[0] {
  const secure = world.origin.startsWith("https://");
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      mediaSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      objectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'self'"],
    },
    xFrameOptions: "SAMEORIGIN",
    referrerPolicy: "same-origin",
    strictTransportSecurity: secure ? "max-age=31536000; includeSubDomains" : false,
    crossOriginResourcePolicy: "same-origin",
    permissionsPolicy: {
      ...closed,
      publickeyCredentialsGet: ["self"],
    },
  };
}

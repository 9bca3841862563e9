import { Hono } from "hono";
import { readerOf } from "#src/people/index.ts";
import { type Env, type Routes, remembered, respondPage, underQueue } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { Queue } from "../part.ts";
import { requireQueue } from "../queue-guard-routes.ts";
import type { FigureLine, ServiceFigure } from "./figure.ts";
import { openApplications } from "./open-files.ts";
import { ServicePage } from "./service-page.tsx";
import { spanFigures } from "./spans.ts";

/** The figures of the service, for every agent who reads its files. */
export function serviceRoutes(world: World, queue: Queue): Routes {
  const routes = new Hono<Env>();
  routes.get(
    urls.serviceFigures.pattern,
    remembered(world, () => "*"),
    async (c) => {
      const visitor = requireQueue(c, "read");
      const reader = { me: visitor.person.id, today: today(world.clock) };
      const { year } = reader.today;
      const view = await inTransaction(world.db, readerOf(visitor), async (tx) => {
        const figures: { figure: ServiceFigure; lines: readonly FigureLine[] }[] = [];
        for (const figure of queue.figures) figures.push({ figure, lines: await figure.load(tx, reader) });
        return { figures, open: await openApplications(tx, reader), spans: await spanFigures(tx, [year - 1, year]) };
      });
      return respondPage(
        c,
        world,
        {
          ...underQueue("Le service"),
          density: "compact",
        },
        <ServicePage {...view} year={year} />,
      );
    },
  );
  return routes;
}

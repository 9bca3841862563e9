import type { JSX } from "preact";
import type { Application } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";

/** What a later slice shows in the page of a request to those who make it: read in the page's own transaction. */
export type ApplicantPart = (
  world: World,
  tx: Tx,
  application: Application,
  mayChange: boolean,
) => Promise<JSX.Element | null>;

/** What a later slice shows on the home of applicants; null where there is nothing to say. */
export type HomePart = (world: World, visitor: SignedVisitor) => Promise<JSX.Element | null>;

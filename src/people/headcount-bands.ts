/** INSEE's size bands, by code. The year they speak of is two or three years old: a hint beside the declared number. */
export const headcountBandLabels: Readonly<Record<string, string>> = {
  NN: "Pas d’employeur",
  "00": "0 salarié",
  "01": "1 ou 2 salariés",
  "02": "3 à 5 salariés",
  "03": "6 à 9 salariés",
  "11": "10 à 19 salariés",
  "12": "20 à 49 salariés",
  "21": "50 à 99 salariés",
  "22": "100 à 199 salariés",
  "31": "200 à 249 salariés",
  "32": "250 à 499 salariés",
  "41": "500 à 999 salariés",
  "42": "1\u202f000 à 1\u202f999 salariés",
  "51": "2\u202f000 à 4\u202f999 salariés",
  "52": "5\u202f000 à 9\u202f999 salariés",
  "53": "10\u202f000 salariés et plus",
};

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

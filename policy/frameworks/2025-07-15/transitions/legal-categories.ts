import type { categories } from "./facts.ts";

type Category = keyof typeof categories;

/**
 * D-44: INSEE's legal categories, and the category of the text that each is of. A longer code speaks before a shorter
 * one; what no line holds is to qualify by a person.
 */
const byCode: Readonly<Record<string, Category>> = {
  // Enterprises: sole traders, commercial companies, agricultural cooperatives and civil companies.
  "1000": "company",
  "51": "company",
  "52": "company",
  "53": "company",
  "54": "company",
  "55": "company",
  "56": "company",
  "57": "company",
  "58": "company",
  "63": "company",
  "64": "company",
  "65": "company",
  // Public establishments, industrial and commercial or administrative; chambers are of them.
  "4110": "public-body",
  "4120": "public-body",
  "4140": "public-body",
  "7361": "public-body",
  "7362": "public-body",
  "7363": "public-body",
  "7364": "public-body",
  "7365": "public-body",
  "7366": "public-body",
  "7367": "public-body",
  "7371": "public-body",
  "7372": "public-body",
  "7373": "public-body",
  "7379": "public-body",
  "7381": "public-body",
  "7385": "public-body",
  "7389": "public-body",
  // Schools and universities. A GRETA has no number of its own: it files through its school.
  "7331": "educational-body",
  "7383": "educational-body",
  "7384": "educational-body",
  "7410": "gip",
  "9220": "association",
  "9221": "association",
  "9222": "association",
  "9223": "association",
  "9230": "association",
  "9260": "association",
  "9300": "association",
  // The State and the collectivities are no public establishment.
  "71": "other",
  "72": "other",
  "7312": "other",
  "7313": "other",
};

/** The category of the text for one of INSEE; null: to qualify. */
export function categoryOf(legalCategory: string | null): Category | null {
  if (legalCategory === null || !/^\d{4}$/.test(legalCategory)) return null;
  return byCode[legalCategory] ?? byCode[legalCategory.slice(0, 2)] ?? null;
}

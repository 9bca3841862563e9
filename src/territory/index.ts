export { type Commune, communeByCode, searchCommunes } from "./communes.ts";
export { departmentName, FUNDER_REGION } from "./departments.ts";

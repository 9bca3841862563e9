export { type Commune, communeByCode, sayCommune, searchCommunes } from "./communes.ts";
export { departmentsOfFunder } from "./departments.ts";

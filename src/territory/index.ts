export { type Commune, communeByCode, sayCommune } from "./communes.ts";
export { departmentName, departmentsOfFunder } from "./departments.ts";
export { type RegionMap, regionMap } from "./shapes.ts";
export { readTypedCommune, searchCommunes, settleCommune } from "./typed-commune.ts";

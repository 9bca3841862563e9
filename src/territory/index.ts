export { type Commune, communeByCode, searchCommunes } from "./communes.ts";

export { type Commune, communeByCode, sayCommune, searchCommunes } from "./communes.ts";

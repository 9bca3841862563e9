import { holdsOn } from "./older-postgres.ts";

holdsOn(17);

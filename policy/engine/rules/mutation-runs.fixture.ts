import fc from "fast-check";

/** Set up for mutation runs only: few examples of each property, since each of thousands of mutants runs them. */
fc.configureGlobal({ numRuns: 12 });

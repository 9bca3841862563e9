/**
 * Why a file that is what its name says does not open for who receives it: it asks for a password, holds other files
 * behind a cover, shows only in one maker's software, ends too early, is broken, or inflates past what is reasonable.
 */
export type Unopened = "protected" | "portfolio" | "dynamic-form" | "cut" | "damaged" | "inflates";

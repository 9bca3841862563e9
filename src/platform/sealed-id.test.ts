import fc from "fast-check";
import { expect, test } from "vitest";
import { openSealedId, sealId } from "./sealed-id.ts";

const SECRET = "a-secret-of-thirty-two-characters";

test("a sealed identifier opens with its own purpose and secret, and no other", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const sealed = sealId(SECRET, "registration", id);
      expect(openSealedId(SECRET, "registration", sealed)).toBe(id);
      expect(openSealedId(SECRET, "door", sealed)).toBeNull();
      expect(openSealedId(`${SECRET}!`, "registration", sealed)).toBeNull();
    }),
  );
});

test("nothing else opens", () => {
  const sealed = sealId(SECRET, "registration", "0199a1b2-0000-7000-8000-000000000001");
  const touched = `${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`;
  for (const text of ["", "x", touched, `${sealed}A`, sealed.slice(0, -1), `${sealed}=`, "é".repeat(43)]) {
    expect(openSealedId(SECRET, "registration", text)).toBeNull();
  }
});

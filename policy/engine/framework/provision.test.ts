import { expect, test } from "vitest";
import { readStatements } from "./provision.ts";

test("a line gives its id, place, words and carriers; five cells hold a reading", () => {
  const [first, second] = readStatements(`
X-1 | I | Un, deux | rule CS-1, scheme e3d E3D-1
D-1 | I | Lequel ? | Le premier. | later calls
`);
  expect(first).toEqual({
    id: "X-1",
    place: "I",
    words: "Un, deux",
    carriers: [
      { kind: "rule", target: "CS-1" },
      { kind: "scheme", target: "e3d E3D-1" },
    ],
  });
  expect(second).toMatchObject({ reading: "Le premier.", carriers: [{ kind: "later", target: "calls" }] });
});

test.each(["X-1 | I | Rien ne la porte", "X-1 | I | Mots | magie CS-1", "X-1 | I | Mots | rule", "X-1 | I | Mots | "])(
  "« %s » is refused",
  (line) => expect(() => readStatements(line)).toThrow(),
);

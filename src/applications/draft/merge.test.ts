import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawValue } from "#src/life/application.ts";
import { type Edit, mergeDraft, type PostedDraft, sameValue } from "./merge.ts";

function edit(version: number, path: string, page: string, before: RawValue | null, after: RawValue | null): Edit {
  return { version, path, page, before, after };
}

function posted(values: Record<string, RawValue>, baseVersion = 1, page = "mine"): PostedDraft {
  return { values: new Map(Object.entries(values)), baseVersion, page };
}

describe("merging what a page sends into a draft", () => {
  it("keeps a change where nobody else wrote", () => {
    const merged = mergeDraft({ title: "a" }, [], posted({ title: "b" }));
    expect(merged.raw).toEqual({ title: "b" });
    expect(merged.changes).toEqual([{ path: "title", before: "a", after: "b" }]);
    expect(merged.conflicts).toEqual([]);
  });

  it("does not undo another's change with a field left as it was", () => {
    const edits = [edit(2, "title", "theirs", "a", "theirs")];
    const merged = mergeDraft({ title: "theirs", needs: "x" }, edits, posted({ title: "a", needs: "mine" }));
    expect(merged.raw).toEqual({ title: "theirs", needs: "mine" });
    expect(merged.conflicts).toEqual([]);
  });

  it("tells when both changed the same field, and keeps both texts", () => {
    const edits = [edit(2, "title", "theirs", "a", "b"), edit(3, "title", "theirs", "b", "theirs")];
    const merged = mergeDraft({ title: "theirs" }, edits, posted({ title: "mine" }));
    expect(merged.raw).toEqual({ title: "theirs" });
    expect(merged.conflicts).toEqual([{ path: "title", yours: "mine", theirs: "theirs" }]);
  });

  it("overwrites nothing from a page older than the edits that are kept", () => {
    const edits = [edit(8, "needs", "theirs", "n", "needs")];
    const merged = mergeDraft({ title: "theirs", needs: "needs" }, edits, posted({ title: "mine" }), false);
    expect(merged.raw).toEqual({ title: "theirs", needs: "needs" });
    expect(merged.conflicts).toEqual([{ path: "title", yours: "mine", theirs: "theirs" }]);
  });

  it("goes on with what an old page sent lately, and nobody else touched", () => {
    const edits = [edit(8, "title", "mine", "a", "b")];
    const merged = mergeDraft({ title: "b" }, edits, posted({ title: "c" }), false);
    expect(merged.raw).toEqual({ title: "c" });
  });

  it("keeps no text of a conflict that nobody has settled", () => {
    const undecided = new Set(["title"]);
    const merged = mergeDraft({ title: "theirs" }, [], { ...posted({ title: "mine" }), undecided });
    expect(merged.raw).toEqual({ title: "theirs" });
    expect(merged.conflicts).toEqual([{ path: "title", yours: "mine", theirs: "theirs" }]);
  });

  it("has nothing to tell when both wrote the same", () => {
    const merged = mergeDraft({ title: "same" }, [edit(2, "title", "theirs", "a", "same")], posted({ title: "same" }));
    expect(merged.conflicts).toEqual([]);
  });

  it("knows what the page itself saved since it was made", () => {
    const edits = [edit(2, "title", "mine", "a", "b")];
    const merged = mergeDraft({ title: "b" }, edits, posted({ title: "c" }));
    expect(merged.raw).toEqual({ title: "c" });
  });

  it("keeps the other's later change when the page resends what it had saved", () => {
    const edits = [edit(2, "title", "mine", "a", "b"), edit(3, "title", "theirs", "b", "theirs")];
    expect(mergeDraft({ title: "theirs" }, edits, posted({ title: "b" })).raw).toEqual({ title: "theirs" });
    expect(mergeDraft({ title: "theirs" }, edits, posted({ title: "c" })).conflicts).toHaveLength(1);
  });

  it("treats an emptied list as a change", () => {
    expect(mergeDraft({ themes: ["a", "b"] }, [], posted({ themes: "" })).raw).toEqual({ themes: "" });
  });

  it("never loses a text: what is not kept is in the conflicts", () => {
    const texts = fc.constantFrom("", "a", "b", "c");
    const edits = fc.array(fc.tuple(fc.constantFrom("mine", "theirs"), texts), { maxLength: 6 });
    fc.assert(
      fc.property(texts, edits, texts, (start, steps, yours) => {
        let now: RawValue = start;
        const log = steps.map(([page, after], index) => {
          const one = edit(index + 2, "f", page, now, after);
          now = after;
          return one;
        });
        const merged = mergeDraft({ f: now }, log, posted({ f: yours }));
        const own = log.findLast((one) => one.page === "mine");
        const untouched = sameValue(yours, own === undefined ? start : own.after);
        const kept = sameValue(merged.raw.f ?? null, yours);
        expect(kept || untouched || merged.conflicts.some((one) => one.yours === yours)).toBe(true);
        if (merged.conflicts.length > 0) expect(merged.raw.f).toBe(now);
      }),
    );
  });
});

import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { writtenOnce } from "./written.ts";

describe("a piece written once", () => {
  it("is written once for each different set of properties, and escaped like any other", () => {
    const written: string[] = [];
    const Greeting = writtenOnce(function Greeting(props: { readonly name: string; readonly count?: number }) {
      written.push(props.name);
      return (
        <p title={props.name}>
          {props.name} {props.count}
        </p>
      );
    });
    const page = (
      <div>
        <Greeting name="a" />
        <Greeting name="<b>" count={2} />
        <Greeting name="a" />
      </div>
    );
    const html = '<div><p title="a">a </p><p title="&lt;b>">&lt;b> 2</p><p title="a">a </p></div>';
    expect(render(page)).toBe(html);
    expect(render(page)).toBe(html);
    expect(written).toEqual(["a", "<b>"]);
  });

  it("tells apart properties that would be one text side by side", () => {
    const Pair = writtenOnce(function Pair(props: { readonly a: string | number; readonly b?: string | undefined }) {
      return (
        <i>
          {typeof props.a} {props.a} {props.b}
        </i>
      );
    });
    const alike = [
      { a: "x", b: "y" },
      { a: "xb=1:y" },
      { a: "x1:y", b: "" },
      { a: 1, b: "y" },
      { a: "1", b: "y" },
      { a: '"1"', b: "y" },
      { a: "1;b=1:y" },
      { a: "", b: "xy" },
      { a: "xy", b: "" },
    ];
    for (const props of [...alike, ...alike]) {
      expect(render(<Pair {...props} />)).toBe(
        `<i>${typeof props.a} ${String(props.a).replaceAll('"', "&quot;")} ${props.b ?? ""}</i>`,
      );
    }
  });

  it("keeps a bounded number of markups", () => {
    let written = 0;
    const Figure = writtenOnce(function Figure(props: { readonly value: number }) {
      written += 1;
      return <i>{props.value}</i>;
    });
    for (let value = 0; value <= 2_000; value += 1) render(<Figure value={value} />);
    expect(render(<Figure value={2_000} />)).toBe("<i>2000</i>");
    expect(written).toBe(2_001);
    render(<Figure value={0} />);
    expect(written).toBe(2_002);
  });
});

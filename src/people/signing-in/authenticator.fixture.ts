import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Browser, Page } from "#test/support/browser.ts";

const API = "/api/auth/passkey";
const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** A device that holds one key and really signs with it, as WebAuthn says; `hasCode`: it asks for a code or a fingerprint. */
export function makeAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const host = createHash("sha256").update(new URL(origin).hostname).digest();
  let uses = 0;

  const said = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin, crossOrigin: false }));
  const data = (flags: number, more: Buffer = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(uses++);
    return Buffer.concat([host, Buffer.from([flags]), counter, more]);
  };
  const credential = (response: Readonly<Record<string, unknown>>) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
    response,
  });

  return {
    async register(browser: Browser): Promise<Page> {
      const asked = await optionsFrom(browser, "generate-register-options");
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      // The public key in COSE: an elliptic one, for ES256, on P-256, by its two coordinates.
      const key = Buffer.concat([
        Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
        Buffer.from(x, "base64url"),
        Buffer.from([0x22, 0x58, 0x20]),
        Buffer.from(y, "base64url"),
      ]);
      const held = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const authData = data(PRESENT | VERIFIED | HAS_KEY, held);
      // { fmt: "none", attStmt: {}, authData } in CBOR.
      const attestation = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from("fmt"),
        Buffer.from([0x64]),
        Buffer.from("none"),
        Buffer.from([0x67]),
        Buffer.from("attStmt"),
        Buffer.from([0xa0, 0x68]),
        Buffer.from("authData"),
        Buffer.from([0x58, authData.length]),
        authData,
      ]);
      const response = {
        clientDataJSON: said("create", asked).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      };
      return send(browser, "verify-registration", { response: credential(response), name: "\u200b" });
    },

    async signIn(browser: Browser, hasCode = true, key = privateKey): Promise<Page> {
      const client = said("get", await optionsFrom(browser, "generate-authenticate-options"));
      const authenticator = data(hasCode ? PRESENT | VERIFIED : PRESENT);
      const signed = Buffer.concat([authenticator, createHash("sha256").update(client).digest()]);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: authenticator.toString("base64url"),
        signature: sign("sha256", signed, key).toString("base64url"),
      };
      return send(browser, "verify-authentication", { response: credential(response) });
    },
  };
}

async function optionsFrom(browser: Browser, path: string): Promise<string> {
  const { body } = await browser.get(`${API}/${path}`);
  return (JSON.parse(body) as { readonly challenge: string }).challenge;
}

function send(browser: Browser, path: string, body: unknown): Promise<Page> {
  return browser.post(`${API}/${path}`, JSON.stringify(body), { "content-type": "application/json" });
}

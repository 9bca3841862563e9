import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { canonicalJson } from "#policy/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { ticketOf } from "../../registrations/links.ts";
import type { Certificate } from "./certificate.ts";

const CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
] as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * The certificate as an Open Badge 3.0: a verifiable credential whose proof anyone checks with the key that its own
 * name carries (did:key, eddsa-jcs-2022). The address of the person is there only as a salted hash.
 */
export function badgeOf(world: Pick<World, "config" | "origin">, certificate: Certificate): Json {
  const { data, number, registrationId } = certificate;
  const key = signingKey(world.config.secret);
  const did = didOf(key);
  const link = world.origin + urls.registrationBadge.href({ ticket: ticketOf(world, registrationId) });
  const document: Json = {
    "@context": CONTEXTS,
    id: link,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: data.course,
    issuer: { id: did, type: ["Profile"], name: data.operator, url: world.origin },
    validFrom: certificate.issuedAt.toString(),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        {
          type: "IdentityObject",
          identityType: "emailAddress",
          hashed: true,
          salt: number,
          identityHash: `sha256$${createHash("sha256")
            .update(data.email + number)
            .digest("hex")}`,
        },
      ],
      achievement: {
        id: `urn:uuid:${registrationId}`,
        type: ["Achievement"],
        achievementType: "CertificateOfCompletion",
        name: data.course,
        description: data.objective,
        criteria: { narrative: data.results },
      },
      creditsEarned: data.hours,
    },
  };
  const options: Json = {
    "@context": CONTEXTS,
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    created: certificate.issuedAt.toString({ smallestUnit: "second" }),
    verificationMethod: `${did}#${did.slice("did:key:".length)}`,
    proofPurpose: "assertionMethod",
  };
  const signed = Buffer.concat([digest(options), digest(document)]);
  const { "@context": _context, ...proof } = options;
  return { ...document, proof: { ...proof, "@context": CONTEXTS, proofValue: base58(sign(null, signed, key)) } };
}

function digest(json: Json): Buffer {
  return createHash("sha256").update(canonicalJson(json)).digest();
}

/** PKCS #8 of an Ed25519 key, before its 32 bytes. */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
/** The 12 bytes before the key in its public form. */
const SPKI_HEAD_BYTES = 12;

/** The key of the service's badges, made of its secret: a copy of the service signs alike. */
function signingKey(secret: string): KeyObject {
  const seed = createHash("sha256").update(`badge\0${secret}`).digest();
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
}

function didOf(key: KeyObject): string {
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return `did:key:${base58(Buffer.concat([Buffer.from([0xed, 0x01]), spki.subarray(SPKI_HEAD_BYTES)]))}`;
}

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Multibase base58btc, its sign « z » first. */
export function base58(bytes: Uint8Array): string {
  let value = BigInt(`0x${Buffer.from(bytes).toString("hex") || "0"}`);
  let text = "";
  for (; value > 0n; value /= 58n) text = (ALPHABET[Number(value % 58n)] ?? "") + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${"1".repeat(zeros === -1 ? bytes.length : zeros)}${text}`;
}

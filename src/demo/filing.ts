import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { OpenScheme, Raw } from "#policy/index.ts";
import { declarationIds, joinPaper, submitApplication } from "#src/applications/index.ts";
import { createDraft, openApplication } from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { receiveFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { demoPaper } from "./paper.ts";
import { act } from "./performed.ts";

/** Who writes and files: a person, for an organisation. */
export interface Filer {
  readonly organisationId: string;
  readonly owner: SignedVisitor;
}

/** Begins a project for a call, if any, with these answers. Returns its id. */
export function writeProject(
  world: World,
  scheme: OpenScheme,
  callId: string | null,
  { organisationId, owner }: Filer,
  raw: Raw,
): Promise<string> {
  const at = world.clock.now();
  const draft = {
    scheme: scheme.slug,
    framework: scheme.framework,
    organisationId,
    raw,
    ...(callId === null ? null : { callId }),
  };
  return inTransaction(world.db, readerOf(owner), (tx) => createDraft(tx, draft, owner.person.id, at));
}

/** Joins each paper that the answers ask for; `name` heads them, so that no two files hold the same one. */
export async function joinPapers(world: World, owner: SignedVisitor, id: string, name: string): Promise<void> {
  const file = await inTransaction(world.db, readerOf(owner), (tx) => openApplication(tx, id, world.clock.now()));
  for (const asked of file?.reading.documents ?? []) {
    if (!asked.required) continue;
    const bytes = Readable.from([demoPaper(asked.label, [name, asked.situation])]);
    const received = await receiveFile(world, bytes, `${asked.label}.pdf`, ["application/pdf"]);
    if (!received.ok) throw new Error(received.message);
    const [document = "", about = ""] = asked.key.split(":");
    await joinPaper(world, owner, id, { document, about, received });
  }
}

/** Files what was written, every declaration ticked. */
export async function fileDraft(world: World, scheme: OpenScheme, owner: SignedVisitor, id: string): Promise<void> {
  const request = { id, key: randomUUID(), version: 1, location: "" };
  await act(submitApplication(world, owner, request, [...declarationIds(scheme), "sachant"], "sachant"));
}

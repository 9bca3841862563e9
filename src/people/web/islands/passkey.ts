// Signing in with, and registering, a passkey: the browser asks for the fingerprint or code, the server checks.
import { enhance } from "#src/ui/islands/shared/page.ts";

const API = "/api/auth/passkey";

const words = {
  working: "Suivez ce que demande votre appareil…",
  "sign-in": "La clé d’accès n’a pas été reconnue. Réessayez, ou connectez-vous par courriel.",
  register: "La clé d’accès n’a pas été enregistrée. Réessayez.",
  cancelled: "Vous avez arrêté avant la fin. Rien n’a changé.",
  old: "Votre connexion date de plus d’un jour : reconnectez-vous, puis enregistrez la clé d’accès.",
} as const;

/** The server's answer says why it refused. */
class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

enhance("[data-island=passkey]", HTMLElement, (box) => {
  const button = box.querySelector("button");
  const status = box.querySelector<HTMLElement>("[data-passkey-status]");
  const act = box.dataset.action === "register" ? "register" : "sign-in";
  if (button === null || status === null || !supported()) return;
  box.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    status.textContent = words.working;
    try {
      await (act === "register" ? register() : signIn());
      location.assign(box.dataset.next ?? "/");
    } catch (error) {
      status.textContent = sentence(error, act);
      button.disabled = false;
    }
  });
});

function supported(): boolean {
  return "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;
}

async function signIn(): Promise<void> {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>("generate-authenticate-options");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  await send("verify-authentication", { response: await answerOf(navigator.credentials.get({ publicKey })) });
}

async function register(): Promise<void> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>("generate-register-options");
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const response = await answerOf(navigator.credentials.create({ publicKey }));
  await send("verify-registration", { response, name: deviceLabel() });
}

async function answerOf(asked: Promise<Credential | null>): Promise<unknown> {
  const credential = await asked;
  if (!(credential instanceof PublicKeyCredential)) throw new Refused("NO_CREDENTIAL");
  return credential.toJSON();
}

async function ask<T>(path: string): Promise<T> {
  return (await read(await fetch(`${API}/${path}`))) as T;
}

async function send(path: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  await read(await fetch(`${API}/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function read(response: Response): Promise<unknown> {
  const answer = (await response.json()) as { readonly code?: string };
  if (!response.ok) throw new Refused(answer.code ?? "");
  return answer;
}

function sentence(error: unknown, act: "sign-in" | "register"): string {
  if (error instanceof DOMException && error.name === "NotAllowedError") return words.cancelled;
  if (error instanceof Refused && error.code === "SESSION_NOT_FRESH") return words.old;
  return words[act];
}

/** A name by which the person knows the key again. */
function deviceLabel(): string {
  return `Clé d’accès du ${new Intl.DateTimeFormat("fr-FR", { dateStyle: "long" }).format(new Date())}`;
}

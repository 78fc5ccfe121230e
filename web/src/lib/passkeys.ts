/** Passkeys: the browser's part of WebAuthn, between the API's JSON and the device. */

import { api, ok, type Schemas } from "../api/client";

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

export const passkeysWork = (): boolean => typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential;

/** Ask the device for one of our passkeys, and sign in with it. Null when the person thought better of it. */
export async function signInWithPasskey(): Promise<Schemas["SignedInRead"] | null> {
  const { options } = await ok(api.POST("/api/v1/auth/passkeys/login/options"));
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as unknown as Options);
  const credential = await asked(() => navigator.credentials.get({ publicKey }));
  if (!credential) return null;
  return ok(api.POST("/api/v1/auth/passkeys/login", { body: { credential: credential.toJSON() as never } }));
}

/** Have the device make a passkey, and keep its public half. Null when the person thought better of it. */
export async function addPasskey(name: string, password: string): Promise<Schemas["PasskeyRead"] | null> {
  const { options } = await ok(api.POST("/api/v1/auth/passkeys/options", { body: { current_password: password || null } }));
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as unknown as Options);
  const credential = await asked(() => navigator.credentials.create({ publicKey }));
  if (!credential) return null;
  return ok(api.POST("/api/v1/auth/passkeys", { body: { name, credential: credential.toJSON() as never } }));
}

async function asked(device: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await device()) as PublicKeyCredential | null;
  } catch (error) {
    // closed, timed out, or this device has one of ours already
    if (error instanceof DOMException && ["NotAllowedError", "AbortError", "InvalidStateError"].includes(error.name)) return null;
    throw error;
  }
}

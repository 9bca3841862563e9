/**
 * How an agreement comes to be signed. Today people download it, sign it and send the copy back; a service of
 * electronic signature takes the same place: it is asked once the document exists, and later says who signed and when.
 */
export interface SignatureService {
  /** Said on the pages: how to sign. */
  readonly instructions: string;
  /** True where people send back a copy that they signed themselves. */
  readonly takesCopies: boolean;
  /** Asks for signatures; null where nothing is to be asked of anyone. */
  request(agreement: {
    readonly number: string;
    readonly fileId: string;
  }): Promise<{ readonly reference: string } | null>;
}

/** Download, sign, send the copy back. */
export const signedByHand: SignatureService = {
  instructions:
    "Téléchargez la convention, faites-la signer par la personne habilitée, puis déposez ici l’exemplaire signé (PDF ou image).",
  takesCopies: true,
  request: async () => null,
};
